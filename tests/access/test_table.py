"""Every route and method, for everybody, as the table says (docs/privacy.md)."""

import re
from contextlib import nullcontext

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.asking import (
    ask,
    at_random,
    bytes_of,
    client_of,
    nested,
    parameters,
    routes,
    status_of,
    text_of,
    undone,
)
from tests.access.rows import SIGN_IN
from tests.access.rows_respondent import with_cookie
from tests.access.snapshots import snapshot
from tests.access.table import ALLAUTH, TABLE
from tests.world import ACTORS

each_row = pytest.mark.parametrize("row", TABLE, ids=str)
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
EXPECTED = {(row.route, row.method) for row in TABLE}


def test_every_route_stands_in_the_table():
    assert set(routes()) - ALLAUTH == {row.route for row in TABLE}


def test_every_row_says_how_everybody_is_answered():
    assert all(set(row.answers) == set(ACTORS) for row in TABLE)
    assert len(EXPECTED) == len({str(row) for row in TABLE})


@pytest.mark.one_in(3)
@each_row
def test_everybody_is_answered_as_the_table_says(row, world):
    answered, changed, before = {}, set(), snapshot()
    allowed = {actor for actor in ACTORS if row.may_change(actor)}
    for actor in ACTORS:
        with undone() if allowed else nullcontext():
            answered[actor] = status_of(ask(row, world, actor))
            if allowed and snapshot() != before:
                changed.add(actor)
    assert answered == dict(row.answers)
    assert changed == allowed
    assert snapshot() == before


@pytest.mark.one_in(2)
@pytest.mark.parametrize(
    "row",
    [
        row
        for row in TABLE
        if row.is_answered
        and parameters(row.route, "uuid", "secret")
        and row.route != "respond_in_capitals"  # leads on, and its target is asked by itself
    ],
    ids=str,
)
def test_anothers_object_looks_like_one_that_never_was(row, world):
    never = ask(row, world, row.able, kwargs=at_random(row.route, row.of(world.ours)))
    if row.answers["stranger"] == 404:
        anothers = ask(row, world, "stranger")
        assert bytes_of(anothers) == bytes_of(never)
        assert anothers.headers.items() == never.headers.items()
    assert never.status_code == 404


@pytest.mark.parametrize("row", [row for row in TABLE if nested(row.route)], ids=str)
def test_no_object_is_reached_through_another_organisation(row, world):
    """Nested ids: ours in the first place, theirs after it."""
    ours, theirs = row.of(world.ours), row.of(world.theirs)
    before = snapshot()
    mixed = {**ours, **{name: theirs[name] for name in nested(row.route)}}
    assert not mixed.items() <= ours.items()
    assert ask(row, world, row.able, kwargs=mixed).status_code == 404
    assert snapshot() == before


@pytest.mark.one_in(3)
@each_row
def test_no_page_holds_anything_of_another_organisation(row, world):
    response = ask(row, world, row.able)
    said = text_of(response) + str(dict(response.headers))
    assert world.theirs.canary not in said


def test_the_canary_sings(world):
    """The test above can fail: an organisation's own canary is on its pages."""
    expected = {"organisation", "team", "programme", "together", "edit_programme"}
    expected |= {"collaboration", "round", "member_round", "round_file", "member_round_file"}
    looked_at = [row for row in TABLE if row.method == "GET" and row.route in expected]
    singing = {
        row.route for row in looked_at if world.ours.canary in text_of(ask(row, world, row.able))
    }
    assert singing == expected


@pytest.mark.parametrize("route", sorted({row.route for row in TABLE}))
def test_no_other_method_is_answered(route, world):
    row = next(row for row in TABLE if row.route == route)
    address = reverse(route, kwargs=row.of(world.ours))
    before = snapshot()
    for method in METHODS:
        if (route, method) not in EXPECTED:
            for actor in (row.able, "anonymous"):
                answer = client_of(world, actor).generic(method, address)
                assert status_of(answer) in {405, SIGN_IN if actor == "anonymous" else 405}
    assert snapshot() == before


@pytest.mark.one_in(3)
@pytest.mark.parametrize("row", [row for row in TABLE if row.method == "GET"], ids=str)
def test_a_head_is_answered_as_its_page_without_the_page(row, world):
    """By the same guards, and a file that nobody takes is not noted."""
    before = snapshot()
    for actor in ("anonymous", "stranger", "former", row.able):
        answer = ask(row, world, actor, method="HEAD")
        assert (status_of(answer), answer.content) == (row.answers[actor], b"")
    assert snapshot() == before


@pytest.mark.parametrize("row", [row for row in TABLE if row.before], ids=str)
def test_a_device_of_another_link_is_one_that_never_began(row, world):
    """Somebody who answers elsewhere holds nothing here."""
    answers, before = [], snapshot()
    for device in (None, with_cookie):
        client = Client()
        if device:
            device(world.theirs, client)
        send = client.get if row.method == "GET" else client.post
        address = reverse(row.route, kwargs=row.of(world.ours))
        answers.append(send(address, dict(row.data(world.ours))))
    bare, foreign = answers
    assert foreign.status_code == bare.status_code
    assert foreign.headers.get("Location") == bare.headers.get("Location")
    assert without_tokens(foreign) == without_tokens(bare)
    assert snapshot() == before


def without_tokens(response):
    """And without what was typed: it is signed with the second in which it came."""
    hidden = rb'name="(csrfmiddlewaretoken|kept)" value="[^"]*"'
    return re.sub(hidden, b"", bytes_of(response))


@pytest.mark.parametrize("row", [row for row in TABLE if row.method == "POST"], ids=str)
def test_nothing_is_done_without_the_page_that_asks_for_it(row, world):
    """Cross-site request forgery."""
    before = snapshot()
    assert ask(row, world, row.able, enforce_csrf_checks=True).status_code == 403
    assert snapshot() == before
