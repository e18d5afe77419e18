"""Somebody reads the database file while it is open: who sent what must not be in it."""

import random

import pytest

from tests.assessment.respondent.site import Site, Visitor
from tests.assessment.respondent.test_crowds import PAGE, box, in_box, own_answers

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
    sent = [in_box(number) for number in order]
    assert box(site) == sorted(sent) != sent
    columns = everything(site)
    holding = [
        name
        for name, values in columns.items()
        if any(string in str(value) for value in values for string in sent)
    ]
    assert holding == [("assessment_ballots", "joined")]
    assert len(columns["assessment_ballots", "joined"]) == 1
    own = {name[1]: values for name, values in columns.items() if name[0] == "assessment_draft"}
    assert own["sent"] == [1] * PEOPLE + [0]
    for column in ("answers", "comment", "group"):
        assert set(own[column][:PEOPLE]) <= {"", None}
    assert set(own) == {"id", "link_id", "code_hmac", "answers", "comment", "group", "sent"}
    assert {name[1] for name in columns if name[0] == "assessment_ballots"} == {
        "id", "perspective_id", "joined", "comments", "groups",
    }  # fmt: skip


def test_the_file_holds_each_answer_once_and_no_earlier_copy(read):
    """Deleted and moved bytes too: what a draft held, what the box was before."""
    site, order = read
    whole = site.database.read_bytes()
    for number in order:
        string = in_box(number) + "." * (72 - len(PAGE))
        assert whole.count(string.encode()) == 1, number
    for leftover in site.var.glob("essence.sqlite3-*"):
        assert b"..........." not in leftover.read_bytes(), leftover.name
