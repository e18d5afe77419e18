"""Assessments of the cast: open, and answered as far as one likes."""

from django.utils import timezone

from assessment import drafts
from assessment.asked import HowAsked
from assessment.ballots import Draft
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.steps import answering, setting_up
from questions.reading import DEFAULT_VERSION


def open_assessment(cast, *, length="short", **modes):
    """Open for answers; perspective to mode, individuals giving and receiving unless said."""
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
    setting_up.open_for_answers(assessment=assessment, who=cast.owner)
    return Assessment.objects.get(pk=assessment.pk)


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
    code = answering.begin(link=link)
    draft = Draft.objects.get(code_hmac=drafts.hmac_of(code))
    codes = answering.item_codes(link.perspective.assessment)
    answering.save_page(draft=draft, answers=dict(zip(codes, answers, strict=False)))
    return draft


def respond(assessment, perspective, answers, comment="", group=None, room=None):
    draft = draft_with(link_of(assessment, perspective), answers)
    if room:
        answering.say_who_is_here(draft=draft, room=room)
    if comment or group:
        answering.save_comment(draft=draft, comment=comment, group=group)
    answering.send(draft=draft)
    return draft
