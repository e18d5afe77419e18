import pytest
from django.core.cache import cache
from django.test import Client

from reports import kept, kept_charts
from reports.one.pages import body
from tests.assessment.cast import make_cast


@pytest.fixture
def cast(db):  # noqa: ARG001 - allows the database
    return make_cast()


@pytest.fixture(autouse=True)
def nothing_kept(request):
    """Each test starts like a new worker beside an empty cache."""
    kept.read_kept.cache_clear()
    body.body.cache_clear()
    if {"db", "cast", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("db")
        cache.clear()


@pytest.fixture
def drawn(monkeypatch):
    """The names of the charts that were drawn for the site since."""
    names, draw = [], kept_charts.printed

    def counted(picture):
        names.append(picture.name)
        return draw(picture)

    monkeypatch.setattr(kept_charts, "printed", counted)
    return names


@pytest.fixture
def signed_in():
    def signed_in(user, **options):
        client = Client(**options)
        client.force_login(user)
        return client

    return signed_in
