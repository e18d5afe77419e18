"""The same number of queries for 5 and for 5,000 respondents, on every page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessment.ballots import Ballots, Kind
from assessment.steps import own_part
from tests.assessment.answered import open_assessment, respond

PAGES = {
    # one for what was put right; one for what waits from before, as on the own part's pages
    "": 10,
    "links/": 5,
    "standards/A/": 7,
    "facts/": 6,
    "pyramid/": 7,
    "history/S01/": 5,
    "close/": 8,
    "questionnaire/receiving/": 5,
    "preview/receiving/1/": 5,
    "links/receiving/poster/": 5,
}


def asked_of(client, address):
    client.get(address)  # the first visit fills caches
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("page", "most"), PAGES.items())
def test_pages_ask_a_fixed_number_of_queries(cast, page, most):
    assessment = open_assessment(cast, receiving="individual", panel="group")
    for _ in range(5):
        respond(assessment, "receiving", [3] * 36, comment="words")
    client, address = cast.client("owner"), f"/assessments/{assessment.pk}/{page}"
    few = asked_of(client, address)
    box = Ballots.objects.get(kind=Kind.ANSWERS)
    box.sealed = bytes(box.sealed) * 1000
    box.save()
    own_part.rate_standard(
        assessment=assessment,
        code="S01",
        rating="3",
        evidence="x",
        agreed_by="",
        version=0,
        who=cast.owner,
    )
    assert asked_of(client, address) == few <= most


def test_no_page_reads_what_is_in_a_box(cast):
    """Their lengths are counted in the database; not one answer reaches a page."""
    assessment = open_assessment(cast, receiving="individual")
    respond(assessment, "receiving", [3] * 36, comment="words")
    client = cast.client("owner")
    for page in ("", "close/"):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/assessments/{assessment.pk}/{page}")
        said = [q["sql"].lower() for q in queries if "ballots" in q["sql"].lower()]
        assert said
        assert all("length(" in sql for sql in said)
        without_lengths = [re.sub(r"length\([^)]*\)", "", sql) for sql in said]
        assert not any('"sealed"' in sql for sql in without_lengths)
