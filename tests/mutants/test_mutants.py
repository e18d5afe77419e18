"""Every guard that is taken away is missed by a test.

All of them take many minutes (``sh run.sh check``); each twelfth runs with the rest.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutants.table import MUTANTS

ROOT = Path(__file__).parent.parent.parent
# What is compiled comes along, but for what another test is just writing: a file that is broken is
# newer, and compiled anew.
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", ".*_cache", "*.pyc.*")
# What no mutant's tests use takes longer to start than they to run.
WITHOUT = (
    "cacheprovider",
    "xdist",
    "randomly",
    "cov",
    "hypothesispytest",
    "playwright",
    "base_url",
)
FAILED = 1  # pytest's exit status where tests ran and one failed


def test_there_are_sixty():
    assert len(MUTANTS) >= 60


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_every_mutant_still_stands_once(mutant):
    assert (ROOT / mutant.file).read_text(encoding="utf-8").count(mutant.was) == 1
    assert mutant.becomes != mutant.was
    assert all((ROOT / path).exists() for path in mutant.tests.split())


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """The project, where it can be broken."""
    there = tmp_path_factory.mktemp("mutants") / "project"
    shutil.copytree(ROOT, there, ignore=LEFT_OUT)
    return there


@pytest.mark.one_in(12)
@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_test_fails_without(mutant, copied):
    file = copied / mutant.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(mutant.was, mutant.becomes), encoding="utf-8")
    try:
        done = run_tests(copied, mutant.tests.split())
    finally:
        file.write_text(whole, encoding="utf-8")
    assert done.returncode == FAILED, done.stdout[-2000:]


def run_tests(there, paths):
    """On SQLite, with a database of the copy's own that is made once."""
    environment = {**os.environ, "ESSENCE_VAR": str(there / "var"), "DATABASE_URL": ""}
    (there / "var").mkdir(exist_ok=True)
    options = ["-x", "-q", "--reuse-db", *(f"-pno:{plugin}" for plugin in WITHOUT)]
    chosen = ["-m", "not check and not browser"]
    return subprocess.run(
        [sys.executable, "-B", "-m", "pytest", *options, *chosen, *paths],
        cwd=there,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
