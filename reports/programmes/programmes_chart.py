"""A trust's programmes side by side, for its own people."""

from collections.abc import Sequence

from assessment.method.marks import Marked
from reports.drawing.chart import Chart, Picture, printed
from reports.wording.levels_said import levels_said

NAME = "programmes"
TITLE = "Levels of the twelve principles by programme"


def draw_programmes(rows: Sequence[tuple[str, Marked]]) -> Chart:
    """``rows``: each programme's name and its marks, in the order to show them in."""
    # matplotlib takes a second to import: only when something is drawn.
    from reports.programmes.programmes_heat import programmes  # noqa: PLC0415

    picture = picture_of(rows)
    return printed(picture, programmes(rows, picture).figure)


def picture_of(rows: Sequence[tuple[str, Marked]]) -> Picture:
    """In words; nothing is drawn for this."""
    return Picture(NAME, TITLE, programmes_sentence(rows))


def programmes_sentence(rows: Sequence[tuple[str, Marked]]) -> str:
    if not rows:
        return "No programme has a closed assessment yet."
    levels = [{code: one.level for code, one in marked.principles.items()} for _, marked in rows]
    who = "programme" if len(rows) == 1 else "programmes"
    return levels_said(levels, rows[0][1].results.instrument, who)
