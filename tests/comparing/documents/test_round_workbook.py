"""The workbook of a round says what comparison.json says, and has no column that tells nothing."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.method.numbers import half_up
from comparing.method.members import MECHANISMS, PRINCIPLES
from comparing.workbook import round_workbook
from tests.comparing.lifelike import NAMED, PUBLISHED

PARTS = {"Principles": PRINCIPLES, "Mechanisms": MECHANISMS}
QUANTILES = {
    "Lower quartile": "q1",
    "Median": "median",
    "Upper quartile": "q3",
    "One third below": "third1",
    "Two thirds below": "third2",
}


def tables(seen):
    """Of each sheet its rows, by the head of each column."""
    book = load_workbook(BytesIO(round_workbook(seen)))
    found = {}
    for sheet in book.worksheets:
        ((_name, area),) = sheet.tables.items()
        head, *rows = [[cell.value for cell in row] for row in sheet[area]]
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


@pytest.mark.parametrize("case", PUBLISHED)
def test_what_is_published(case):
    seen = PUBLISHED[case]
    told, document = tables(seen), seen.document()
    for sheet, part in PARTS.items():
        words = "levels" if part == PRINCIPLES else "statuses"
        for row, found in zip(told[sheet], document[part].values(), strict=True):
            assert row["How many"] == found["n"]
            mean = row["Mean"]
            assert str(mean) == (found["shown"] or "too few")
            assert isinstance(mean, str) == (found["shown"] != str(found["mean"]))
            for head, name in QUANTILES.items():
                if found[name] is not None:
                    assert str(row[head]).split(" ")[0] == str(found[name])
            for word, how in (found[words] or {}).items():
                assert row[word] == how
            if seen.own:
                own = found["own"]
                assert row["Own"] == (None if own is None else float(half_up(own, 1)))


def test_no_column_tells_nothing():
    """Above the words and quantiles of too few there is no head either."""
    for case, seen in PUBLISHED.items():
        for sheet in PARTS:
            heads = set(tables(seen)[sheet][0])
            enough = (seen.published.members or 0) >= 12
            assert (set(QUANTILES) <= heads) == enough, case
            assert (QUANTILES.keys() & heads != set()) == enough, case
            assert ("Own lies in the" in heads) == (enough and seen.own is not None), case
            assert ("Holding" in heads or "Present" in heads) == bool(seen.published.words), case
            assert ("Own" in heads) == (seen.own is not None), case


@pytest.mark.parametrize("case", [case for case in NAMED if case != "odd words"])
def test_members_by_name(case):
    seen = NAMED[case]
    told, document = tables(seen), seen.document()
    names = document["members"]
    assert [row["Member"] for row in told["Levels"] if row["Member"]] == names
    for row in told["Figures"]:
        if row["Member"]:
            mutuality = document[PRINCIPLES]["mutuality"][row["Member"]]["value"]
            assert row["Mutuality"] == (None if mutuality is None else float(half_up(mutuality, 1)))
    for row in told["Levels"]:
        if row["Member"]:
            assert row["Mutuality"] == document[PRINCIPLES]["mutuality"][row["Member"]]["level"]
