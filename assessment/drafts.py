"""Drafts and their only key: a resume code of four words, shown on screen and kept by nobody.

A cookie holds the code; the database holds its HMAC. Wrong codes are counted by the minute and by
link, so that guessing is slow and nobody is locked out.
"""

import re
import secrets
from functools import cache
from pathlib import Path

from django.core.cache import cache as counters
from django.db import transaction
from django.utils import timezone

from assessment.ballots import Draft
from assessment.models import Link
from organisations.tokens import token_hmac

WORDS_IN_CODE = 4
WRONG_CODES_A_MINUTE = 30

# What every respondent's page says of itself, read in the one query that finds the draft; naming
# the columns halves its time. The start page's longer texts are read where they are shown.
ASSESSMENT = "perspective__assessment"
ORGANISATION = f"{ASSESSMENT}__programme__organisation"
READ = (
    "code",
    "perspective__code",
    "perspective__mode",
    *(
        f"{ASSESSMENT}__{name}"
        for name in ("instrument", "form", "k", "mutual", "together", "state", "closes_on")
    ),
    f"{ASSESSMENT}__programme__name",
    f"{ORGANISATION}__name",
    f"{ORGANISATION}__kind",
)


class TooManyTries(Exception):
    """Thirty wrong codes in this minute on this link: wait a minute."""


@cache
def words() -> tuple[str, ...]:
    """From the long list of the Electronic Frontier Foundation (CC BY 3.0), words that would hurt
    left out."""
    path = Path(__file__).with_name("words.txt")
    return tuple(path.read_text(encoding="ascii").split())


def new_code() -> str:
    return "-".join(secrets.choice(words()) for _ in range(WORDS_IN_CODE))


def tidy(code: str) -> str:
    """A code as people type it: any case, spaces, commas or hyphens between the words."""
    return "-".join(re.findall(r"[a-z]+", code.lower()[:200]))


def looks_like_a_code(code: str) -> bool:
    return len(tidy(code).split("-")) == WORDS_IN_CODE


def hmac_of(code: str) -> str:
    return token_hmac(tidy(code), purpose="draft")


def find_link(code: str) -> Link | None:
    """A link by the code in its address, with its assessment and organisation: one query."""
    return Link.objects.select_related(ORGANISATION).filter(code=code.lower()).first()


def find_draft(link_code: str, code: str) -> Draft | None:
    """The draft of a resume code at a link, sent or not, with its link as above: one query."""
    own = ("code_hmac", "answers", "comment", "group", "sent")
    drafts = Draft.objects.select_related(f"link__{ORGANISATION}")
    drafts = drafts.only(*own, *(f"link__{name}" for name in READ))
    return drafts.filter(link__code=link_code.lower(), code_hmac=hmac_of(code)).first()


def resume_draft(link: Link, code: str) -> Draft | None:
    """The same for a code that was typed in; TooManyTries after thirty wrong ones a minute.

    Where thirty have been wrong, right ones wait too: otherwise guessing could go on.
    """
    if counters.get(this_minute(link), 0) >= WRONG_CODES_A_MINUTE:
        raise TooManyTries
    draft = find_draft(link.code, code)
    if draft is None:
        count_a_wrong_code(link)
    return draft


@transaction.atomic
def count_a_wrong_code(link: Link) -> None:
    """One more, counted under the link's lock: guesses made side by side all count."""
    Link.objects.select_for_update().filter(pk=link.pk).first()
    key = this_minute(link)
    wrong = counters.get(key, 0)
    if wrong >= WRONG_CODES_A_MINUTE:
        raise TooManyTries
    counters.set(key, wrong + 1, timeout=120)


def this_minute(link: Link) -> str:
    return f"wrong-codes-{link.pk}-{timezone.now():%Y%m%d%H%M}"
