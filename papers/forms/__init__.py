"""What is typed from paper."""
