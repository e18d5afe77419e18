"""What leaves an organisation for a comparison, as tables (docs/method.md section 11).

``share`` prints it and the page where somebody consents shows it: both are made of the very
``Shared`` that is kept, so neither can say less than what leaves.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.method.language import capital, counted
from assessment.method.results import Cell, Mode, Panel, Released, Results
from comparing.method.members import PARTS, figures_of
from comparing.method.sharing import Shared
from comparing.wording.figures_compared import names_of
from reports.wording.figures_said import in_whole
from reports.wording.own_part_said import rating_words, truth_words
from reports.wording.people_said import people


@dataclass(frozen=True, slots=True)
class SharedStatement:
    """One item of a perspective: of how many people, as a band, or groups, and as people read it.

    Both are None where the cell stays in the organisation, or no group answered.
    """

    code: str
    text: str
    behind: str | None
    shown: str | None

    @property
    def leaves(self) -> bool:
        return self.behind is not None


@dataclass(frozen=True, slots=True)
class SharedPerspective:
    """A perspective of which something leaves; ``short_name`` for the head of a column."""

    code: str
    name: str
    short_name: str
    is_group: bool
    statements: tuple[SharedStatement, ...]

    @property
    def leaving(self) -> int:
        return sum(one.leaves for one in self.statements)


@dataclass(frozen=True, slots=True)
class Rating:
    """A standard, a fact or a layer of the pyramid, and what the organisation says of it."""

    code: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A figure that is compared, in figures as pages show it; ``words``: its level or status."""

    code: str
    name: str
    shown: str
    words: str = ""
    close: bool = False  # the level is borderline


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingTable:
    """First what leaves, then (from ``principles`` on) the figures made of it that are compared."""

    length: str
    mutual: bool
    panel: str
    perspectives: tuple[SharedPerspective, ...]
    standards: tuple[Rating, ...]
    facts: tuple[Rating, ...]
    pyramid: tuple[Rating, ...]
    principles: tuple[SharedFigure, ...]
    domains: tuple[SharedFigure, ...]
    structure: tuple[SharedFigure, ...]
    mechanisms: tuple[SharedFigure, ...]
    stays: tuple[str, ...]


def sharing_table(shared: Shared) -> SharingTable:
    results = shared.results
    return SharingTable(
        length=length_shared(results),
        mutual=results.about.mutual,
        panel=panel_words(results.about.panel),
        perspectives=tuple(
            perspective(results, code, released) for code, released in results.perspectives.items()
        ),
        standards=tuple(standard_ratings(results)),
        facts=tuple(fact_ratings(results)),
        pyramid=tuple(pyramid_ratings(results)),
        stays=stays(results.instrument.thresholds.share_people),
        **compared_figures(shared),
    )


def length_shared(results: Results) -> str:
    """'full, six statements a principle'."""
    length = results.about.length
    asked = results.instrument.shape.of_each(length).total()
    return f"{length}, {counted(asked, 'statement')} a principle"


def panel_words(panel: Panel | None) -> str:
    """How many rated together, and how many of them give or receive peer support or come from
    user-led groups; empty where no panel's rating leaves.
    """
    if panel is None:
        return ""
    people, lived = (
        "not stated" if count is None else str(count)
        for count in (panel.people, panel.lived_experience)
    )
    return f"in the room {people}, of them with lived experience {lived}"


def perspective(results: Results, code: str, released: Released) -> SharedPerspective:
    return SharedPerspective(
        code=code,
        name=capital(results.name_of(code)),
        short_name=results.short_name_of(code),
        is_group=released.mode is Mode.GROUP,
        statements=tuple(shared_statements(results, code, released)),
    )


def shared_statements(results: Results, code: str, released: Released) -> Iterator[SharedStatement]:
    group = released.mode is Mode.GROUP
    for item in results.instrument.items(results.about.length):
        cell = released.cells[item.code]
        behind, shown = None, None
        if isinstance(cell, Cell):
            behind, shown = str(cell.n) if group else people(cell.n), cell.shown
        yield SharedStatement(item.code, results.text_of(item, code), behind, shown)


def standard_ratings(results: Results) -> Iterator[Rating]:
    instrument = results.instrument
    labels = instrument.scales.standard.labels
    for code, one in results.own_part.standards.items():
        words = rating_words(instrument, one.rating, labels)
        yield Rating(code, instrument.standard[code].name, words)


def fact_ratings(results: Results) -> Iterator[Rating]:
    instrument = results.instrument
    for code, check in results.own_part.facts.items():
        yield Rating(code, instrument.fact[code].text, truth_words(instrument.scales, check))


def pyramid_ratings(results: Results) -> Iterator[Rating]:
    instrument, said = results.instrument, results.own_part.pyramid
    labels = instrument.scales.pyramid.labels
    for layer in instrument.layers:
        if layer.code in said:
            words = rating_words(instrument, said[layer.code], labels)
            yield Rating(layer.code, layer.name, words)


def compared_figures(shared: Shared) -> dict[str, tuple[SharedFigure, ...]]:
    """Part to its figures, as ``comparing.method.members`` makes them."""
    instrument = shared.results.instrument
    found, names = figures_of(shared), names_of(instrument)
    parts: dict[str, list[SharedFigure]] = {part: [] for part in PARTS}
    for (part, code), value in found.values.items():
        shown, name = in_whole(value, instrument.thresholds.cuts), names[part, code][0]
        words, close = str(found.word((part, code))), bool(found.borderline((part, code)))
        parts[part].append(SharedFigure(code, name, shown, words, close))
    return {part: tuple(figures) for part, figures in parts.items()}


def stays(fewest: int) -> tuple[str, ...]:
    """What does not leave, whatever was shared."""
    return (
        f"Any figure of fewer than {fewest} people, shown at home or not: it 'stays'.",
        "Any perspective that is not in the tables: it stays whole.",
        "The name of the organisation, its programme and its setting.",
        "Evidence, comments and different views: nothing that anybody wrote.",
        "Dates: when it was closed, when a fact was checked.",
        "How large a perspective is, who sat in a group, how widely answers spread.",
    )
