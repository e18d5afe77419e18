"""What puts the packages together: the commands, home and front page, forgetting."""
