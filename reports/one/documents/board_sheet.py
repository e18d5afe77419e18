"""The board page as a PDF of one sheet."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assessment.method.marks import Marked
from assessment.paper.typesetting import pdf
from reports import documents
from reports.drawing.chart import Draw
from reports.one.charts import CHARTS
from reports.wording import board_said
from reports.wording.board_said import BoardPage, Intent, board_page
from reports.wording.levels_said import SYMBOLS

BOARD = Path(documents.__file__).with_name("board.typ")


def board_pdf(marked: Marked, plan: Sequence[Intent], draw: Draw) -> bytes:
    about, page = marked.results.about, board_page(marked, plan)
    design = CHARTS["principles"]
    radar = design.of(marked)
    data = {
        "title": f"{page.name}: {board_said.TITLE}",
        "author": about.organisation,
        "board": board_data(page),
        "radar": draw(radar).svg.decode() if design.shows(marked) else "",
        "alt": radar.sentence,
        "words": board_said.HEADS,
    }
    return pdf(BOARD, data, day=about.closed)


def board_data(page: BoardPage) -> dict[str, Any]:
    """With the shape that stands beside each level."""
    twelve = [{**asdict(one), "symbol": SYMBOLS[one.level]} for one in page.twelve]
    tally = [(level, count, SYMBOLS[level]) for level, count in page.tally]
    return {**asdict(page), "twelve": twelve, "tally": tally}
