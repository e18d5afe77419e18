"""The pages with statements of a questionnaire: what stands on them, and where each box is.

They depend on the instrument and on how it is asked, not on who asks: so whatever reads a page
lays it out again and knows where to look. A digest of all places stands in each code, and a page
that was laid out otherwise is told, not read.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

from assessment import paper
from assessment.instruments import find
from assessment.paper.typesetting import fonts, pdf, settable
from assessment.respondent.answer_forms import item_text
from assessment.respondent.wording_choice import Words
from papers.out.page_marks import CORNERS, LETTERS, PageMark, digest, drawn
from questions import Instrument, Kind, Length
from questions.entries import Item, Principle, Scale

TEMPLATE = Path(paper.__file__).with_name("questionnaire.typ")
PAPER = "a4"
SHEET = (210.0, 297.0)  # millimetres
WORDS = tuple(Words)
CODE_EDGE, CODE_SIDE = 9.0, 12.0  # of the codes in the corners, as in the template
BENEATH = 2.5  # mm under a line's last box that belong to it


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that moves a box. ``instrument``: its version."""

    instrument: str
    perspective: str
    length: Length
    mutual: bool
    words: Words = Words.PLAIN
    large: bool = False

    def letter(self) -> str:
        short = self.length is Length.SHORT
        return LETTERS[WORDS.index(self.words) + 3 * self.large + 6 * short + 12 * self.mutual]


def look_of(mark: PageMark, instrument: Instrument) -> Look | None:
    """What a page's code says of its look; None where this instrument has no such page."""
    number, perspectives = LETTERS.index(mark.look), tuple(instrument.perspective)
    if number >= 24 or mark.perspective >= len(perspectives):
        return None
    return Look(
        instrument=instrument.version,
        perspective=perspectives[mark.perspective],
        length=Length.SHORT if number // 6 % 2 else Length.FULL,
        mutual=bool(number // 12),
        words=WORDS[number % 3],
        large=bool(number // 3 % 2),
    )


@dataclass(frozen=True, slots=True)
class Box:
    """Millimetres from the sheet's left and top edge. ``value``: its place, 0 to 6."""

    value: int
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class Line:
    """A statement on its page, or the frame for own words (``code`` is empty, no boxes)."""

    code: str
    top: float
    bottom: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """``pages``: the lines of each, the first at place 0. ``blank``: the pages as a PDF."""

    look: Look
    digest: str
    pages: tuple[tuple[Line, ...], ...]
    blank: bytes

    def mark(self, assessment: str) -> PageMark:
        """Of an assessment's public number, before the first statement."""
        places = tuple(find(self.look.instrument).perspective)
        place = places.index(self.look.perspective)
        return PageMark(assessment, place, self.look.letter(), self.digest, page=0)


@lru_cache(maxsize=12)  # an evening's pile; each holds some 100 kB
def layout_of(look: Look) -> Layout:
    data = statements(look)
    places = places_of(data)
    return Layout(
        look=look,
        digest=digest(json.dumps(places).encode(), 3),
        pages=tuple(lines_of(places)),
        blank=pdf(TEMPLATE, data),
    )


def places_of(data: dict[str, Any]) -> list[list[Any]]:
    """What typst says of every spot, to a hundredth of a millimetre: kind, page, x, y and more."""
    said = typst.query(
        TEMPLATE,
        "<spot>",
        field="value",
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"data": json.dumps(settable(data | {"places": True}))},
    )
    assert isinstance(said, str)
    return [
        [kind, page, round(x, 2), round(y, 2), *rest]
        for kind, page, x, y, *rest in json.loads(said)
    ]


def lines_of(places: list[list[Any]]) -> list[tuple[Line, ...]]:
    """A spot at the top of each statement, then one a box; of the frame, its height too."""
    first = places[0][1]  # sheets without statements come before
    pages: list[list[Line]] = [[] for _page in range(places[-1][1] - first + 1)]
    for kind, page, x, y, code, *rest in places:
        lines = pages[page - first]
        if kind == "top":
            lines.append(Line(code, y, y + sum(rest), ()))
        else:
            line, box = lines[-1], Box(rest[0], x, y, rest[1])
            bottom = box.y + box.side + BENEATH
            lines[-1] = Line(code, line.top, max(line.bottom, bottom), (*line.boxes, box))
    return [tuple(lines) for lines in pages]


def statements(look: Look) -> dict[str, Any]:
    """The template's data with what moves boxes; empty where a sheet names who asks."""
    instrument = find(look.instrument)
    besides = instrument.scales.besides
    return {
        "places": False,
        "title": _("Questionnaire"),
        "paper": PAPER,
        "large": look.large,
        "head": "",
        "page_is": _("Page {page} of {pages}"),
        "how": how(),
        "qr": {},
        "first": [("title", _("Questionnaire"))],  # PDF/UA begins with a heading of level 1
        "parts": [part(principle, look, instrument) for principle in instrument.principles],
        "besides": [besides.dont_know, besides.does_not_apply],
        "last": {"head": _("Anything in your own words?"), "words": [], "lines": []},
    }


def how() -> str:
    return _(
        "Use a dark pen. Tick or cross one box for each statement. Wrong one? Fill it in all over, "
        "and mark another."
    )


def part(principle: Principle, look: Look, instrument: Instrument) -> dict[str, Any]:
    practice, warning = instrument.scales.practice, instrument.scales.warning
    blocks = (
        (Kind.PRACTICE, "", practice),
        (Kind.WARNING, warning.heading, warning),
    )
    asked = [item for item in principle.items if look.length is Length.FULL or item.short_form]

    def block(kind: Kind, heading: str, scale: Scale) -> dict[str, Any]:
        return {
            "heading": heading,
            "question": scale.question,
            "labels": list(scale.labels),
            "items": [statement(one, look) for one in asked if one.kind is kind],
        }

    made = [block(*one) for one in blocks]
    return {
        "name": principle.name_in(shorter=look.words is Words.SHORTER),
        "meaning": principle.meaning,
        "blocks": [one for one in made if one["items"]],
    }


def statement(item: Item, look: Look) -> dict[str, str]:
    explained = look.words is Words.EXPLAINED
    return {
        "code": item.code,
        "text": item_text(item, look.perspective, look.words, mutual=look.mutual),
        "hint": item.plain_for(mutual=look.mutual) if explained else "",
    }


def codes(mark: PageMark, pages: int) -> dict[str, str]:
    """The SVG of each code: '3B' stands on page 3, at its top right."""
    made: dict[str, str] = {}
    for page in range(pages + 1):
        for corner in CORNERS:
            made[f"{page}{corner}"] = drawn(mark.at(page, corner).text())
    return made
