"""Drafts and their only key: a resume code of four words, shown on screen and kept by nobody.

A cookie holds the code; the database holds its HMAC. Wrong codes are counted by the minute and by
link, so that guessing is slow and nobody is locked out.
"""

import re
import secrets
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.cache import cache as counters
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from assessment.ballots import Draft
from assessment.models import Assessment, Link, Perspective
from organisations.models import Organisation, Programme
from organisations.tokens import token_hmac

WORDS_IN_CODE = 4  # of 2,900 words: seventy million million codes
WRONG_CODES_A_MINUTE = 30  # more than people mistype, far too few to guess a code

# What every respondent's page needs, read in one query and by column: as a join of six models it
# takes three times as long (1.3 ms against 0.45 ms). What is not named here is read when asked for.
ASSESSMENT = "link__perspective__assessment__"
PROGRAMME = f"{ASSESSMENT}programme__"
READ: tuple[tuple[type[Model], str, tuple[str, ...]], ...] = (
    (Draft, "", ("id", "link_id", "slip_id", "code_hmac", "answers", "comment", "group", "sent")),
    (Link, "link__", ("id", "perspective_id", "code")),
    (Perspective, "link__perspective__", ("id", "assessment_id", "code", "mode", "door", "size")),
    (
        Assessment,
        ASSESSMENT,
        ("id", "programme_id", "instrument", "length", "k", "mutual", "together", "state"),
    ),
    (Programme, PROGRAMME, ("id", "organisation_id", "name")),
    (Organisation, f"{PROGRAMME}organisation__", ("id", "name", "kind")),
)
COLUMNS = [f"{path}{name}" for _model, path, names in READ for name in names]


class TooManyTries(Exception):
    """Thirty wrong codes in this minute on this link: wait a minute."""


@cache  # the file is part of the program
def code_words() -> tuple[str, ...]:
    """From the long list of the Electronic Frontier Foundation (CC BY 3.0), words that would hurt
    left out."""
    path = Path(__file__).with_name("words.txt")
    return tuple(path.read_text(encoding="ascii").split())


def new_code() -> str:
    return "-".join(secrets.choice(code_words()) for _ in range(WORDS_IN_CODE))


def tidy_code(code: str) -> str:
    """A code as people type it: any case, spaces, commas or hyphens between the words."""
    # Whatever stands between the words is left out; four words are never 200 characters long.
    return "-".join(re.findall(r"[a-z]+", code.lower()[:200]))


def looks_like_a_code(code: str) -> bool:
    return len(tidy_code(code).split("-")) == WORDS_IN_CODE


def hmac_of(code: str) -> str:
    return token_hmac(tidy_code(code), purpose="draft")


def find_link(code: str) -> Link | None:
    """A link by the code in its address, with its assessment and organisation: one query."""
    links = Link.objects.select_related("perspective__assessment__programme__organisation")
    return links.filter(code=code.lower()).first()


def find_draft(link_code: str, code: str) -> Draft | None:
    """The draft of a resume code at a link, sent or not, with its link as above: one query."""
    rows = draft_columns().filter(link__code=link_code.lower(), code_hmac=hmac_of(code))
    row = next(iter(rows), None)
    return put_together(rows.db, iter(row)) if row else None


@cache
def draft_columns() -> "QuerySet[Draft, tuple[Any, ...]]":
    """The question, asked of no draft yet: naming its columns is half the work of asking it."""
    return Draft.objects.values_list(*COLUMNS)


def put_together(database: str, values: Iterator[object]) -> Draft:
    """A row of ``COLUMNS`` as the draft with its link, perspective, assessment and organisation."""
    rows: list[Any] = [
        model.from_db(database, names, list(islice(values, len(names))))
        for model, _path, names in READ
    ]
    draft, link, perspective, assessment, programme, organisation = rows
    draft.link, link.perspective, perspective.assessment = link, perspective, assessment
    assessment.programme, programme.organisation = programme, organisation
    found: Draft = draft
    return found


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
    counters.set(key, wrong + 1, timeout=120)  # seconds: to the end of its minute and past it


def this_minute(link: Link) -> str:
    return f"wrong-codes-{link.pk}-{timezone.now():%Y%m%d%H%M}"
