"""run.sh on machines that lack something, played by commands put first on the PATH."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHONS = ("python3.13", "python3.12", "python3.11", "python3")
FAILS = "exit 1"
NO_ENSUREPIP = 'case "$*" in *ensurepip*) exit 1 ;; esac'


@pytest.fixture
def bare(tmp_path):
    """A copy of the project's set-up in a folder with a space, no root and no working Python."""
    house = tmp_path / "the house"
    house.mkdir()
    for name in ("run.sh", "requirements.txt", "requirements-test.txt"):
        shutil.copy(ROOT / name, house)
    commands = tmp_path / "bin"
    commands.mkdir()
    stand_in(commands, "id", "echo 1000")
    for name in ("sudo", *PYTHONS):
        stand_in(commands, name, FAILS)
    return house


def stand_in(folder, name, script):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def run(house, *arguments):
    path = f"{house.parent / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        ["sh", house / "run.sh", *arguments],
        env=os.environ | {"PATH": path},
        cwd=house.parent,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("help",), ("tests",)])
def test_anything_else_says_what_there_is(bare, arguments):
    ran = run(bare, *arguments)
    assert ran.returncode == 2
    assert "sh run.sh demo" in ran.stderr


def test_without_a_new_enough_python_it_says_so(bare):
    ran = run(bare, "demo")
    assert ran.returncode == 1
    assert "needs Python 3.11 or newer" in ran.stderr
    assert not (bare / ".venv").exists()


def test_without_venv_it_gives_the_line_to_run(bare):
    stand_in(bare.parent / "bin", "python3.11", NO_ENSUREPIP)
    ran = run(bare, "demo")
    assert ran.returncode == 1
    assert ran.stderr.rstrip().endswith("--no-install-recommends python3.11-venv")
    assert not (bare / ".venv").exists()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_locked_requirements_hold_no_address(name):
    locked = (ROOT / name).read_text()
    assert "://" not in locked
    assert "index-url" not in locked
