"""What the charts of a comparison say, worked out by hand."""

from dataclasses import replace

import pytest

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.charts.catalogue import COMPARISON_CHARTS
from comparing.method.comparing import HeldBack
from comparing.wording.figures_compared import rows_of
from reports.programmes.programmes_chart import programmes_sentence
from tests.comparing.charts.compared_cast import COMPARED, KEYS, beside, flat, member
from tests.reports.one.charts.cast import CAST, always, assessed


def say(name, comparison):
    return COMPARISON_CHARTS[name].sentence(comparison)


def with_values(figures, **values):
    """Some principles otherwise: mutuality=30."""
    moved = {("principles", code.replace("_", "-")): value for code, value in values.items()}
    return replace(figures, values={**figures.values, **moved})


def among(own, others, **of):
    everybody = [member(0, figures=own), *(member(n + 1, figures=f) for n, f in enumerate(others))]
    return beside(everybody, **of)


# Their thirds are at 33.3 and 66.7 or so, far from 50.
TWELVE = [flat(float(value)) for value in (5, 10, 15, 20, 40, 45, 55, 60, 80, 85, 90, 95)]


def test_thirds():
    own = with_values(flat(50.0), mutuality=1.0, respect=99.0, equality=100.0)

    assert say("principles", among(own, TWELVE)) == (
        "Beside 12 others, your own lies in their upper third on equality and respect; in their "
        "middle third on 9 principles; in their lower third on mutuality."
    )


def test_one_place_for_all():
    assert say("principles", among(flat(50.0), TWELVE)) == (
        "Beside 12 others, your own lies in their middle third on 12 principles."
    )


def test_beside_the_mean_where_there_are_too_few_for_thirds():
    own = with_values(flat(50.4), mutuality=49.0, respect=None, equality=60.0)

    assert say("principles", among(own, [flat(50.0)] * 5)) == (
        "Beside 5 others, your own lies above their mean on equality; at their mean on 9 "
        "principles; below their mean on mutuality. You have no figure of your own on respect."
    )


def test_some_have_no_figure():
    others = [flat(50.0)] * 4 + [with_values(flat(50.0), synergy=None)]

    assert say("principles", among(flat(60.0), others)) == (
        "Beside 5 others, your own lies above their mean on 11 principles. The others are not "
        "shown on synergy: too few of them have a figure."
    )


def test_how_many_others_where_it_differs():
    others = [flat(50.0)] * 5 + [with_values(flat(50.0), synergy=None)]

    assert say("principles", among(flat(60.0), others)).startswith("Beside 5 to 6 others, ")


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "there is none"), (1, "there is 1"), (4, "there are 4")]
)
def test_too_few_others(count, expected):
    assert say("principles", among(flat(50.0), [flat(50.0)] * count)) == (
        f"Too few of the others have figures to say anything of them: a mean needs 5, {expected}."
    )


def test_too_few_organisations():
    assert say("domains", COMPARED["nobody"]) == (
        "Too few organisations have figures to say anything of them: a mean needs 5, there is none."
    )


def test_what_is_held_back_is_said():
    hidden = among(flat(50.0), TWELVE, held_back=HeldBack(KEYS))
    partly = among(flat(50.0), TWELVE, held_back=HeldBack(KEYS[:1]))
    why = "fewer than 3 organisations differ from figures that were published before"

    assert say("principles", hidden) == f"Nothing is told of the others: {why}."
    assert say("principles", partly).endswith(f" The others are not shown on mutuality: {why}.")


def test_named_alone():
    everybody = [member(n, named=n < 7, figures=flat(50.0)) for n in range(9)]

    assert say("principles", beside(everybody)).endswith(
        " Only those who share by name are counted, because few share anonymously."
    )


