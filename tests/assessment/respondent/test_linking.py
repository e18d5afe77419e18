"""Somebody reads the database file while it is open: no answer is in it, nor who sent it."""

import random

import pytest

from tests.assessment.respondent.site import Site, Visitor
from tests.assessment.respondent.test_crowds import box, in_box, own_answers

pytestmark = pytest.mark.one_in(3, "processes")

PEOPLE = 24


@pytest.fixture
def read(var, links):
    """Sent one after another in a known order, and one draft that is not sent; read at rest."""
    order = random.Random(3).sample(range(0, 15000, 7), PEOPLE)
    link = links["receiving"]
    with Site(var) as site:
        for number in order:
            person = Visitor(site)
            person.begin(link)
            person.post(f"/a/{link}/1/", **own_answers(number))
            person.get(f"/a/{link}/check/")
            assert person.post(f"/a/{link}/send/")[0] == 302
        Visitor(site).begin(link)
    return site, order


def everything(site):
    """Table and column to its values, in the order of the rows."""
    found = {}
    for (table,) in site.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = [row[1] for row in site.rows(f'PRAGMA table_info("{table}")')]
        for place, column in enumerate(columns):
            rows = site.rows(f'SELECT * FROM "{table}" ORDER BY rowid')
            found[table, column] = [row[place] for row in rows]
    return found


def test_no_column_orders_or_joins_ballots_and_drafts(read):
    site, order = read
    assert box(site) == sorted(in_box(number) for number in order)
    columns = everything(site)
    assert len(columns["assessment_ballots", "sealed"]) == 1
    own = {name[1]: values for name, values in columns.items() if name[0] == "assessment_draft"}
    assert own["sent"] == [1] * PEOPLE + [0]
    for column in ("content", "comment"):
        assert set(own[column][:PEOPLE]) == {b""}
    assert set(own) == {
        "id", "link_id", "slip_id", "key_tag", "words_tag", "wrapped", "content", "comment", "sent",
        "of_room",
    }  # fmt: skip
    assert {name[1] for name in columns if name[0] == "assessment_ballots"} == {
        "id", "perspective_id", "kind", "sealed",
    }  # fmt: skip


def test_no_byte_of_an_answer_is_in_any_file_but_sealed(read):
    """What a draft held and what the box was before too: everywhere but in KEYS_DIR."""
    site, order = read
    files = [one for one in site.var.rglob("*") if one.is_file() and one.parent.name != "keys"]
    whole = b"".join(one.read_bytes() for one in files)
    for number in order:
        assert in_box(number).encode() + b"." * 6 not in whole, number
    (key,) = (site.var / "keys").iterdir()
    assert key.read_bytes() not in whole
    assert b"." * 40 not in whole
