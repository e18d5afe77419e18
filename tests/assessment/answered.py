"""Assessments of the cast: open, and answered as far as one likes."""

from assessment import drafts
from assessment.ballots import Draft
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.steps import answering, setting_up


def open_assessment(cast, *, length="short", **modes):
    """Open for answers; perspective to mode, individuals giving and receiving unless said."""
    assessment = setting_up.create(
        programme=cast.programme,
        who=cast.owner,
        name="Autumn",
        instrument="2026.2",
        length=length,
    )
    chosen = modes or {"giving": Mode.INDIVIDUAL, "receiving": Mode.INDIVIDUAL}
    setting_up.choose_perspectives(
        assessment=assessment,
        chosen={code: (Mode(mode), None) for code, mode in chosen.items()},
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
