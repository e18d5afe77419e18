"""What comes next in an assessment, in words and with at most one link."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.models import Assessment, State
from organisations.models import Role


@dataclass(frozen=True, slots=True)
class ShownSoFar:
    """Of the perspectives ``asked``, how many have ``enough`` answers to be shown."""

    enough: int
    asked: int


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence, and a link: its words, the name of its address and what the address is of."""

    sentence: str
    words: str = ""
    address: str = ""
    number: UUID | None = None


def next_step(assessment: Assessment, standing: ShownSoFar, role: Role, today: date) -> NextStep:
    """For a person of this role. Says no more of the answers than ``assessment.counts`` does."""
    if assessment.state == State.CLOSED:
        return NextStep("", _("Read the report"), "report", assessment.pk)
    if role == Role.VIEWER:
        return NextStep(_("There will be a report to read once it is closed."))
    if assessment.state == State.DRAFT:
        return NextStep("", _("Go on setting it up"), "assessment", assessment.pk)
    if assessment.together:
        return next_of_room(assessment, standing, role)
    return next_of_open(assessment, standing, role, today)


def next_of_room(assessment: Assessment, standing: ShownSoFar, role: Role) -> NextStep:
    """Rated together: there are no others to wait for."""
    if standing.enough < standing.asked:
        return NextStep("", _("Go on rating it together"), "go_on_together", assessment.pk)
    sentence = _("The rating is finished.")
    if role == Role.OWNER:
        return NextStep(sentence, _("Close it and read the report"), "close", assessment.pk)
    return NextStep(sentence, _("See what is left to do"), "assessment", assessment.pk)


def next_of_open(assessment: Assessment, standing: ShownSoFar, role: Role, today: date) -> NextStep:
    sentence = so_far(standing)
    overdue = assessment.closes_on is not None and assessment.closes_on < today
    if overdue:
        sentence = _("Its closing date has passed. %(so_far)s") % {"so_far": sentence}
    if role == Role.OWNER and (overdue or standing.enough == standing.asked):
        return NextStep(sentence, _("Close it, or wait for more"), "close", assessment.pk)
    return NextStep(sentence, _("See how it is going"), "assessment", assessment.pk)


def so_far(standing: ShownSoFar) -> str:
    return ngettext(
        "%(enough)d of %(asked)d perspective has enough answers.",
        "%(enough)d of %(asked)d perspectives have enough answers.",
        standing.asked,
    ) % {"enough": standing.enough, "asked": standing.asked}
