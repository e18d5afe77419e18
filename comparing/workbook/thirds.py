"""A third is told by its word and the line around it: no colour, no better or worse."""

from collections.abc import Iterator, Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from comparing.method.counting import Third
from comparing.workbook.compared_columns import THIRD
from comparing.workbook.compared_words import third_words
from reports.spreadsheet.looks import INK, box
from reports.spreadsheet.writing import Column, Written

LOOKS = {
    Third.LOWER: DifferentialStyle(border=box(Side(style="dashed", color=INK))),
    Third.UPPER: DifferentialStyle(border=box(Side(style="thin", color=INK))),
}


def mark_thirds(written: Written, columns: Sequence[Column]) -> None:
    """Conditional formatting of the column that holds the third, where there is one."""
    heads = [column.head for column in columns]
    if THIRD in heads:
        letter = get_column_letter(heads.index(THIRD) + 1)
        for rule in third_rules(f"{letter}{written.head + 1}"):
            place = f"{letter}{written.head + 1}:{letter}{written.last}"
            written.sheet.conditional_formatting.add(place, rule)


def third_rules(first_cell: str) -> Iterator[Rule]:
    for third, look in LOOKS.items():
        words = third_words(third) or ""
        yield Rule(
            type="beginsWith",
            operator="beginsWith",
            text=words,
            formula=[f'LEFT({first_cell},{len(words)})="{words}"'],
            dxf=look,
        )
