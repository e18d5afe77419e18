import pytest
from django.core.cache import cache

from reports.rounds import kept


@pytest.fixture(autouse=True)
def nothing_kept(request):
    """Each test starts like a new worker beside an empty cache."""
    kept.forget()
    if "db" in request.fixturenames:
        request.getfixturevalue("db")
        cache.clear()
