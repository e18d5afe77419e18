"""Sessions: sealed at rest, and ended after twelve hours without a page or fourteen days in all.

The ages are looked at when a session is read. So a page that reads none, as those of people who
answer, neither ends one nor keeps one alive.
"""

import json
import time
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from organisations.accounts.at_rest import seal, unseal

LONGEST = 14 * 24 * 3600  # seconds since signing in, however often a page is asked for
LONGEST_WITHOUT_A_PAGE = 12 * 3600  # seconds: a working day, not the night after it
NOTED_EVERY = 300  # seconds: a page that comes sooner costs no write
BEGAN, LAST_PAGE = "began", "last_page"


class SessionStore(DatabaseStore):
    """Django's own, in which somebody's time runs out."""

    def load(self) -> dict[str, Any]:
        held: dict[str, Any] = super().load()
        if SESSION_KEY not in held:
            return held
        now = int(time.time())
        if has_ended(held, now):
            self.delete()
            self._session_key = None
            return {}
        if now - held.get(LAST_PAGE, 0) >= NOTED_EVERY:
            held |= {BEGAN: held.get(BEGAN, now), LAST_PAGE: now}
            self.modified = True
        return held


def has_ended(held: dict[str, Any], now: int) -> bool:
    without_a_page = now - int(held.get(LAST_PAGE, now))
    return without_a_page >= LONGEST_WITHOUT_A_PAGE or now - int(held.get(BEGAN, now)) >= LONGEST


def begin_again(session: Any) -> None:
    """For somebody who has just signed in."""
    session[BEGAN] = session[LAST_PAGE] = int(time.time())


class SealedJSON:
    """A serializer of sessions: for a while they hold the key of an authenticator app, or words."""

    def dumps(self, held: dict[str, Any]) -> bytes:
        return seal(json.dumps(held, separators=(",", ":")).encode())

    def loads(self, sealed: bytes) -> Any:
        return json.loads(unseal(sealed))
