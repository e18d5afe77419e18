"""Rating it together: a few people round one screen, without links or waiting.

The assessment is made, opened and its one group's draft begun in one transaction. The key to that
draft is kept beside the assessment's own, outside the database: what is in it is agreed by a group
and is no person's answers, so any editor may take it up again.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment import keys
from assessment.asked import HowAsked
from assessment.ballots import Ballots, Kind
from assessment.drafts import OpenDraft, find_of_room
from assessment.instruments import instrument_of
from assessment.method.responses import Answer
from assessment.method.results import Mode
from assessment.models import Assessment, Link
from assessment.room import Room
from assessment.sealing import sealed_width
from assessment.steps import answering, setting_up
from organisations.models import Programme, User
from organisations.refusal import Refusal


@dataclass(frozen=True, slots=True)
class RoomProgress:
    """How far a room has come: principles with an answer, and whether it has been sent."""

    rated: int
    principles: int
    sent: bool

    @property
    def all_rated(self) -> bool:
        return self.rated == self.principles


@transaction.atomic
def begin_together(
    *,
    programme: Programme,
    who: User,
    instrument: str,
    length: str,
    room: Room,
    trial: bool = False,
) -> Assessment:
    """An open assessment with one group, whose draft has said who is in the room."""
    today = date_format(timezone.localdate(), "j F Y")
    assessment = setting_up.create(
        programme=programme,
        who=who,
        name=_("Rated together on %(day)s") % {"day": today},
        instrument=instrument,
        length=length,
        mutual=room.mutual,
        together=True,
        trial=trial,
    )
    shape = instrument_of(assessment).shape
    perspective = shape.receiving if room.mutual else shape.panel
    setting_up.choose_perspectives(
        assessment=assessment, chosen={perspective: HowAsked(Mode.GROUP)}
    )
    setting_up.open_for_answers(assessment=assessment, who=who)
    draft = begin_room(assessment)
    answering.say_who_is_here(draft=draft, room=room)
    assessment.refresh_from_db()
    return assessment


def begin_room(assessment: Assessment) -> OpenDraft:
    """The draft that every editor may open."""
    draft = answering.begin(link=link_of(assessment), of_room=True)
    keys.keep_room(assessment.pk, draft.key)
    return draft


def link_of(assessment: Assessment) -> Link:
    """The one link of a room."""
    return Link.objects.select_related("perspective__assessment").get(
        perspective__assessment=assessment
    )


def draft_of(assessment: Assessment) -> OpenDraft:
    draft = find_of_room(assessment)
    if draft is None:
        raise Refusal(_("This was not rated together in one room, or it has closed."))
    return draft


def room_progress(assessment: Assessment) -> RoomProgress:
    """One query."""
    return progress_of(find_of_room(assessment), assessment)


def progress_of(draft: OpenDraft | None, assessment: Assessment) -> RoomProgress:
    principles = instrument_of(assessment).principles
    answers: dict[str, Answer] = answering.answers_of(draft, assessment) if draft else {}
    rated = sum(
        any(answers.get(item.code) is not None for item in principle.items)
        for principle in principles
    )
    return RoomProgress(rated, len(principles), sent=bool(draft and draft.sent))


@transaction.atomic
def send_what_stands(*, assessment: Assessment) -> None:
    """Before closing: what the room has rated counts, also where nobody pressed Send."""
    draft = find_of_room(assessment)
    if draft is None or draft.sent or answering.is_blank(draft):
        return
    answering.send(draft=draft)


@transaction.atomic
def take_back(*, assessment: Assessment) -> None:
    """A room that pressed Send may change its rating until it closes: it is nobody's secret.

    Refused where somebody else has answered through the same link: whose rating is whose is not
    known any more.
    """
    draft = draft_of(assessment)
    answering.locked_assessment(draft.link)
    held = answering.read_again(draft)
    if not held.sent:
        return
    boxes = Ballots.objects.filter(perspective=held.link.perspective)
    width = sealed_width(len(held.content.answers))
    if any(len(box.sealed) != width for box in boxes.filter(kind=Kind.ANSWERS)):
        raise Refusal(_("More than one group has sent its rating: none can be taken back."))
    boxes.delete()
    held.row.sent = False
    held.row.save(update_fields=["sent"])
