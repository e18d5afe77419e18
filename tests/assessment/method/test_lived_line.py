"""Section 10: the lived-experience view of several assessments, worked out by hand."""

import pytest

from reports.method.change import figure, lived_line
from tests.assessment.method.build import scored

UNSAID = {f"mutuality-{number}": None for number in (1, 2, 3)}


def line(*views, **about):
    """Of Mutuality; every perspective a group's, of which any figure may be released."""
    return lived_line([scored(one, groups=True, **about) for one in views], "mutuality")


def test_it_is_the_mean_of_those_with_lived_experience():
    """(40 + 60) / 2 and (50 + 80) / 2; staff are others."""
    before = {"giving": (40, 0), "receiving": (60, 0), "staff": (90, 0)}
    after = {"giving": (50, 0), "receiving": (80, 0), "staff": (10, 0)}
    assert line(before, after) == [50, 65]


def test_who_was_not_asked_in_all_of_them_is_left_out():
    before, after = {"giving": (40, 0)}, {"giving": (50, 0), "receiving": (90, 0)}
    assert line(before, after) == [40, 50]
    assert line(before, after, {"receiving": (70, 0)}) == [None, None, None]


def test_it_rests_on_what_all_of_them_released():
    """Before, all four: (0 + 40 + 40 + 40) / 4 = 30; without the one that is lacking now, 40."""
    whole = scored({"giving": (40, 0)}, groups=True, single={"giving": {"mutuality-1": 0}})
    lacking = scored({"giving": (50, 0)}, groups=True, single={"giving": {"mutuality-1": None}})
    assert lived_line([whole], "mutuality") == [30]
    assert lived_line([whole, lacking], "mutuality") == [40, 50]


def test_one_statement_is_too_few():
    whole = scored({"giving": (40, 0)}, groups=True)
    one = scored({"giving": (40, 0)}, groups=True, single={"giving": UNSAID})
    assert lived_line([whole, one], "mutuality") == [None, None]


@pytest.mark.parametrize(("lived", "seen"), [(3, [40, 40]), (1, [None, None])])
def test_a_panel_stands_in_where_it_counts_in_all_of_them(lived, seen):
    """At least two, and half, of the room have lived experience."""
    results = [scored({"panel": (40, 0)}, panel=(5, number)) for number in (3, lived)]
    assert lived_line(results, "mutuality") == seen


def test_a_figure_of_nothing_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="no cell of mutuality"):
        figure(scored({"giving": (40, 0)}, groups=True), "giving", "mutuality", ())
