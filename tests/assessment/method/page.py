"""docs/method.md as data: its tables and worked vectors, so that the page itself is what is tested.

A table is found by the headers that it begins with; a row is a mapping from header to text. What a
cell of a table means is said here once: figures, lists of figures, answers.
"""

from pathlib import Path

import pytest

from assessment.method.responses import Answer

PAGE = (Path(__file__).parents[3] / "docs" / "method.md").read_text(encoding="utf-8")

WORDS = " ".join(PAGE.split())  # wherever its lines end
Row = dict[str, str]
MISSING = ("", "-", "missing", "withheld", "not known", "no spread")


def table(*headers: str) -> list[Row]:
    """The rows of the only table of the page whose headers begin so."""
    (found,) = [rows for first, rows in tables() if first[: len(headers)] == list(headers)]
    return found


def tables() -> list[tuple[list[str], list[Row]]]:
    """Headers and rows of every table."""
    blocks, block = [], []
    for line in [*PAGE.splitlines(), ""]:
        if line.startswith("|"):
            block.append([cell.strip() for cell in line[1:-1].split("|")])
        elif block:
            blocks.append(block)
            block = []
    return [
        (headers, [dict(zip(headers, row, strict=True)) for row in rows])
        for headers, _, *rows in blocks
    ]


def vectors() -> list[str]:
    """The labels of all worked vectors, as they stand: '1a', '1b', ..."""
    return [row["#"] for headers, rows in tables() if headers[0] == "#" for row in rows]


def cases(*headers: str, numbers: str = "") -> pytest.MarkDecorator:
    """One test a row of the table; of some numbers only where there are several ('27')."""
    rows = [row for row in table(*headers) if row["#"].startswith(numbers)]
    return pytest.mark.parametrize("row", rows, ids=[row["#"] for row in rows])


def figure(text: str) -> float | None:
    """'62.5', '+1' or nothing; whole numbers as such, because figures of individuals are whole."""
    if text in MISSING:
        return None
    found = float(text)
    return int(found) if found.is_integer() else found


def figures(text: str) -> list[float | None]:
    return [figure(one) for one in text.split()]


def axes(text: str) -> tuple[float | None, float | None]:
    """P and W; both missing where nothing stands."""
    practice, warning = figures(text) or (None, None)
    return practice, warning


def answer(text: str) -> Answer:
    """'3', 'DK', 'NA'; 'blank' or '-' where there is none."""
    if text in ("blank", "-"):
        return None
    return int(text) if text.isdigit() else {"DK": "DK", "NA": "NA"}[text]


def answers(text: str) -> list[Answer]:
    return [answer(one) for one in text.split()]


def codes(text: str) -> tuple[str, ...]:
    """'`giving` `receiving`', or '`S01` to `S25`'."""
    found = text.replace("`", "").split()
    if len(found) == 3 and found[1] == "to":
        letter, width = found[0][0], len(found[0]) - 1
        first, last = int(found[0][1:]), int(found[2][1:])
        return tuple(f"{letter}{number:0{width}}" for number in range(first, last + 1))
    return tuple(found)
