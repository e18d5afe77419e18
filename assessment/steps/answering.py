"""A respondent's steps: begin, say who is in the room, save, send. Each is one step, or none.

Sending seals the answers into the sorted box of their perspective and empties the draft, so that
afterwards nothing joins the two and nobody but closing can open them. ``NotOpen`` where the
assessment has closed in the meantime: its drafts are gone.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Length

from assessment.ballots import Ballots, Draft, Kind
from assessment.drafts import OpenDraft, new_draft
from assessment.instruments import instrument_of, items_asked
from assessment.method.doors import Door
from assessment.method.responses import Answer, decode, encode
from assessment.method.results import Mode
from assessment.models import Assessment, Link, Perspective, State
from assessment.room import Room
from assessment.sealing import (
    COMMENT_WIDTH,
    ROOM_WIDTH,
    padded,
    put_among,
    seal,
    sealed_width,
)
from assessment.steps.slips import free_slip, spend, take_slip
from organisations.refusal import Refusal

BLANK = "."


class NotOpen(Refusal):
    """Answers are not taken any more, or not yet."""

    def __init__(self) -> None:
        super().__init__("This assessment is not open for answers.")


class DoorFull(Refusal):
    """More answers have come through an open link than two from each person there is."""

    def __init__(self) -> None:
        super().__init__("More answers have come than there are people: no more are taken.")


class NothingToSend(Refusal):
    def __init__(self) -> None:
        super().__init__("There is nothing to send yet: every statement is blank.")


def item_codes(assessment: Assessment) -> list[str]:
    return [item.code for item in items_asked(assessment)]


def answers_of(draft: OpenDraft, assessment: Assessment) -> dict[str, Answer]:
    """Item code to answer, None where blank; of a draft that was sent, nothing."""
    answers = draft.content.answers
    return dict(zip(item_codes(assessment), decode(answers), strict=True)) if answers else {}


def begin(*, link: Link, slip: str = "", anew: bool = False, of_room: bool = False) -> OpenDraft:
    """An empty draft. Its words and its key are in what is returned, and kept nowhere else.

    ``slip``: the code of one, where the perspective has them. A slip has one draft at a time:
    ``anew`` throws away what was begun with it before.
    """
    require_open(link.perspective.assessment)
    if has_slips(link):  # before the words, which take a tenth of a second
        free_slip(link.perspective.slips.all(), slip, anew=anew)
    blank = BLANK * len(item_codes(link.perspective.assessment))
    draft = new_draft(link, blank, of_room=of_room)
    save_begun(draft, slip, anew=anew)
    return draft


@transaction.atomic
def save_begun(draft: OpenDraft, slip: str, *, anew: bool) -> None:
    link = draft.link
    require_door_open(link, locked_assessment(link))
    if has_slips(link):
        draft.row.slip = take_slip(link.perspective, slip, anew=anew)
    draft.row.save()


@transaction.atomic
def say_who_is_here(*, draft: OpenDraft, room: Room) -> None:
    """Of a group: before it rates, and again whenever somebody comes or leaves.

    Once the rating is sent nothing changes: it goes by who was there then.
    """
    assessment = locked_assessment(draft.link)
    counts = room.as_kept(instrument_of(assessment))["counts"]
    held = written(draft, lambda held: held.keep(counts=counts))
    if held and assessment.together:  # there is no other room whose rating could be sent
        keep_panel(assessment, draft.link.perspective, counts)


def keep_panel(assessment: Assessment, perspective: Perspective, counts: Mapping[str, int]) -> None:
    """What a panel says of itself decides whether it counts (docs/method.md section 5)."""
    shape = instrument_of(assessment).shape
    if counts and perspective.code == shape.panel:
        room = Room(counts=counts)
        assessment.panel_people, assessment.panel_lived = room.people, room.lived(shape)
        assessment.save(update_fields=["panel_people", "panel_lived"])


def save_page(*, draft: OpenDraft, answers: Mapping[str, Answer]) -> None:
    """Keep the answers of a page: all of those named, blank where the person cleared one.

    KeyError for an item that is not asked. A draft already sent stays as it is.
    """
    assessment = draft.link.perspective.assessment
    if unknown := answers.keys() - set(item_codes(assessment)):
        raise KeyError(*unknown)

    def keep(held: OpenDraft) -> bool:
        return held.keep(answers=encode({**answers_of(held, assessment), **answers}.values()))

    written(draft, keep)


def save_comment(*, draft: OpenDraft, comment: str) -> None:
    """Keep what stands in the box at the end: a comment or, of a group, its different view."""
    written(draft, lambda held: held.keep_comment(comment))


@transaction.atomic
def send(*, draft: OpenDraft) -> None:
    """Into the box, once: a second tab or a lost reply finds the draft sent and changes nothing.

    The assessment's lock comes first, as in closing: sent before it closes, or not at all.
    """
    assessment = locked_assessment(draft.link)
    if is_blank(draft):
        draft = read_again(draft)  # before it is refused: another window may have saved
    held = written(draft, lambda held: sent_now(held, assessment))
    if held is None:
        return
    spend(held.row.slip_id)
    put_response(
        assessment=assessment,
        perspective=held.link.perspective,
        answers=held.content.answers,
        comment=held.comment,
        room=held.group if is_group(held.link) else None,
    )
    keep_panel(assessment, held.link.perspective, held.content.counts)


def sent_now(draft: OpenDraft, assessment: Assessment) -> bool:
    if is_blank(draft):
        raise NothingToSend
    require_door_open(draft.link, assessment)
    return draft.empty()


def is_blank(draft: OpenDraft) -> bool:
    return set(draft.content.answers) <= {BLANK}


def put_response(
    *,
    assessment: Assessment,
    perspective: Perspective,
    answers: str,
    comment: str = "",
    room: Mapping[str, Any] | None = None,
) -> None:
    """Seal one response into the boxes of its perspective; the caller holds the assessment's lock.

    ``room``: of a group, who was there; its comment is the group's different view.
    """
    public = assessment.public_key
    put_in(perspective, Kind.ANSWERS, seal(public, answers.encode("ascii")))
    words = comment.strip()
    if room is None and words:
        put_in(perspective, Kind.COMMENTS, seal(public, padded(words, COMMENT_WIDTH)))
    elif room or words:
        text = json.dumps({**(room or {}), "different_view": words}, ensure_ascii=False)
        put_in(perspective, Kind.ROOMS, seal(public, padded(text, ROOM_WIDTH)))


def put_in(perspective: Perspective, kind: Kind, sealed: bytes) -> None:
    """Locked: of two who send at once the second writes after it has read what the first put in."""
    boxes = Ballots.objects.filter(perspective=perspective, kind=kind)
    held = list(boxes.select_for_update().values_list("sealed", flat=True))
    if held:
        boxes.update(sealed=put_among(bytes(held[0]), sealed))
    else:
        boxes.create(perspective=perspective, kind=kind, sealed=sealed)


def locked_assessment(link: Link) -> Assessment:
    """The assessment of a link, held open for answers until the transaction ends.

    Locked: whoever closes it waits for what is being sent, or is waited for and seen here.
    """
    return held_open(link.perspective.assessment_id)


def held_open(pk: UUID) -> Assessment:
    assessment = next(iter(assessments_to_hold().filter(pk=pk)), None)
    if assessment is None or assessment.state != State.OPEN:
        raise NotOpen
    return assessment


@cache
def assessments_to_hold() -> QuerySet[Assessment]:
    """Without the texts that an organisation wrote: nobody who answers needs them here."""
    return Assessment.objects.select_for_update().only(
        *("state", "public_key", "instrument", "length", "k", "mutual", "together", "programme")
    )


def require_door_open(link: Link, assessment: Assessment) -> None:
    perspective = link.perspective
    if fills(perspective) and is_full(perspective, sent(perspective, assessment)):
        raise DoorFull


def fills(perspective: Perspective) -> bool:
    """An open link stops where somebody must be stuffing the box; slips stop by themselves."""
    alone = perspective.mode == Mode.INDIVIDUAL
    return alone and perspective.door == Door.OPEN and perspective.places is not None


def is_full(perspective: Perspective, number: int) -> bool:
    """With so many sent, where it fills at all."""
    return number >= (perspective.places or 0)


def sent(perspective: Perspective, assessment: Assessment) -> int:
    boxes = Ballots.objects.filter(perspective=perspective, kind=Kind.ANSWERS)
    held = boxes.values_list(Length("sealed"), flat=True).first()
    return (held or 0) // sealed_width(len(item_codes(assessment)))


def written(draft: OpenDraft, write: Callable[[OpenDraft], bool]) -> OpenDraft | None:
    """The draft that ``write`` wrote over, as it was; after another wrote (a second window) it is
    read and tried again. None where it was sent before, and stays so. NotOpen once it is gone:
    closing deletes drafts, in the transaction that closes."""
    require_open(draft.link.perspective.assessment)
    held = draft
    while not held.sent:
        if write(held):
            return held
        held = read_again(held)
    return None


def read_again(draft: OpenDraft) -> OpenDraft:
    row = Draft.objects.filter(pk=draft.row.pk).first()
    if row is None:
        raise NotOpen
    row.link = draft.link  # neither it nor what is above it changes while it is open
    return OpenDraft(row, draft.key)


def require_open(assessment: Assessment) -> None:
    if assessment.state != State.OPEN:
        raise NotOpen


def has_slips(link: Link) -> bool:
    return has_slips_of(link.perspective)


def has_slips_of(perspective: Perspective) -> bool:
    return perspective.mode == Mode.INDIVIDUAL and perspective.door == Door.EACH


def is_group(link: Link) -> bool:
    return link.perspective.mode == Mode.GROUP.value
