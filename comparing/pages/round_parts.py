"""What a member's page of a round, its collaboration's and the open one have in common."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.charts.catalogue import NAMED_CHARTS, PUBLISHED_CHARTS
from comparing.method.members import ESSENCE, MECHANISMS, PRINCIPLES, STRUCTURE, ComparedMember
from comparing.method.seen import SeenByName, SeenPublished, SeenRound
from comparing.method.worded import WORDS
from comparing.pages.named_table import named_table
from comparing.round_publications import round_publications
from comparing.wording.figures_compared import FigureRow, essence_name, names_of, rows_of
from comparing.wording.named_said import presence_sentence, present_most
from comparing.wording.published_said import (
    MANY_FIRST,
    by_how_many,
    essence_sentence,
    middle_half,
    presence,
)
from comparing.workbook.method_sheet import section_rows
from comparing.workbook.published_sheets import third_words
from questions import Instrument
from questions.suggested import suggestions
from reports.drawing.chart import Design
from reports.sending import file_links
from reports.wording.figures_said import cuts_of

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class RoundChart:
    """What a chart means, and where it is; it is not drawn for a page."""

    title: str
    sentence: str
    svg: str
    png: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """``says``: the own level or status; ``words``: how many show which, those of most first."""

    row: FigureRow
    says: str
    close: bool
    place: str
    half: str
    words: list[tuple[str, list[str]]]


def parts(request: HttpRequest, seen: SeenRound, address: Address) -> dict[str, Any]:
    """``address`` is a file's, by its name. ``?open=all`` opens all that is folded, to print it."""
    instrument = seen.instrument
    shown = named_parts(request, seen) if isinstance(seen, SeenByName) else published_parts(seen)
    designs: Mapping[str, Design[Any]] = (
        NAMED_CHARTS if isinstance(seen, SeenByName) else PUBLISHED_CHARTS
    )
    return {
        "seen": seen,
        "instrument": instrument,
        **cuts_of(instrument),
        "opened": request.GET.get("open") == "all",
        "charts": {name: round_chart(design, seen, address) for name, design in designs.items()},
        "making": list(making(instrument)),
        "versions": (instrument.method, instrument.version),
        "files": file_links(round_publications(seen), address),
        **shown,
    }


def round_chart(design: Design[Any], seen: SeenRound, address: Address) -> RoundChart:
    name = design.name
    return RoundChart(
        design.title, design.sentence(seen), address(f"{name}.svg"), address(f"{name}.png")
    )


def making(instrument: Instrument) -> Iterator[tuple[str, list[tuple[object, object]]]]:
    """Part by part, what it is about and what it says: the workbook's words."""
    for part, rows in groupby(section_rows(instrument), key=lambda row: row[0]):
        yield str(part), [(row[1], row[2]) for row in rows]


# What is published


def published_parts(seen: SeenPublished) -> dict[str, Any]:
    published = seen.published
    return {
        "own": seen.own is not None,
        "members": published.members,
        "principles": [row_shown(seen, row) for row in rows_of(seen, PRINCIPLES)],
        "structure": [row_shown(seen, row) for row in rows_of(seen, STRUCTURE)],
        "essence": {
            "name": essence_name(),
            "told": published.essence,
            "own": seen.own_value(ESSENCE),
            "sentence": essence_sentence(seen),
        },
        "mechanisms": [row_shown(seen, row) for row in rows_of(seen, MECHANISMS)],
        "has_words": bool(published.words),
        "has_quantiles": any(one.quantiles for one in published.figures.values()),
        "first": first_said(seen),
        "planned": planned_told(seen),
    }


def row_shown(seen: SeenPublished, row: FigureRow) -> RowShown:
    figures = seen.own_figures
    return RowShown(
        row=row,
        says=str(figures.word(row.key)) if figures else "",
        close=bool(figures and figures.borderline(row.key)),
        place=third_words(row.third) or "",
        half=middle_half(row.told),
        words=by_how_many(seen.published.words.get(row.key, {})),
    )


def first_said(seen: SeenPublished) -> list[str]:
    """What most find hard and what holds, and the mechanisms most often present."""
    words = (Level.AT_RISK, Level.UNDER_PRESSURE, Level.HOLDING, Status.PRESENT)
    return [sentence for word in words for sentence in presence(seen, word)]


def planned_told(seen: SeenPublished) -> list[tuple[str, str, str]]:
    """How many, the action, and what it is for; those of most first."""
    names = {code: name for (_, code), (name, _) in names_of(seen.instrument).items()}
    suggested = suggestions(seen.instrument)
    found = [
        (how, suggested[action].text, names[action.partition(":")[0]])
        for action, how in seen.published.actions.items()
        if action in suggested
    ]
    order = {how: place for place, how in enumerate((*MANY_FIRST, *WORDS))}
    return sorted(found, key=lambda one: order[one[0]])


# By name


def named_parts(request: HttpRequest, seen: SeenByName) -> dict[str, Any]:
    suggested = suggestions(seen.instrument)
    planning = [one for one in seen.named.members if one.planned]

    def plans_of(one: ComparedMember) -> list[str]:
        return [suggested[action].text for action in sorted(one.planned) if action in suggested]

    return {
        "table": named_table(request.GET, seen),
        "mechanisms_said": presence_sentence(seen),
        "present": present_most(seen),
        "plans": [(one.name, plans_of(one)) for one in planning[:50]],
    }
