"""``manage.py backup FILE``: one whole copy of the SQLite database while the site is in use.

Copying the file itself would not do: what was committed last may stand in the log beside it.
"""

import errno
import os
import sqlite3
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shlex import quote
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from operations.command_faults import refuse_command

FOR_POSTGRESQL = """This site runs on PostgreSQL, which makes its own copies:

    umask 077 && pg_dump --format=custom --no-owner --file={file} "$DATABASE_URL"
"""
OPEN = """{number} open for answers. The keys to them (KEYS_DIR) are not in this copy: without
them it restores everything but what people have sent to what is open. Keep the keys' own copies
apart from it, and delete it within {days} days: people are told so.
"""
HOW_MANY_ARE_OPEN = "SELECT count(*) FROM assessment_assessment WHERE state = 'open'"


class Command(BaseCommand):
    help = "Copy the SQLite database into FILE while the site is in use; FILE must be new."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file: Path, **_: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError(FOR_POSTGRESQL.format(file=quote(str(file))))
        try:
            with not_yet_named(file) as unfinished:
                are_open = copy_into(unfinished)
        except FileExistsError as fault:
            refuse_command(
                self, "There is no copy.", [f"{fault.filename} exists: choose another name"]
            )
        except OSError as fault:
            refuse_command(
                self, "There is no copy.", [f"{fault.filename or file}: {fault.strerror}"]
            )
        except sqlite3.Error as fault:
            refuse_command(self, "There is no copy.", [str(fault)])
        else:
            self.stdout.write(f"Copied to {file}.")
            self.say_what_it_holds(are_open)

    def say_what_it_holds(self, are_open: int) -> None:
        if are_open:
            number = "1 assessment is" if are_open == 1 else f"{are_open} assessments are"
            self.stdout.write(OPEN.format(number=number, days=settings.BACKUP_DAYS))


@contextmanager
def not_yet_named(file: Path) -> Iterator[Path]:
    """A file of another name, for its owner alone, that gets its own name once it is whole."""
    refuse_to_overwrite(file)
    unfinished = file.with_name(f"{file.name}.unfinished")
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield unfinished
        refuse_to_overwrite(file)
        unfinished.rename(file)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def refuse_to_overwrite(file: Path) -> None:
    if os.path.lexists(file):
        raise FileExistsError(errno.EEXIST, "exists", str(file))


def copy_into(file: Path) -> int:
    """How many assessments the copy holds that are open.

    All pages are copied in one step: nothing sent meanwhile is in it by half, or starts it anew.
    """
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        ((found,),) = copy.execute("PRAGMA integrity_check(1)")
        ((are_open,),) = copy.execute(HOW_MANY_ARE_OPEN)
    if found != "ok":
        raise sqlite3.DatabaseError(f"it would be damaged ({found})")
    with file.open("rb") as written:
        os.fsync(written.fileno())
    return int(are_open)
