"""``manage.py backup``: a whole copy while people answer, and the same report from it."""

import contextlib
import itertools
import json
import shutil
import sqlite3
import stat
import threading

import pytest

from tests.assessment.respondent.site import Visitor, opened_in
from tests.assessment.respondent.test_crowds import in_box, own_answers
from tests.operations.hosted import Hosted, environment, manage, said

COPIES = 3
NO_END = """
from assessment.models import Perspective
Perspective.objects.update(places=None)  # an open link of so many people stops at twice as many
"""
CLOSE = """
from assessment.steps import closing
from assessment.models import Assessment, State
from organisations.models import User
closing.from_system = lambda *_: 0  # chance would make two reports of the same answers
Assessment.objects.filter(state=State.OPEN).update(closes_on=None)  # no day is promised
for assessment in Assessment.objects.filter(state=State.OPEN):
    closing.close(assessment=assessment, who=User.objects.first())
"""
REPORTS = """
import json
from assessment.models import ClosedReport
for report in ClosedReport.objects.order_by("assessment"):
    print(json.dumps(report.results))
"""


def names_in(folder):
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def env(var):
    return environment(var)


class Crowd(threading.Thread):
    """People who send one after another, until the last copy has been made."""

    def __init__(self, site, link, first, over):
        super().__init__()
        self.site, self.link, self.first, self.over = site, link, first, over
        self.begun, self.sent = [], []

    def run(self):
        for number in itertools.count(self.first):
            if self.over.is_set():
                return
            person = Visitor(self.site)
            person.begin(self.link)
            assert person.post(f"/a/{self.link}/1/", **own_answers(number))[0] == 302
            person.get(f"/a/{self.link}/check/")
            self.begun.append(number)
            assert person.post(f"/a/{self.link}/send/")[0] == 302
            self.sent.append(number)


