"""Who: people, organisations, their programmes and what each person may do."""
