"""A steering group's sheets: what they say is taken over, never written over what stands here."""

import datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from assessment.own_part import OwnPartChange
from assessment.steps import closing, last_time, own_part
from tests.assessment.answered import open_assessment, set_up
from tests.cast import text

pytestmark = pytest.mark.django_db


def address(found):
    return reverse("own_part_file", args=[found.pk])


def blank(cast, found):
    response = cast.client("viewer").get(reverse("own_part_blank", args=[found.pk]))
    return load_workbook(BytesIO(response.content))


def fill(book, sheet, code, **cells):
    """By the heads of the columns."""
    rows = list(book[sheet].iter_rows())
    heads = [cell.value for cell in rows[0]]
    row = next(row for row in rows if row[0].value == code)
    for name, value in cells.items():
        row[heads.index(name)].value = value
    return book


def filled(cast, found):
    book = blank(cast, found)
    fill(book, "Standards", "S01", rating=3, evidence="Minutes of May")
    fill(book, "Standards", "S02", rating="DK")
    fill(book, "Standards", "S03", evidence="Nothing rated")
    fill(book, "Facts", "F02", answer="no", date=datetime.date(2026, 5, 1), evidence="Asked")
    return fill(book, "Pyramid", "L1", rating=4)


def bring(cast, found, book, who="editor"):
    written = BytesIO()
    book.save(written)
    file = SimpleUploadedFile("own-part.xlsx", written.getvalue())
    return cast.client(who).post(address(found), {"file": file}, follow=True)


def test_what_nobody_has_said_is_said_now(cast):
    found = set_up(cast)
    page = text(bring(cast, found, filled(cast, found)))
    assert "Taken over: 5. Said otherwise here, so to be decided: 0." in page
    standards = found.standard_ratings.order_by("code").values_list("code", "rating", "evidence")
    assert list(standards) == [
        ("S01", "3", "Minutes of May"),
        ("S02", "DK", ""),
        ("S03", "", "Nothing rated"),
    ]
    fact = found.fact_checks.exclude(answer="").get()
    assert (fact.code, fact.answer, fact.date) == ("F02", "no", datetime.date(2026, 5, 1))
    assert found.pyramid_layers.get().rating == "4"
    assert own_part.how_far(found).facts == {"F02"}


def test_the_same_file_twice_changes_nothing(cast):
    found = set_up(cast)
    book = filled(cast, found)
    bring(cast, found, book)
    before = OwnPartChange.objects.count()
    assert "Taken over: 0. Said otherwise here, so to be decided: 0." in text(
        bring(cast, found, book)
    )
    assert OwnPartChange.objects.count() == before


def test_what_the_site_says_otherwise_waits_beside_it(cast):
    found = set_up(cast)
    own_part.rate_standard(
        assessment=found,
        code="S01",
        rating="1",
        evidence="Ours",
        agreed_by="the panel",
        version=0,
        who=cast.owner,
    )
    page = text(bring(cast, found, filled(cast, found)))
    assert "to be decided: 1" in page
    assert "by a spreadsheet." in page
    assert found.standard_ratings.get(code="S01").evidence == "Ours"
    bring(cast, found, filled(cast, found))
    assert found.earlier_entries.count() == 1
    last_time.confirm(assessment=found, code="S01", who=cast.owner)
    row = found.standard_ratings.get(code="S01")
    assert (row.rating, row.evidence, row.version) == ("3", "Minutes of May", 2)


def test_every_fault_is_said_and_nothing_is_taken(cast):
    found = set_up(cast)
    book = fill(filled(cast, found), "Standards", "S04", rating="often")
    page = bring(cast, found, fill(book, "Facts", "F03", answer="perhaps"))
    assert page.status_code == 422
    assert "Standards!" in text(page)
    assert "Facts!" in text(page)
    assert not found.standard_ratings.exists()


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04 torn"])
def test_what_is_no_workbook_is_refused(cast, content):
    found = set_up(cast)
    file = SimpleUploadedFile("own-part.xlsx", content)
    assert cast.client("editor").post(address(found), {"file": file}).status_code == 422


def test_after_closing_nothing_comes_in(cast):
    found = open_assessment(cast)
    closing.close(assessment=found, who=cast.owner)
    page = cast.client("editor").get(address(found), follow=True)
    assert "cannot be changed any more" in text(page)
