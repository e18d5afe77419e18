"""A report of an older shape is read by its own for ever, beside those of the newest."""

import io
import json
from datetime import date

import openpyxl
import pytest

from assessment.method import from_json
from assessment.method.document_reading import DocumentError
from assessment.method.readers import READERS
from questions import load
from questions.shape import SHAPES
from reports.wording.explained import EXPLAINED
from tests.cast import signed_in
from tests.instruments import LATER, METHOD_1
from tests.reports.builder import sample
from tests.reports.earlier import closed_on, two_assessments
from tests.walking import walked

THEN, NOW = date(2025, 11, 20), date(2026, 11, 20)
FILES = {"application/json", "image/png", "image/svg+xml", "text/csv"}


def older_sample(older, day):
    return sample(instrument=older, seed=2, closed=day)


def test_every_method_can_be_read_and_explained():
    assert set(SHAPES) == set(READERS) == set(EXPLAINED)


@pytest.mark.one_in(3, "every page")
def test_its_report_opens_on_every_page_and_in_every_file(cast, older_instrument):
    report = closed_on(cast, THEN, older_sample(older_instrument, THEN))
    client = signed_in(cast.owner)
    found = walked(client, f"/assessments/{report.pk}/")
    assert set(found.values()) >= FILES
    for address, kind in found.items():
        if "spreadsheet" in kind:
            openpyxl.load_workbook(io.BytesIO(client.get(address).content))


@pytest.mark.one_in(3, "every page")
def test_a_report_of_method_1_opens_on_every_page_and_in_every_file(cast, first_instrument):
    report = closed_on(cast, THEN, sample(instrument=first_instrument, closed=THEN))
    report.report.results = METHOD_1
    report.report.save()
    found = walked(signed_in(cast.owner), f"/assessments/{report.pk}/")
    assert set(found.values()) >= FILES


def test_it_says_what_it_was_asked_and_nothing_that_came_later(cast, older_instrument):
    report = closed_on(cast, THEN, older_sample(older_instrument, THEN))
    client, home = signed_in(cast.viewer), f"/assessments/{report.pk}/report/"
    told = json.loads(client.get(f"{home}results.json").content)
    assert (told["method"], told["instrument"]) == ("0", older_instrument.version)
    for kind in ("facts", "standards", "mechanisms", "perspectives"):
        assert not LATER[kind] & set(told[kind])
    assert list(told["pyramid"]) == list(older_instrument.shape.layers)
    page = client.get(home).content.decode()
    later = [fact for fact in load().facts if fact.code in LATER["facts"]]
    assert later
    for fact in later:
        assert fact.text not in page


def test_over_time_it_is_named_and_not_compared(cast, older_instrument):
    """With one newer beside it there is nothing to compare yet; with two there is."""
    older = closed_on(cast, date(2024, 11, 20), older_sample(older_instrument, THEN))
    closed_on(cast, THEN, sample(seed=1, closed=THEN))
    client, address = signed_in(cast.viewer), f"/programmes/{cast.programme.pk}/over-time/"
    page = client.get(address).content.decode()
    assert "One self-assessment is closed so far" in page
    assert "was worked out by version 0 of the method, so it is not compared" in " ".join(
        page.split()
    )
    closed_on(cast, NOW, sample(seed=3, closed=NOW))
    assert set(walked(client, address, within=address).values()) >= {"image/png", "text/csv"}
    page = client.get(address)
    assert f'"/assessments/{older.pk}/report/' in page.content.decode()
    choices = page.context["form"].fields["before"].choices
    assert len(choices) == 2
    assert str(older.pk) not in dict(choices)
    assert client.get(address, {"before": older.pk, "after": older.pk}).status_code == 422


def test_over_time_it_is_compared_with_its_own_kind(cast, older_instrument):
    for day in (THEN, NOW):
        closed_on(cast, day, older_sample(older_instrument, day))
    address = f"/programmes/{cast.programme.pk}/over-time/"
    found = walked(signed_in(cast.viewer), address, within=address)
    assert set(found.values()) >= {"image/png", "text/csv"}


def test_side_by_side_with_the_newest(cast, older_instrument):
    other = cast.organisation.programmes.create(name="On the wards")
    closed_on(cast, NOW, older_sample(older_instrument, NOW), programme=other)
    two_assessments(cast)
    address = f"/organisations/{cast.organisation.pk}/side-by-side/"
    found = walked(signed_in(cast.viewer), address, within=address)
    assert set(found.values()) >= {"image/png", "text/csv"}


def test_a_method_that_is_not_known_is_named(older_instrument):
    text = json.dumps({"method": "9", "instrument": older_instrument.version})
    said = r"method: it is '9', and only '0' is understood; the version of Essence that made"
    with pytest.raises(DocumentError, match=said):
        from_json(text, older_instrument)
