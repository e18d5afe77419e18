"""What may leave an organisation for a comparison (method.md section 11).

``Shared`` is all that a comparison may rest on. Whatever does not leave is not in it: no cell of
fewer than eight people, no perspective all of whose cells stay, no spread, size, date, name or word
that anybody wrote. ``shared_document`` has the file in which it travels.
"""

from dataclasses import dataclass, replace

from assessment.method.marks import Marked, mark
from assessment.method.results import (
    About,
    Cell,
    FactCheck,
    Mode,
    Released,
    Results,
    StandardRating,
    Statement,
    Withheld,
)

STAYS = Withheld("does not leave the organisation")


@dataclass(frozen=True, slots=True)
class Shared:
    """Built by ``leaving`` and by nothing else; ``results`` holds only what leaves."""

    results: Results

    def marked(self) -> Marked:
        """Scores, levels, structure and mechanisms, made again from the cells that leave."""
        return mark(self.results)


def leaving(results: Results) -> Shared:
    """Of what was released, what may leave. What has left already comes out the same."""
    fewest = results.instrument.thresholds.share_people
    cut = {code: leaving_of(released, fewest) for code, released in results.perspectives.items()}
    kept = {code: released for code, released in cut.items() if has_cells(released)}
    about = results.about
    return Shared(
        replace(
            results,
            about=About(
                organisation="",
                form=about.form,
                k=fewest,
                mutual=about.mutual,
                panel=about.panel if "panel" in kept else None,
            ),
            statement=bare(results.statement),
            perspectives=kept,
        )
    )


def leaving_of(released: Released, fewest: int) -> Released:
    """A cell that stays is the same whether it was shown or withheld at home."""
    least = fewest if released.mode is Mode.INDIVIDUAL else 1
    return Released(
        mode=released.mode,
        size=None,
        cells={
            item: cell if isinstance(cell, Cell) and cell.n >= least else STAYS
            for item, cell in released.cells.items()
        },
    )


def has_cells(released: Released) -> bool:
    return any(isinstance(cell, Cell) for cell in released.cells.values())


def bare(statement: Statement) -> Statement:
    """Ratings and answers only: no evidence, no dates."""
    return Statement(
        standards={code: StandardRating(one.rating) for code, one in statement.standards.items()},
        facts={code: FactCheck(check.answer) for code, check in statement.facts.items()},
        pyramid=dict(statement.pyramid),
    )
