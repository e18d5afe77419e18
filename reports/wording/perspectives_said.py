"""How far the perspectives differ, and who answered and is not shown."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from assessment.method.marks import Marked
from assessment.method.numbers import beside, whole
from assessment.method.results import Mode
from reports.wording.figures_said import extremes
from reports.wording.plotted import Dots, perspective_dots, without_dots
from reports.wording.principles_said import principle_names
from reports.wording.sides_said import name, side, sides


def perspectives_sentence(marked: Marked) -> str:
    rows = perspective_dots(marked)
    notes = " ".join(notes_on_missing(marked))
    if not rows:
        return f"No perspective has enough answers to show. {notes}".strip()
    if len(rows) == 1:
        figures = [dot.figure if dot else None for dot in rows[0].dots]
        who = name(marked.results, rows[0].perspective)
        cuts = marked.results.instrument.thresholds.cuts
        said = f"{who} {extremes(principle_names(marked), figures, cuts)}."
    else:
        said = differences(marked, rows)
    return f"{said} {notes}".strip()


def differences(marked: Marked, rows: Sequence[Dots]) -> str:
    """'Views differ most on equality, from 32 (receiving) to 78 (staff), and least on ...'"""
    names = principle_names(marked)
    spans: list[tuple[float, str]] = []
    for place, principle in enumerate(names):
        here = [(dot.figure, row.perspective) for row in rows if (dot := row.dots[place])]
        if len(here) > 1:
            least, most = min(here, key=itemgetter(0)), max(here, key=itemgetter(0))
            spans.append((most[0] - least[0], f"{principle}{between(marked, least, most)}"))
    if not spans:
        return "No principle has figures from two perspectives."
    widest, closest = max(spans, key=itemgetter(0)), min(spans, key=itemgetter(0))
    if whole(widest[0]) == whole(closest[0]):
        rated = "" if len(spans) == len(names) else " that two or more rate"
        return f"Views differ by {whole(widest[0])} on every principle{rated}."
    return f"Views differ most on {widest[1]}, and least on {closest[1]}."


def between(marked: Marked, least: tuple[float, str], most: tuple[float, str]) -> str:
    """', from 32 (receiving) to 78 (staff)', or ' (50)' where they agree."""
    cuts = marked.results.instrument.thresholds.cuts
    low, high = (beside(figure, cuts) for figure, _ in (least, most))
    if low == high:
        return f" ({low})"
    who = [side(marked.results, code) for _, code in (least, most)]
    return f", from {low} ({who[0]}) to {high} ({who[1]})"


def notes_on_missing(marked: Marked) -> Iterable[str]:
    """Who answered and is not shown, without figures."""
    names = {mode: sides(marked.results, codes) for mode, codes in without_dots(marked).items()}
    if Mode.INDIVIDUAL in names:
        yield f"Too few answered: {names[Mode.INDIVIDUAL]}."
    if Mode.GROUP in names:
        yield f"Too few statements rated: {names[Mode.GROUP]}."
    if any(None in row.dots for row in perspective_dots(marked)):
        yield "Where a mark is missing, too few answered."
