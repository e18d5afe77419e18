"""A row a figure and a row a figure of each named member; text that is no formula."""

import csv
import io

import pytest

from assessment.method.numbers import half_up
from comparing.method.counting import WORDS
from comparing.workbook import comparison_csv, named_csv
from tests.comparing.workbook.cast import CAST, ODD


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def text(value) -> str:
    return "" if value is None else str(half_up(value, 2))


@pytest.mark.parametrize("name", CAST)
def test_every_figure(name):
    comparison = CAST[name]
    rows = read(comparison_csv(comparison))
    assert [(row["part"], row["code"]) for row in rows] == list(comparison.figures)
    for row, one in zip(rows, comparison.figures.values(), strict=True):
        assert row["others"] == str(one.others)
        for column in ("mean", "median", "q1", "q3"):
            assert row[column] == text(getattr(one, column))
        assert row["why"] == one.why
        if comparison.viewer:
            assert (row["own"], row["third"]) == (text(one.own), one.third or "")


@pytest.mark.parametrize("name", ["five", "twelve others", "sixteen"])
def test_counts(name):
    for row in read(comparison_csv(CAST[name])):
        one = CAST[name].figures[row["part"], row["code"]]
        for part, (_, words, _) in WORDS.items():
            for word in words:
                known = one.counts is not None and part == row["part"]
                assert row[word] == (str(one.counts[word]) if known else "")


def test_no_own_columns_without_somebody_who_looks():
    (row, *_) = read(comparison_csv(CAST["sixteen"]))
    assert not {"own", "third"} & set(row)


def test_named():
    rows = read(named_csv(CAST["sixteen"]))
    assert len(rows) == 8 * 31
    member = CAST["sixteen"].named[0]
    found = {(r["part"], r["code"]): r for r in rows if r["organisation"] == member.name}
    for key, value in member.figures.values.items():
        assert found[key]["value"] == text(value)
    assert found["principles", "mutuality"]["says"] == member.figures.levels["mutuality"]
    assert found["mechanisms", "M1"]["says"] == member.figures.statuses["M1"]
    assert found["structure", "FORMAL"]["says"] == ""


def test_odd_names_are_no_formula():
    names = {row["organisation"] for row in read(named_csv(CAST["odd names"]))}
    assert names == {f"'{name}" if name[0] in "=+-@" else name for name in ODD}


def test_nobody_named_has_heads_alone():
    assert read(named_csv(CAST["five"])) == []


def test_half_an_emoji_makes_a_file_all_the_same():
    named = CAST["sixteen"].named[0]
    broken = type(named)(name="\ud83c", kind="trust", sharing=named.sharing, figures=named.figures)
    comparison = type(CAST["sixteen"])(
        instrument=CAST["sixteen"].instrument, viewer=None, sharing=1, figures={}, named=(broken,)
    )
    assert read(named_csv(comparison))[0]["organisation"] == "?"
