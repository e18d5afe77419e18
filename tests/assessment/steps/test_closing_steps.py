"""Closing: released once, deleted once, nothing in between (docs/privacy.md)."""

import json
import sqlite3
from unittest import mock

import pytest
from django.conf import settings
from django.db import connection

from assessment.ballots import Ballots, Draft
from assessment.method import from_json, mark, marked_from_json, to_json
from assessment.method.results import Withheld
from assessment.models import Assessment, ClosedReport, Link, State
from assessment.steps import answering, closing, own_part_released
from organisations.refusal import Refusal
from questions import load
from tests.assessment.answered import draft_with, open_assessment, put, respond
from tests.cast import make_cast

pytestmark = pytest.mark.django_db


def cell(assessment, perspective, item):
    results = json.loads(ClosedReport.objects.get(assessment=assessment).results)
    return results["cells"][perspective][item]


def test_closing_keeps_cells_and_deletes_every_answer(monkeypatch):
    monkeypatch.setattr(closing, "from_system", lambda *_: -1)
    cast = make_cast()
    assessment = open_assessment(cast)
    for rating in (0, 1, 1, 1, 2, 2, 1, 1, 2, 2):
        respond(assessment, "receiving", [rating])
    for rating in (1, 2, 2, 1, 1, 2, 2, 1, 1):
        respond(assessment, "giving", [rating])
    draft_with(assessment.perspectives.get(code="giving").link, [4])
    closing.close(assessment=assessment, who=cast.owner)
    assert assessment.state == State.CLOSED
    assert cell(assessment, "receiving", "mutuality-1") == {"n": 10, "value": 30, "shown": "30"}
    assert cell(assessment, "giving", "mutuality-1") == {"withheld": "fewer than 10"}
    assert not Ballots.objects.exists()
    assert not Draft.objects.exists()
    assert Link.objects.count() == 2


@pytest.mark.parametrize("came", [0, 1, 9])
def test_nobody_is_not_told_from_a_few(came):
    cast = make_cast()
    assessment = open_assessment(cast)
    for _ in range(came):
        respond(assessment, "giving", [3] * 36)
    closing.close(assessment=assessment, who=cast.owner)
    results = from_json(ClosedReport.objects.get(assessment=assessment).results, load())
    assert list(results.perspectives) == ["giving", "receiving"]
    assert results.perspectives["giving"] == results.perspectives["receiving"]
    assert set(results.perspectives["giving"].cells.values()) == {Withheld("fewer than 10")}


def test_the_stored_report_is_the_released_one():
    cast = make_cast()
    assessment = open_assessment(cast)
    for rating in (0, 1, 2, 2, 3, 3):
        respond(assessment, "receiving", [rating, rating, "DK"])
    closing.close(assessment=assessment, who=cast.owner)
    stored = assessment.report.results
    assert to_json(mark(from_json(stored, load()))) == stored


def test_closing_again_changes_nothing():
    cast = make_cast()
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [1])
    closing.close(assessment=assessment, who=cast.owner)
    first = ClosedReport.objects.get()
    closing.close(assessment=assessment, who=cast.owner)
    assert ClosedReport.objects.get().pk == first.pk


def test_only_an_open_assessment_closes():
    cast = make_cast()
    assessment = open_assessment(cast)
    Assessment.objects.filter(pk=assessment.pk).update(state=State.DRAFT)
    with pytest.raises(Refusal, match="Only an assessment that is open"):
        closing.close(assessment=assessment, who=cast.owner)


def test_what_is_read_back_must_be_what_was_released(monkeypatch):
    cast = make_cast()
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [1])
    monkeypatch.setattr(closing, "marked_from_json", lambda *_: marked_from_json(damaged(), load()))

    def damaged():
        report = json.loads(ClosedReport.objects.get().results)
        report["organisation"] = "Another"
        return json.dumps(report)

    with pytest.raises(RuntimeError, match="nothing was deleted"):
        closing.close(assessment=assessment, who=cast.owner)
    assert Ballots.objects.count() == 1
    assert not ClosedReport.objects.exists()


