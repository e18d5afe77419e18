import pytest

from tests.organisations.cast import make_cast


@pytest.fixture
def cast(db):  # noqa: ARG001 - allows the database
    return make_cast()
