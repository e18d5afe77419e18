"""The disk is full: nothing half-written, reading works, and all goes on when there is room.

Twice: with a file system of 4 MB that is really full, where this user may mount one, and with the
operating system's limit on files, which any user may set and lift.
"""

import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from assessment.sealing import sealed_width
from tests.assessment.respondent.site import Visitor
from tests.operations.hosted import Hosted, OnThisComputer, SignedIn

pytestmark = pytest.mark.one_in(3, "processes")

PAGE = {"mutuality-1": "3", "mutuality-2": "DK", "mutuality-w1": "0"}
SECOND = {"solidarity-1": "1", "solidarity-2": "4", "solidarity-w1": "NA"}
ALONE = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--user", "--map-root-user"])]
MOUNT = 'mount -t tmpfs -o size=4m tmpfs "$1" && cp -r "$2"/. "$1" && shift 2 && exec "$@"'


class SmallDisk(Hosted):
    """Its folder is a file system of its own, which nobody else sees: reached through /proc."""

    def __init__(self, folder, filled_with):
        super().__init__(folder)
        self.before = (*ALONE, "sh", "-c", MOUNT, "sh", str(folder), str(filled_with))

    @property
    def disk(self):
        path = str(self.var).lstrip("/")
        return Path(f"/proc/{self.process.pid}/root/{path}")

    def fill(self):
        with (self.disk / "filler").open("ab", buffering=0) as filler:
            for size in (4096, 1):
                with contextlib.suppress(OSError):
                    while filler.write(b"x" * size):
                        pass

    def free(self):
        (self.disk / "filler").unlink()


class Limited(Hosted):
    """No process of the site may write to any file."""

    @property
    def disk(self):
        return self.var

    def processes(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [self.process.pid, *map(int, children.split())]

    def limit(self, most):
        for process in self.processes():
            _, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
            resource.prlimit(process, resource.RLIMIT_FSIZE, (most, hard))

    def fill(self):
        self.limit(0)

    def free(self):
        self.limit(resource.RLIM_INFINITY)


@pytest.fixture(params=["a full file system", "a limit on files"])
def site(request, var, tmp_path):
    if request.param == "a limit on files":
        chosen = Limited(var)
    elif not may_mount(tmp_path):
        pytest.skip("this user may not mount a file system; the limit on files is tried")
    else:
        (tmp_path / "disk").mkdir()
        chosen = SmallDisk(tmp_path / "disk", var)
    with chosen as running:
        yield running


def may_mount(folder):
    trial = [*ALONE, "mount", "-t", "tmpfs", "tmpfs", str(folder)]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def held(site, folder):
    """What a copy of the files holds of drafts, boxes and reports, and that it is sound.

    A copy, because SQLite follows the links of /proc to where nothing is.
    """
    for file in site.disk.glob("essence.sqlite3*"):
        shutil.copy(file, folder)
    with contextlib.closing(sqlite3.connect(folder / "essence.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [
            database.execute(f"SELECT * FROM assessment_{table} ORDER BY id").fetchall()
            for table in ("draft", "ballots", "closedreport")
        ]


def test_reading_works_writing_says_so_and_all_goes_on_by_itself(site, demo, tmp_path):
    link = demo.links["staff"]
    owner, person, newcomer = SignedIn(site), Visitor(site), Visitor(site)
    results = f"{demo.report}results.json"
    assert owner.get(results)[0] == 200
    report = owner.page
    person.begin(link)
    assert person.post(f"/a/{link}/1/", **PAGE)[0] == 302
    newcomer.get(f"/a/{link}/")
    before = held(site, tmp_path)

    site.fill()
    for _ in range(3):
        person.get(f"/a/{link}/1/")
        assert person.checked() == PAGE
        assert person.post(f"/a/{link}/2/", **SECOND)[0] == 503
        assert person.checked() == SECOND
        assert newcomer.get(f"/a/{link}/")[0] == 200
        assert newcomer.post(f"/a/{link}/", words="plain")[0] == 503
        assert person.get(f"/a/{link}/check/")[0] == 200
        assert person.post(f"/a/{link}/send/")[0] == 503
        assert owner.get(results)[0] == 200
        assert owner.page == report
        assert owner.get(demo.report)[0] == 200

    site.free()
    assert held(site, tmp_path) == before
    person.get(f"/a/{link}/2/")
    assert person.checked() == {}
    assert person.post(f"/a/{link}/2/", **SECOND)[0] == 302
    person.get(f"/a/{link}/check/")
    assert person.post(f"/a/{link}/send/")[0] == 302
    newcomer.get(f"/a/{link}/")
    assert newcomer.post(f"/a/{link}/", words="plain")[0] == 302
    drafts, boxes, reports = held(site, tmp_path)
    assert (len(drafts), reports) == (len(before[0]) + 1, before[2])
    length = sum(len(sealed) for _, _, sealed, _ in boxes)
    assert length == sum(len(sealed) for _, _, sealed, _ in before[1]) + sealed_width(72)


@pytest.mark.parametrize("kind", [Hosted, OnThisComputer])
def test_the_log_that_is_held_open_keeps_nothing_of_what_was_sent(var, demo, kind):
    link = demo.links["staff"]
    with kind(var) as site:
        person = Visitor(site)
        person.begin(link)
        for _ in range(3):
            assert person.post(f"/a/{link}/1/", **PAGE)[0] == 302
            assert (var / "essence.sqlite3-wal").stat().st_size == 0
        person.get(f"/a/{link}/check/")
        assert person.post(f"/a/{link}/send/")[0] == 302
        assert (var / "essence.sqlite3-wal").stat().st_size == 0
