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

from assessment.answersheet import write_template
from demo.people import answers_of
from questions import Form, Instrument, load

HERE = Path(__file__).parent
PEOPLE = {"giving": 14, "receiving": 31, "staff": 17}
GROUPS = {
    "partner": (4, "the two user-led groups in the district", ""),
    "commissioner": (3, "the commissioning board and the council", ""),
    "panel": (
        7,
        "two who give, two who receive, one from a user group, a manager, a commissioner",
        "Two of us thought restraint should have been talked about for longer.",
    ),
}
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
STANDARDS = {
    "S01": (4, "Job description, band 3 and 4, agreed June 2026"),
    "S02": (3, "Trust competence framework for peer workers"),
    "S03": (4, "Twelve-day course with the university, 22 people in 2026"),
    "S04": (3, "Portfolio and a conversation at the end of the course"),
    "S05": (3, "Level 3 award, not required for a post"),
    "S06": (3, "Four learning days a year"),
    "S07": (2, "Two senior peer posts; most contracts end in March 2027"),
    "S08": (2, "Wards and community teams; no volunteers"),
    "S09": (1, ""),
    "S10": (1, "A stall on World Mental Health Day"),
    "S11": (1, "Peer workers meet once a quarter, in their own time"),
    "S12": (3, "Phones and laptops as for all staff"),
    "S13": (3, "Peer support lead, full time, since 2024"),
    "S14": (3, "Yearly evaluation by the trust's research team"),
    "S15": (2, "Open days twice a year"),
    "S16": (2, "Half of the teams had a preparation session"),
    "S17": (0, ""),
    "S18": (2, "Partnership board, three times in 2026"),
    "S19": (1, "Talked about at the quality committee"),
    "S20": (2, "Funded from year to year"),
    "S21": (3, "The medical director sponsors the programme"),
    "S22": (4, "Code of conduct, reviewed May 2026"),
    "S23": ("DK", "No equality data kept"),
    "S24": (2, "Two of nine supervisors trained"),
    "S25": (1, "One of five trainers has lived experience"),
}
DAY = datetime.date(2026, 10, 28)
FACTS = {
    "F01": ("no", DAY, "Preparation register"),
    "F02": ("yes", DAY, "Mandatory training matrix: restraint is on it for ward posts"),
    "F03": ("no", DAY, "Peer support operational policy, section 6"),
    "F04": ("no", DAY, "Rota audit, third quarter"),
    "F05": ("no", DAY, "Banding review 2025"),
    "F06": ("DK", None, "Asked both user groups; no answer yet"),
    "F07": ("yes", DAY, "The budget sits with the service manager"),
    "F08": ("no", DAY, "Last four job adverts"),
    "F09": ("no", DAY, "Supervision register"),
    "F10": ("no", DAY, "Every team has two peer workers"),
    "F11": ("DK", None, ""),
    "F12": ("DK", None, "Differs between teams; being looked into"),
    "F13": ("no", DAY, "Tuesday group in two of four localities"),
    "F14": ("no", DAY, "Open access to the Tuesday group"),
}
PYRAMID = {"L1": 1, "L2": 1, "L3": 1, "L4": 2, "L5": 4}


def main() -> None:
    (HERE / "answers.xlsx").write_bytes(filled(load()))


def filled(instrument: Instrument) -> bytes:
    book = load_workbook(io.BytesIO(write_template(instrument, Form.FULL)))
    fill_assessment(book["Assessment"])
    fill_answers(book["Answers"], instrument)
    fill_statement(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def fill_assessment(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(max_col=2):
        if row[0].value in ASSESSMENT:
            put(row[1], ASSESSMENT[str(row[0].value)])


def fill_answers(sheet: Worksheet, instrument: Instrument) -> None:
    chance = random.Random(2026)  # noqa: S311 (invented answers)
    header, columns = columns_of(sheet, "perspective")
    rows = [row for code, people in PEOPLE.items() for row in individuals(code, people)]
    rows += [
        {"perspective": code, "kind": "group", "people": n, "from": who, "different view": view}
        for code, (n, who, view) in GROUPS.items()
    ]
    for number, row in enumerate(rows, start=header + 1):
        answers = answers_of(chance, instrument, row["perspective"], group=row["kind"] == "group")
        for name, value in {**row, **answers}.items():
            put(sheet.cell(number, columns[name]), value)


def individuals(code: str, people: int) -> list[dict[str, Any]]:
    return [{"perspective": code, "kind": "individual"} for _ in range(people)]


def fill_statement(book: Workbook) -> None:
    fill_rows(book["Standards"], STANDARDS, ("rating", "evidence"))
    fill_rows(book["Facts"], FACTS, ("answer", "date", "evidence"))
    fill_rows(book["Pyramid"], {c: (r,) for c, r in PYRAMID.items()}, ("rating",))


def fill_rows(sheet: Worksheet, rows: dict[str, tuple], names: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    header, columns = columns_of(sheet, "code")
    for number in range(header + 1, sheet.max_row + 1):
        values = rows.get(str(sheet.cell(number, columns["code"]).value), ())
        for name, value in zip(names, values, strict=False):
            put(sheet.cell(number, columns[name]), value)


def put(cell: Any, value: object) -> None:
    cell.value = value


def columns_of(sheet: Worksheet, named: str) -> tuple[int, dict[str, int]]:
    """The header row's number, and each column's number by its name."""
    for row in sheet.iter_rows(max_row=10):
        names = {str(cell.value): cell.column for cell in row if cell.value is not None}
        if named in names:
            return int(row[0].row or 1), names
    raise LookupError(f"{sheet.title} has no column '{named}'")


if __name__ == "__main__":
    main()
