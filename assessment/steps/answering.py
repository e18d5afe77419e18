"""A respondent's steps: begin, say who is in the room, save, send. Each is one transaction.

Sending moves the answers from the draft into the sorted box of their perspective and empties the
draft, so that afterwards nothing joins the two. ``NotOpen`` where the assessment has closed in the
meantime: its drafts are gone.
"""

from bisect import bisect, insort
from collections.abc import Mapping

from django.db import transaction
from django.db.models.functions import Length

from assessment.ballots import Ballots, Draft
from assessment.drafts import hmac_of, new_code
from assessment.instruments import instrument_of, items_asked
from assessment.method.doors import Door
from assessment.method.responses import Answer, decode, encode
from assessment.method.results import Mode
from assessment.models import Assessment, Link, Perspective, State
from assessment.room import Room
from assessment.steps.slips import spend, take_slip
from organisations.refusal import Refusal

LONGEST_COMMENT = 5000  # characters, about two pages
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


def answers_of(draft: Draft, assessment: Assessment) -> dict[str, Answer]:
    """Item code to answer, None where blank; of a draft that was sent, nothing."""
    codes = item_codes(assessment)
    return dict(zip(codes, decode(draft.answers), strict=True)) if draft.answers else {}


@transaction.atomic
def begin(*, link: Link, slip: str = "", anew: bool = False) -> str:
    """An empty draft; returns its code, which is kept nowhere else.

    ``slip``: the code of one, where the perspective has them. A slip has one draft at a time:
    ``anew`` throws away what was begun with it before.
    """
    assessment = locked_assessment(link)
    require_door_open(link, assessment)
    taken = take_slip(link.perspective, slip, anew=anew) if has_slips(link) else None
    code = new_code()
    Draft.objects.create(
        link=link, slip=taken, code_hmac=hmac_of(code), answers=BLANK * len(item_codes(assessment))
    )
    return code


@transaction.atomic
def say_who_is_here(*, draft: Draft, room: Room) -> None:
    """Of a group: before it rates, and again whenever somebody comes or leaves.

    Once the rating is sent nothing changes: it goes by who was there then.
    """
    assessment = locked_assessment(draft.link)
    held = locked_draft(draft)
    if held.sent:
        return
    held.group = {**(held.group or {}), **room.as_kept(instrument_of(assessment))}
    held.save(update_fields=["group"])
    if assessment.together:  # there is no other room whose rating could be sent
        keep_panel(assessment, held)


def keep_panel(assessment: Assessment, draft: Draft) -> None:
    """What a panel says of itself decides whether it counts (docs/method.md section 5)."""
    counts = (draft.group or {}).get("counts")
    shape = instrument_of(assessment).shape
    if counts and draft.link.perspective.code == shape.panel:
        room = Room(counts=counts)
        assessment.panel_people, assessment.panel_lived = room.people, room.lived(shape)
        assessment.save(update_fields=["panel_people", "panel_lived"])


@transaction.atomic
def save_page(*, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """Keep the answers of a page: all of those named, blank where the person cleared one.

    KeyError for an item that is not asked. A draft already sent stays as it is.
    """
    held = locked_draft(draft)
    if held.sent:
        return
    kept = answers_of(held, held.link.perspective.assessment)
    for code, answer in answers.items():
        if code not in kept:
            raise KeyError(code)
        kept[code] = answer
    held.answers = encode(kept.values())
    held.save(update_fields=["answers"])


@transaction.atomic
def save_comment(
    *, draft: Draft, comment: str | None = None, group: Mapping[str, object] | None = None
) -> None:
    """Keep a comment or, of a group, its ``different_view``. What is not named stays as it was."""
    held = locked_draft(draft)
    if held.sent:
        return
    if comment is not None:
        held.comment = comment[:LONGEST_COMMENT]
    if group:
        held.group = {**(held.group or {}), **group}
    held.save(update_fields=["comment", "group"])


@transaction.atomic
def send(*, draft: Draft) -> None:
    """Into the box, once: a second tab or a lost reply finds the draft sent and changes nothing.

    The assessment's lock comes first, as in closing: sent before it closes, or not at all.
    """
    assessment = locked_assessment(draft.link)
    box = locked_box(draft.link)
    held = locked_draft(draft)
    if held.sent:
        return
    require_something_to_send(held)
    require_door_open(draft.link, assessment)
    spend(held.slip_id)
    put_into(box, held)
    keep_panel(assessment, held)
    held.answers, held.comment, held.group, held.slip, held.sent = "", "", None, None, True
    held.save(update_fields=["answers", "comment", "group", "slip", "sent"])


def require_something_to_send(draft: Draft) -> None:
    if set(draft.answers) <= {BLANK}:
        raise NothingToSend


def locked_assessment(link: Link) -> Assessment:
    """The assessment of a link, held open for answers until the transaction ends.

    Locked: whoever closes it waits for what is being sent, or is waited for and seen here.
    """
    pk = link.perspective.assessment_id
    assessment = Assessment.objects.select_for_update().filter(pk=pk).first()
    if assessment is None or assessment.state != State.OPEN:
        raise NotOpen
    return assessment


def require_door_open(link: Link, assessment: Assessment) -> None:
    """An open link stops where somebody must be stuffing the box; slips stop by themselves."""
    perspective = link.perspective
    if perspective.mode != Mode.INDIVIDUAL or perspective.door != Door.OPEN:
        return
    if perspective.size and sent(perspective, assessment) >= 2 * perspective.size:
        raise DoorFull


def sent(perspective: Perspective, assessment: Assessment) -> int:
    box = Ballots.objects.filter(perspective=perspective).values_list(Length("joined")).first()
    return box[0] // len(item_codes(assessment)) if box else 0


def locked_draft(draft: Draft) -> Draft:
    """The draft as it is now. Closing deletes drafts, so whoever holds one holds closing up."""
    held = (
        Draft.objects.select_for_update(of=("self",))
        .select_related("link__perspective__assessment")
        .filter(pk=draft.pk)
        .first()
    )
    if held is None:
        raise NotOpen
    require_open(held.link.perspective.assessment)
    return held


def locked_box(link: Link) -> Ballots:
    """The box of a link's perspective, made for the first answer.

    Locked: of two who send at once the second writes after it has read what the first put in.
    """
    box = Ballots.objects.select_for_update().filter(perspective=link.perspective).first()
    return box or Ballots.objects.create(perspective=link.perspective)


def put_into(box: Ballots, draft: Draft) -> None:
    """One string more, in its sorted place: where it stands says nothing of when it came."""
    width = len(draft.answers)
    place = width * bisect(
        range(len(box.joined) // width),
        draft.answers,
        key=lambda row: box.joined[row * width : (row + 1) * width],
    )
    box.joined = box.joined[:place] + draft.answers + box.joined[place:]
    if draft.comment.strip():
        insort(box.comments, draft.comment.strip())
    if draft.group:
        box.groups = sorted([*box.groups, draft.group], key=str)
    box.save(update_fields=["joined", "comments", "groups"])


def require_open(assessment: Assessment) -> None:
    if assessment.state != State.OPEN:
        raise NotOpen


def has_slips(link: Link) -> bool:
    perspective = link.perspective
    return perspective.mode == Mode.INDIVIDUAL and perspective.door == Door.EACH


def is_group(link: Link) -> bool:
    return link.perspective.mode == Mode.GROUP.value
