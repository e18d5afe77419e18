"""Nothing that three people answered can be read from any part of the file."""

import pytest

from assessment.method import Marked
from assessment.method.responses import encode
from assessment.method.results import Answered, Individuals
from questions import Length
from reports.one.workbook import report_workbook
from tests.reports.one.workbook.cast import INSTRUMENT, individuals, responses, results_of
from tests.reports.one.workbook.files import CHART, File, cached

ITEMS = len(INSTRUMENT.items(Length.FULL))


def with_giving(*people: int) -> Marked:
    """Each of the people who give answers one rating throughout; twelve and nine stand beside."""
    strings = [encode([rating] * ITEMS) for rating in people]
    return results_of(
        {
            "giving": Answered(
                responses=responses(strings, Length.FULL), individuals=Individuals()
            ),
            "receiving": individuals(12, lean=2.1),
            "staff": individuals(9, lean=3.1),
        }
    )


@pytest.mark.parametrize("people", [(0, 1, 1), (4, 4, 4), (0, 0, 0, 0), (1, 2, 3, 4), (2,)])
def test_whatever_few_people_answer_the_file_is_the_same(people):
    assert report_workbook(with_giving(*people)) == report_workbook(with_giving(3, 3, 2))


def test_five_people_are_read():
    """So that the test above can fail."""
    assert report_workbook(with_giving(3, 3, 2, 2, 2)) != report_workbook(
        with_giving(1, 3, 2, 2, 2)
    )


def test_few_people_have_no_figure_in_any_sheet(reports):
    report = reports["too few"]
    for row in report.table("Statements"):
        assert (row["How many"], row["Value"], row["Shown as"]) == (None, None, "fewer than 5")
    for row in report.table("Principles"):
        assert not [value for value in row.values() if isinstance(value, int | float)]


def test_charts_of_few_people_hold_no_figure(reports):
    """None is drawn of them alone; beside others who are shown, no line is theirs."""
    assert reports["too few"].charts == []
    beside = results_of({"giving": individuals(3, lean=1), "staff": individuals(12, lean=3)})
    charts = File(content=report_workbook(beside)).charts
    assert len(charts) == 2
    for chart in charts:
        (line,) = chart.iter(f"{CHART}ser")
        assert list(cached(line.find(f"{CHART}tx")).values()) == ["Others' view"]
    assert len(cached(line.find(f"{CHART}val"))) == 12


def test_a_size_is_no_count_of_answers():
    """What an organisation states of a perspective's size changes no figure."""
    known = results_of({"giving": individuals(3, lean=1, size=9)})
    unknown = results_of({"giving": individuals(3, lean=1)})
    cells = [one.results.perspectives["giving"].cells for one in (known, unknown)]
    assert cells[0] == cells[1]
    files = [File(content=report_workbook(one)) for one in (known, unknown)]
    for sheet in ("Principles", "Statements"):
        assert files[0].table(sheet) == files[1].table(sheet)
