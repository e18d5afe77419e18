"""What comes next in an assessment, in words and with at most one link.

Decided once: a list shows ``next_step``; the assessment's own page shows ``next_step_here``, which
is the same told more closely, because a link of the list may lead to that very page.

Of an open one, in the order in which it can be too late: the own part that is blank, the slips
that are not printed, answers, the day, closing. Nothing urges what cannot be undone: a link leads
to what closing does, never to doing it.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assessment.instruments import instrument_of
from assessment.models import Assessment, State
from assessment.readiness import Gap
from assessment.steps.together import RoomProgress
from organisations.models import Role


@dataclass(frozen=True, slots=True)
class ShownSoFar:
    """Of the perspectives ``asked``, how many have ``enough`` answers to be shown.

    ``own_part``: something is said in it; ``printed``: so are the slips, where there are any.
    """

    enough: int
    asked: int
    own_part: bool = True
    printed: bool = True

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
        return next_of_room(assessment, shown)
    return next_of_open(assessment, shown, role, today)


def next_of_room(assessment: Assessment, shown: ShownSoFar) -> NextStep:
    """Rated together: there are no others to wait for, and the own part can wait for the report."""
    here = (assessment.pk,)
    if not shown.everywhere:
        return NextStep("", _("Go on rating it together"), "go_on_together", here)
    sentence = _("The rating is finished. It can be changed until it is closed.")
    return NextStep(sentence, _("See what is left to do"), "assessment", here)


WHAT_CLOSING_DOES = gettext_lazy("See what closing does")


def next_of_open(assessment: Assessment, shown: ShownSoFar, role: Role, today: date) -> NextStep:
    """Its own page is where the link leads: there it is done."""
    sentence = next_while_open(assessment, shown, role, today).sentence
    if is_overdue(assessment, today):
        sentence = _("Its closing date has passed. %(so_far)s") % {"so_far": sentence}
    return NextStep(sentence, _("See how it is going"), "assessment", (assessment.pk,))


def next_while_open(assessment: Assessment, shown: ShownSoFar, role: Role, today: date) -> NextStep:
    here, sentence = (assessment.pk,), so_far(shown)
    if not shown.own_part:
        blank = _("What your organisation says of itself is blank, and is said before closing.")
        first = (assessment.pk, instrument_of(assessment).domains[0].code)
        return NextStep(f"{sentence} {blank}", _("Begin with the standards"), "standards", first)
    if not shown.printed:
        unprinted = _("The keeper has not printed every sheet of slips yet.")
        return NextStep(f"{sentence} {unprinted}", _("See the links"), "links", here)
    if not may_close(assessment, today):
        words = _("See the links") if shown.everywhere else _("Share the links")
        day = date_format(assessment.closes_on or today, "j F Y")
        until = _("It closes on %(day)s.") % {"day": day}
        return NextStep(f"{sentence} {until}", words, "links", here)
    if not (shown.everywhere or is_overdue(assessment, today)):
        return NextStep(sentence, _("Share the links"), "links", here)
    return next_of_closing(sentence, role, here)


def next_of_closing(sentence: str, role: Role, here: tuple[object, ...]) -> NextStep:
    if role == Role.OWNER:
        may = _("You can close it, or wait for more answers.")
        return NextStep(f"{sentence} {may}", str(WHAT_CLOSING_DOES), "close", here)
    may = _("An owner of your team can close it.")
    return NextStep(f"{sentence} {may}", _("See the links"), "links", here)


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
        return on_from_room(step, seen.room, role)
    return next_while_open(assessment, seen.shown, role, today)  # a passed day has its own notice


def on_from_draft(assessment: Assessment, step: NextStep, missing: tuple[Gap, ...]) -> NextStep:
    for gap in missing:
        if gap.needed:
            return NextStep(gap.sentence, step.words, "setup", (assessment.pk, gap.step))
    sentence = _("Everything it needs is said.")
    return NextStep(sentence, _("Look it over and open it"), "setup", (assessment.pk, "review"))


def on_from_room(step: NextStep, room: RoomProgress, role: Role) -> NextStep:
    """The principles first; the rest is as they wish."""
    if room.sent:
        rest = _("Standards, facts and pyramid are there if you wish, also after the report.")
        sentence = f"{step.sentence} {rest}"
        if role == Role.OWNER:
            return NextStep(sentence, str(WHAT_CLOSING_DOES), "close", step.of)
        return NextStep(f"{sentence} {_('Then an owner of your team closes it.')}")
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