def test_nothing_can_be_sent_or_saved_after_closing():
    cast = make_cast()
    assessment = open_assessment(cast)
    late = draft_with(assessment.perspectives.get(code="giving").link, [4])
    closing.close(assessment=assessment, who=cast.owner)
    for step in (answering.send, lambda draft: answering.save_page(draft=draft, answers={})):
        with pytest.raises((Refusal, Draft.DoesNotExist, Link.DoesNotExist)):
            step(draft=late)


@pytest.mark.parametrize(
    ("people", "comments", "shown"), [(10, 3, True), (9, 3, False), (10, 2, False)]
)
def test_comments_are_kept_only_where_no_writer_stands_out(people, comments, shown):
    cast = make_cast()
    assessment = open_assessment(cast)
    for number in range(people):
        text = f"comment {9 - number}" if number < comments else ""
        respond(assessment, "receiving", [number % 5], comment=text)
    closing.close(assessment=assessment, who=cast.owner)
    kept = assessment.report.comments
    assert bool(kept) is shown
    if shown:
        assert kept["receiving"] == sorted(kept["receiving"])


def test_group_ratings_reach_the_report_with_their_different_view():
    cast = make_cast()
    assessment = open_assessment(cast, panel="group")
    room = {"people": 6, "from": "three who give"}
    put(assessment, "panel", [3], comment="One of us disagreed.", room=room)
    closing.close(assessment=assessment, who=cast.owner)
    assert json.loads(assessment.report.results)["groups"]["panel"] == [
        {**room, "different_view": "One of us disagreed."}
    ]
    assert cell(assessment, "panel", "mutuality-1")["value"] == 75


def test_a_closed_assessment_without_answers_has_a_report():
    cast = make_cast()
    assessment = open_assessment(cast)
    closing.close(assessment=assessment, who=cast.owner)
    assert json.loads(assessment.report.results)["confidence"] == "One-sided"


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite  # a busy SQLite log
def test_scrubbing_waits_while_somebody_reads():
    cast = make_cast()
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [1])
    reader = sqlite3.connect(settings.DATABASES["default"]["TEST"]["NAME"])
    try:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM assessment_ballots").fetchall()
        closing.close(assessment=assessment, who=cast.owner)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=100")
        assert closing.scrub() == 0
        assert Assessment.objects.get().scrubbed_at is None
    finally:
        reader.close()
    assert closing.scrub() == 1


@pytest.mark.parametrize(
    ("stored", "rating"), [("", None), ("DK", "DK"), ("NA", "NA"), ("0", 0), ("4", 4)]
)
def test_a_rating_is_read_as_it_was_kept(stored, rating):
    assert own_part_released.rating_of(stored) == rating


def test_inside_a_transaction_nothing_is_scrubbed():
    """Neither database can: it is left for the next time."""
    cast = make_cast()
    closing.close(assessment=open_assessment(cast), who=cast.owner)
    assert closing.scrub() == 0
    assert Assessment.objects.get().scrubbed_at is None


def test_postgresql_is_told_to_clear_what_was_deleted(monkeypatch):
    """Asked of a connection that writes down what it is told, whatever the tests run on."""
    other = mock.MagicMock(vendor="postgresql", in_atomic_block=False)
    other.ops.quote_name = '"{}"'.format
    monkeypatch.setattr(closing, "connection", other)
    assert closing.clean_files()
    told = other.cursor.return_value.__enter__.return_value.execute.mock_calls
    assert told == [
        mock.call('VACUUM "assessment_draft"'),
        mock.call('VACUUM "assessment_ballots"'),
        mock.call('VACUUM "assessment_filetaken"'),
    ]


@pytest.mark.django_db(transaction=True)
def test_once_scrubbed_an_assessment_waits_no_more():
    cast = make_cast()
    closing.close(assessment=open_assessment(cast), who=cast.owner)
    assert [closing.scrub(), closing.scrub()] == [1, 0]
    assert Assessment.objects.get().scrubbed_at is not None
