"""Every figure in the sheets is the figure of Marked, with one decimal; missing is empty."""

import pytest

from assessment.method import Cell, mark
from assessment.method.levels import Level
from assessment.method.marks import READING_ORDER
from questions import Kind, load
from questions.entries import Fits
from questions.reading import DEFAULT_VERSION
from reports.wording.people_said import how_many
from tests.assessment.method.build import scored
from tests.naive.arithmetic import GAP, HIGH, LOW, in_a_spreadsheet
from tests.reports.one.workbook.conftest import report_of


def shown(value, *cuts):
    return in_a_spreadsheet(value, cuts or (LOW, HIGH))


STATED = ("big trust", "short length")
BANDS = {
    5: "5 to 7",
    8: "8 or 9",
    10: "10 to 14",
    15: "15 to 19",
    20: "20 to 24",
    25: "25 to 29",
    30: "30 to 34",
}


def marks_by_name(report):
    return {mark.principle.name: mark for mark in report.marked.principles.values()}


def test_principles(report):
    marks, results = marks_by_name(report), report.marked.results
    rows = report.table("Principles")
    assert len(rows) == (12 if results.perspectives else 0)
    for row in rows:
        mark = marks[row["Principle"]]
        assert row["Level"] == mark.level
        assert row["Lived-experience view: practice"] == shown(mark.views.practice)
        assert row["Lived-experience view: warning signs"] == shown(mark.views.warning)
        assert row.get("Others' view: practice") == shown(mark.views.others)
        assert row.get("Gap") == shown(mark.views.gap, GAP)
        if len(results.perspectives) > 1:
            assert row["All-round: practice"] == shown(mark.views.all_round)
        assert row["Reasons"].replace("• ", "").split("\n") == list(mark.reasons)
        for clear in mark.clears:
            assert clear in row["What would clear it"]
        for code, score in mark.scores.items():
            side = results.short_name_of(code)
            assert row[f"{side}: practice"] == shown(score.practice)
            assert row[f"{side}: warning signs"] == shown(score.warning)
            if score.low is not None:
                expected = f"{shown(score.low):.1f} to {shown(score.high):.1f}"
                assert row[f"{side}: rough range"] == expected


def test_how_many(trust):
    for row in trust.table("Principles"):
        mark = marks_by_name(trust)[row["Principle"]]
        assert row["Giving: how many"] == f"{BANDS[mark.scores['giving'].n]} of 20"
        assert row["Receiving: how many"] == BANDS[mark.scores["receiving"].n]
        assert row["Partner groups: how many"] == "6 people"


def test_how_many_of_few(reports):
    for row in reports["too few"].table("Principles"):
        assert row["Giving: how many"] == row["Staff: how many"] == "fewer than 5"


def test_standing_in_words(trust):
    for row in trust.table("Principles"):
        mark = marks_by_name(trust)[row["Principle"]]
        expected = {None: None, True: "Confirmed", False: "Provisional"}[mark.confirmed]
        assert (row["Standing"] or "").startswith(expected or "")
        assert (row["Standing"] is None) == (mark.level is not Level.AT_RISK)


def test_statements(report):
    results = report.marked.results
    names = {results.name_of(code).casefold(): code for code in results.perspectives}
    rows = [row for row in report.table("Statements") if row["Item"]]
    asked = results.instrument.items(results.about.length)
    assert len(rows) == len(asked) * len(results.perspectives)
    for row in rows:
        code = names[row["Perspective"].casefold()]
        cell = results.perspectives[code].cells[row["Item"]]
        item = results.instrument.item[row["Item"]]
        assert row["Statement"] == results.text_of(item, code)
        assert row["Kind"] == ("Practice" if item.kind is Kind.PRACTICE else "Warning sign")
        if isinstance(cell, Cell):
            assert row["How many"] == how_many(results.perspectives[code], cell.n)
            assert row["Value"] == shown(cell.value)
            assert str(row["Shown as"]) == cell.shown
        else:
            assert (row["How many"], row["Value"]) == (None, None)
            assert row["Shown as"] == cell.reason


def test_mechanisms(report):
    for row in report.table("Mechanisms"):
        mark = report.marked.mechanisms[row["Code"]]
        assert row["Score"] == shown(mark.score)
        assert row["Status"] == mark.status
        (signs,) = (row[head] for head in row if head.startswith("Its warning signs"))
        found = [line.rsplit(": ", 1)[1] for line in signs.split("\n")]
        expected = ["no figure" if f is None else f"{shown(f):.1f}" for f in mark.items.values()]
        assert found == expected


