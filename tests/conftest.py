"""What every test shares."""

import os
import shutil
from pathlib import Path

import pytest


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
