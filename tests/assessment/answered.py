"""Assessments of the cast: open, and answered as far as one likes."""

from django.utils import timezone

from assessment import keys
from assessment.asked import HowAsked
from assessment.ballots import Ballots, Draft, Kind
from assessment.drafts import OpenDraft
from assessment.method.doors import Door
from assessment.method.responses import encode
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective
from assessment.sealing import COMMENT_WIDTH, ROOM_WIDTH, open_all, unpadded
from assessment.steps import answering, setting_up
from questions.reading import DEFAULT_VERSION


def open_assessment(cast, *, length="short", **modes):
    """Open for answers; perspective to mode, individuals giving and receiving unless said."""
    assessment = set_up(cast, length=length, **modes)
    setting_up.open_for_answers(assessment=assessment, who=cast.owner)
    return Assessment.objects.get(pk=assessment.pk)


def set_up(cast, *, length="short", **modes):
    """The same before it opens."""
    assessment = setting_up.create(
        programme=cast.programme,
        who=cast.owner,
        name="Autumn",
        instrument=DEFAULT_VERSION,
        length=length,
    )
    chosen = modes or {"giving": Mode.INDIVIDUAL, "receiving": Mode.INDIVIDUAL}
    setting_up.choose_perspectives(
        assessment=assessment,
        chosen={code: HowAsked(Mode(mode), door=Door.OPEN) for code, mode in chosen.items()},
    )
    setting_up.set_limits(assessment=assessment, k=5, closes_on=timezone.localdate())
    return assessment


def open_with_slips(cast, *, door=Door.EACH, keeper=..., closes_on=..., **sizes):
    """Open for individuals, with slips unless said; perspective to how many people it has."""
    assessment = setting_up.create(
        programme=cast.programme,
        who=cast.owner,
        name="Autumn",
        instrument=DEFAULT_VERSION,
        length="short",
    )
    setting_up.choose_perspectives(
        assessment=assessment,
        chosen={code: HowAsked(Mode.INDIVIDUAL, size, door) for code, size in sizes.items()},
    )
    setting_up.set_limits(
        assessment=assessment,
        k=5,
        closes_on=timezone.localdate() if closes_on is ... else closes_on,
        keeper=cast.keeper if keeper is ... else keeper,
    )
    setting_up.open_for_answers(assessment=assessment, who=cast.owner)
    return Assessment.objects.get(pk=assessment.pk)


def link_of(assessment, perspective):
    return assessment.perspectives.get(code=perspective).link


def draft_with(link, answers):
    """A draft that holds these answers to the first items, not sent."""
    draft = answering.begin(link=link)
    codes = answering.item_codes(link.perspective.assessment)
    answering.save_page(draft=draft, answers=dict(zip(codes, answers, strict=False)))
    return draft


def respond(assessment, perspective, answers, comment="", room=None):
    """One response that was sent, by way of a draft."""
    draft = draft_with(link_of(assessment, perspective), answers)
    if room:
        answering.say_who_is_here(draft=draft, room=room)
    if comment:
        answering.save_comment(draft=draft, comment=comment)
    answering.send(draft=draft)
    return draft


def put(assessment, perspective, answers, comment="", room=None):
    """The same straight into the box; ``room``: what a group's rating says of it."""
    codes = answering.item_codes(assessment)
    given = [*answers, *[None] * (len(codes) - len(answers))]
    answering.put_response(
        assessment=assessment,
        perspective=assessment.perspectives.get(code=perspective),
        answers=encode(given),
        comment=comment,
        room=room,
    )


def stored(draft):
    """A draft as the database has it now."""
    return OpenDraft(Draft.objects.get(pk=draft.row.pk), draft.key)


def another_day():
    """How many have answered is counted anew."""
    Perspective.objects.update(told_on=None)


def opened(assessment, kind=Kind.ANSWERS):
    """What closing would find in the boxes of a kind, sorted."""
    key = keys.private_key(assessment.pk, assessment.public_key)
    width = {
        Kind.ANSWERS: len(answering.item_codes(assessment)),
        Kind.COMMENTS: COMMENT_WIDTH,
        Kind.ROOMS: ROOM_WIDTH,
    }[kind]
    boxes = Ballots.objects.filter(perspective__assessment=assessment, kind=kind)
    found = [one for box in boxes for one in open_all(bytes(box.sealed), width, key, iter)]
    return sorted(one.decode() if kind == Kind.ANSWERS else unpadded(one, width) for one in found)
