"""Sheets beside those that are read, what is hidden, escapes, days, parts that nobody reads."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from assessment.cell_escapes import escaped, unescaped
from assessment.intake.answers_workbook import read_answers
from assessment.intake.answers_workbook.values import as_text_within
from assessment.intake.typed_days import day_typed
from assessment.intake.uploads import UPLOAD, Refused, opened_book
from reports.spreadsheet.sheet_cells import xml_text
from tests.assessment.books import INSTRUMENT, Sheets, a_book, as_bytes, person, rezip, save


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        read_answers(path, INSTRUMENT, UPLOAD)
    return refused.value.faults


def written(folder: Path, data: bytes) -> Path:
    path = folder / "answers.xlsx"
    path.write_bytes(data)
    return path


def with_sheet(name: str, rows: list[list[Any]]) -> Sheets:
    return {**a_book(person("giving")), name: rows}


def test_a_second_sheet_of_answers_is_a_fault(tmp_path: Path) -> None:
    header, row = a_book(person("staff"))["Answers"]
    for name, rows in (
        ("Answers (2)", [header, row]),
        ("Ward 3", [["From the ward"], [], header, [], row]),
        ("Sheet6", [row]),
    ):
        (fault,) = faults(save(tmp_path, with_sheet(name, rows)))
        assert fault.startswith(f"{name}: this sheet holds answers too, and only the sheet Answers")


def test_a_sheet_of_anything_else_is_none(tmp_path: Path) -> None:
    header, _ = a_book()["Answers"]
    for rows in ([header], [["notes"], ["giving", "is a word", 3]], [["Rota", 1, 2, 3]] * 20):
        assert read_answers(save(tmp_path, with_sheet("Notes", rows)), INSTRUMENT, UPLOAD).answered


def test_hidden_sheets_and_rows_are_read_and_noted(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(as_bytes(a_book(*[person("giving")] * 4, person("staff")))))
    book["Standards"].sheet_state, book["Answers"].sheet_state = "hidden", "veryHidden"
    for row in (3, 6, 9):  # nothing stands in row 9
        book["Answers"].row_dimensions[row].hidden = True
    book.save(tmp_path / "answers.xlsx")
    sheet = read_answers(tmp_path / "answers.xlsx", INSTRUMENT, UPLOAD)
    assert len(sheet.answered["giving"].responses.strings()) == 4
    assert set(sheet.answered) == {"giving", "staff"}
    assert sheet.notes == (
        "Answers: this sheet is hidden; it was read all the same",
        "Answers: 2 rows are hidden, as by a filter (3, 6), and read all the same",
        "Standards: this sheet is hidden; it was read all the same",
    )


@pytest.mark.parametrize("name", ["Sheet1", "Answers"])
def test_a_file_that_is_not_ours_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    (fault,) = faults(save(tmp_path, {name: [["ID", "Start time"], [1, 2]]}))
    assert fault.startswith("answers.xlsx: this is not the answers workbook")
    assert "manage.py answers_template" in fault
    assert "\n" not in fault


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELLS = {
    "shared": '<c r="A1" t="s"><v>0</v></c>',
    "inline": '<c r="A1" t="inlineStr"><is><t>{}</t></is></c>',
    "spaced": '<c r="A1" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>',
    "runs": '<c r="A1" t="inlineStr"><is><r><t>{}</t></r></is></c>',
    "formula": '<c r="A1" t="str"><f>B1</f><v>{}</v></c>',
}
STRINGS = {"shared": "<si><t>{}</t></si>", "runs": "<si><r><t>{}</t></r></si>"}


SHEET, STRINGS_PART = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def kept_as(cell: str, string: str) -> bytes:
    """A sheet of one cell, and texts that cells share, as Excel and LibreOffice keep them."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cell}</row></sheetData></worksheet>'
    good = with_strings(as_bytes({"Sheet": [["x"]]}), STRINGS_PART)
    crafted = rezip(good, lambda name, part: sheet.encode() if name == SHEET else part)
    return with_part(crafted, STRINGS_PART, f'<sst xmlns="{MAIN}">{string}</sst>'.encode())


