"""Invented organisations, people and answers, for trying Essence out."""
