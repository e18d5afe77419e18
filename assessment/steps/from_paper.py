"""Questionnaires on paper, put in one by one by somebody whom people trust with the sheets."""

from collections.abc import Mapping
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.ballots import Ballots, Kind
from assessment.method.responses import Answer
from assessment.models import Link, Perspective
from assessment.sealing import Strings
from assessment.steps.answering import (
    NothingToSend,
    begin,
    locked_assessment,
    put_in,
    save_comment,
    save_page,
    send,
)
from organisations.refusal import Refusal

DIGEST = 16  # bytes: two sheets in a million million never share one


class AlreadyIn(Refusal):
    """The same page was sent twice: a double press, a page that was loaded again."""

    def __init__(self) -> None:
        super().__init__(_("This questionnaire is in already: it counts once."))


@transaction.atomic
def enter_from_paper(
    *, link: Link, answers: Mapping[str, Answer], comment: str, slip: str = "", sheet: str = ""
) -> None:
    """One questionnaire for its writer: through the same door, or not at all.

    ``sheet``: a random number that the page had for it; with the same one it counts once.
    Refusal where the door would refuse the writer too.
    """
    # Before its slip is looked at: else one without answers would tell, at no cost and without a
    # trace, whether a slip has been used.
    if all(answer is None for answer in answers.values()):
        raise NothingToSend
    # The lock first: of two presses the second waits here until the first is in.
    locked_assessment(link)
    if sheet:
        remember(link.perspective, sheet)
    draft = begin(link=link, slip=slip)
    save_page(draft=draft, answers=answers)
    save_comment(draft=draft, comment=comment)
    send(draft=draft)


def remember(perspective: Perspective, sheet: str) -> None:
    """Until closing. Sorted by a digest, so it says neither when a sheet came nor what it says."""
    made = sha256(sheet.encode()).digest()[:DIGEST]
    boxes = Ballots.objects.filter(perspective=perspective, kind=Kind.SHEETS)
    held = boxes.values_list("sealed", flat=True).first()
    if made in Strings(bytes(held or b""), DIGEST):
        raise AlreadyIn
    put_in(perspective, Kind.SHEETS, made)
