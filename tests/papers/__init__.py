"""Paper: made, filled in by simulation, read."""
