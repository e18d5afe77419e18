import pytest
from django.core.cache import cache

from comparing import kept_rounds


@pytest.fixture(autouse=True)
def nothing_kept(request):
    """Each test starts like a new worker beside an empty cache."""
    kept_rounds.forget()
    if "db" in request.fixturenames:
        request.getfixturevalue("db")
        cache.clear()
