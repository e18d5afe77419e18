"""Makes demo/answers.xlsx: a lifelike, invented answers workbook of an NHS trust's programme.

Run it as ``python -m demo.make_answers`` after a change to the instrument or the template. All
names and answers are invented; the random numbers are seeded, so it writes the same answers again.
"""

import datetime
import io
import random
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assessment.intake.answers_workbook import write_template
from demo.people import FACTS, GROUPS, PEOPLE, PYRAMID, STANDARDS, lifelike_answers
from questions import Instrument, Length, load

HERE = Path(__file__).parent
ASSESSMENT = {
    "organisation": "Northfield and Vale NHS Foundation Trust",
    "programme": "Community peer support",
    "setting": "Community mental health teams and two wards",
    "closed on": datetime.date(2026, 11, 20),
    "form": "full",
    "k": 5,
    "mutual group": "no",
    "people in panel": 7,
    "lived experience in panel": 5,
    "size giving": 18,
    "size receiving": 64,
    "size staff": 42,
}


def main() -> None:
    (HERE / "answers.xlsx").write_bytes(filled_workbook(load()))


def filled_workbook(instrument: Instrument) -> bytes:
    book = load_workbook(io.BytesIO(write_template(instrument, Length.FULL)))
    fill_assessment(book["Assessment"])
    fill_answers(book["Answers"], instrument)
    fill_own_part(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def fill_assessment(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(max_col=2):
        if row[0].value in ASSESSMENT:
            put_value(row[1], ASSESSMENT[str(row[0].value)])


def fill_answers(sheet: Worksheet, instrument: Instrument) -> None:
    chance = random.Random(2026)  # noqa: S311 (invented answers)
    header, columns = numbered_columns(sheet, "perspective")
    rows = [row for code, people in PEOPLE.items() for row in individual_rows(code, people)]
    rows += [
        {"perspective": code, "kind": "group", "people": n, "from": who, "different view": view}
        for code, (n, who, view) in GROUPS.items()
    ]
    for number, row in enumerate(rows, start=header + 1):
        answers = lifelike_answers(
            chance, instrument, row["perspective"], group=row["kind"] == "group"
        )
        for name, value in {**row, **answers}.items():
            put_value(sheet.cell(number, columns[name]), value)


def individual_rows(code: str, people: int) -> list[dict[str, Any]]:
    return [{"perspective": code, "kind": "individual"} for _ in range(people)]


def fill_own_part(book: Workbook) -> None:
    fill_rows(book["Standards"], STANDARDS, ("rating", "evidence"))
    fill_rows(book["Facts"], FACTS, ("answer", "date", "evidence"))
    fill_rows(book["Pyramid"], {c: (r,) for c, r in PYRAMID.items()}, ("rating",))


def fill_rows(sheet: Worksheet, rows: dict[str, tuple], names: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    header, columns = numbered_columns(sheet, "code")
    for number in range(header + 1, sheet.max_row + 1):
        values = rows.get(str(sheet.cell(number, columns["code"]).value), ())
        for name, value in zip(names, values, strict=False):
            put_value(sheet.cell(number, columns[name]), value)


def put_value(cell: Any, value: object) -> None:
    cell.value = value


def numbered_columns(sheet: Worksheet, named: str) -> tuple[int, dict[str, int]]:
    """The header row's number, and each column's number by its name."""
    for row in sheet.iter_rows(max_row=10):
        names = {str(cell.value): cell.column for cell in row if cell.value is not None}
        if named in names:
            return int(row[0].row or 1), names
    raise LookupError(f"{sheet.title} has no column '{named}'")


if __name__ == "__main__":
    main()
