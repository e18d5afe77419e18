"""A naive second implementation of method.md."""