def test_the_collaborations_own_view():
    everybody = [member(n, figures=with_values(one, respect=77.0)) for n, one in enumerate(TWELVE)]
    everybody[0] = member(0, figures=with_values(everybody[0].figures, equality=1.0))

    assert say("principles", beside(everybody, None)) == (
        "The mean of 12 organisations is highest on respect (77) and lowest on 11 principles (50). "
        "The middle half of them is widest apart on mutuality (19 to 81), closest on respect "
        "(77 to 77)."
    )
    alike = [member(n, figures=flat(50.0)) for n in range(6)]
    assert say("principles", beside(alike, None)) == (
        "The mean of 6 organisations is 50 on 12 principles."
    )


def test_mechanisms():
    others = [flat(50.0, status=Status.PRESENT)] * 7 + [flat(50.0, status=Status.SIGNS)] * 5
    few = [flat(50.0)] * 5

    assert say("mechanisms", among(flat(50.0), others)) == (
        "Beside 12 others, your own lies in their upper third on 9 mechanisms. "
        "Most often Present: 9 mechanisms (7 of 12 others). Your own: 9 Signs. "
        "A higher score means more warning signs."
    )
    assert say("mechanisms", among(flat(50.0), few)) == (
        "Beside 5 others, your own lies at their mean on 9 mechanisms. Your own: 9 Signs. "
        "A higher score means more warning signs."
    )


def test_levels():
    others = [flat(50.0, Level.AT_RISK)] * 4 + [flat(50.0, Level.WATCH)] * 8
    own = flat(50.0, Level.HOLDING)
    others[0] = replace(others[0], levels={**others[0].levels, "respect": Level.HOLDING})

    assert say("levels", among(own, others)) == (
        "Of 12 others: Holding is most frequent on respect (1); At risk is most frequent on "
        "11 principles (4). Your own: 12 Holding."
    )
    assert say("levels", among(own, [flat(50.0)] * 12)) == (
        "Of 12 others: Holding is found nowhere; At risk is found nowhere. Your own: 12 Holding."
    )
    assert say("levels", among(own, others[:11])) == (
        "How many of the others show each level is not told: that needs 12 others. "
        "Your own: 12 Holding."
    )


def test_levels_that_are_held_back():
    assert say("levels", among(flat(50.0), TWELVE, held_back=HeldBack(KEYS))).startswith(
        "How many of the others show each level is not told: fewer than 3 organisations differ"
    )


def test_named():
    three = [member(n, named=True, figures=flat(50.0, Level.AT_RISK)) for n in range(3)]
    three[2] = member(2, named=True, figures=flat(50.0, Level.HOLDING))

    assert say("named", beside(three)) == (
        "3 organisations share by name. Their levels: 12 Holding and 24 At risk. "
        "Most often At risk: 12 principles (2 of 3)."
    )
    assert say("named", beside(three[2:])) == (
        "1 organisation shares by name. Its levels: 12 Holding."
    )
    assert say("named", COMPARED["anonymous"]) == (
        "Nobody shares by name in this round, so no organisation's own levels are shown."
    )


def test_programmes():
    weak, pressed = assessed(always(0)), assessed(always(4))

    assert programmes_sentence([]) == "No programme has a closed assessment yet."
    assert programmes_sentence([("One", weak)]) == "1 programme. Its levels: 12 Under-developed."
    assert programmes_sentence([("One", CAST["nothing at all"]), ("Two", pressed)]) == (
        "2 programmes. Their levels: 12 Under pressure and 12 Not enough evidence."
    )


@pytest.mark.parametrize("name", COMPARISON_CHARTS)
@pytest.mark.parametrize("comparison", COMPARED.values(), ids=COMPARED)
def test_nobody_is_ranked_or_judged(comparison, name):
    said = say(name, comparison).lower()

    assert said.endswith(".")
    assert not {"worse", "better", "best", "worst", "rank", "none "} & set(said.split())
    for anonymous in ("riverside", "lantern", "member"):
        assert anonymous not in said


@pytest.mark.parametrize("part", ["principles", "domains", "structure", "mechanisms"])
def test_every_figure_has_a_name(part):
    rows = rows_of(COMPARED["lifelike"], part)

    assert [row.key[1] for row in rows] == list(COMPARED["lifelike"].part(part))
    assert all(row.name and row.short and "," not in row.short for row in rows)
