"""How a mark reads: its full standing, what would clear it, what is suggested, what comes first."""

from dataclasses import replace

import pytest

from assessment.method import mark
from assessment.method.levels import Level, zone
from questions.entries import ActionKind
from tests.assessment.method.build import INSTRUMENT, scored


def mutuality(views, **about):
    """Of groups, whose figures may lie a hundredth beside a cut."""
    return mark(scored(views, groups=True, **about)).principles["mutuality"]


def asked_alone(views, **about):
    """Of people who answered alone."""
    return mark(scored(views, **about)).principles["mutuality"]


def test_only_a_risk_is_confirmed_or_not():
    one_side = {"giving": (10, 80), "partner": (60, 30)}
    two_sides = {"giving": (10, 80), "partner": (50, 50)}
    assert mutuality(one_side).standing == "At risk, not yet confirmed, borderline"
    assert mutuality(two_sides).standing == "At risk, seen from two or more sides"
    assert mutuality({"giving": (70, 10)}).standing == "Holding"
    assert mutuality({"giving": (63, 10)}).standing == "Holding, borderline"


@pytest.mark.parametrize(
    ("p", "w", "kinds"),
    [
        (20, 80, {ActionKind.PROTECT, ActionKind.BUILD}),
        (70, 40, {ActionKind.PROTECT, ActionKind.BUILD}),
        (50, 10, {ActionKind.BUILD}),
        (20, 10, {ActionKind.BUILD}),
        (70, 10, set()),
        (70, None, set()),
    ],
)
def test_what_is_marked_is_protected_and_what_is_weak_is_built(p, w, kinds):
    assert {action.kind for action in mutuality({"giving": (p, w)}).actions} == kinds


@pytest.mark.parametrize(
    ("p", "w", "staff", "said"),
    [
        (62.5, 37.49, 82.49, []),
        (62.49, 37.49, 62.49, ["practice statements"]),
        (62.5, 37.5, 62.5, ["warning signs"]),
        (62.5, 37.49, 82.5, ["gap"]),
        (30, 80, 90, ["practice statements", "warning signs", "gap"]),
    ],
)
def test_what_would_clear_it(p, w, staff, said):
    clears = mutuality({"giving": (p, w), "staff": (staff, 0)}).clears
    assert len(clears) == len(said)
    assert all(words in sentence for words, sentence in zip(said, clears, strict=True))


def test_what_would_clear_a_fact_and_a_lack_of_answers():
    fact, lack = mutuality({"staff": (70, 10)}, facts={"F09": "yes"}).clears
    assert "no longer true" in fact
    assert "Enough answers" in lack


@pytest.mark.parametrize(
    ("views", "mutual", "who"),
    [
        ({"giving": (50, 50)}, False, "Most of those who rated it together"),
        ({"panel": (50, 50)}, False, "Most of those who rated it together"),
        ({"receiving": (50, 50)}, True, "Most of you"),
    ],
)
def test_groups_read_what_would_clear_it_in_the_words_of_an_answer(views, mutual, who):
    practice, warning = mutuality(views, panel=(4, 2), mutual=mutual).clears
    assert practice.startswith(f"{who} would choose Mostly or Fully")
    assert "62.5 or more (now 50)" in practice
    assert warning.startswith(f"{who} would choose A little or Not at all")
    assert "below 37.5 (now 50)" in warning


def test_people_who_answered_alone_read_it_in_figures():
    practice, warning = asked_alone({"giving": (50, 50)}).clears
    assert practice.endswith("practice statements reaches 62.5 or more (now 50).")
    assert warning.endswith("warning signs falls below 37.5 (now 50).")


def test_one_who_answered_alone_is_enough_for_figures_on_that_axis():
    """The panel speaks for the warning signs only: nobody else has any."""
    practice, warning = asked_alone({"giving": (50, None), "panel": (90, 50)}, panel=(4, 2)).clears
    assert practice.startswith("The lived-experience view")
    assert warning.startswith("Most of those who rated it together")


# What moved a Holding


