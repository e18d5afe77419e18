"""Text for a terminal: lines that wrap, tables with columns as wide as they need."""

import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 88  # letters of a line on a terminal
BETWEEN = "  "
NARROWEST = 24  # of a last column, however wide the others are


def wrapped(line: str) -> str:
    """A line, its continuations indented under it; under its words where it begins with '- '."""
    indent = " " * (len(line) - len(line.lstrip()) + 2 * line.lstrip().startswith("- "))
    return textwrap.fill(line, WIDTH, subsequent_indent=indent)


def plain_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A heading, a rule and a line or more for each row; no trailing spaces."""
    lines = [tuple(heads), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)][:-1]
    lines.insert(1, tuple("-" * width for width in (*widths, len(heads[-1]))))
    return "\n".join(row_of(line, widths) for line in lines)


def row_of(cells: Sequence[str], widths: Sequence[int]) -> str:
    start = "".join(cell.ljust(width) + BETWEEN for cell, width in zip(cells, widths, strict=False))
    room = max(NARROWEST, WIDTH - len(start))
    lines = textwrap.wrap(cells[-1], room) or [""]
    return f"\n{' ' * len(start)}".join([start + lines[0], *lines[1:]]).rstrip()
