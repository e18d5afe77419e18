"""A respondent's steps: begin, save a page, send. Each is one transaction.

Sending moves the answers from the draft into the sorted box of their perspective and empties the
draft, so that afterwards nothing joins the two.
"""

from bisect import insort
from collections.abc import Mapping

from django.db import transaction

from assessment.ballots import Ballots, Draft
from assessment.drafts import hmac_of, new_code
from assessment.method.responses import Answer, decode, encode
from assessment.models import Assessment, Link, State
from organisations.refusal import Refusal
from questions import Form, Instrument, load

LONGEST_COMMENT = 5000


def instrument_of(assessment: Assessment) -> Instrument:
    return load(assessment.instrument)


def item_codes(assessment: Assessment) -> list[str]:
    return [item.code for item in instrument_of(assessment).items(Form(assessment.form))]


@transaction.atomic
def begin(*, link: Link) -> str:
    """An empty draft; returns its code, which is kept nowhere else."""
    assessment = link.perspective.assessment
    require_open(assessment)
    code = new_code()
    Draft.objects.create(
        link=link, code_hmac=hmac_of(code), answers="." * len(item_codes(assessment))
    )
    return code


def answers_of(draft: Draft, assessment: Assessment) -> dict[str, Answer]:
    codes = item_codes(assessment)
    return dict(zip(codes, decode(draft.answers), strict=True)) if draft.answers else {}


@transaction.atomic
def save_page(*, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """Keep the answers of a page: all of those named, blank where the person cleared one.

    KeyError for an item that the form does not have. A draft already sent stays as it is.
    """
    held = Draft.objects.select_for_update().get(pk=draft.pk)
    assessment = held.link.perspective.assessment
    require_open(assessment)
    if held.sent:
        return
    kept = answers_of(held, assessment)
    for code, answer in answers.items():
        if code not in kept:
            raise KeyError(code)
        kept[code] = answer
    held.answers = encode(kept.values())
    held.save(update_fields=["answers"])


@transaction.atomic
def save_comment(*, draft: Draft, comment: str, group: Mapping[str, object] | None = None) -> None:
    held = Draft.objects.select_for_update().get(pk=draft.pk)
    require_open(held.link.perspective.assessment)
    if not held.sent:
        held.comment = comment[:LONGEST_COMMENT]
        held.group = dict(group) if group else held.group
        held.save(update_fields=["comment", "group"])


@transaction.atomic
def send(*, draft: Draft) -> None:
    """Into the box, once: a second tab or a lost reply finds the draft sent and changes nothing."""
    link = Link.objects.select_related("perspective__assessment").get(pk=draft.link_id)
    box = locked_box(link)
    held = Draft.objects.select_for_update().get(pk=draft.pk)
    if held.sent:
        return
    require_open(link.perspective.assessment)
    if set(held.answers) <= {"."}:
        raise Refusal("There is nothing to send yet: every statement is blank.")
    put_into(box, held)
    held.answers, held.comment, held.group, held.sent = "", "", None, True
    held.save(update_fields=["answers", "comment", "group", "sent"])


def locked_box(link: Link) -> Ballots:
    Ballots.objects.get_or_create(perspective=link.perspective)
    return Ballots.objects.select_for_update().get(perspective=link.perspective)


def put_into(box: Ballots, draft: Draft) -> None:
    width = len(draft.answers)
    strings = [box.joined[at : at + width] for at in range(0, len(box.joined), width)]
    insort(strings, draft.answers)
    box.joined = "".join(strings)
    if draft.comment.strip():
        insort(box.comments, draft.comment.strip())
    if draft.group:
        box.groups = sorted([*box.groups, draft.group], key=str)
    box.save(update_fields=["joined", "comments", "groups"])


def require_open(assessment: Assessment) -> None:
    if assessment.state != State.OPEN:
        raise Refusal("This assessment is not open for answers.")
