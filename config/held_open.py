"""SQLite on a full disk: what is there can still be read.

SQLite deletes its log and the log's index when the last connection closes, and cannot read before
it has made them again: on a full disk every page would fail. So each process of the server holds
one idle connection, which keeps both files in place.

A log that stays would show what a box of answers was before each one was sent. So it is emptied
after every request that may have changed something, as the last connection used to by closing.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

READING = ("GET", "HEAD")


class HeldOpen:
    """The application, with its SQLite file held open beside it."""

    def __init__(self, application: "WSGIApplication", file: Path) -> None:
        self.application, self.file = application, file
        self.connection: sqlite3.Connection | None = None
        self.has_changed = True  # whatever an earlier process left
        self.lock = Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        response = self.application(environ, start_response)
        if environ["REQUEST_METHOD"] not in READING:
            self.has_changed = True
        if self.has_changed or self.connection is None:
            self.tidy()
        return response

    def tidy(self) -> None:
        """Waits for nobody: what cannot be done now is done after another request."""
        if not self.lock.acquire(blocking=False):
            return
        self.has_changed = False  # first, so that what another thread says meanwhile stays said
        try:
            self.connection = self.connection or hold(self.file)
            done = empty_log(self.connection)
        except sqlite3.Error:
            done = False
        finally:
            self.lock.release()
        self.has_changed = self.has_changed or not done


def readable_on_a_full_disk(application: "WSGIApplication") -> "WSGIApplication":
    if connection.vendor != "sqlite":
        return application
    return HeldOpen(application, Path(connection.settings_dict["NAME"]).absolute())


def hold(file: Path) -> sqlite3.Connection:
    """Never makes the file; reading once makes the log's index."""
    # No timeout: somebody's page would wait with it, and after the next request it is tried again.
    found = sqlite3.connect(
        f"{file.as_uri()}?mode=rw", uri=True, timeout=0, check_same_thread=False
    )
    try:
        found.execute("PRAGMA journal_mode=WAL").fetchall()
        found.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.Error:
        found.close()
        raise
    return found


def empty_log(connection: sqlite3.Connection) -> bool:
    """False where somebody is reading or writing just now."""
    ((busy, *_),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return not busy
