"""The report as a spreadsheet: a pure function of what was released.

| module | what it holds |
|---|---|
| first_sheet | the board page, before all others |
| summary_sheet, principles_sheet, standards_sheet, mechanisms_sheet | one sheet each |
| pyramid_sheet, facts_sheet, statements_sheet, actions_sheet, how_made_sheet | one sheet each |
| summary_radar | the list and the radar below the summary |

Its sentences are ``reports.wording``'s; cells, looks and native charts ``reports.spreadsheet``'s.
A new sheet goes in as a module with one function that returns a ``Page``, and into ``SHEETS``;
with one more function where it is left out of reports that have nothing for it.
"""

from collections.abc import Callable, Sequence

from openpyxl import Workbook

from assessment.method import Marked
from reports.drawing.chart import always
from reports.one.workbook.actions_sheet import Planned, actions_page
from reports.one.workbook.facts_sheet import facts_page
from reports.one.workbook.first_sheet import board_first
from reports.one.workbook.how_made_sheet import making_page
from reports.one.workbook.mechanisms_sheet import mechanisms_page
from reports.one.workbook.principles_sheet import principles_page
from reports.one.workbook.pyramid_sheet import pyramid_page
from reports.one.workbook.standards_sheet import standards_page
from reports.one.workbook.statements_sheet import statements_page
from reports.one.workbook.summary_sheet import summary_page
from reports.spreadsheet.looks import add_looks, style_numbers
from reports.spreadsheet.saving import saved
from reports.spreadsheet.writing import Page, write_page
from reports.wording.board_said import Intent
from reports.wording.mechanisms_said import mechanisms_told
from reports.wording.stated import stated

SHEETS: tuple[tuple[Callable[[Marked], Page], Callable[[Marked], bool]], ...] = (
    (summary_page, always),
    (principles_page, lambda marked: stated(marked.results).principles),
    (actions_page, always),
    (standards_page, lambda marked: stated(marked.results).standards),
    (pyramid_page, lambda marked: stated(marked.results).pyramid),
    (mechanisms_page, lambda marked: bool(mechanisms_told(marked))),
    (facts_page, lambda marked: stated(marked.results).facts),
    (statements_page, lambda marked: stated(marked.results).principles),
    (making_page, always),
)


def report_workbook(
    marked: Marked, plan: Sequence[Planned] = (), intents: Sequence[Intent] = ()
) -> bytes:
    """The whole report as .xlsx: figures with one decimal, words first, no formulas.

    ``plan``: what the organisation means to do, before the suggestions on the sheet 'Actions';
    ``intents``: what the board page tells of it.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    add_looks(book)
    styles = style_numbers(book)
    pages = [
        board_first(marked, intents),
        *(
            actions_page(marked, plan) if sheet is actions_page else sheet(marked)
            for sheet, stands in SHEETS
            if stands(marked)
        ),
    ]
    cells = [write_page(book, page, marked.results.instrument.caution, styles) for page in pages]
    about = marked.results.about
    return saved(
        book,
        cells,
        title=f"Peer support self-assessment: {about.organisation}",
        creator=about.organisation,
        date=about.closed,
    )
