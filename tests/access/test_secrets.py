"""Addresses that hold a secret: whatever goes wrong there, no log holds it and nothing is stored.

The routes are found in the URLconf; a new one is asked as soon as it is there.
"""

import io
import logging
import re

import pytest
from django.test import Client
from django.urls import reverse

from config.wsgi import application  # noqa: F401 - gives gunicorn's log its filter
from tests.access.asking import ask, routes
from tests.access.table import TABLE

SECRET = "Canary-0f-a-secret-address"
PARAMETER = re.compile(r"<(\w+):(\w+)>")
# Every parameter of an address that is text, and no secret: names of files and of the instrument.
NO_SECRET = {"name", "step", "perspective", "domain", "about"}
THEIRS = {
    "account_confirm_email": {"key": SECRET},
    "account_reset_password_from_key": {"uidb36": "1", "key": SECRET},
}
SECRET_ROUTES = sorted(
    {*THEIRS, *(name for name, route in routes().items() if "<secret:" in route)}
)
each_route = pytest.mark.parametrize("route", SECRET_ROUTES)


class Falling:
    """A middleware under which every view falls over, and says what it was called with."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, _request, view, _args, kwargs):
        raise RuntimeError(f"{view.__name__} cannot take {kwargs}")


class Lasting:
    """A middleware under which every view says that its answer may be kept."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["Cache-Control"] = "public, max-age=60"
        return response


@pytest.fixture
def logged():
    """All that the log's own handler writes, tracebacks included, as in production."""
    handler = next(one for one in logging.getLogger("django").handlers if one.name == "console")
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def address_of(route):
    if route in THEIRS:
        return reverse(route, kwargs=THEIRS[route])
    parameters = PARAMETER.findall(routes()[route])
    return reverse(route, kwargs={n: SECRET if kind == "secret" else 1 for kind, n in parameters})


def test_every_text_in_an_address_is_known_to_be_a_secret_or_not():
    for route, pattern in routes().items():
        texts = {n for kind, n in PARAMETER.findall(pattern) if kind in {"str", "slug", "path"}}
        assert texts <= NO_SECRET | ({"code"} if route == "own_part_history" else set()), route
        assert ("(?P<" in pattern) == (route in THEIRS), route


@each_route
@pytest.mark.django_db
def test_no_fault_writes_it_into_a_log(route, logged, settings):
    address = address_of(route)
    Client().get(address)  # not found
    Client().get(f"{address}none/")  # no address at all
    Client(enforce_csrf_checks=True).post(address)
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Falling"]
    assert Client(raise_request_exception=False).get(address).status_code == 500
    logging.getLogger("gunicorn.error").addHandler(handler := logging.StreamHandler(logged))
    logging.getLogger("gunicorn.error").error("Error handling request %s", f"{address}?on=1")
    logging.getLogger("gunicorn.error").removeHandler(handler)
    for word in ("Forbidden", "RuntimeError: ", "Traceback", "Error handling request "):
        assert word in logged.getvalue()
    assert SECRET not in logged.getvalue()


@each_route
@pytest.mark.django_db
def test_nothing_that_it_leads_to_is_stored(route, settings):
    address = address_of(route)
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Lasting"]
    answers = [Client().get(address), Client(enforce_csrf_checks=True).post(address)]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Falling"]
    answers.append(Client(raise_request_exception=False).get(address))
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}


OPENED = [row for row in TABLE if row.route in SECRET_ROUTES]


@pytest.mark.parametrize("row", OPENED, ids=str)
def test_nor_is_what_a_true_secret_opens(row, world):
    assert ask(row, world, "anonymous").headers["Cache-Control"] == "no-store"
