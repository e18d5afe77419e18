"""``sharing_table`` as plain text, for the terminal."""

from collections.abc import Iterable, Iterator

from assessment.method.levels import BORDERLINE
from comparing.wording.sharing_table import (
    Rating,
    SharedFigure,
    SharedPerspective,
    SharedStatement,
    SharingTable,
)
from reports.terminal import plain_table, wrapped


def sharing_words(table: SharingTable) -> str:
    """What leaves, what is made of it, what stays."""
    parts = [*leaving_parts(table), *figure_parts(table), staying_part(table)]
    return "\n\n".join(parts) + "\n"


def leaving_parts(table: SharingTable) -> Iterator[str]:
    yield "WHAT LEAVES"
    yield about_words(table)
    if table.perspectives:
        yield "What people answered, 0-100, in brackets of how many people or groups"
        yield cells_words(table.perspectives)
    else:
        yield wrapped("Nothing of what people answered leaves: no figure rests on enough people.")
    yield from ratings("Standards", table.standards)
    yield "Facts"
    yield plain_table(("", "Said", "Fact"), ((f.code, f.words, f.name) for f in table.facts))
    yield from ratings("Pyramid of peer support", table.pyramid)


def about_words(table: SharingTable) -> str:
    lines = [f"Form: {table.length}"]
    if table.mutual:
        lines.append("A mutual group: everybody gives and receives.")
    if table.panel:
        lines.append(f"Panel: {table.panel}")
    lines += [f"{one.name}: {leaving_words(one)}" for one in table.perspectives]
    return "\n".join(map(wrapped, lines))


def leaving_words(one: SharedPerspective) -> str:
    found = f"{one.leaving} of {len(one.statements)} figures leave"
    return f"{found}, each agreed by a group" if one.is_group else found


def cells_words(perspectives: Iterable[SharedPerspective]) -> str:
    """A row a statement, a column a perspective; each has the same statements."""
    sides = tuple(perspectives)
    rows = zip(*(one.statements for one in sides), strict=True)
    return plain_table(
        ("Statement", *(one.short_name for one in sides)),
        ((row[0].code, *map(cell_words, sides, row)) for row in rows),
    )


def cell_words(side: SharedPerspective, statement: SharedStatement) -> str:
    if statement.leaves:
        return f"{statement.shown} ({statement.behind})"
    return "-" if side.is_group else "stays"


def ratings(title: str, entries: Iterable[Rating]) -> Iterator[str]:
    yield title
    yield plain_table(("", "Of", "Said"), ((one.code, one.name, one.words) for one in entries))


def figure_parts(table: SharingTable) -> Iterator[str]:
    yield "WHAT IS MADE OF IT AND COMPARED"
    for title, figures in (
        ("Principles, the lived-experience view of practice", table.principles),
        ("Domains of standards", table.domains),
        ("Structure and essence", table.structure),
        ("Mechanisms", table.mechanisms),
    ):
        yield title
        yield plain_table(("Figure", "Of", ""), map(figure_row, figures))


def figure_row(one: SharedFigure) -> tuple[str, str, str]:
    return one.shown, one.name, f"{one.words}, {BORDERLINE}" if one.close else one.words


def staying_part(table: SharingTable) -> str:
    lines = ["WHAT DOES NOT LEAVE", "", *(f"- {sentence}" for sentence in table.stays)]
    return "\n".join(map(wrapped, lines))
