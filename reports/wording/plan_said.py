"""Suggested and planned actions."""

from collections.abc import Iterable

from assessment.method.results import About
from questions.entries import Action, ActionKind


def fitting(actions: Iterable[Action], about: About) -> tuple[Action, ...]:
    """Those that can be done here: a group without contracts or staff is told of none."""
    return tuple(action for action in actions if action.suits(mutual=about.mutual))


ACTION_KINDS = {
    ActionKind.PROTECT: ("Protect", "stop, exempt or renegotiate a policy"),
    ActionKind.BUILD: ("Build", "grow something"),
}
ABOUT_THE_WHOLE = "Peer support here as a whole"  # of an action about nothing in particular


def kind_words(kind: str) -> str:
    """Of a suggestion and of a planned action alike."""
    return ACTION_KINDS[ActionKind(kind)][0]


def kind_explained(kind: str) -> str:
    """'Build: grow something'."""
    return ": ".join(ACTION_KINDS[ActionKind(kind)])


def kinds_explained() -> str:
    return " ".join(f"{kind_explained(kind)}." for kind in ACTION_KINDS)
