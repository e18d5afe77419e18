"""kill -9 at every step of opening, sealing, closing and scrubbing: never between two states.

Whatever was acknowledged is there; what is not closed has its key; and whoever runs it again ends
with a report, no answer and no key.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assessment.steps.killed import PREPARE

ROOT = Path(__file__).parents[3]


def python(var, *arguments):
    env = {
        **os.environ,
        "ESSENCE_VAR": str(var),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=550,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder with a database of one assessment that is being set up."""
    var = tmp_path_factory.mktemp("kills") / "prepared"
    var.mkdir()
    migrate = (
        "from django.core.management import call_command\ncall_command('migrate', verbosity=0)"
    )
    python(var, "-c", f"import django; django.setup()\n{migrate}\n{PREPARE}")
    return var


@pytest.mark.one_in(3, "processes")
@pytest.mark.parametrize("every", [17, pytest.param(1, marks=pytest.mark.check)])
def test_killed_at_every_step(prepared, every):
    lines = python(prepared, "-m", "tests.assessment.steps.killed", prepared, every).splitlines()
    kills = [json.loads(line) for line in lines]
    assert len(kills) > 60 / every
    for number, _told, found, finished in kills:
        check_as_found(found, number)
        check_finished(finished, number)
    states = {found["state"] for _number, _told, found, _finished in kills}
    assert states == {"draft", "open", "closed"}


def check_as_found(found, number):
    told, state = found["told"], found["state"]
    assert found["whole"] == "ok", number
    if state == "draft":
        assert "opened" not in told, number
    if state == "open":
        assert told.count("sent") <= found["sent"] <= told.count("sent") + 1, number
        assert "closed" not in told, number
        assert (found["reports"], found["doomed"], found["sealed"]) == (0, 0, 0), number
        assert found["files"] == 1, number
    if state == "closed":
        assert (found["reports"], found["sent"], found["drafts"]) == (1, 0, 0), number
        assert found["files"] == 0 or found["doomed"] == 1, number
        assert found["files"] == 0 or not found["sealed"], number


def check_finished(finished, number):
    """After it was run again: no answer, no draft, no key, and it says so."""
    told = finished.pop("told")
    assert told[-1] == "scrubbed", number
    assert finished == {
        "whole": "ok", "state": "closed", "reports": 1, "sent": 0, "drafts": 0,
        "files": 0, "doomed": 0, "sealed": 1, "scrubbed": 1,
    }, number  # fmt: skip
