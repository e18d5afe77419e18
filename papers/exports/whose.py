"""The column that says which perspective each person has."""

from collections.abc import Iterator, Mapping

from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.values import plain_text
from papers.exports.saved_mapping import WHOSE, SavedMapping
from papers.exports.survey_answers import Matched
from papers.exports.text_table import NumberedRow

Columns = Mapping[int, str]  # index and heading of those that are no item


def whose_column(
    columns: Columns,
    rows: tuple[NumberedRow, ...],
    names: Mapping[str, str],
    saved: SavedMapping,
    found: Matched,
) -> int | None:
    """As was settled, else the one that names perspectives; None, with a fault, where two do."""
    for index, text in columns.items():
        if saved.columns.get(plain_text(text)) == WHOSE:
            return index
    naming = list(naming_columns(columns, rows, names))
    meant = {tuple(codes_in(index, rows, names)) for index in naming}
    if len(meant) > 1:
        named = " and ".join(quoted(columns[index]) for index in naming)
        found.faults.append(f"{named} name perspectives: say which one says whose each row is")
    found.asks_whose = len(meant) != 1
    return naming[0] if len(meant) == 1 else None


def naming_columns(
    columns: Columns, rows: tuple[NumberedRow, ...], names: Mapping[str, str]
) -> Iterator[int]:
    """Of whose cells more than half name a perspective."""
    for index in columns:
        codes = [code for code in codes_in(index, rows, names) if code is not None]
        if 2 * sum(map(bool, codes)) > len(codes):
            yield index


def codes_in(
    index: int, rows: tuple[NumberedRow, ...], names: Mapping[str, str]
) -> Iterator[str | None]:
    """Row by row: the perspective, '' for another word, None for nothing."""
    for _, cells in rows:
        yield names.get(plain_text(cells[index]), "") if cells[index] else None


def refuse_other_perspectives(
    columns: Columns,
    rows: tuple[NumberedRow, ...],
    names: Mapping[str, str],
    perspective: str,
    found: Matched,
) -> None:
    """Everybody is taken for one, and the file says otherwise."""
    for index in naming_columns(columns, rows, names):
        codes = codes_in(index, rows, names)
        others = [code for code in codes if code and code != perspective]
        if others:
            often = f", {len(others):,} times" if len(others) > 1 else ""
            found.faults.append(
                f"all are taken for {perspective}, and the column {quoted(columns[index])} says "
                f"otherwise ({others[0]} first{often}): let that column say whose each row is, or "
                "take it out of the file"
            )
