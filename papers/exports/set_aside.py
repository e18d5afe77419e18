"""Rows that are nobody's answers, or somebody's twice: never sent, tried out, pasted again.

Whoever did not press Send has not answered here either, whatever a tool kept of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessment.intake.answers_workbook import layout
from assessment.intake.answers_workbook.answers_rows import COLLECTED_HOW
from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.values import plain_text
from assessment.method.results import Mode
from papers.exports.survey_answers import Matched, rows_of
from papers.exports.text_table import NumberedRow

TIMES = {"timestamp", "start time", "start date", "startdate"}
NUMBER_AGAIN = (
    "the number of a row above, in the column {heading}: take out who is there twice, or the "
    "column where it numbers something else"
)
ALL_AGAIN = "everything of a row above, {heading} too: take out who is there twice"
NEVER_SENT, TRIAL = "never sent", "a preview or a test"
PREVIEW = frozenset({"survey preview", "survey test", "preview", "test"})
# By heading: what a row holds there that was never sent (LimeSurvey has no day, Qualtrics a no) or
# only tried out. Qualtrics writes 1 and 2 for the last, where it exports numbers.
SAYS: Mapping[str, tuple[str, frozenset[str]]] = {
    **dict.fromkeys(
        ("submitdate", "date submitted", "submitdate. date submitted"),
        (NEVER_SENT, frozenset({""})),
    ),
    "finished": (NEVER_SENT, frozenset({"false", "0"})),
    "status": (TRIAL, PREVIEW),
    "response type": (TRIAL, PREVIEW | {"1", "2"}),
    "distribution channel": (TRIAL, PREVIEW),
    "distributionchannel": (TRIAL, PREVIEW),
}
IDS = {"id", "response id", "responseid", "response_id", "respondent id", "id. response id"}

Columns = Mapping[int, Sequence[str]]  # index and headings of those that are no item


def set_aside(
    columns: Columns, rows: Iterable[NumberedRow], found: Matched
) -> tuple[NumberedRow, ...]:
    """The others, with a note of how many were left out and why."""
    saying = [(index, *SAYS[text]) for index, text in headings_of(columns) if text in SAYS]
    kept, why = [], Counter[str]()
    for number, cells in rows:
        reason = next(
            (left for index, left, said in saying if plain_text(cells[index]) in said), ""
        )
        if reason:
            why[reason] += 1
        else:
            kept.append((number, cells))
    for reason, times in why.items():
        found.notes.append(f"{times:,} {'rows' if times > 1 else 'row'} left out: {reason}")
    return tuple(kept)


def headings_of(columns: Columns) -> Iterator[tuple[int, str]]:
    """As they are compared; a column may have several."""
    return ((index, plain_text(text)) for index, texts in columns.items() for text in texts)


def refuse_twice(columns: Columns, rows: Sequence[NumberedRow], found: Matched) -> None:
    """Two exports pasted below each other: by the number that the tool gave each person; where it
    gives none, by everything, when they answered with it. Answers alone may be alike."""
    for which, said in ((IDS, NUMBER_AGAIN), (TIMES, ALL_AGAIN)):
        index = next((index for index, text in headings_of(columns) if text in which), None)
        if index is None or len({cells[index] for _, cells in rows}) == 1:  # one for all is none
            continue
        keys = ((n, cells[index] if which is IDS else "\0".join(cells)) for n, cells in rows)
        if again := repeated(keys):
            heading = quoted(columns[index][0])
            found.faults.append(f"{rows_of(again)} {said.format(heading=heading)}")
        return


def repeated(keys: Iterable[tuple[int, str]]) -> list[int]:
    """The numbers of rows whose key stands above them."""
    seen, again = set[str](), list[int]()
    for number, key in keys:
        if key in seen:
            again.append(number)
        seen.update(filter(None, [key]))
    return again


def is_our_sheet(columns: Columns) -> bool:
    return {layout.PERSPECTIVE, layout.KIND} <= {text for _, text in headings_of(columns)}


def refuse_groups(columns: Columns, rows: Sequence[NumberedRow], found: Matched) -> None:
    """Of our own sheet of answers, kept as another file: a group is not one person."""
    for index, text in headings_of(columns):
        modes = (COLLECTED_HOW.get(plain_text(cells[index])) for _, cells in rows)
        if text == layout.KIND and (times := sum(mode is Mode.GROUP for mode in modes)):
            found.faults.append(
                f"{times:,} {'rows are' if times > 1 else 'row is'} of a group that agreed one "
                "rating: an export is of people one by one, the answers workbook takes both"
            )
