"""An organisation's and a programme's own pages: its assessments and what comes next."""