@pytest.mark.parametrize(
    ("views", "facts", "what"),
    [
        ({"receiving": (70, 30), "partner": (30, 10)}, (), ["partner user-led groups (30)"]),
        (
            {"giving": (70, 30), "receiving": (70, 30), "partner": (90, 90)},
            (),
            ["the warning signs that partner user-led groups find (90)"],
        ),
        ({"receiving": (70, 30), "giving": (20, None)}, (), ["people who give peer support (20)"]),
        ({"giving": (70, 30), "staff": (90, 10)}, (), ["higher others rate it (20.0)"]),
        ({"giving": (70, 30)}, ("F09",), ["fact F09"]),
        (
            {"receiving": (70, 30), "giving": (20, None), "staff": (80, 10)},
            ("F09", "F10"),
            ["people who give", "higher others rate it (35)", "fact F09 and fact F10"],
        ),
        # The partners rate it well, and are no reason.
        ({"receiving": (70, 30), "giving": (20, None), "partner": (80, 10)}, (), ["who give"]),
    ],
)
def test_what_moved_a_holding_comes_first(views, facts, what):
    found = asked_alone(views, facts=dict.fromkeys(facts, "yes"))
    first, *rest = found.reasons
    assert f"read as Holding. What makes it {found.level}: " in first
    places = [first.index(words) for words in what]
    assert places == sorted(places)
    assert ("partner" in first) == any("partner" in words for words in what)
    assert not any("What makes it" in reason for reason in rest)


@pytest.mark.parametrize(
    ("views", "moved"),
    [
        ({"receiving": (62.5, 37.49), "partner": (62.49, 10)}, True),
        ({"receiving": (62.49, 37.49), "partner": (10, 10)}, False),  # reads Watch itself
        ({"receiving": (62.5, 37.5), "partner": (10, 10)}, False),
        ({"receiving": (62.5, 37.49)}, False),  # nothing moved it
        ({"receiving": (62.5, None), "partner": (10, 10)}, False),  # has one score only
        ({"receiving": (70, 30), "giving": (50, 30)}, False),  # one of them reads Watch
        ({"receiving": (62.5, 37.49), "staff": (82.5, 10)}, True),
        ({"receiving": (62.5, 37.49), "staff": (82.49, 10)}, False),
        ({"partner": (90, 10), "staff": (10, 10)}, False),
    ],
)
def test_both_sides_of_what_moved_a_holding(views, moved):
    assert any("What makes it" in reason for reason in mutuality(views).reasons) is moved


def test_figures_beside_a_cut_have_a_decimal_wherever_they_are_read():
    said = " ".join(mutuality({"receiving": (62.47, 36.97), "staff": (82.47, 0)}).reasons)
    assert "rate it 62.4; they" in said
    assert "true (37.0)" in said
    assert "The lived-experience view is 62.4" in said
    assert "20.0 higher than the lived-experience view (82 against 62.4)" in said
    assert "higher" not in " ".join(
        mutuality({"receiving": (62.47, 36.97), "staff": (82.44, 0)}).reasons
    )


@pytest.mark.parametrize(("figure", "expected"), [(37.49, 0), (37.5, 1), (62.49, 1), (62.5, 2)])
def test_the_bands_as_they_stand(figure, expected):
    assert zone(figure, INSTRUMENT.thresholds) == expected


def test_what_is_holding_comes_first_and_what_is_not_known_last():
    axes = {
        "mutuality": (70, None),
        "solidarity": (20, 10),
        "synergy": (50, 10),
        "sharing": (70, 50),
        "companionship": (20, 50),
        "hopefulness": (70, 10),
    }
    order = mark(scored({"giving": axes})).in_reading_order()
    assert [one.level for one in order[:5]] == [
        Level.HOLDING,
        Level.AT_RISK,
        Level.UNDER_PRESSURE,
        Level.WATCH,
        Level.UNDER_DEVELOPED,
    ]
    assert {one.level for one in order[5:]} == {Level.NOT_ENOUGH}
    assert len(order) == 12


def test_a_statement_as_a_mutual_group_was_asked_it():
    asked = INSTRUMENT.item["mutuality-1"]
    own = replace(asked, mutual="We give and we take.")
    plain = scored({"giving": (40, 0)}, groups=True)
    mutual = replace(plain, about=replace(plain.about, mutual=True))
    assert [one.text_for_all(own) for one in (plain, mutual)] == [asked.text, own.mutual]
    assert mutual.text_for_all(replace(asked, mutual=None)) == asked.text
