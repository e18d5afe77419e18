"""What every test shares: quick passwords, a clock, empty caches, the cast, the world, tools."""

import os
import shutil
import tempfile
import time
from math import ceil
from pathlib import Path
from random import Random

import pytest
import time_machine
from coverage import Coverage
from django.conf import settings as site
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from nacl.pwhash import argon2id

from assessment import resume_words
from assessment.respondent import wrong_codes
from assessment.steps import answering
from comparing import kept_figures
from demo.browser import CHROMIUM
from questions import load
from reports import kept
from reports.one.pages import body
from tests.cast import make_cast
from tests.instruments import (
    FIRST_VERSION,
    OLDER_VERSION,
    OWN_VERSION,
    add_older_method,
    first_table,
    older_table,
    own_table,
    write_instrument,
)
from tests.same_keys import same_keys
from tests.visitors import Visitors, chromium
from tests.world import make_world

# Whose tests cover every branch of what ``tool.coverage`` in pyproject.toml names: cases that
# somebody chose. Watching the rest takes long, as it does of whole commands and of processes; the
# test of a page could stand for one of a rule, and a random world that happened to come by for the
# case that was forgotten.
COVERING = (
    *("questions/", "organisations/", "access/test_reach"),
    *("assessment/method/", "assessment/steps/", "assessment/test_"),
    *("comparing/method/", "comparing/steps/", "comparing/folder/"),
)
NOT_WATCHED = {
    *("test_against_naive", "test_comparing_against_naive"),
    *("test_blur", "test_differencing", "test_properties", "test_standing_attacker"),
    *("test_kills", "test_signing_in", "test_compare_command"),
}
# Whose tests the suite runs on PostgreSQL too: of rows that are written, locked, kept apart, moved
# or destroyed, and of one page in six, for everybody. The rest waits there for ``check``.
EVERY_PAGE = "access/test_table.py::test_everybody"
ON_BOTH = (
    *(EVERY_PAGE, "access/test_reach", "organisations/"),
    *("operations/", "assessment/steps/", "assessment/respondent/", "comparing/steps/"),
    *("assessment/test_disk", "assessment/test_keys", "assessment/test_counts"),
)


def pytest_configure():
    """A hash that takes no time, and words that open a draft in none: argon2 is slow on purpose.
    And a run that begins at noon, because no test means to cross midnight."""
    resume_words.OPERATIONS, resume_words.MEMORY = argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN
    site.KEYS_DIR = Path(tempfile.mkdtemp(prefix="essence-test-keys-"))
    site.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    # a number, because a time with a zone would set the machine's zone too
    time_machine.travel(noon.timestamp()).start()


@pytest.fixture
def still_clock():
    """Time stands still until it is shifted: for what counts by the minute, or for a code that is
    good for half of one. However slow the machine, none ends while it is looked at."""
    with time_machine.travel(time.time(), tick=False) as clock:
        yield clock


