"""From SQLite to PostgreSQL as docs/deploy.md says: every report cell equal, and all goes on."""

import json
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.operations.hosted import environment, free_port, manage, said
from tests.operations.test_backup import reports
from tests.patience import PATIENCE

pytestmark = pytest.mark.one_in(3, "processes")

DUMP = [
    "dumpdata",
    "--exclude",
    "contenttypes",
    "--exclude",
    "auth",
    "--exclude",
    "sessions",
    "--output",
]
LEFT_OUT = ("contenttypes", "auth", "sessions")
EVERYTHING = f"""
from django.apps import apps
from django.core import serializers
for model in apps.get_models():
    if model._meta.app_label not in {LEFT_OUT}:
        print(model._meta.label, serializers.serialize("json", model.objects.order_by("pk")))
"""
WHAT_THE_DEMO_LACKS = """
from allauth.mfa.models import Authenticator
from organisations import steps
from organisations.models import Organisation
from organisations.parties.invitations import invite
one = Organisation.objects.get(name__startswith="Northfield")
who = one.seats.get(role="owner").user
steps.change_logo(organisation=one, png=bytes(range(256)), version="v1", who=who)
invite(party=one, email="new@northfield.example", role="viewer", who=who)
Authenticator.objects.create(user=who, type="totp", data={"secret": "ABC"})
"""
NEW_ROWS = """
from organisations.models import AuditEntry, Organisation
from organisations.parties.log import record
record(party=Organisation.objects.first(), who=None, what="moved")
print(AuditEntry.objects.order_by("pk").last().what)
"""


def programs():
    """The folder of the newest PostgreSQL of this computer, None without."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def as_postgres(*command):
    """initdb refuses root: root runs it as the user that Debian's package made."""
    other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    subprocess.run(
        [*(other if os.getuid() == 0 else []), *map(str, command)],
        cwd="/", check=True, capture_output=True, timeout=PATIENCE,
    )  # fmt: skip


@contextmanager
def cluster(bin_folder):
    """A server of this test's own, on loopback; gives the address of its empty database."""
    folder, port = Path(tempfile.mkdtemp()), free_port()
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    data, start = folder / "data", f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off"
    try:
        as_postgres(bin_folder / "initdb", "-D", data, "-U", "essence", "-A", "trust", "-E", "UTF8")
        pg_ctl = (bin_folder / "pg_ctl", "-D", data)
        as_postgres(*pg_ctl, "-l", folder / "log", "-w", "-o", start, "start")
        try:
            yield f"postgres://essence@127.0.0.1:{port}/postgres"
        finally:
            as_postgres(*pg_ctl, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres(must_have):
    found = programs()
    must_have(found, "PostgreSQL's server (apt-get install postgresql)")
    with cluster(found) as url:
        yield url


def everything(env):
    """Table to its rows, of all but those left out; times to the thousandth of a second."""
    lines = (line.replace(".000Z", "Z").split(" ", 1) for line in said(env, EVERYTHING))
    return {table: json.loads(rows) for table, rows in lines}


def test_everything_moves_and_the_reports_are_equal(var, postgres, tmp_path):
    old = environment(var)
    new = {**old, "DATABASE_URL": postgres}
    said(old, WHAT_THE_DEMO_LACKS)
    # closing destroys a key, and each of the two sites closes with its own
    new["KEYS_DIR"] = str(shutil.copytree(var / "keys", tmp_path / "keys"))
    before = everything(old)
    left_out = [f"--exclude={label}" for label in LEFT_OUT]
    manage(old, "dumpdata", *left_out, "--output", tmp_path / "moving.json")
    manage(new, "prepare")
    manage(new, "loaddata", tmp_path / "moving.json")
    assert everything(new) == before
    assert said(new, NEW_ROWS) == ["moved"]
    moved = reports(new)
    assert moved == reports(old)
    assert len(moved) == 5


@pytest.mark.check  # that everything moves to it runs always
def test_a_copy_of_postgresql_restores(var, postgres, tmp_path, must_have):
    must_have(shutil.which("pg_dump"), "pg_dump")
    new = {**environment(var), "DATABASE_URL": postgres}
    manage(new, "prepare", "--demo", "http://x")
    before = everything(new)
    copy = tmp_path / "copy"
    said_instead = manage(new, "backup", copy, check=False).stderr
    line = next(one.strip() for one in said_instead.splitlines() if "pg_dump" in one)
    subprocess.run(["sh", "-c", line], env=new, check=True, timeout=PATIENCE)
    assert copy.stat().st_mode & 0o77 == 0
    empty = postgres.replace("/postgres", "/restored")
    subprocess.run(
        ["psql", postgres, "-qc", "CREATE DATABASE restored"], check=True, timeout=PATIENCE
    )
    subprocess.run(
        ["pg_restore", "--exit-on-error", "--no-owner", f"--dbname={empty}", copy],
        check=True, timeout=PATIENCE,
    )  # fmt: skip
    assert everything({**new, "DATABASE_URL": empty}) == before
