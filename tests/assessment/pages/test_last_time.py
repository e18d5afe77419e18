"""Starting from last time, by its pages."""

from datetime import date

import pytest

from assessment.models import Assessment
from assessment.own_part import EarlierEntry
from assessment.pages import last_time
from assessment.steps import closing
from organisations.models import Programme
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import open_assessment, set_up
from tests.assessment.pages.reading import linked_errors
from tests.assessment.pages.test_queries import asked_of
from tests.cast import text


def waits(assessment, code="S02", said=None, **more):
    said = said or {"rating": "2", "evidence": "See https://example.org/minutes.", "agreed_by": ""}
    return EarlierEntry.objects.create(
        assessment=assessment, code=code, said=said, said_on=date(2026, 1, 3), **more
    )


@pytest.fixture
def closed(cast):
    found = open_assessment(cast)
    closing.close(assessment=found, who=cast.owner)
    return found


def test_from_a_programmes_page_to_one_set_up_like_last_time(cast, closed):
    client = cast.client("editor")
    new = client.get(f"/programmes/{cast.programme.pk}/assessments/new/").content.decode()
    address = f"/assessments/{closed.pk}/again/"
    assert address in new
    assert address in client.get(f"/assessments/{closed.pk}/").content.decode()
    assert linked_errors(client.post(address, {"name": ""})) == ["id_name"]
    done = client.post(address, {"name": "The next"}, follow=True)
    made = Assessment.objects.get(name="The next")
    assert done.redirect_chain == [(f"/assessments/{made.pk}/setup/review/", 302)]
    page = text(done)
    assert "It is set up like last time" in page
    assert "does not say yet on which day it closes" in page


def test_one_that_is_open_is_gone_on_with(cast):
    found = open_assessment(cast)
    done = cast.client("editor").get(f"/assessments/{found.pk}/again/", follow=True)
    assert "It is not closed yet" in text(done)
    page = cast.client("editor").get(f"/programmes/{cast.programme.pk}/assessments/new/")
    assert "again/" not in page.content.decode()


def test_each_is_decided_or_left(cast):
    found = set_up(cast)
    for code in ("S02", "S03", "S04"):
        waits(found, code, said_in="Crisis house" if code == "S03" else "")
    waits(found, "L1", {"rating": "4"})
    client, address = cast.client("editor"), f"/assessments/{found.pk}/still-true/"
    overview = text(client.get(f"/assessments/{found.pk}/"))
    assert "4 things said before wait to be decided" in overview
    page = text(client.get(address))
    assert "Standards" in page
    assert "on 3 January 2026, by Crisis house." in page
    assert "2: " in page
    done = client.post(address, {"S02": "still", "S03": "clear", "L1": ""}, follow=True)
    assert "Still true: 1. Cleared: 1." in text(done)
    assert {row.code for row in found.earlier_entries.all()} == {"S04", "L1"}
    assert found.standard_ratings.get().code == "S02"


def test_a_choice_that_there_is_not_is_refused(cast):
    found = set_up(cast)
    waits(found)
    done = cast.client("editor").post(f"/assessments/{found.pk}/still-true/", {"S02": "perhaps"})
    assert (done.status_code, linked_errors(done)) == (422, ["id_S02_0"])


def test_after_closing_it_says_that_they_did_not_count(cast, closed):
    waits(closed)
    address = f"/assessments/{closed.pk}/still-true/"
    page = text(cast.client("editor").get(address))
    assert "so these did not count" in page
    assert "Save what is decided" not in page
    late = cast.client("editor").post(address, {"S02": "still"}, follow=True)
    assert "This cannot be done: it is closed." in text(late)
    assert closed.earlier_entries.count() == 1


def test_where_it_is_asked_it_stands_beside_the_question(cast):
    found = set_up(cast)
    waits(found)
    page = text(cast.client("editor").get(f"/assessments/{found.pk}/standards/A/"))
    assert page.count("Still true?") == 1
    assert "on 3 January 2026" in page
    waits(found, "F01", {"answer": "no", "date": None, "evidence": "", "agreed_by": ""})
    assert "Still true?" in text(cast.client("editor").get(f"/assessments/{found.pk}/facts/"))


def test_standards_of_another_programme_come_to_be_looked_at(cast, closed):
    other = Programme.objects.create(organisation=cast.organisation, name="Crisis house")
    second = Assessment.objects.create(
        programme=other, name="First", instrument=DEFAULT_VERSION, length="short"
    )
    client, address = cast.client("editor"), f"/assessments/{second.pk}/still-true/"
    assert "Nothing waits" in text(client.get(address))
    nothing = client.post(f"{address}standards/", {"programme": str(cast.programme.pk)})
    assert "It has said nothing of its standards yet." in text(nothing)
    assert linked_errors(client.post(f"{address}standards/", {})) == ["id_programme_0"]
    closed.standard_ratings.create(code="S01", rating="3", version=1)
    done = client.post(f"{address}standards/", {"programme": str(cast.programme.pk)}, follow=True)
    assert "1 standard of it can be looked at here." in text(done)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 1), "less than a month ago"),
        (date(2026, 10, 20), "1 month ago"),
        (date(2025, 11, 20), "12 months ago"),
    ],
)
def test_how_long_ago_it_was_said(day, said, monkeypatch):
    monkeypatch.setattr(last_time.timezone, "localdate", lambda: date(2026, 11, 25))
    assert last_time.ago(day) == said


def test_the_same_queries_whatever_waits(cast):
    found = set_up(cast)
    waits(found)
    client, address = cast.client("editor"), f"/assessments/{found.pk}/still-true/"
    few = asked_of(client, address)
    for number in range(3, 20):
        waits(found, f"S{number:02}")
    assert asked_of(client, address) == few <= 7
