"""Opens, answers, closes and scrubs in a child that is killed at its Nth effect on a disk.

``python -m tests.assessment.steps.killed FOLDER EVERY``: FOLDER holds a database with an assessment
that is being set up. Prints a line of JSON for each kill: after which step it came, what a fresh
reader finds, and what is there once everything was run again. Forked, because starting Django for
each of a hundred kills would take minutes.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
import traceback
from contextlib import closing as closing_of
from pathlib import Path

import django

PREPARE = """
from tests.assessment.answered import *
from tests.cast import make_cast
assessment = set_up(make_cast(), length="full")
"""


def main(prepared, every):
    django.setup()
    from django.db import connections  # noqa: PLC0415 - after the set-up

    connections.close_all()
    number, over = 0, False
    while not over:
        var = prepared.parent / f"killed-{number}"
        shutil.copytree(prepared, var)
        over = in_a_child(lambda: scenario(var, number)) == 0  # noqa: B023 - run at once
        found = look(var)
        assert in_a_child(lambda: scenario(var, None)) == 0  # noqa: B023
        sys.stdout.write(json.dumps([number, steps_of(var), found, look(var)]) + "\n")
        shutil.rmtree(var)
        number += every


def in_a_child(run):
    """How it ended: 0 is well, anything else that it was killed or failed."""
    child = os.fork()
    if child == 0:
        try:
            run()
        except BaseException:  # noqa: BLE001 - a fork that goes on would be a second parent
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def scenario(var, kill_at):
    """Every step once; run again, it does what is left of it."""
    use(var)
    if kill_at is not None:
        kill_before_effect(kill_at)
    from assessment.models import Assessment, State  # noqa: PLC0415
    from assessment.steps import answering, closing, setting_up  # noqa: PLC0415
    from organisations.models import User  # noqa: PLC0415

    who, assessment = User.objects.first(), Assessment.objects.get()
    if assessment.state == State.DRAFT:
        setting_up.open_for_answers(assessment=assessment, who=who)
        tell(var, "opened")
    if kill_at is not None:
        link = assessment.perspectives.get(code="receiving").link
        for _ in range(2):
            draft = answering.begin(link=link)
            answering.save_page(draft=draft, answers={"mutuality-1": 3})
            answering.save_comment(draft=draft, comment="words")
            answering.send(draft=draft)
            tell(var, "sent")
    closing.close(assessment=assessment, who=who)
    tell(var, "closed")
    closing.scrub()
    tell(var, "scrubbed")


def use(var):
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from nacl.pwhash import argon2id  # noqa: PLC0415

    from assessment import resume_words  # noqa: PLC0415

    connection.settings_dict["NAME"] = str(var / "essence.sqlite3")
    settings.KEYS_DIR = var / "keys"
    resume_words.OPERATIONS, resume_words.MEMORY = argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN


def kill_before_effect(number):
    """A statement, a commit, a file written through, renamed or removed: all that lasts."""
    from django.db.backends.base.base import BaseDatabaseWrapper  # noqa: PLC0415
    from django.db.backends.utils import CursorWrapper  # noqa: PLC0415

    left = [number]

    def counted(effect):
        def run(*args, **more):
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1
            return effect(*args, **more)

        return run

    for where, name in (
        (CursorWrapper, "execute"),
        (CursorWrapper, "executemany"),
        (BaseDatabaseWrapper, "commit"),
        (os, "fsync"),
        (Path, "replace"),
        (Path, "unlink"),
    ):
        setattr(where, name, counted(getattr(where, name)))


def tell(var, step):
    with (var / "told").open("a") as told:
        told.write(f"{step}\n")


def steps_of(var):
    return (var / "told").read_text().split() if (var / "told").exists() else []


def look(var):
    """As a fresh reader finds it: state, reports, sent, drafts, keys, what is destroyed."""
    with closing_of(sqlite3.connect(var / "essence.sqlite3")) as database:
        ask = lambda sql: database.execute(sql).fetchall()[0][0]  # noqa: E731
        return {
            "told": steps_of(var),
            "whole": ask("PRAGMA integrity_check"),
            "state": ask("SELECT state FROM assessment_assessment"),
            "reports": ask("SELECT count(*) FROM assessment_closedreport"),
            "sent": opened(var),
            "drafts": ask("SELECT count(*) FROM assessment_draft WHERE NOT sent"),
            "files": len(list((var / "keys").iterdir())),
            "doomed": ask("SELECT count(*) FROM assessment_doomedkey"),
            "sealed": ask("SELECT sealed_until IS NOT NULL FROM assessment_assessment"),
            "scrubbed": ask("SELECT scrubbed_at IS NOT NULL FROM assessment_assessment"),
        }


def opened(var):
    """How many answers the key opens; all of them, or it raises."""
    from tests.assessment.respondent.site import opened_in  # noqa: PLC0415

    return len(opened_in(var / "essence.sqlite3", var / "keys"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
