"""Closing: says what will happen, asks again, does it once."""

import pytest

from assessment.ballots import Ballots
from assessment.models import ClosedReport, State
from assessment.room import Room
from assessment.steps import closing, own_part, setting_up
from organisations.models import AuditEntry
from questions import load
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import another_day, draft_with, link_of, open_assessment, respond
from tests.assessment.pages.reading import linked_errors, text_of
from tests.cast import make_cast


def at(assessment, rest=""):
    return f"/assessments/{assessment.pk}/{rest}"


def test_it_says_what_will_happen(cast, settings):
    settings.HOST_NAME, settings.BACKUP_DAYS = "Northern Hosts", 14
    assessment = open_assessment(cast, receiving="individual", giving="individual", panel="group")
    for _ in range(10):
        respond(assessment, "receiving", [3])
    another_day()
    page = text_of(cast.client("owner").get(at(assessment, "close/")))
    assert "are kept by Northern Hosts for up to 14 days" in page
    assert "Hidden from everybody, because fewer than 10 have answered" in page
    assert "Shown, but for statements that fewer than 10 of them answered" in page
    assert "Nothing to show: no group has sent a rating" in page
    shape = load().shape
    for name, asked in (("standards", shape.standards), ("facts", shape.facts)):
        assert f"{len(asked)} of {len(asked)} {name}" in page
    assert "Not enough evidence" not in page


def test_it_warns_where_nobody_with_lived_experience_would_be_heard(cast):
    assessment = open_assessment(cast, staff="individual", panel="group")
    for _ in range(9):
        respond(assessment, "staff", [3])
    client = cast.client("owner")
    for staff, warned in ((3, True), (2, False)):
        room = Room(counts={"giving": 2, "staff": staff})
        respond(assessment, "panel", [3], room=room)
        assert ("Not enough evidence" in text_of(client.get(at(assessment, "close/")))) is warned


def test_without_the_tick_it_stays_open(cast):
    assessment = open_assessment(cast)
    response = cast.client("owner").post(at(assessment, "close/"), {})
    assert response.status_code == 422
    assert linked_errors(response) == ["id_sure"]
    assessment.refresh_from_db()
    assert assessment.state == State.OPEN


def test_with_it_answers_go_and_the_report_stands(cast):
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [3])
    client = cast.client("owner")
    first = client.post(at(assessment, "close/"), {"sure": "on"})
    again = client.post(at(assessment, "close/"), {"sure": "on"})
    assert first.headers["Location"] == again.headers["Location"]
    assert first.headers["Location"] in (at(assessment), at(assessment, "report/"))
    assert client.get(at(assessment, "close/")).headers["Location"] == first.headers["Location"]
    assert not Ballots.objects.exists()
    assert ClosedReport.objects.count() == 1
    assert [e.what for e in AuditEntry.objects.all()].count("closed Autumn") == 1


def test_a_draft_has_nothing_to_close(cast):
    draft = setting_up.create(
        programme=cast.programme, who=cast.owner, name="Next", instrument=DEFAULT_VERSION
    )
    client = cast.client("owner")
    for response in (client.get(at(draft, "close/")), client.post(at(draft, "close/"))):
        assert response.headers["Location"] == at(draft)
    assert not ClosedReport.objects.exists()


def test_what_is_blank_in_the_own_part_is_counted(cast):
    assessment = open_assessment(cast)
    own_part.rate_layer(assessment=assessment, code="L1", rating="DK", version=0, who=cast.editor)
    page = text_of(cast.client("owner").get(at(assessment, "close/")))
    assert "4 of 5 layers of the pyramid" in page


@pytest.mark.django_db(transaction=True)
def test_closing_in_the_browser_scrubs_the_files(client):
    cast = make_cast()
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [3])
    client.force_login(cast.owner)
    client.post(at(assessment, "close/"), {"sure": "on"})
    assessment.refresh_from_db()
    assert assessment.scrubbed_at is not None


def test_scrubbing_that_fails_now_is_left_for_later(cast, monkeypatch):
    assessment = open_assessment(cast)
    monkeypatch.setattr(closing, "clean_files", lambda: False)
    assert cast.client("owner").post(at(assessment, "close/"), {"sure": "on"}).status_code == 302
    assessment.refresh_from_db()
    assert (assessment.state, assessment.scrubbed_at) == (State.CLOSED, None)


def test_drafts_that_were_never_sent_are_told_to_nobody(cast):
    assessment = open_assessment(cast)
    client = cast.client("owner")
    before = text_of(client.get(at(assessment, "close/")))
    draft_with(link_of(assessment, "receiving"), [3])
    assert text_of(client.get(at(assessment, "close/"))) == before