def pytest_unconfigure():
    shutil.rmtree(site.KEYS_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def nothing_kept(request):
    """Each test starts like a new worker beside an empty cache."""
    kept.read_kept.cache_clear()
    answering.assessments_to_hold.cache_clear()
    body.body.cache_clear()
    kept_figures.forget()
    wrong_codes.codes.made.clear()
    wrong_codes.single_words.made.clear()
    if touches_database(request.node):
        request.getfixturevalue("db")
        cache.clear()


@pytest.fixture
def cast(db):  # noqa: ARG001 - allows the database
    return make_cast()


@pytest.fixture(scope="module")
def lasting_world(django_db_setup, django_db_blocker):  # noqa: ARG001 - makes the database
    """Made once a module: every test works in a savepoint of its own inside this transaction."""
    with django_db_blocker.unblock(), same_keys(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(lasting_world, db):  # noqa: ARG001 - the savepoint
    with same_keys():
        yield lasting_world


@pytest.fixture
def own_instrument(tmp_path, settings):
    """A host's own, in a folder of its own; its version."""
    write_instrument(tmp_path, own_table())
    settings.INSTRUMENTS_DIR = tmp_path
    return OWN_VERSION


@pytest.fixture
def first_instrument(tmp_path, settings):
    """Of method 1."""
    write_instrument(tmp_path, first_table())
    settings.INSTRUMENTS_DIR = tmp_path
    return load(FIRST_VERSION, tmp_path)


@pytest.fixture
def older_instrument(tmp_path, settings, monkeypatch):
    """One of a shape older than the newest."""
    add_older_method(monkeypatch)
    write_instrument(tmp_path, older_table())
    settings.INSTRUMENTS_DIR = tmp_path
    return load(OLDER_VERSION, tmp_path)


@pytest.fixture
def must_have():
    """``must_have(found, what)``: skips without it; where CI=true that is a failure."""
    return insist


def insist(found, what):
    if not found and os.environ.get("CI") == "true":
        pytest.fail(f"in CI there must be {what}")
    if not found:
        pytest.skip(f"needs {what}")


@pytest.fixture
def soffice(tmp_path: Path) -> list[str]:
    """The start of a LibreOffice command with a profile of its own."""
    program = shutil.which("soffice")
    insist(program, "LibreOffice (apt-get install libreoffice-calc)")
    return [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]


@pytest.fixture(scope="module")
def browser():
    insist(shutil.which(CHROMIUM), "Chromium (apt-get install chromium)")
    with chromium() as found:
        yield found


@pytest.fixture
def visitors(browser, live_server):
    """People with a browser, at this process's own site."""
    found = Visitors(browser, live_server.url)
    yield found
    found.leave()


def pytest_terminal_summary(terminalreporter, config):
    """The order of the tests is another each time; with this it is the same again. Said at the
    end, because pytest-randomly says it in the heading alone, which ``-q`` leaves out."""
    if seed := config.getoption("randomly_seed", default=None):
        terminalreporter.write_line(f"In the order of --randomly-seed={seed}")


@pytest.hookimpl(wrapper=True)  # before tests are chosen by their marks, and after they are mixed
def pytest_collection_modifyitems(config, items):
    choose(config, items)
    result = yield
    first = {item.path for item in items if comes_first(item)}
    items.sort(key=lambda item: item.path not in first)
    return result


def comes_first(item):
    """What takes long, or one worker would have a journey left and the other nothing. And what
    reads all that the database wrote, which grows with each test."""
    one_in = item.get_closest_marker("one_in")
    takes_long = item.get_closest_marker("browser") or (one_in and len(one_in.args) > 1)
    return takes_long or is_in("assessment/test_disk", item)


def choose(config, items):
    """Marks what needs marking; on PostgreSQL only tests that touch the database run again."""
    on_postgres = bool(os.environ.get("DATABASE_URL"))
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
        if is_in(ON_BOTH, item):
            item.add_marker(pytest.mark.both)
        if on_postgres and is_in(EVERY_PAGE, item):
            item.add_marker(pytest.mark.one_in(6), append=False)
    leave_to_check(config, items)
    if not on_postgres:
        return
    touching = [
        item for item in items if touches_database(item) and not item.get_closest_marker("sqlite")
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in touching])
    items[:] = touching


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """With what it sets up, which pytest-cov's own mark would still watch."""
    if is_in(COVERING, item) and item.path.stem not in NOT_WATCHED:
        return (yield)
    stopped = stop_watching()
    try:
        return (yield)
    finally:
        for watching in reversed(stopped):
            watching.start()


def stop_watching():
    """All of them: pytest-cov begins two in a worker, and where one stops the other goes on."""
    stopped = []
    while (watching := Coverage.current()) is not None:
        watching.stop()
        stopped.append(watching)
    return stopped


def leave_to_check(config, items):
    """Of what is marked ``one_in(n)``, all but one case in n, and of modules that are marked
    ``one_in(n, name)``, all but one in n; which ones goes by the order of the tests, so that each
    has its turn. ``check`` runs all; and without an order nothing is left."""
    seed = config.getoption("randomly_seed", default=None)
    if seed is None:
        return
    chosen = () if config.option.markexpr == "check" else chosen_of(seed, items)
    for item in filter(is_one_of_many, items):
        if item.nodeid not in chosen:
            item.add_marker(pytest.mark.check)


def is_one_of_many(item):
    """What has no cases runs always, though its module is marked; what is for ``check``, never."""
    mark = item.get_closest_marker("one_in")
    if mark is None or item.get_closest_marker("check"):
        return False
    return len(mark.args) > 1 or hasattr(item, "callspec")


def chosen_of(seed, items):
    """Those of one module whose cases have the same names are chosen together: a fixture that is
    made for a case is then made for all of its tests or for none."""
    groups = {}
    for item in filter(is_one_of_many, items):
        one_in, *name = item.get_closest_marker("one_in").args
        if name:
            group, case = (one_in, *name), item.path.stem
        else:
            group, case = (one_in, item.path, *sorted(item.callspec.params)), item.callspec.id
        groups.setdefault(group, {}).setdefault(case, []).append(item.nodeid)
    chosen = set()
    for number, ((one_in, *_), cases) in enumerate(groups.items()):
        some = Random(f"{seed} {number}").sample(sorted(cases), ceil(len(cases) / one_in))
        chosen.update(*(cases[case] for case in some))
    return chosen


def is_in(beginnings, item):
    return item.nodeid.removeprefix("tests/").startswith(beginnings)


def touches_database(item):
    fixtures = {"db", "transactional_db", "live_server"}
    return item.get_closest_marker("django_db") or fixtures & set(item.fixturenames)
