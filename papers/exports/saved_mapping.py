"""What was settled of one survey's export, kept for the next: a small JSON file beside it.

Columns and answers that are known by themselves need none; it is for those that are not. It holds
headings and answers as they were written, never whose they are.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assessment.intake.answers_workbook.values import as_rating, plain_text
from assessment.intake.uploads import UPLOAD, Refused
from assessment.method.responses import Answer
from questions import Instrument

KIND = "which column of an export is which statement, and what its answers are"
BLANK = "blank"  # an answer that is none, such as 'I would rather not say'
SLIP = "slip"  # the column with the code of the slip that came with a questionnaire
WHOSE = "perspective"  # the column that says whose each row is
NOT_OURS = "this is no mapping that was written here: give another file or name"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMapping:
    """``columns``: a heading to its item's code, ``SLIP``, ``WHOSE``, or '' where it is left over.
    ``answers`` and ``perspectives``: as they stand in the file, without those that nobody has
    settled yet."""

    columns: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    perspectives: Mapping[str, str] = field(default_factory=dict)


NOTHING = SavedMapping()


def read_mapping(path: Path, instrument: Instrument) -> SavedMapping:
    """Refused with every fault."""
    try:
        with path.open("rb") as file:
            data = file.read(UPLOAD.file_bytes)
    except OSError as error:
        raise Refused([f"{path.name}: it cannot be read: {error.strerror}"]) from error
    return mapping_in(data, path.name, instrument)


def mapping_in(data: bytes, name: str, instrument: Instrument) -> SavedMapping:
    """The same of a file's bytes."""
    found = document_in(data, name)
    columns = texts_in(found, "columns", name)
    answers = texts_in(found, "answers", name)
    perspectives = texts_in(found, "perspectives", name)
    known = {*instrument.item, SLIP, WHOSE, ""}
    faults = [
        f"{name}: there is no statement '{code}'" for code in columns.values() if code not in known
    ]
    faults += [
        f"{name}: there is no perspective '{code}', only {', '.join(instrument.perspective)}"
        for code in perspectives.values()
        if code and code not in instrument.perspective
    ]
    ratings: dict[str, Answer] = {}
    for text, value in answers.items():
        try:
            if value:
                ratings[text] = None if value == BLANK else as_rating(value)
        except ValueError as error:
            faults.append(f"{name}: {error}, {BLANK}")
    if faults:
        raise Refused(faults)
    settled = {text: code for text, code in perspectives.items() if code}
    return SavedMapping(columns=columns, answers=ratings, perspectives=settled)


def document_in(data: bytes, name: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused([f"{name}: {NOT_OURS}"]) from error
    if not isinstance(found, dict) or found.get("this is") != KIND:
        raise Refused([f"{name}: {NOT_OURS}"])
    return found


def texts_in(found: Mapping[str, Any], part: str, name: str) -> dict[str, str]:
    """By what is compared of them."""
    texts = found.get(part, {})
    if not isinstance(texts, dict) or not all(isinstance(one, str) for one in texts.values()):
        raise Refused([f"{name}: {NOT_OURS}"])
    return {plain_text(text): value for text, value in texts.items()}


def mapping_text(
    columns: Mapping[str, str], answers: Mapping[str, str], perspectives: Mapping[str, str]
) -> str:
    """To be changed in any editor: what is '' waits to be settled, or is left over."""
    parts = {
        "this is": KIND,
        "how": "columns: a statement's code, or nothing where it is left over; "
        f"{WHOSE}: it says whose each row is. answers: 0 to 4, DK, NA or {BLANK}. "
        "perspectives: their code.",
        "columns": columns,
        "answers": answers,
        "perspectives": perspectives,
    }
    return json.dumps(parts, ensure_ascii=False, indent=2) + "\n"
