"""What may leave an organisation for a comparison (docs/method.md section 11).

``Shared`` is all that a comparison may rest on. Whatever does not leave is not in it: no cell of
fewer than eight people, no perspective all of whose cells stay, no spread, size, date, name or word
that anybody wrote. ``shared_document`` has the file in which it travels.
"""

from dataclasses import dataclass, replace

from assessment.method.cells import held
from assessment.method.marks import Marked, mark
from assessment.method.numbers import whole
from assessment.method.results import (
    About,
    Cell,
    FactCheck,
    GroupCell,
    Individuals,
    Mode,
    OwnPart,
    Released,
    Results,
    StandardRating,
    Withheld,
)
from questions import Thresholds

STAYS = Withheld("does not leave the organisation")


@dataclass(frozen=True, slots=True)
class Shared:
    """Built by ``leaving`` and by nothing else; ``results`` holds only what leaves."""

    results: Results

    def marked(self) -> Marked:
        """Scores, levels, structure and mechanisms, made again from the cells that leave."""
        return mark(self.results)


def known_principles(shared: Shared) -> tuple[str, ...]:
    """Those that have an L for P after the cut."""
    marks = shared.marked().principles
    return tuple(code for code, one in marks.items() if one.views.practice is not None)


def can_be_shared(shared: Shared) -> bool:
    return len(known_principles(shared)) >= shared.results.instrument.thresholds.share_principles


def leaving(results: Results) -> Shared:
    """Of what was released, what may leave. What has left already comes out the same."""
    shape, thresholds = results.instrument.shape, results.instrument.thresholds
    cut = {code: leaving_of(one, thresholds) for code, one in results.perspectives.items()}
    kept = {code: released for code, released in cut.items() if has_cells(released)}
    about = results.about
    return Shared(
        replace(
            results,
            about=About(
                organisation="",
                length=about.length,
                mutual=about.mutual,
                panel=about.panel if shape.panel in kept else None,
            ),
            own_part=bare_own_part(results.own_part),
            perspectives=kept,
        )
    )


def leaving_of(released: Released, thresholds: Thresholds) -> Released:
    """A cell that stays is the same whether it was shown or withheld at home."""
    group = released.mode is Mode.GROUP
    least = 1 if group else thresholds.share_people
    return Released(
        individuals=None if group else Individuals(k=thresholds.share_people),
        cells={
            item: as_shown(cell, thresholds, group=group)
            if isinstance(cell, Cell) and cell.n >= least
            else STAYS
            for item, cell in released.cells.items()
        },
    )


def as_shown(cell: Cell, thresholds: Thresholds, *, group: bool) -> Cell:
    """Shown in words made of the figure again: a file could carry any others."""
    if group:
        return GroupCell(cell.n, cell.value, whole(cell.value))
    return held(cell.n, int(cell.value), thresholds, few=cell.n < thresholds.few_people)


def has_cells(released: Released) -> bool:
    return any(isinstance(cell, Cell) for cell in released.cells.values())


def bare_own_part(own_part: OwnPart) -> OwnPart:
    """Ratings and answers only: no evidence, no dates."""
    return OwnPart(
        standards={code: StandardRating(one.rating) for code, one in own_part.standards.items()},
        facts={code: FactCheck(check.answer) for code, check in own_part.facts.items()},
        pyramid=dict(own_part.pyramid),
    )
