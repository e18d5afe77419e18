"""What is in a file of answers: an answers workbook, or what another survey tool exported."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assessment.instruments import instrument_of
from assessment.intake.answers_workbook import NotOurs
from assessment.intake.answers_workbook.people_rows import read_people
from assessment.intake.uploads import UPLOAD, Refused
from assessment.method.responses import encode
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective
from assessment.slip_codes import looks_like_a_slip_code, tidy_slip_code
from assessment.steps.answering import has_slips_of
from assessment.steps.file_of_answers import FilledIn
from organisations.tokens import token_hmac
from papers.exports.matching import match
from papers.exports.saved_mapping import SavedMapping
from papers.exports.survey_answers import Matched
from papers.exports.survey_table import table_in
from papers.exports.text_table import is_text
from papers.from_file.held_file import HeldFile
from questions import Length

CHOOSE = "choose whose answers these are, or which column says it"


@dataclass(frozen=True, slots=True)
class FileRead:
    """``matched``: of an export, what its columns and answers are taken for."""

    filled_in: tuple[FilledIn, ...] = ()
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    matched: Matched | None = None

    @property
    def seen(self) -> str:
        """The same only where the same would come in; nobody can read it back."""
        rows = (f"{one.perspective} {one.slip} {one.answers}" for one in self.filled_in)
        return token_hmac("\n".join(rows), purpose="file looked at")


@dataclass(frozen=True, slots=True)
class Summed:
    """One perspective's questionnaires in the file: numbers alone."""

    name: str
    questionnaires: int
    answered: int
    dont_know: int
    does_not_apply: int
    left_out: int


def read_file(
    file: HeldFile, assessment: Assessment, whose: str | None, saved: SavedMapping
) -> FileRead:
    """``whose``: of an export without a column that says it."""
    try:
        if not is_text(file.name, file.data):
            try:
                return read_workbook(file, assessment)
            except NotOurs:
                pass  # an export, perhaps
        return read_export(file, assessment, whose, saved)
    except Refused as refused:
        return FileRead(faults=refused.faults)


def read_workbook(file: HeldFile, assessment: Assessment) -> FileRead:
    instrument, length = instrument_of(assessment), Length(assessment.length)
    rows, notes = read_people(file.data, file.name, instrument, length)
    groups = [row.number for row in rows if row.mode is Mode.GROUP]
    filled_in = tuple(
        FilledIn(row.perspective or "", row.answers, tidy_slip_code(row.slip), row.number)
        for row in rows
    )
    faults = [f"{rows_said(groups)} of a group: it rates on its own pages"] if groups else []
    faults += door_faults(filled_in, assessment)
    return FileRead(filled_in, tuple(faults), notes)


def read_export(
    file: HeldFile, assessment: Assessment, whose: str | None, saved: SavedMapping
) -> FileRead:
    instrument, length = instrument_of(assessment), Length(assessment.length)
    matched = match(table_in(file.data, file.name, UPLOAD), instrument, whose, saved, CHOOSE)
    faults = list(matched.faults)
    if matched.columns and matched.length is not length:
        faults.append(
            f"the file has the statements of the {matched.length} length; people here are asked "
            f"the {length}"
        )
    notes = tuple(matched.notes)
    if faults:
        return FileRead((), tuple(faults), notes, matched)
    codes = [item.code for item in instrument.items(length)]
    filled_in = tuple(
        FilledIn(code, encode(map(answers.get, codes)), tidy_slip_code(slip), number)
        for (code, answers), (number, slip) in zip(matched.rows, matched.places, strict=True)
    )
    return FileRead(filled_in, tuple(door_faults(filled_in, assessment)), notes, matched)


def door_faults(filled_in: Sequence[FilledIn], assessment: Assessment) -> Iterator[str]:
    """What the doors take, as far as it can be told without looking at a box or a slip."""
    instrument = instrument_of(assessment)
    asked = {one.code: one for one in assessment.perspectives.all()}
    for code, rows in by_perspective(filled_in, instrument.perspective).items():
        numbers = [one.number for one in rows]
        name, perspective = instrument.name_of(code, mutual=assessment.mutual), asked.get(code)
        if perspective is None:
            yield f"{rows_said(numbers)} of {name}: they are not asked in this assessment"
        elif perspective.mode == Mode.GROUP:
            yield f"{rows_said(numbers)} of {name}: here they rate as a group, on its own pages"
        elif has_slips_of(perspective):
            yield from slip_faults(rows, name)


def slip_faults(rows: Iterable[FilledIn], name: str) -> Iterator[str]:
    without, seen = [], dict[str, int]()
    for one in rows:
        if not looks_like_a_slip_code(one.slip):
            without.append(one.number)
        elif one.slip in seen:
            yield f"row {one.number} has the slip of row {seen[one.slip]}: a slip answers once"
        else:
            seen[one.slip] = one.number
    if without:
        yield (
            f"{rows_said(without)} of {name} without a slip: they answer with slips, so each needs "
            "the twelve characters of the slip that came with it, in a column named slip"
        )


def rows_said(numbers: Sequence[int]) -> str:
    """'row 7 is', '12 rows (row 7 first) are'."""
    if len(numbers) == 1:
        return f"row {numbers[0]} is"
    return f"{len(numbers):,} rows (row {numbers[0]} first) are"


def by_perspective(
    filled_in: Iterable[FilledIn], codes: Iterable[str]
) -> dict[str, list[FilledIn]]:
    """In the instrument's order."""
    found: dict[str, list[FilledIn]] = {code: [] for code in codes}
    for one in filled_in:
        found[one.perspective].append(one)
    return {code: rows for code, rows in found.items() if rows}


def summed_up(filled_in: Iterable[FilledIn], assessment: Assessment) -> list[Summed]:
    instrument = instrument_of(assessment)
    return [
        summed(instrument.name_of(code, mutual=assessment.mutual), rows)
        for code, rows in by_perspective(filled_in, instrument.perspective).items()
    ]


def summed(name: str, rows: Sequence[FilledIn]) -> Summed:
    count = Counter("".join(one.answers for one in rows))
    answered = sum(count[rating] for rating in "01234")
    return Summed(name, len(rows), answered, count["D"], count["N"], count["."])


def asked_alone(assessment: Assessment) -> list[Perspective]:
    return list(assessment.perspectives.filter(mode=Mode.INDIVIDUAL).order_by("pk"))
