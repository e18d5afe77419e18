"""A naive second implementation of docs/method.md."""
