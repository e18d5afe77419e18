"""Text stays text, whatever it is; long text is not cut."""

import dataclasses
import io

import pytest
from openpyxl import load_workbook

from assessment.method.results import About, FactCheck, OwnPart, StandardRating, Truth
from reports.one.workbook import report_workbook
from reports.spreadsheet.fitting import HIGHEST, LINE, fitted, lines, row_height
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import LONGEST, Cells, printable
from reports.spreadsheet.writing import unique
from tests.reports.one.workbook.cast import results_of, too_few

NAUGHTY = [
    "=cmd()|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "#N/A", "TRUE", "2026-11-20", "5 %", "1e5",
    "🌻 Sonnenblume", "مجموعة دعم الأقران", "<b>&amp;</b>", "a\nb", "  spaced  ", "W" * 200,
]  # fmt: skip


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_stays_text(text):
    stated = OwnPart(
        standards={"S01": StandardRating(3, text)},
        facts={"F01": FactCheck(Truth.NO, None, text)},
    )
    marked = results_of({}, organisation=text, programme=text, setting=text, own_part=stated)
    book = load_workbook(io.BytesIO(report_workbook(marked)))
    found = [c for s in book for row in s.iter_rows() for c in row if c.value == text]
    assert len(found) >= 4
    assert {cell.data_type for cell in found} == {"s"}
    assert {cell.quotePrefix for cell in found} == {text[0] in "=+-@"}


def test_control_characters_and_half_emoji_are_left_out():
    assert printable("a\x00b\x0bc\ud83dd\ufffee\x85") == "abcde"
    assert printable("a\r\nb\rc\td") == "a\nb\nc d"


@pytest.mark.parametrize("text", ["x" * 40_000, "🌻" * 20_000, "x" + "🌻" * 20_000])
def test_a_cell_holds_32767_units(text):
    clean = printable(text)
    assert LONGEST - 1 <= len(clean.encode("utf-16-le")) / 2 <= LONGEST
    assert text.startswith(clean)


def test_a_text_of_the_longest_length_is_kept():
    assert printable("x" * LONGEST) == "x" * LONGEST


def test_broken_text_makes_a_file_that_opens():
    about = About(organisation="\x00=1\ud800", programme="\uffff", setting="\x1b")
    marked = too_few()
    results = dataclasses.replace(marked.results, about=about)
    content = report_workbook(dataclasses.replace(marked, results=results))
    assert load_workbook(io.BytesIO(content))["Summary"]["C6"].value == "=1"


def test_a_cell_is_a_number_or_text_or_empty():
    cells = Cells(dict.fromkeys(((look, q) for look in Look for q in (True, False)), 3))
    for column, value in enumerate((1.5, 7, None, "", "=A1"), 1):
        cells.write(1, column, value, Look.WORDS)
    assert cells.xml().decode() == (
        '<sheetData><row r="1"><c r="A1" s="3"><v>1.5</v></c><c r="B1" s="3"><v>7</v></c>'
        '<c r="C1" s="3"/><c r="D1" s="3"/><c r="E1" s="3" t="inlineStr"><is>'
        '<t xml:space="preserve">=A1</t></is></c></row></sheetData>'
    )
    assert cells.reach() == "A1:E1"


def test_table_heads_are_told_apart():
    assert unique(["Staff", "STAFF", "Staff (2)", "a\nb"]) == [
        "Staff", "STAFF (2)", "Staff (2) (2)", "a b",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("", 10, 1), ("short", 10, 1), ("a\nb\nc", 10, 3), ("word " * 40, 30, 7), ("W" * 40, 30, 3)],
)
def test_lines(text, width, expected):
    assert lines(text, width) == expected


def test_a_row_is_as_high_as_its_longest_text():
    assert row_height(["a", None, 5, "a\nb\nc"], [9, 9, 9, 9]) == 3 * LINE + 4


def test_a_column_grows_until_its_text_fits():
    text = "evidence " * 550
    (width,) = fitted([34.0], [[text]])
    assert 34 < width <= 240
    assert row_height([text], [width - 2.2]) <= HIGHEST


@pytest.mark.parametrize("name", ["Summary", "Principles", "Mechanisms", "Actions"])
def test_long_rows_are_high_enough(trust, name):
    """Every text has room in its row; Arial needs at least 0.75 digits a letter."""
    sheet = trust.book[name]
    for row in sheet.iter_rows(min_row=6):
        for cell in row:
            if isinstance(cell.value, str) and cell.alignment.wrap_text:
                width = sheet.column_dimensions[cell.column_letter].width
                least = sum(-(-len(part) * 3 // 4 // width) for part in cell.value.split("\n"))
                height = sheet.row_dimensions[cell.row].height or LINE + 4
                if not cell.alignment.textRotation:
                    assert height >= least * 11
