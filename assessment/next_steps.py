"""What comes next in an assessment, in words and with at most one link.

Decided once: a list shows ``next_step``; the assessment's own page shows ``next_step_here``, which
is the same told more closely, because a link of the list may lead to that very page.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.models import Assessment, State
from assessment.readiness import Gap
from assessment.steps.together import RoomProgress
from organisations.models import Role


@dataclass(frozen=True, slots=True)
class ShownSoFar:
    """Of the perspectives ``asked``, how many have ``enough`` answers to be shown."""

    enough: int
    asked: int

    @property
    def everywhere(self) -> bool:
        return self.enough == self.asked


@dataclass(frozen=True, slots=True)
class NextStep:
    """A sentence, and a link: its words, the name of its address and what the address is of."""

    sentence: str
    words: str = ""
    address: str = ""
    of: tuple[object, ...] = ()

    @property
    def url(self) -> str:
        return reverse(self.address, args=self.of) if self.address else ""


def next_step(assessment: Assessment, shown: ShownSoFar, role: Role, today: date) -> NextStep:
    """For a person of this role. Says no more of the answers than ``assessment.counts`` does."""
    here = (assessment.pk,)
    if assessment.state == State.CLOSED:
        return NextStep("", _("Read the report"), "report", here)
    if role in (Role.VIEWER, Role.KEEPER):
        return NextStep(_("There will be a report to read once it is closed."))
    if assessment.state == State.DRAFT:
        return NextStep("", _("Go on setting it up"), "assessment", here)
    if assessment.together:
        return next_of_room(assessment, shown, role)
    return next_of_open(assessment, shown, role, today)


def next_of_room(assessment: Assessment, shown: ShownSoFar, role: Role) -> NextStep:
    """Rated together: there are no others to wait for."""
    here = (assessment.pk,)
    if not shown.everywhere:
        return NextStep("", _("Go on rating it together"), "go_on_together", here)
    sentence = _("The rating is finished.")
    if role == Role.OWNER:
        return NextStep(sentence, _("Close it and read the report"), "close", here)
    return NextStep(sentence, _("See what is left to do"), "assessment", here)


def next_of_open(assessment: Assessment, shown: ShownSoFar, role: Role, today: date) -> NextStep:
    sentence = so_far(shown)
    overdue = is_overdue(assessment, today)
    if overdue:
        sentence = _("Its closing date has passed. %(so_far)s") % {"so_far": sentence}
    if role == Role.OWNER and may_close(assessment, today) and (overdue or shown.everywhere):
        return NextStep(sentence, _("Close it, or wait for more"), "close", (assessment.pk,))
    return NextStep(sentence, _("See how it is going"), "assessment", (assessment.pk,))


def is_overdue(assessment: Assessment, today: date) -> bool:
    """Still open after its day: nothing closes by itself."""
    day = assessment.closes_on
    return assessment.state == State.OPEN and day is not None and day < today


def may_close(assessment: Assessment, today: date) -> bool:
    """Nothing leads to closing before the day that people were told."""
    return assessment.closes_on is None or assessment.closes_on <= today


def so_far(shown: ShownSoFar) -> str:
    if shown.everywhere:
        return _("Every perspective has enough answers.")
    return ngettext(
        "%(enough)d of %(asked)d perspective has enough answers.",
        "%(enough)d of %(asked)d perspectives have enough answers.",
        shown.asked,
    ) % {"enough": shown.enough, "asked": shown.asked}


@dataclass(frozen=True, slots=True)
class SeenClosely:
    """What the page of an assessment knows besides: what is still missing, how far a room is."""

    shown: ShownSoFar
    missing: tuple[Gap, ...] = ()
    room: RoomProgress | None = None


def next_step_here(assessment: Assessment, seen: SeenClosely, role: Role, today: date) -> NextStep:
    step = next_step(assessment, seen.shown, role, today)
    if assessment.state == State.CLOSED:
        sentence = _("It is closed: answers are deleted and only group figures are kept.")
        return replace(step, sentence=sentence)
    if role in (Role.VIEWER, Role.KEEPER):
        return step
    if assessment.state == State.DRAFT:
        return on_from_draft(assessment, step, seen.missing)
    if seen.room is not None:
        return on_from_room(step, seen.room)
    return on_from_open(assessment, step, seen.shown, today)


def on_from_draft(assessment: Assessment, step: NextStep, missing: tuple[Gap, ...]) -> NextStep:
    for gap in missing:
        if gap.needed:
            return NextStep(gap.sentence, step.words, "setup", (assessment.pk, gap.step))
    sentence = _("Everything it needs is said.")
    return NextStep(sentence, _("Look it over and open it"), "setup", (assessment.pk, "review"))


def on_from_room(step: NextStep, room: RoomProgress) -> NextStep:
    """The principles first; the rest is as they wish."""
    if room.sent:
        rest = _("Standards, facts and pyramid are there if you wish.")
        if step.address == "close":
            return replace(step, sentence=f"{step.sentence} {rest}")
        owner = _("Then an owner of your team closes it.")
        return NextStep(f"{step.sentence} {rest} {owner}")
    if room.all_rated:
        return replace(
            step, sentence=_("Every principle is rated."), words=_("Check them and send")
        )
    return replace(step, sentence=rated_so_far(room))


def rated_so_far(room: RoomProgress) -> str:
    return _("%(rated)d of %(principles)d principles have a rating.") % {
        "rated": room.rated,
        "principles": room.principles,
    }


def on_from_open(
    assessment: Assessment, step: NextStep, shown: ShownSoFar, today: date
) -> NextStep:
    """A passed closing date has a notice of its own on the page."""
    sentence = so_far(shown)
    if step.address == "close":
        return replace(step, sentence=sentence)
    if not shown.everywhere:
        return NextStep(sentence, _("Share the links"), "links", step.of)
    if may_close(assessment, today):
        sentence = f"{sentence} {_('An owner of your team can close it.')}"
    else:
        day = date_format(assessment.closes_on or today, "j F Y")
        sentence = f"{sentence} {_('It closes on %(day)s.') % {'day': day}}"
    return NextStep(sentence, _("See the links"), "links", step.of)
