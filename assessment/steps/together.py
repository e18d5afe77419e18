"""Rating it together: a few people round one screen, without links or waiting.

The assessment is made, opened and its one group's draft begun in one transaction. Its resume code
is kept with it: what is in the draft is agreed by a group and is no person's answers.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment.asked import HowAsked
from assessment.ballots import Draft
from assessment.drafts import hmac_of
from assessment.instruments import instrument_of
from assessment.method.responses import Answer
from assessment.method.results import Mode
from assessment.models import Assessment, Link
from assessment.room import Room
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
    *, programme: Programme, who: User, instrument: str, length: str, room: Room
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
    )
    shape = instrument_of(assessment).shape
    perspective = shape.receiving if room.mutual else shape.panel
    setting_up.choose_perspectives(
        assessment=assessment, chosen={perspective: HowAsked(Mode.GROUP)}
    )
    setting_up.open_for_answers(assessment=assessment, who=who)
    assessment.together_code = answering.begin(link=link_of(assessment))
    assessment.save(update_fields=["together_code"])
    answering.say_who_is_here(draft=draft_of(assessment), room=room)
    assessment.refresh_from_db()
    return assessment


def link_of(assessment: Assessment) -> Link:
    """The one link of a room."""
    return Link.objects.select_related("perspective__assessment").get(
        perspective__assessment=assessment
    )


def find_room(assessment: Assessment) -> Draft | None:
    """The room's draft, sent or not, with its link: one query. None once it has closed."""
    if not assessment.together_code:
        return None
    drafts = Draft.objects.select_related("link__perspective__assessment__programme__organisation")
    code_hmac = hmac_of(assessment.together_code)
    return drafts.filter(link__perspective__assessment=assessment, code_hmac=code_hmac).first()


def draft_of(assessment: Assessment) -> Draft:
    draft = find_room(assessment)
    if draft is None:
        raise Refusal(_("This was not rated together in one room, or it has closed."))
    return draft


def room_progress(assessment: Assessment) -> RoomProgress:
    """One query."""
    return progress_of(find_room(assessment), assessment)


def progress_of(draft: Draft | None, assessment: Assessment) -> RoomProgress:
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
    draft = find_room(assessment)
    if draft is None or draft.sent or set(draft.answers) <= {answering.BLANK}:
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
    box, held = answering.locked_box(draft.link), answering.locked_draft(draft)
    if not held.sent:
        return
    if len(box.groups) != 1 or len(box.joined) != len(answering.item_codes(assessment)):
        raise Refusal(_("More than one group has sent its rating: none can be taken back."))
    held.answers, held.group, held.sent = box.joined, box.groups[0], False
    box.joined, box.groups = "", []
    held.save(update_fields=["answers", "group", "sent"])
    box.save(update_fields=["joined", "groups"])
