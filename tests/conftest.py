"""What every test shares."""

import os

import pytest


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """A hash that takes no time: argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


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
