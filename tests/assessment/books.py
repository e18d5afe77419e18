"""Small answers workbooks as people might type them: a dict of sheets, each a list of rows."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from questions import Instrument, Length, load

Sheets = dict[str, list[list[Any]]]

INSTRUMENT: Instrument = load()
RESPONDENT = ["perspective", "kind", "people", "from", "different view"]


def codes(length: Length) -> list[str]:
    return [item.code for item in INSTRUMENT.items(length)]


def person(perspective: str, answers: Any = 3, length: Length = Length.SHORT) -> list[Any]:
    """One individual's row: the same answer throughout, or a list of them."""
    return [perspective, "individual", None, None, None, *many(answers, length)]


def group(
    perspective: str, people: Any, answers: Any = 3, length: Length = Length.SHORT
) -> list[Any]:
    return [perspective, "group", people, None, None, *many(answers, length)]


def many(answers: Any, length: Length) -> list[Any]:
    return list(answers) if isinstance(answers, list) else [answers] * len(codes(length))


def a_book(*rows: list[Any], length: Length = Length.SHORT, **labels: Any) -> Sheets:
    """A workbook with these rows of answers; ``labels`` go on Assessment, _ for a space."""
    values = {"organisation": "Rope and Anchor", "form": length.value}
    values |= {label.replace("_", " "): value for label, value in labels.items()}
    values.setdefault("questions", INSTRUMENT.version)
    return {
        "Assessment": [[label, value] for label, value in values.items()],
        "Answers": [[*RESPONDENT, *codes(length)], *(rows or [person("giving", length=length)])],
        "Standards": [["code", "rating"]],
        "Facts": [["code", "answer"]],
        "Pyramid": [["code", "rating"]],
    }


def as_bytes(sheets: Sheets) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()


def save(folder: Path, sheets: Sheets, name: str = "answers.xlsx") -> Path:
    path = folder / name
    path.write_bytes(as_bytes(sheets))
    return path


def rezip(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same zip with each part changed; None takes it out."""
    written = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return written.getvalue()
