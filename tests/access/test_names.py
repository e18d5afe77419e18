"""A name stands apart from what is round it: one written from right to left turns nothing else."""

from html.parser import HTMLParser

import pytest
from django.urls import reverse

from tests.access.asking import ask, client_of, undone
from tests.access.table import TABLE

pytestmark = pytest.mark.one_in(3)

PAGES = [row for row in TABLE if row.method == "GET" and not row.noted]
SENT = [row for row in TABLE if row.method == "POST" and row.answers[row.able] in (200, 302, 422)]
NO_BDI = {
    "title",
    "option",
    "textarea",
    "style",
    "desc",
    "text",
    "bdi",
}  # cannot hold one, or is one
# Texts that are kept as they were: a privacy notice, and the words that an owner agreed to.
KEPT = ("Who asks: ", " shares “")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
VOID |= {"path", "circle", "rect", "line", "g"}


class Loose(HTMLParser):
    """The pieces of a page's text in which a name stands that no ``<bdi>`` sets apart."""

    def __init__(self, html, names):
        super().__init__()
        self.names, self.open, self.found = names, [], []
        self.feed(html)

    def handle_starttag(self, tag, _attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if not NO_BDI & set(self.open) and any(name in data for name in self.names):
            if any(kept in data for kept in KEPT):
                return
            self.found.append((self.open[-1], " ".join(data.split())[:100]))


def names_of(house):
    joined = house.joined
    things = (
        house.organisation,
        house.programme,
        house.draft,
        house.open,
        house.closed,
        house.room,
    )
    people = (house.people[who] for who in ("owner", "viewer", "editor", "admin", "analyst"))
    return {
        *(thing.name for thing in (*things, joined.collaboration, joined.open, joined.named)),
        *(person.name for person in people),
    } - {""}


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_every_name_is_set_apart(row, world):
    assert not loose_in(ask(row, world, row.able), names_of(world.ours))


def loose_in(response, names):
    if response.headers["Content-Type"].startswith("text/html") and response.content:
        return Loose(response.content.decode(), names).found
    return []


@pytest.mark.parametrize("row", SENT, ids=str)
def test_so_is_every_name_in_what_is_said_after_a_form(row, world):
    """On the page that answers, or that it leads to: names typed just now, and those before."""
    typed = {
        value for key, value in row.data(world.ours).items() if key in ("name", "organisation")
    }
    with undone():
        client = client_of(world, row.able)
        if row.before:
            row.before(world.ours, client)
        address = reverse(row.route, kwargs=row.of(world.ours))
        answer = client.post(address, dict(row.data(world.ours)), follow=True)
        assert not loose_in(answer, names_of(world.ours) | typed)
