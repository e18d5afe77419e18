"""The commands as a person meets them in a terminal."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from operations.command_list import Commands

MANAGE = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]


def test_help_says_what_ours_do_before_it_names_djangos():
    said = Commands(["manage.py", "help"]).main_help_text()
    ours, rest = said.split("Django and its packages:")
    for name, app in get_commands().items():
        if app == "operations":
            assert f"\n  {name} " in ours
        else:
            assert name in rest
    assert re.search(r"\n  score +Score a filled-in answers workbook", ours)


@pytest.fixture
def var(tmp_path):
    return {**os.environ, "ESSENCE_VAR": str(tmp_path / "var"), "DATABASE_URL": ""}


def test_whoever_has_read_enough_is_told_nothing_more(var):
    read, write = os.pipe()
    os.close(read)  # as ``| head`` does
    done = subprocess.run(
        [*MANAGE, "help"], check=False, env=var, stdout=write, stderr=subprocess.PIPE
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_first_owner_may_come_before_the_first_visit(var):
    command = [*MANAGE, "first_owner", "ann@new.example"]
    done = subprocess.run(command, check=False, env=var, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert b"/join/" in done.stdout
