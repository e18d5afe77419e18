from collections.abc import Callable

from django.forms import Form
from django.utils.translation import gettext as _


class Refusal(Exception):
    """A step that may not be taken; the message is a sentence for the person."""


def name_is_taken(what: str) -> Refusal:
    """``what``: 'a programme'."""
    return Refusal(
        _("There is %(what)s of this name already: choose another name.") % {"what": what}
    )


class Conflict(Refusal):
    """Somebody else saved this entry first; ``theirs`` is what it says now."""

    def __init__(self, theirs: object) -> None:
        super().__init__("Somebody else changed this while you were writing. Nothing is lost.")
        self.theirs = theirs


def taken(step: Callable[[], object], form: Form, field: str | None = None) -> bool:
    """Whether a step could be taken; where it was refused, the form (or a field of it) says why."""
    try:
        step()
    except Refusal as refusal:
        form.add_error(field, str(refusal))
        return False
    return True
