"""What can be had of a round, as one reader sees it: on a site, or made without one."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from comparing.charts.catalogue import NAMED_CHARTS, PUBLISHED_CHARTS
from comparing.documents.collective_sheet import collective_sheet
from comparing.documents.learning_day import learning_day, learning_slides
from comparing.method.comparison_document import to_comparison_json
from comparing.method.seen import SeenByName, SeenPublished, SeenRound
from comparing.workbook import round_workbook
from comparing.workbook.comparison_csv import comparison_csv
from reports.documents.bound import bound
from reports.drawing.chart import Picture
from reports.publications import (
    CSV,
    JSON,
    PDF,
    PPTX,
    XLSX,
    Illustrated,
    Publication,
    bundled,
    chart_files,
)


def something_shown(seen: SeenRound) -> bool:
    """Without a site a round of too few is seen too: a table then tells that nothing is."""
    return isinstance(seen, SeenByName) or seen.published.members is not None


def every_published_chart(_name: str, seen: SeenPublished) -> bool:
    return something_shown(seen)


def comparison_json(seen: SeenRound) -> bytes:
    return to_comparison_json(seen.document()).encode()


def published_chart(name: str, seen: SeenPublished) -> Picture:
    return PUBLISHED_CHARTS[name].of(seen)


def named_chart(name: str, seen: SeenByName) -> Picture:
    return NAMED_CHARTS[name].of(seen)


def nobodys_own(seen: SeenRound) -> SeenRound:
    """As everybody reads it: what is handed round holds nobody's own figures."""
    return replace(seen, viewer=None) if isinstance(seen, SeenByName) else replace(seen, own=None)


def sheet_pdf(seen: SeenPublished) -> Illustrated:
    return Illustrated(partial(bound, collective_sheet(replace(seen, own=None))))


def learning_pdf(seen: SeenRound) -> Illustrated:
    return Illustrated(partial(bound, learning_day(nobodys_own(seen))))


def learning_pptx(seen: SeenRound) -> bytes:
    # python-pptx takes a while to import: only when something is written.
    from reports.documents.slides import pptx  # noqa: PLC0415

    return pptx(learning_slides(nobodys_own(seen)))


SHEET = Publication(
    "collective-sheet.pdf", PDF, _("One page for commissioners"), sheet_pdf, something_shown
)
LEARNING = (
    Publication(
        "learning-day.pdf",
        PDF,
        _("A learning day: agenda and cards"),
        learning_pdf,
        something_shown,
    ),
    Publication(
        "learning-day.pptx", PPTX, _("Slides for a learning day"), learning_pptx, something_shown
    ),
)
TABLES = (
    Publication("comparison.xlsx", XLSX, _("The whole round as a spreadsheet"), round_workbook),
    Publication("comparison.csv", CSV, _("Every figure"), comparison_csv),
    Publication("comparison.json", JSON, _("Everything, for other programs"), comparison_json),
)
Files = tuple[Publication[Any], ...]

ANONYMOUS_ROUND: Files = bundled(
    *TABLES,
    SHEET,
    *LEARNING,
    *chart_files(PUBLISHED_CHARTS, published_chart, every_published_chart),
)
BY_NAME_ROUND: Files = bundled(*TABLES, *LEARNING, *chart_files(NAMED_CHARTS, named_chart))


def round_publications(seen: SeenRound) -> Files:
    return BY_NAME_ROUND if isinstance(seen, SeenByName) else ANONYMOUS_ROUND
