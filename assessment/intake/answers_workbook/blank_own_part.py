"""The sheets Standards, Facts and Pyramid, empty: what the organisation says of itself."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessment.intake.answers_workbook import layout, look
from assessment.intake.answers_workbook.choices import (
    a_date,
    add,
    any_words,
    choice,
    scale_in_words,
)
from questions import Instrument
from questions.entries import Standard

FIRST = 2
EVIDENCE_ADVICE = "What shows it: a document, a date, what somebody saw. Name no one who answered."


def write_standards(sheet: Worksheet, instrument: Instrument) -> None:
    rows = [
        (s.code, f"{s.name}\n{s.text}", "", "", anchors_of(s), s.evidence)
        for s in instrument.standards
    ]
    write_table(sheet, layout.STANDARDS_COLUMNS, rows, [7, 38, 9, 36, 64, 40])
    scale = instrument.scales.standard
    prompt = f"{scale.question} {scale_in_words(scale, instrument.scales)}"
    limit(sheet, layout.STANDARDS_COLUMNS, layout.RATING, choice(layout.RATINGS, "rating", prompt))
    limit(sheet, layout.STANDARDS_COLUMNS, layout.EVIDENCE, any_words("evidence", EVIDENCE_ADVICE))


def anchors_of(standard: Standard) -> str:
    return "\n".join(f"{number}  {anchor}" for number, anchor in enumerate(standard.anchors))


def write_facts(sheet: Worksheet, instrument: Instrument) -> None:
    rows = [(f.code, f.text, "", "", "", f.plain, f.why) for f in instrument.facts]
    write_table(sheet, layout.FACTS_COLUMNS, rows, [7, 46, 9, 12, 36, 46, 40])
    scale = instrument.scales.fact
    prompt = (
        f"{scale.question} yes: {scale.yes}. no: {scale.no}. NA: {scale.does_not_apply}. "
        f"DK: {scale.dont_know}; blank counts as this."
    )
    limit(sheet, layout.FACTS_COLUMNS, layout.ANSWER, choice(layout.TRUTHS, "answer", prompt))
    date_advice = "The day this was checked, such as 20/11/2026."
    limit(sheet, layout.FACTS_COLUMNS, layout.DATE, a_date("date", date_advice))
    limit(sheet, layout.FACTS_COLUMNS, layout.EVIDENCE, any_words("evidence", EVIDENCE_ADVICE))


def write_pyramid(sheet: Worksheet, instrument: Instrument) -> None:
    rows = [(layer.code, layer.name, "", layer.plain) for layer in instrument.layers]
    write_table(sheet, layout.PYRAMID_COLUMNS, rows, [7, 46, 9, 70])
    scale = instrument.scales.pyramid
    prompt = f"{scale.question} {scale_in_words(scale, instrument.scales)}"
    limit(sheet, layout.PYRAMID_COLUMNS, layout.RATING, choice(layout.RATINGS, "rating", prompt))


STYLES = {
    layout.CODE: look.CODE,
    layout.NAME: look.STATEMENT,
    layout.STATEMENT: look.STATEMENT,
    layout.LAYER: look.STATEMENT,
    layout.RATING: look.RATED,
    layout.ANSWER: look.RATED,
    layout.DATE: look.ENTRY_DATE,
    layout.EVIDENCE: look.ENTRY,
}


def write_table(
    sheet: Worksheet, columns: Sequence[str], rows: Sequence[tuple[str, ...]], widths: list[float]
) -> None:
    look.set_widths(sheet, widths)
    sheet.row_dimensions[1].height = 22
    look.write_texts(sheet, 1, list(columns), [look.HEADER] * len(columns))
    styles = [STYLES.get(column, look.SMALL) for column in columns]
    for number, row in enumerate(rows, start=FIRST):
        look.write_texts(sheet, number, list(row), styles)
        look.fit_height(sheet, number, least=34)
    sheet.freeze_panes = "C2"
    look.protect(sheet)
    look.set_up_print(sheet, one_page_wide=True, title_rows="1:1")


def limit(
    sheet: Worksheet, columns: Sequence[str], column: str, validation: DataValidation
) -> None:
    letter = get_column_letter(columns.index(column) + 1)
    add(sheet, validation, f"{letter}{FIRST}:{letter}{sheet.max_row}")
