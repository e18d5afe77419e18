"""Drafts and their only key: a resume code of four words, shown on screen and kept by nobody.

A cookie holds the code; the database holds its HMAC. Wrong codes are counted by the minute and by
link, so that guessing is slow and nobody is locked out.
"""

import re
import secrets
from functools import cache
from pathlib import Path

from django.core.cache import cache as counters
from django.utils import timezone

from assessment.ballots import Draft
from assessment.models import Link
from organisations.tokens import token_hmac

WORDS_IN_CODE = 4
WRONG_CODES_A_MINUTE = 30


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


def hmac_of(code: str) -> str:
    return token_hmac(tidy(code), purpose="draft")


def find_draft(link: Link, code: str) -> Draft | None:
    """The draft of a code on this link, sent or not, from its cookie."""
    return Draft.objects.filter(link=link, code_hmac=hmac_of(code)).first()


def resume_draft(link: Link, code: str) -> Draft | None:
    """The same for a code that was typed in; TooManyTries after thirty wrong ones a minute."""
    key = f"wrong-codes-{link.pk}-{timezone.now():%Y%m%d%H%M}"
    if counters.get(key, 0) >= WRONG_CODES_A_MINUTE:
        raise TooManyTries
    draft = find_draft(link, code)
    if draft is None:
        counters.add(key, 0, timeout=120)
        counters.incr(key)
    return draft
