"""What the charts over time say, worked out by hand."""

import pytest

from questions import Kind
from reports.years.charts.over_time import OVER_TIME_CHARTS
from tests.reports.years.over_time_cast import EVENTS, STORIES, results, tell

WHEN = "20 November 2024 to 15 November 2025."
SEEN = ", where one of 10 or more could have been seen"


def rated(people=None, **ratings):
    """Everybody rates 2, and some principles otherwise."""

    def rate(_, item, __):
        rating = ratings.get(item.code.rsplit("-", 1)[0], 2)
        return 1 if item.kind is Kind.WARNING else rating

    return results(rate, people or {"receiving": 20})


def say(name, *assessments, **of):
    return OVER_TIME_CHARTS[name].sentence(tell(*assessments, **of))


def test_what_changed_rose_or_fell():
    assert say("then-and-now", rated(), rated(sharing=3, respect=1)) == (
        f"{WHEN} Changed: sharing (receiving) rose from 50 to 75, respect (receiving) fell from "
        f"50 to 25. No clear change in 10 of 12 figures{SEEN}."
    )


def test_a_possible_change_neither_rose_nor_fell():
    """Nine people have no rough range, so nothing can be called changed."""
    nine = {"receiving": 9}

    assert say("change", rated(nine), rated(nine, sharing=4)) == (
        f"{WHEN} Possible change: sharing (receiving) from 50 to 87. "
        "No clear change in 11 of 12 figures."
    )


def test_no_clear_change():
    assert say("change", rated(), rated()) == f"{WHEN} No clear change in any figure{SEEN}."


def test_many_changes_are_counted():
    more = dict.fromkeys(("mutuality", "solidarity", "synergy", "sharing", "hopefulness"), 3)

    assert say("change", rated(), rated(**more, respect=1, stigma=1)) == (
        f"{WHEN} Changed: 5 figures rose and 2 figures fell. "
        f"No clear change in 5 of 12 figures{SEEN}."
    )
    assert "Changed: 6 figures rose and 1 figure fell." in say(
        "change", rated(), rated(**more, respect=3, stigma=1)
    )


def test_the_radar_speaks_of_lived_experience_alone():
    both = {"receiving": 20, "staff": 20}

    assert say("then-and-now", rated(both), rated(both)).endswith(
        f"No clear change in any figure{SEEN}."
    )
    moved = say(
        "change", STORIES["two"].assessments[0].results, STORIES["two"].assessments[1].results
    )
    assert "(staff)" not in say(
        "then-and-now", *(one.results for one in STORIES["two"].assessments)
    )
    assert "of 63 figures" in moved


def test_nothing_to_compare():
    for name in OVER_TIME_CHARTS:
        said = OVER_TIME_CHARTS[name].sentence(STORIES["nothing shared"])
        assert "Nothing can be compared: too few of the same statements" in said


def test_the_line_sets_the_first_beside_the_last():
    said = say("line", rated(), rated(sharing=0), rated(sharing=3), events=EVENTS[:1])

    assert said == (
        "20 November 2024 to 10 November 2026. The first beside the last of 3 "
        "self-assessments. Changed: "
        f"sharing (receiving) rose from 50 to 75. No clear change in 11 of 12 figures{SEEN}. "
        "Marked: 1 dated event."
    )
    assert (
        OVER_TIME_CHARTS["line"]
        .sentence(STORIES["three"])
        .endswith(" Marked: 3 dated events and 1 action taken.")
    )


@pytest.mark.parametrize("name", OVER_TIME_CHARTS)
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_nothing_is_called_better_or_worse(story, name):
    said = OVER_TIME_CHARTS[name].sentence(story).lower()

    assert not {"improved", "better", "worse", "declined"} & set(said.split())
    if "changed:" not in said:
        assert not {"rose", "fell"} & set(said.split())
