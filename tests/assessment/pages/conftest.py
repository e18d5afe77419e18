import pytest
from django.test import Client

from tests.assessment.cast import make_cast


@pytest.fixture
def cast(db):  # noqa: ARG001 - allows the database
    return make_cast()


@pytest.fixture
def as_role(cast):
    """A browser signed in as somebody: ``as_role("owner")``."""

    def signed_in(role):
        client = Client()
        client.force_login(getattr(cast, role))
        return client

    return signed_in
