"""The file in which a shared result travels: what ``share`` writes and ``compare`` reads.

It is a results.json without all that stays at home, and it does not say whose it is: an anonymous
member's file that goes astray names nobody.
"""

import json
from typing import Any

from assessment.method.document import cell_part, panel_part
from assessment.method.document_reading import (
    Part,
    read_cell,
    read_panel,
    top_of,
)
from assessment.method.readers import from_json
from assessment.method.responses import Answer
from assessment.method.results import (
    About,
    Cell,
    FactCheck,
    Individuals,
    Mode,
    OwnPart,
    Released,
    Results,
    StandardRating,
    Truth,
)
from comparing.method.sharing import STAYS, Shared, leaving
from questions import Instrument, Length
from questions.thresholds import SMALLEST_K


def to_shared_json(shared: Shared) -> str:
    """Figures with two decimals; the same result is always the same text."""
    return json.dumps(shared_document(shared), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def shared_document(shared: Shared) -> dict[str, Any]:
    results = shared.results
    own_part = results.own_part
    return {
        "method": results.instrument.method,
        "instrument": results.instrument.version,
        "shared": True,
        "form": str(results.about.length),
        "mutual": results.about.mutual,
        "panel": panel_part(results),
        "perspectives": {c: {"kind": str(r.mode)} for c, r in results.perspectives.items()},
        "cells": {code: cells_part(released) for code, released in results.perspectives.items()},
        "standards": {code: one.rating for code, one in own_part.standards.items()},
        "facts": {code: str(check.answer) for code, check in own_part.facts.items()},
        "pyramid": dict(own_part.pyramid),
    }


def cells_part(released: Released) -> dict[str, Any]:
    """Only the cells that leave; what is not named stays."""
    return {
        item: cell_part(cell) for item, cell in released.cells.items() if isinstance(cell, Cell)
    }


def cells_text(shared: Shared) -> str:
    """The cells that leave and nothing else: the same text for the same cells."""
    cells = {code: cells_part(one) for code, one in shared.results.perspectives.items()}
    return json.dumps(cells, sort_keys=True)


def from_shared_json(text: str, instrument: Instrument) -> Shared:
    """What leaves of a results.json or of a file that ``share`` wrote, cut in either case.

    DocumentError where it is neither, or belongs to another instrument.
    """
    top = top_of(text, instrument)
    if not top.found.get("shared"):
        return leaving(from_json(text, instrument))
    return leaving(
        Results(
            instrument=instrument,
            about=About(
                organisation="",
                length=top.choice("form", Length),
                mutual=top.truth("mutual"),
                panel=top.maybe("panel", lambda key: read_panel(top.part(key))),
            ),
            own_part=read_bare_own_part(top, instrument),
            perspectives={
                code: read_shared_cells(top, code, instrument)
                for code in top.part("perspectives").keys_among(instrument.perspective)
            },
        )
    )


def read_shared_cells(top: Part, code: str, instrument: Instrument) -> Released:
    mode: Mode = top.part("perspectives").part(code).choice("kind", Mode)
    items = {item.code: item for item in instrument.items(top.choice("form", Length))}
    cells = top.part("cells").part(code)
    individuals = Individuals() if mode is Mode.INDIVIDUAL else None
    asked = individuals and Individuals(k=least_told(cells))
    given = {
        item: read_cell(cells.part(item), asked, instrument.thresholds)
        for item in cells.keys_among(items)
    }
    return Released(individuals=individuals, cells={item: given.get(item, STAYS) for item in items})


def least_told(cells: Part) -> int:
    """The fewest that a cell rests on: k, or more. Such a file does not say what k was."""
    told = (cell.get("n") for cell in cells.found.values() if isinstance(cell, dict))
    return max(SMALLEST_K, min((n for n in told if type(n) is int), default=SMALLEST_K))


def read_bare_own_part(top: Part, instrument: Instrument) -> OwnPart:
    def ratings(key: str, known: tuple[str, ...]) -> dict[str, Answer]:
        part = top.part(key)
        given = part.keys_among(dict.fromkeys(known))
        return {code: part.rating(code) if code in given else None for code in known}

    facts = top.part("facts")
    stated = facts.keys_among(instrument.fact)
    return OwnPart(
        standards={
            code: StandardRating(rating)
            for code, rating in ratings("standards", tuple(instrument.standard)).items()
        },
        facts={
            code: FactCheck(facts.choice(code, Truth) if code in stated else Truth.DK)
            for code in instrument.fact
        },
        pyramid=ratings("pyramid", tuple(layer.code for layer in instrument.layers)),
    )
