"""Whose report it is: a name is said once, in every place that says it."""

from dataclasses import replace

import pytest

from reports.drawing.parts import foot_of
from reports.one.terminal_summary import heading
from reports.sending import file_name
from reports.wording.about_said import names, whose
from reports.wording.board_said import UNNAMED, board_page
from tests.reports.one.charts.cast import CAST

MARKED = CAST["lifelike"]


def called(organisation, programme):
    return replace(MARKED.results.about, organisation=organisation, programme=programme)


@pytest.mark.parametrize(
    ("organisation", "programme", "said"),
    [
        ("Northfield", "Wards", ("Northfield", "Wards")),
        ("Northfield", "Northfield ", ("Northfield",)),
        ("", "Wards", ("Wards",)),
        ("", "", ()),
    ],
)
def test_a_name_that_both_have_is_said_once_everywhere(organisation, programme, said):
    about = called(organisation, programme)
    marked = replace(MARKED, results=replace(MARKED.results, about=about))
    assert names(about) == said
    assert whose(about).split(" · ")[: len(said)] == list(said)
    assert heading(about).split(",")[0] == (": ".join(said) or UNNAMED)
    assert board_page(marked).name == (": ".join(said) or UNNAMED)
    assert [name for name, _ in foot_of(about, "").names] == list(said)
    assert file_name(about, "report.pdf").count("northfield") == said.count("Northfield")
