"""Comparing organisations, with each one's consent: a wing that could be taken off."""