@pytest.mark.parametrize("case", STATED)
def test_standards(reports, case):
    report = reports[case]
    stated = report.marked.results.own_part.standards
    for row in report.table("Standards"):
        rating = stated[row["Code"]].rating if row["Code"] in stated else None
        standard = report.marked.results.instrument.standard[row["Code"]]
        assert row["Rating"] == (rating if isinstance(rating, int) else None)
        if isinstance(rating, int):
            assert row["In words"].endswith(standard.anchors[rating])


@pytest.mark.parametrize("case", STATED)
def test_scores_below_the_standards(reports, case):
    report = reports[case]
    structure, sheet = report.marked.structure, report.book["Standards"]
    found = {row[0].value: row[2].value for row in sheet.iter_rows(min_row=30) if row[0].value}
    for name in ("formal", "rooted", "support", "essence"):
        assert found[name.upper()] == shown(getattr(structure, name))
    for code, score in structure.domains.items():
        assert found[code] == shown(score)


@pytest.mark.parametrize("case", STATED)
def test_pyramid(reports, case):
    instrument, own = reports[case].marked.results.instrument, reports[case].marked.results.own_part
    rows = reports[case].table("Pyramid")
    assert [row["Code"] for row in rows] == [layer.code for layer in reversed(instrument.layers)]
    for row in rows:
        rating = own.pyramid[row["Code"]]
        assert row["Rating"] == (rating if isinstance(rating, int) else None)
        assert row["In words"]


@pytest.mark.parametrize("case", STATED)
def test_facts(reports, case):
    report = reports[case]
    stated = report.marked.results.own_part.facts
    for row in report.table("Facts"):
        check = stated.get(row["Code"])
        words = {"yes": "True here", "no": "Not true here", "NA": "Does not apply"}
        assert row["Answer"] == words.get(check and check.answer, "Don't know")
        assert (row["Date"] and row["Date"].date()) == (check and check.date)


def test_thresholds_are_all_printed(trust):
    thresholds = trust.marked.results.instrument.thresholds
    rows = [row for row in trust.table("How each number was made") if row["Part"] == "Thresholds"]
    printed = [row["Number"] for row in rows if row["Number"] is not None]
    assert printed == [getattr(thresholds, name) for name in thresholds.__slots__]
    assert "conventions, not findings" in rows[0]["In words"]


def test_sources_and_versions_are_printed(trust):
    rows = trust.table("How each number was made")
    sources = trust.marked.results.instrument.sources
    assert [row["About"] for row in rows if row["Part"] == "Sources"] == [s.code for s in sources]
    assert [row["Number"] for row in rows[:3]] == [load().method, DEFAULT_VERSION, "5"]


@pytest.mark.parametrize("sheet", ["Principles", "Summary"])
def test_holding_comes_first(report, sheet):
    column = {"Principles": "Level", "Summary": "Finding"}[sheet]
    names = set(marks_by_name(report))
    about = {"Principles": "Principle", "Summary": "About"}[sheet]
    levels = [
        next(level for level in Level if row[column].startswith(level))
        for row in report.table(sheet)
        if row[about] in names
    ]
    assert len(levels) == (12 if report.marked.results.perspectives else 0)
    assert levels == sorted(levels, key=READING_ORDER.index)


def test_no_total_of_respondents(report):
    """Of individuals a band and the size as stated; fewer than k where none is released."""
    results = report.marked.results
    rows = {
        r["About"].casefold(): r for r in report.table("Summary") if r["Part"] == "Who answered"
    }
    for code, released in results.perspectives.items():
        row = rows[results.name_of(code).casefold()]
        if how := released.individuals:
            band = BANDS[released.responded] if released.responded else f"fewer than {how.k}"
            told = how.size and (released.responded or how.size >= how.k)
            of = f" of {how.size}" if told else ""
            assert row["Finding"] == f"{band}{of} people"


@pytest.mark.parametrize(("mutual", "unfit"), [(False, Fits.MUTUAL), (True, Fits.EMPLOYED)])
def test_actions_are_for_what_is_marked_and_fit_whoever_asked(mutual, unfit):
    """Everything is at risk, so that there are actions of each kind."""
    report = report_of(mark(scored({"receiving": (20, 80)}, groups=True, mutual=mutual)))
    rows = [row for row in report.table("Actions") if row["Suggested action"]]
    marks = [*report.marked.in_reading_order(), *report.marked.mechanisms.values()]
    every = [a for one in marks for a in (getattr(one, "actions", None) or one.mechanism.actions)]
    expected = [action.text for action in every if action.fits is not unfit]
    assert 0 < len(expected) < len(every)
    assert [row["Suggested action"] for row in rows] == expected
    assert {row["Kind"] for row in rows} == {"Protect", "Build"}
    for row in rows:
        assert [row[head] for head in ("Owner", "By when", "Status", "Notes")] == [None] * 4
