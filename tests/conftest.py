"""What every test shares."""

import os
import shutil
from pathlib import Path

import pytest

from questions import load
from tests.instruments import (
    OLDER_VERSION,
    OWN_VERSION,
    add_older_method,
    older_table,
    own_table,
    write_instrument,
)


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """A hash that takes no time: argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def soffice(tmp_path: Path) -> list[str]:
    """The start of a LibreOffice command with a profile of its own."""
    program = shutil.which("soffice")
    if program is None:
        missing = "LibreOffice (soffice) is not installed: no round trip was tried"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]


@pytest.fixture
def own_instrument(tmp_path, settings):
    """A host's own, in a folder of its own; its version."""
    write_instrument(tmp_path, own_table())
    settings.INSTRUMENTS_DIR = tmp_path
    return OWN_VERSION


@pytest.fixture
def older_instrument(tmp_path, settings, monkeypatch):
    """One of a shape older than the newest."""
    add_older_method(monkeypatch)
    write_instrument(tmp_path, older_table())
    settings.INSTRUMENTS_DIR = tmp_path
    return load(OLDER_VERSION, tmp_path)


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only the tests that touch the database run again."""
    if not os.environ.get("DATABASE_URL"):
        return
    touching = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in touching])
    items[:] = touching


def touches_database(item):
    fixtures = {"db", "transactional_db", "live_server"}
    return item.get_closest_marker("django_db") or fixtures & set(item.fixturenames)