def newly_in(file, keys):
    """The strings of the first page alone in a copy's boxes: those that a crowd sent."""
    with contextlib.closing(sqlite3.connect(file)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return sorted(one[:6] for one in opened_in(file, keys) if set(one[6:]) == {"."})


def reports(env, close=CLOSE):
    """Every report, once what is open has been closed."""
    return [json.loads(line) for line in said(env, close + REPORTS)]


def restored(backup, var, keys):
    """As docs/deploy.md says: a folder with the copy under the database's name, and its keys."""
    var.mkdir()
    (var / "static").mkdir()
    shutil.copy(backup, var / "essence.sqlite3")
    shutil.copytree(keys, var / "keys")
    manage(environment(var), "prepare")
    return environment(var)


def copy_is_whole(env, crowds, file, keys):
    """It holds whoever was thanked before it began, nobody who had not sent when it ended, and
    nobody twice."""
    heard = [one for crowd in crowds for one in crowd.sent]
    manage(env, "backup", file)
    begun = [one for crowd in crowds for one in crowd.begun]
    found = newly_in(file, keys)
    assert {in_box(one) for one in heard} <= set(found) <= {in_box(one) for one in begun}
    assert len(found) == len(set(found))


@pytest.mark.one_in(3, "processes")
def test_copies_made_while_people_send_are_whole_and_give_the_same_report(var, env, demo, tmp_path):
    said(env, NO_END)
    closed_before = reports(env, close="")
    over = threading.Event()
    keys = shutil.copytree(var / "keys", tmp_path / "keys")
    with Hosted(var) as site:
        crowds = [Crowd(site, demo.links["staff"], 2000 * n + 1, over) for n in range(4)]
        for crowd in crowds:
            crowd.start()
        for number in range(COPIES):
            copy_is_whole(env, crowds, tmp_path / f"{number}.sqlite3", keys)
        over.set()
        for crowd in crowds:
            crowd.join()
        manage(env, "backup", tmp_path / "last.sqlite3")
    everybody = sorted(in_box(one) for crowd in crowds for one in crowd.sent)
    assert newly_in(tmp_path / "last.sqlite3", keys) == everybody
    assert len(everybody) > len(newly_in(tmp_path / "0.sqlite3", keys))
    found = reports(restored(tmp_path / "last.sqlite3", tmp_path / "restored", keys))
    assert found == reports(env)
    assert len(found) > len(closed_before) > 0
    earlier = reports(restored(tmp_path / "1.sqlite3", tmp_path / "earlier", keys))
    assert len(earlier) == len(found)
    assert sorted(one for one in earlier if one in found) == sorted(closed_before)


def test_a_copy_holds_what_stands_in_the_log_alone_and_nothing_unfinished(var, env, tmp_path):
    rename = "UPDATE organisations_organisation SET name = ?"
    with contextlib.closing(
        sqlite3.connect(var / "essence.sqlite3", isolation_level=None)
    ) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute(rename, ["committed"])
        writer.execute("BEGIN IMMEDIATE")
        writer.execute(rename, ["not yet committed"])
        manage(env, "backup", tmp_path / "copy")
        writer.rollback()
    with contextlib.closing(sqlite3.connect(tmp_path / "copy")) as copy:
        names = copy.execute("SELECT DISTINCT name FROM organisations_organisation").fetchall()
    assert names == [("committed",)]


def test_a_copy_is_one_file_for_its_owner_alone(env, tmp_path):
    file = tmp_path / "copies" / "copy.sqlite3"
    file.parent.mkdir()
    done = manage(env, "backup", file)
    assert names_in(file.parent) == ["copy.sqlite3"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "1 assessment is open" in done.stdout
    assert "without them it restores everything but what people have sent" in " ".join(
        done.stdout.split()
    )
    assert "within 30 days" in done.stdout


def test_a_copy_says_nothing_of_answers_where_it_holds_none(env, tmp_path):
    reports(env)
    done = manage(env, "backup", tmp_path / "copy.sqlite3")
    assert done.stdout == f"Copied to {tmp_path / 'copy.sqlite3'}.\n"


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_nothing_is_overwritten(env, tmp_path, kind):
    file = tmp_path / "copies" / "copy.sqlite3"
    file.parent.mkdir()
    if kind == "file":
        file.write_text("precious")
    else:
        file.symlink_to("nowhere")
    done = manage(env, "backup", file, check=False)
    assert done.returncode == 2
    assert f"{file} exists" in done.stderr
    assert names_in(file.parent) == ["copy.sqlite3"]
    assert file.is_symlink() or file.read_text() == "precious"


def test_a_folder_that_is_not_there_is_named(env, tmp_path):
    done = manage(env, "backup", tmp_path / "none" / "copy.sqlite3", check=False)
    assert done.returncode == 2
    assert f"{tmp_path / 'none'}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_damaged_database_leaves_no_copy(var, env, tmp_path):
    database = var / "essence.sqlite3"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        page_size, root = connection.execute(
            "SELECT (SELECT page_size FROM pragma_page_size), rootpage FROM sqlite_master"
            " WHERE name = 'assessment_closedreport'"
        ).fetchone()
    with database.open("r+b") as file:
        file.seek((root - 1) * page_size)
        file.write(b"\xff" * 200)
    (tmp_path / "copies").mkdir()
    done = manage(env, "backup", tmp_path / "copies" / "copy", check=False)
    assert done.returncode == 2
    assert "There is no copy" in done.stderr
    assert names_in(tmp_path / "copies") == []


def test_on_postgresql_it_gives_the_line_to_run(env, tmp_path):
    url = "postgres://essence:very-secret@127.0.0.1:1/essence"
    file = tmp_path / "a copy"
    done = manage({**env, "DATABASE_URL": url}, "backup", file, check=False)
    assert done.returncode == 1
    assert f"pg_dump --format=custom --no-owner --file='{file}' \"$DATABASE_URL\"" in done.stderr
    assert "very-secret" not in done.stderr
