"""Suggested and planned actions."""

from questions.entries import Action, ActionKind


def kind_words(action: Action) -> str:
    return "Protect" if action.kind is ActionKind.PROTECT else "Build"
