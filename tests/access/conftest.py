import pytest
from django.db import transaction
from django.test import override_settings

from tests.access.world import make_world

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):  # noqa: ARG001 - makes the database
    """Made once a module: every test works in a savepoint of its own inside this transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=QUICK):
            world = make_world()
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def world(made, db):  # noqa: ARG001 - the savepoint
    return made
