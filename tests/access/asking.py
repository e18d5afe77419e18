"""Sending one request of the table as one person, and undoing what it did."""

import re
import uuid
from contextlib import contextmanager, suppress
from functools import cache

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from organisations.tokens import new_token
from tests.access.rows import SIGN_IN
from tests.same_keys import same_keys
from tests.unpacking import parts_of

PARAMETER = re.compile(r"<(\w+):(\w+)>")


class Undo(Exception):
    pass


@contextmanager
def undone():
    """Everybody's request starts from the same database, and from the same keys beside it."""
    with suppress(Undo), same_keys(), transaction.atomic():
        yield
        raise Undo


def client_of(world, actor, **options):
    client = Client(**options)
    if session := world.sessions.get(actor):
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def ask(row, world, actor, *, kwargs=None, method=None, **options):
    """The response to a row's request, by somebody; HEAD instead of its GET."""
    client = client_of(world, actor, **options)
    if row.before:
        row.before(world.ours, client)
    address = reverse(row.route, kwargs=row.of(world.ours) if kwargs is None else kwargs)
    send = getattr(client, (method or row.method).lower())
    return send(address, dict(row.data(world.ours)))


def status_of(response):
    """SIGN_IN too where a form goes with whoever sent it through signing in."""
    led_to_sign_in = (
        response.status_code == 302 and "/accounts/login/" in response.headers["Location"]
    )
    with_form = response.status_code == 403 and b'name="kept"' in response.content
    return SIGN_IN if led_to_sign_in or with_form else response.status_code


def bytes_of(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def text_of(response):
    """What a response says, the parts of a workbook included."""
    found = parts_of(bytes_of(response))
    return "\n".join(content.decode("utf-8", "replace") for _, content in found)


def at_random(route, kwargs):
    """The same address with ids and secrets that never existed.

    As links are printed, in small letters and no stroke at an end: any other is led there first.
    """
    return {
        **kwargs,
        **{name: uuid.uuid4() for name in parameters(route, "uuid")},
        **{name: new_token().lower().strip("-") for name in parameters(route, "secret")},
    }


def parameters(route, *kinds):
    """The names in a route's address of these kinds."""
    return {name for kind, name in PARAMETER.findall(routes()[route]) if kind in kinds}


def nested(route):
    """Of what the address names inside something else, such as a seat of an organisation."""
    things = parameters(route, "uuid", "int") - {"page"}
    return things - {"pk"} if "pk" in things else set()


@cache
def routes():
    """Every route of the URLconf: name to its pattern."""
    found = {}

    def walk(patterns, before):
        for pattern in patterns:
            here = before + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, here)
            else:
                assert pattern.name, f"{here} has no name, so it stands in no table"
                assert pattern.name not in found, f"two routes are named {pattern.name}"
                found[pattern.name] = here

    walk(get_resolver().url_patterns, "")
    return found
