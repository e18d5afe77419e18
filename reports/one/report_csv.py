"""The report as CSV: a row a cell, a row a principle, a row a planned action."""

from collections.abc import Iterator, Sequence

from assessment.method import Cell, Marked, PrincipleMark
from assessment.method.numbers import two_decimals
from assessment.method.results import Released
from questions.entries import Item, Principle
from reports.actions.plan import Plan, names_of
from reports.spreadsheet.csv_text import Value, written, yes_no
from reports.wording.people_said import how_many


def cells_csv(marked: Marked) -> bytes:
    """Every statement x perspective; a withheld one has its reason and no figure."""
    what = ("perspective", "principle", "item", "kind", "statement")
    return written((*what, "n", "how_many", "value", "shown"), cell_rows(marked))


def cell_rows(marked: Marked) -> Iterator[Sequence[Value]]:
    for code, released in marked.results.perspectives.items():
        for principle in marked.results.instrument.principles:
            for item in principle.items:
                if item.code in released.cells:
                    yield (*item_cells(marked, code, principle, item), *found(released, item))


def item_cells(
    marked: Marked, perspective: str, principle: Principle, item: Item
) -> Sequence[Value]:
    text = marked.results.text_of(item, perspective)
    return perspective, principle.code, item.code, str(item.kind), text


def found(released: Released, item: Item) -> Sequence[Value]:
    cell = released.cells[item.code]
    if isinstance(cell, Cell):
        return cell.n, how_many(released, cell.n), cell.value, cell.shown
    return None, None, None, cell.reason


def principles_csv(marked: Marked) -> bytes:
    """Levels, views and every perspective's figures, with two decimals."""
    heads = [
        *("principle", "name", "level", "confirmed", "borderline"),
        *("L_P", "L_W", "O", "gap", "all_round"),
    ]
    for code in marked.results.perspectives:
        heads += [f"{code}_{part}" for part in ("P", "W", "n", "how_many", "low", "high")]
    return written(heads, (principle_row(marked, one) for one in marked.principles.values()))


def principle_row(marked: Marked, mark: PrincipleMark) -> list[Value]:
    views = mark.views
    row: list[Value] = [mark.principle.code, mark.principle.name, str(mark.level)]
    row += [yes_no(mark.confirmed), yes_no(mark.borderline)]
    row += map(
        two_decimals, (views.practice, views.warning, views.others, views.gap, views.all_round)
    )
    for code, score in mark.scores.items():
        said = how_many(marked.results.perspectives[code], score.n) if score.n else None
        row += [two_decimals(score.practice), two_decimals(score.warning), score.n, said]
        row += [two_decimals(score.low), two_decimals(score.high)]
    return row


def actions_csv(marked: Marked, plan: Plan) -> bytes:
    heads = ("kind", "action", "about", "owner", "due", "status", "notes")
    names = names_of(marked.results.instrument)
    rows = (
        (p.kind, p.text, names.get(p.about, ""), p.owner, p.due, p.status, p.notes) for p in plan
    )
    return written(heads, rows)
