"""Suggested and planned actions."""

from questions.entries import ActionKind


def kind_words(kind: str) -> str:
    """Of a suggestion and of a planned action alike."""
    return "Protect" if ActionKind(kind) is ActionKind.PROTECT else "Build"
