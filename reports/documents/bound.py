"""An outline as a PDF."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from assessment.paper.typesetting import pdf
from reports.documents.outline import Block, Outline, Shown
from reports.drawing.chart import Draw

PAGES = Path(__file__).with_name("pages.typ")


def bound(outline: Outline, draw: Draw) -> bytes:
    blocks = [block_data(block, draw) for block in outline.blocks]
    data = {"title": outline.title, "author": outline.author, "blocks": blocks}
    return pdf(PAGES, data, day=outline.day)


def block_data(block: Block, draw: Draw) -> dict[str, Any]:
    """Its values, and ``kind``: what it is."""
    kind = {"kind": type(block).__name__.lower()}
    if isinstance(block, Shown):
        return kind | {"svg": draw(block.picture).svg.decode(), "alt": block.picture.sentence}
    return kind | asdict(block)