def with_strings(data: bytes, name: str) -> bytes:
    """Whose list of parts says where shared texts are."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    listed = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    return rezip(data, lambda _, part: part.replace(b"</Types>", listed))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    changed = BytesIO(data)
    with ZipFile(changed, "a") as archive:
        archive.writestr(name, content)
    return changed.getvalue()


@pytest.mark.parametrize(
    "stored",
    ["One._x000D_\nTwo _x005F_x0041_ three", "One._x000B_Two _x005f_x0041_ three",
     "One.\u2028Two _x005F_x0041_ three", "One._x000a_Two _x005F_x0041_ three"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("cell", "string"),
    [*((cell, "shared") for cell in CELLS), ("shared", "runs")],
)
def test_escapes_are_read_as_a_spreadsheet_shows_them(cell: str, string: str, stored: str) -> None:
    data = kept_as(CELLS[cell].format(stored), STRINGS[string].format(stored))
    with opened_book(data, UPLOAD) as book:
        ((value,),) = book.rows("Sheet")
    assert as_text_within(value) == "One.\nTwo _x0041_ three"


@pytest.mark.parametrize(
    "typed",
    ["_x0041_", "a _x000D_ b", "_x005F_", "_x005f_x0041_", "_x00e9_x0041_", "__x0041__", "x_x0041"],
)
def test_what_somebody_typed_comes_back(typed: str) -> None:
    assert unescaped(escaped(typed)) == typed
    assert "_x0041_" not in xml_text("_x0041_<").replace("_x005F_x0041_", "")


def test_lower_case_x_and_four_figures_alone_are_escapes() -> None:
    for text in ("_X0041_", "_x041_", "_x00041_", "_x004G_", "x0041_", "_x0041"):
        assert unescaped(text) == escaped(text) == text


DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    ["20 November 2026", "20/11/26", "20 Nov 2026", "20.11.2026", "20. 11. 2026", "20-Nov-26",
     "Friday 20th November, 2026", "20 NOVEMBER 2026", "20\u00a0November\u200b 2026", "2026-11-20",
     "20th of Nov. 2026", "20\u201311\u20132026"],
)  # fmt: skip
def test_days_as_we_print_them_and_as_people_type_them(typed: str) -> None:
    assert day_typed(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2026", "there is no such day"),
        ("31 November 2026", "there is no such day"),
        ("11/20/2026", "there is no such day"),
        ("31/12/1999", "2000 to 2100"),
        ("1 January 2101", "2000 to 2100"),
        ("20 Nowember 2026", "write it as"),
        ("20 m 2026", "write it as"),
        ("soon", "write it as"),
    ],
)
def test_what_is_no_day_says_why(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        day_typed(typed)


def test_both_sides_of_the_years() -> None:
    assert (day_typed("1/1/2000"), day_typed("31.12.2100")) == (
        date(2000, 1, 1),
        date(2100, 12, 31),
    )


UTF_16 = '<?xml version="1.0" encoding="utf-16"?><DataMashup/>'.encode("utf-16")


def test_utf_16_in_parts_that_nobody_reads(tmp_path: Path) -> None:
    data = with_part(as_bytes(a_book()), "customXml/item1.xml", UTF_16)
    assert read_answers(written(tmp_path, data), INSTRUMENT).answered


def test_no_parser_is_led_to_such_a_part(tmp_path: Path) -> None:
    """A sheet, or the shared strings, that the workbook keeps where nobody looked."""
    good = as_bytes(a_book())
    answers, elsewhere = b"/xl/worksheets/sheet2.xml", "customXml/a.xml"
    moved = rezip(good, lambda _, part: part.replace(answers, b"/" + elsewhere.encode()))
    for data in (moved, with_strings(good, elsewhere)):
        (fault,) = faults(written(tmp_path, with_part(data, elsewhere, UTF_16)))
        assert "unusual encoding" in fault or "damaged" in fault  # openpyxl hides the first
