"""The four words by which somebody goes on: shown on screen, kept nowhere that others can read.

What is made of them opens a draft, so it is made slowly (argon2id) and with SECRET_KEY: whoever
holds a copy of the database can try no words at all, and whoever holds both pays for each try.
"""

import re
import secrets
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import NamedTuple

from nacl.pwhash import argon2id

from organisations.tokens import token_hmac

WORDS_IN_CODE = 4
# libsodium's own choice for somebody who waits: 64 MB and about a tenth of a second. Once at begin
# and once at resume, never for a page; two at a time, so that a crowd does not fill the memory.
OPERATIONS: int = argon2id.OPSLIMIT_INTERACTIVE
MEMORY: int = argon2id.MEMLIMIT_INTERACTIVE
AT_ONCE = BoundedSemaphore(2)
HALF = 32  # bytes


class MadeOfWords(NamedTuple):
    """``tag`` finds the draft, ``key`` opens its wrapped key; neither tells the other."""

    tag: str
    key: bytes


@cache  # the file is part of the program
def code_words() -> tuple[str, ...]:
    """Ours, and some of the long list of the Electronic Frontier Foundation (CC BY 3.0).

    Nothing that hurts, frightens, preaches or takes sides, nothing spelt the American way, and no
    two that are one letter apart (``tests/assessment/test_resume_words.py``).
    """
    path = Path(__file__).with_name("words.txt")
    return tuple(path.read_text(encoding="ascii").split())


@cache  # the file is part of the program
def known_words() -> frozenset[str]:
    return frozenset(code_words())


def new_code() -> str:
    return "-".join(secrets.choice(code_words()) for _ in range(WORDS_IN_CODE))


def typed_words(code: str) -> list[str]:
    """A code as people type it: any case, spaces, commas or hyphens between the words."""
    # whatever stands between the words is left out; four words are never 200 characters long
    return re.findall(r"[a-z]+", code.lower()[:200])


def tidy_code(code: str) -> str:
    return "-".join(typed_words(code))


def unknown_words(code: str) -> list[str]:
    """Those that are no words of ours: slips of the pen, which can be named."""
    return [word for word in typed_words(code) if word not in known_words()]


def make_of_words(link_code: str, code: str) -> MadeOfWords:
    """The same words make something else at another link, and on another installation."""
    salt = bytes.fromhex(token_hmac(link_code, purpose="draft"))[: argon2id.SALTBYTES]
    with AT_ONCE:
        made = argon2id.kdf(
            2 * HALF, tidy_code(code).encode(), salt, opslimit=OPERATIONS, memlimit=MEMORY
        )
    return MadeOfWords(made[:HALF].hex(), made[HALF:])
