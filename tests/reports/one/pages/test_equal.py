"""One ``Results`` feeds page, CSV, JSON and workbook: every figure is the same in each."""

import csv
import io
import json

import openpyxl
import pytest

from assessment.method.numbers import half_up
from questions import Length
from reports.wording.people_said import how_many
from tests.cast import signed_in
from tests.naive.arithmetic import GAP, HIGH, LOW, in_a_spreadsheet, on_a_page
from tests.reports.builder import closed_with, sample
from tests.reports.one.pages.test_report import marked_of
from tests.reports.reading import page_of

KINDS = {
    "full": {},
    "a few withheld": {"sizes": {"giving": 5, "receiving": 6, "staff": 3}},
    "mutual, short": {"sizes": {"receiving": 6}, "mutual": True, "length": Length.SHORT},
}
CUTS = (LOW, HIGH)
STATEMENTS = (
    "Practice statements: how true each is here, 0 to 100",
    "Warning signs: how true each is here, 0 to 100",
)


@pytest.fixture(params=KINDS)
def made(cast, request):
    assessment = closed_with(cast, sample(**KINDS[request.param]))
    client = signed_in(cast.viewer)
    address = f"/assessments/{assessment.pk}/report/"
    files = {
        name: client.get(address + name).content
        for name in ("report.xlsx", "results.json", "cells.csv", "principles.csv")
    }
    return page_of(client.get(address)), files, marked_of(assessment)


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def number(text):
    return float(text) if text else None


def test_every_cell_is_alike_in_page_csv_json_and_workbook(made):
    page, files, marked = made
    cells = json.loads(files["results.json"])["cells"]
    in_csv = {(row["perspective"], row["item"]): row for row in rows_of(files["cells.csv"])}
    in_book = workbook_cells(files["report.xlsx"], marked)
    on_page = page_cells(page, marked)
    expected = {(code, item) for code, found in cells.items() for item in found}
    assert set(in_csv) == set(in_book) == set(on_page) == expected
    for (code, item), row in in_csv.items():
        cell = cells[code][item]
        shown = cell.get("shown") or cell["withheld"]
        assert row["shown"] == shown == on_page[code, item] == str(in_book[code, item][2])
        n = cell.get("n")
        assert number(row["n"]) == n
        behind = None if n is None else how_many(marked.results.perspectives[code], n)
        assert in_book[code, item][0] == behind
        assert number(row["value"]) == cell.get("value")
        value = cell.get("value")
        assert in_book[code, item][1] == (None if value is None else half_up(value, 1))


def page_cells(page, marked):
    """Page tables stand in reading order: principle by principle, its rows by statement."""
    found, short = {}, {short_name(marked, code): code for code in marked.results.perspectives}
    text = {marked.results.text_for_all(i): i.code for i in marked.results.instrument.all_items}
    for caption in STATEMENTS:
        for table in page.tables[caption]:
            heads = [short[name] for name in table[0][1:]]
            for row in table[1:]:
                for code, shown in zip(heads, row[1:], strict=True):
                    found[code, text[row[0]]] = shown
    return found


def short_name(marked, code):
    return marked.results.short_name_of(code)


def workbook_cells(content, marked):
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Statements"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if "Shown as" in row)
    at = {name: place for place, name in enumerate(rows[head])}
    names = {marked.results.name_of(c).capitalize(): c for c in marked.results.perspectives}
    return {
        (names[row[at["Perspective"]]], row[at["Item"]]): (
            row[at["How many"]],
            row[at["Value"]],
            row[at["Shown as"]],
        )
        for row in rows[head + 1 :]
        if row[at["Item"]]
    }


def test_every_score_and_level_is_alike_in_page_csv_json_and_workbook(made):
    page, files, marked = made
    in_json = json.loads(files["results.json"])["principles"]
    in_csv = {row["principle"]: row for row in rows_of(files["principles.csv"])}
    in_book = workbook_principles(files["report.xlsx"])
    (table,) = page.tables["The twelve principles, practice, 0 to 100"]
    shown = {row[0]: row for row in table[1:]}
    for code, one in marked.principles.items():
        views, row, there = one.views, in_csv[code], in_json[code]
        book, seen = in_book[one.principle.name], shown[one.principle.name]
        assert row["level"] == there["level"] == book["Level"] == str(one.level)
        assert seen[1] == f"{one.level}{' borderline' * bool(one.borderline)}"
        exact = (views.practice, views.warning, views.others, views.gap, views.all_round)
        written = [number(row[k]) for k in ("L_P", "L_W", "O", "gap", "all_round")]
        read = [there["L"]["P"], there["L"]["W"], there["O"], there["gap"], there["all_round"]]
        assert written == read == [rounded(value, 2) for value in exact]
        sheet = [
            book["Lived-experience view: practice"],
            book["Lived-experience view: warning signs"],
            book.get("Others' view: practice"),
            book.get("Gap"),
            book["All-round: practice"] if len(one.scores) > 1 else rounded(views.all_round, 1),
        ]
        cuts = [CUTS, CUTS, CUTS, (GAP,), CUTS]
        assert sheet == [in_a_spreadsheet(*pair) for pair in zip(exact, cuts, strict=True)]
        on_page = [as_shown(*pair) for pair in zip(exact[:4], cuts, strict=False)]
        assert seen[2:] == on_page[: len(seen) - 2]
        assert len(seen) == 6 or views.others is None
        for side, score in one.scores.items():
            assert number(row[f"{side}_P"]) == there["perspectives"][side]["P"]
            assert number(row[f"{side}_low"]) == rounded(score.low, 2)


def test_every_perspectives_row_is_alike_in_page_and_json(made):
    page, files, marked = made
    in_json = json.loads(files["results.json"])["principles"]
    tables = page.tables["Who says what, 0 to 100"]
    for one, table in zip(marked.in_reading_order(), tables, strict=True):
        sides = in_json[one.principle.code]["perspectives"]
        for code, row in zip(sides, table[1:], strict=False):
            assert row[0].startswith(marked.results.name_of(code).capitalize())
            assert row[1] == as_shown(one.scores[code].practice)
            assert row[2] == as_shown(one.scores[code].warning)
            for shown, value in zip(row[1:3], (sides[code]["P"], sides[code]["W"]), strict=True):
                assert value is None or abs(float(shown) - value) <= 0.51


def rounded(value, places):
    return None if value is None else half_up(value, places)


def as_shown(value, cuts=CUTS):
    return on_a_page(value, cuts) or "no figure"


def workbook_principles(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Principles"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if "Borderline" in row)
    return {row[0]: dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :] if row[0]}
