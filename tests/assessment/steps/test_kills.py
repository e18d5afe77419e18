"""kill -9 while closing: not closed or closed, never between; running again finishes."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing as closing_of
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PEOPLE = 400

PREPARE = f"""
from tests.assessment.answered import *
from tests.cast import make_cast
from assessment.steps.answering import locked_box, put_into
from assessment.ballots import Draft
assessment = open_assessment(make_cast(), length="full")
link = link_of(assessment, "receiving")
box = locked_box(link)
strings = sorted(f"{{n:03}}".replace("5", "D")[-3:].translate(str.maketrans("6789", "0123")) * 24
                 for n in range({PEOPLE}))
box.joined = "".join(strings)
box.save()
"""
CLOSE = """
from assessment.steps import closing
from assessment.models import Assessment
from organisations.models import User
print("ready", flush=True)
closing.close(assessment=Assessment.objects.get(), who=User.objects.first())
print("closed", flush=True)
closing.scrub()
print("scrubbed", flush=True)
"""


def python(var, script, **options):
    code = f"import django; django.setup()\n{script}"
    env = {
        **os.environ,
        "ESSENCE_VAR": str(var),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=env, stdout=subprocess.PIPE, **options
    )


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder with a database of one open assessment with 400 responses."""
    var = tmp_path_factory.mktemp("prepared")
    migrate = (
        "from django.core.management import call_command\ncall_command('migrate', verbosity=0)"
    )
    run(var, f"{migrate}\n{PREPARE}")
    return var


def run(var, script):
    """To the end, which must be a good one."""
    with python(var, script) as process:
        process.communicate()
    assert process.returncode == 0


def state(var):
    """(state, reports, answers' length, scrubbed or not) as a fresh reader finds them."""
    with closing_of(sqlite3.connect(var / "essence.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        ((state, scrubbed),) = database.execute(
            "SELECT state, scrubbed_at IS NOT NULL FROM assessment_assessment"
        ).fetchall()
        ((reports,),) = database.execute("SELECT count(*) FROM assessment_closedreport").fetchall()
        ((length,),) = database.execute(
            "SELECT coalesce(sum(length(joined)), 0) FROM assessment_ballots"
        ).fetchall()
    return state, reports, length, bool(scrubbed)


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=pytest.mark.check)])
def test_killed_while_closing(prepared, tmp_path, kills):
    chance = random.Random(kills)
    for number in range(kills):
        var = tmp_path / str(number)
        shutil.copytree(prepared, var)
        with python(var, CLOSE) as process:
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.12))
            process.send_signal(signal.SIGKILL)
            said = process.stdout.read()
        found = state(var)
        assert found[:3] in [("open", 0, PEOPLE * 72), ("closed", 1, 0)]
        if b"closed" in said:
            assert found[0] == "closed"
        run(var, CLOSE)
        assert state(var) == ("closed", 1, 0, True)
