"""Every figure in the sheets is that of the Comparison, with one decimal; missing is empty."""

import pytest

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.numbers import half_up
from comparing.method.comparing import NAMED_ALONE
from comparing.method.members import keys_of
from comparing.workbook import Chosen
from comparing.workbook.compared_words import compared_names
from tests.comparing.workbook.cast import CAST, INSTRUMENT
from tests.comparing.workbook.conftest import CHOSEN, told

SHEETS = {"Principles": ("principles",), "Standards and structure": ("domains", "structure")}
SHEETS |= {"Mechanisms": ("mechanisms",)}
NAMES = compared_names(INSTRUMENT)
COUNTED = {"Principles": tuple(Level), "Mechanisms": tuple(Status)}


def shown(value):
    return None if value is None else half_up(value, 1)


def rows_of(file, sheet):
    """Each row of a sheet with the key and the figure that it tells."""
    keys = [key for key in keys_of(INSTRUMENT) if key[0] in SHEETS[sheet]]
    rows = file.table(sheet)
    assert len(rows) == len(keys)
    for key, row in zip(keys, rows, strict=True):
        assert NAMES[key] in row.values()
        yield key, row, file.comparison.figures[key]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_figure(file, sheet):
    viewer = file.comparison.viewer
    for _, row, one in rows_of(file, sheet):
        assert row["Others' mean" if viewer else "Mean"] == shown(one.mean)
        assert row["How many others" if viewer else "How many members"] == one.others
        assert row["Lower quartile"] == shown(one.q1)
        assert row["Median"] == shown(one.median)
        assert row["Upper quartile"] == shown(one.q3)
        assert row.get("Own") == shown(one.own)
        expected = one.third and f"{one.third.capitalize()} third"
        assert row.get("Own lies in the") == expected


@pytest.mark.parametrize("sheet", COUNTED)
def test_counts_of_levels_and_statuses(file, sheet):
    for _, row, one in rows_of(file, sheet):
        for word in COUNTED[sheet]:
            assert row[word] == (one.counts[word] if one.counts else None)


@pytest.mark.parametrize("sheet", SHEETS)
def test_why_is_said_in_words(file, sheet):
    for _, row, one in rows_of(file, sheet):
        said = row["What is not shown, and why"] or ""
        for reason in filter(None, one.why.split("; ")):
            assert reason == NAMED_ALONE or reason[1:] in said
        assert ("by name alone are counted" in said) == one.named_alone
        assert ("No own figure" in said) == bool(file.comparison.viewer and one.own is None)
        assert bool(said) == bool(one.why or "No own figure" in said)


def test_own_level_and_status(files):
    file = files["twelve others"]
    own = file.comparison.viewer.figures
    for key, row, _ in rows_of(file, "Principles"):
        assert row["Own level"] == own.levels[key[1]]
    for key, row, _ in rows_of(file, "Mechanisms"):
        assert row["Own status"] == own.statuses[key[1]]


def test_nothing_of_ones_own_without_somebody_who_looks(file):
    heads = {head for sheet in file.book for row in [file.table(sheet.title)[0]] for head in row}
    own = {head for head in heads if head.startswith("Own")}
    assert bool(own) == (file.comparison.viewer is not None)


def test_the_summary_says_where_own_lies(file):
    found = [r for r in file.table("Summary") if r["About"] == "Own lies in the others'"]
    told = sum(int(row["Finding"].split(": ")[1].split(" of ")[0]) for row in found)
    assert told == sum(one.third is not None for one in file.comparison.figures.values())


def test_the_summary_says_where_own_lies_by_name(files):
    rows = [r for r in files["nine others"].table("Summary") if r["Part"] == "Principles"]
    for code, one in files["nine others"].comparison.part("principles").items():
        if one.third:
            start = f"{one.third.capitalize()} third"
            (row,) = (row for row in rows if str(row["Finding"]).startswith(start))
            assert NAMES["principles", code] in row["In words"]


def test_the_summary_gives_every_reason(file):
    said = [row["In words"] for row in file.table("Summary")]
    for one in file.comparison.figures.values():
        for reason in filter(None, one.why.split("; ")):
            assert any(words and reason[1:] in words for words in said)


def test_the_summary_says_how_many_share(files):
    def sharing(name):
        (row,) = (r for r in files[name].table("Summary") if r["About"] == "Who shares")
        return row["Finding"], row["In words"]

    assert sharing("sixteen") == ("16 organisations", "8 by name and 8 anonymously.")
    assert sharing("five") == ("5 organisations", "None by name and 5 anonymously.")
    assert sharing("one") == ("1 organisation", "None by name and 1 anonymously.")
    assert sharing("nobody")[1].startswith("Nobody shares yet")


def test_named_members_by_name_with_their_levels(files):
    file = files["sixteen"]
    named = {member.name: member for member in file.comparison.named}
    rows = file.table("Named members")
    assert [row["Organisation"] for row in rows] == sorted(named)
    for row in rows:
        levels = [row[one.short_name] for one in INSTRUMENT.principles]
        assert levels == [
            named[row["Organisation"]].figures.levels[c] for c in INSTRUMENT.principle
        ]


def test_named_figures(files):
    file = files["sixteen"]
    named = {member.name: member for member in file.comparison.named}
    for row in file.table("Named figures"):
        organisation, _, *found = row.values()
        figures = named[organisation].figures.values
        assert found == [shown(figures[key]) for key in keys_of(INSTRUMENT)]


def test_nobody_named_is_a_sentence(files):
    (row,) = files["five"].table("Named members")
    assert row["What may be shown"].startswith("Nobody shares by name")
    assert "Named figures" not in files["five"].book.sheetnames


def test_by_kind(files):
    file = files["by kind"]
    rows = {row["Figure"]: row for row in file.table("By kind")}
    found = {key: one.kinds for key, one in file.comparison.figures.items() if one.kinds}
    assert len(rows) == len(found) == 31
    for key, kinds in found.items():
        for kind, one in kinds.items():
            row, name = rows[NAMES[key]], kind.capitalize()
            assert row[f"{name}: mean"] == shown(one.mean)
            assert row[f"{name}: how many others"] == one.others
            assert row[f"{name}: median"] == shown(one.median)


def test_no_split_is_a_sentence(files):
    (row,) = files["five"].table("By kind")
    assert "each kind needs 5 members" in row["What may be shown"]


def test_what_members_chose():
    found = told(CAST["sixteen"], chosen=[*CHOSEN, Chosen("Peer support here", "build", "x", 1)])
    rows = found.table("What members chose to do")
    assert [list(row.values()) for row in rows] == [
        ["Staff resistance and marginalising", "Protect", "Prepare the team first", 7],
        ["Mutuality", "Build", "=Meet every month", 4],
        ["Peer support here", "Build", "x", 1],
    ]


def test_thresholds_are_printed_and_no_brace_is_left(file):
    rows = file.table("How each number was made")
    printed = {row["About"]: row["Number"] for row in rows if row["Part"] == "Thresholds"}
    cuts = INSTRUMENT.thresholds
    assert printed["Others behind a mean"] == cuts.mean_others
    assert printed["Leaving the organisation"] == cuts.share_people
    assert printed["Organisations that differ"] == cuts.differ
    words = " ".join(row["In words"] for row in rows)
    assert "{" not in words
    assert f"A mean needs {cuts.mean_others} others" in words
