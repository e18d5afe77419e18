"""What each chart says in words, next to the figures it rests on."""

import dataclasses
import re

import pytest

from assessment.method.language import few, listed, lower
from assessment.method.numbers import whole
from questions import Kind
from reports.one.charts import CHARTS
from reports.wording.principles_said import parted_sentence
from tests.reports.one.charts.cast import CAST, PRINCIPLES, always, assessed, stated


def rated(**ratings):
    """A rate by principle and side: mutuality=(lived, others), the rest 2."""

    def rate(side, item, _):
        lived, others = ratings.get(item.code.rsplit("-", 1)[0].replace("-", "_"), (2, 2))
        rating = others if side in ("staff", "commissioner") else lived
        return 1 if item.kind is Kind.WARNING and rating is not None else rating

    return rate


def say(name, marked):
    return CHARTS[name].sentence(marked)


def test_principles_names_the_ends_and_the_widest_gap():
    marked = assessed(rated(companionship=(3, 4), equality=(1, 3), respect=(2, 1)))

    assert say("principles", marked) == (
        "People with lived experience rate companionship highest (75) and equality lowest (25); "
        "staff and commissioners rate 2 of 12 higher, equality by 50, and 1 lower."
    )


def test_principles_where_others_rate_everything_higher():
    marked = assessed(rated(**{code.replace("-", "_"): (1, 2) for code in PRINCIPLES}))

    assert say("principles", marked) == (
        "People with lived experience rate every principle alike (25); "
        "staff and commissioners rate every principle higher, mutuality by 25."
    )


def test_principles_where_others_rate_lower_or_alike():
    lower_one = assessed(rated(stigma=(3, 2)))

    assert say("principles", lower_one).endswith("rate 1 of 12 lower, less stigma by 25.")
    assert say("principles", assessed(rated())).endswith("staff and commissioners rate them alike.")


def parted(people=None, **receiving):
    """Where people who receive say otherwise than those who give, who rate everything 2."""

    def rate(side, item, _):
        code = item.code.rsplit("-", 1)[0].replace("-", "_")
        return receiving.get(code, 2) if side == "receiving" else 2

    return parted_sentence(assessed(rate, *([people] if people else [])))


def test_where_those_who_receive_and_those_who_give_part():
    """A mean of both would be true of neither, and whoever receives would not find themselves."""
    assert parted() == ""
    assert parted(equality=1) == (
        "People who receive peer support rate equality lower than people who give peer support, "
        "by 25."
    )
    assert parted(equality=1, respect=0, hopefulness=3) == (
        "People who receive peer support rate equality and respect lower than people who give peer "
        "support, respect by 47; hopefulness higher, by 25."
    )
    assert parted({"receiving": 12, "staff": 12}, equality=0) == ""


@pytest.mark.parametrize(("apart", "said"), [(19.99, False), (20.0, True)])
def test_they_part_from_the_gap_on(apart, said):
    marked = assessed(rated())
    first = next(iter(marked.principles.values()))
    scores = {
        "giving": dataclasses.replace(first.scores["giving"], practice=60.0),
        "receiving": dataclasses.replace(first.scores["receiving"], practice=60.0 - apart),
    }
    changed = dataclasses.replace(first, scores=first.scores | scores)
    principles = {**marked.principles, first.principle.code: changed}
    found = parted_sentence(dataclasses.replace(marked, principles=principles))
    assert bool(found) is said
    assert not said or found.endswith("by 20.0.")


def test_principles_names_who_speaks_alone():
    said = say("principles", assessed(rated(respect=(3, 3)), {"receiving": 8}))

    assert said == (
        "People who receive peer support rate respect highest (75) and 11 principles lowest (50)."
    )


def test_principles_names_what_is_missing():
    marked = assessed(rated(synergy=(None, 2), respect=(None, 2)))

    assert say("principles", marked).endswith(
        " Not enough answers for a lived-experience view of synergy and respect."
    )


def test_principles_without_lived_experience_or_anybody():
    assert say("principles", CAST["only staff"]).startswith(
        "There are not enough answers for a lived-experience view. Other staff and managers rate "
    )
    assert say("principles", CAST["nothing at all"]) == (
        "There are not enough answers yet to show either view of the twelve principles."
    )


@pytest.mark.parametrize("case", ["lifelike", "short length", "some missing", "withheld"])
def test_the_figures_named_are_those_of_the_views(case):
    marks = CAST[case].principles.values()
    figures = [one.views.practice for one in marks if one.views.practice is not None]
    gaps = [one.views.gap for one in marks if one.views.gap is not None]
    said = say("principles", CAST[case])

    assert f"highest ({whole(max(figures))})" in said
    assert f"lowest ({whole(min(figures))})" in said
    assert f"by {whole(max(gaps))}" in said


def test_standards():
    marked = assessed(people={}, own_part=stated(3))
    assert say("standards", marked) == "Every domain scores 75."

    one_low = dict(marked.structure.domains, B=25.0, G=None)
    structure = dataclasses.replace(marked.structure, domains=one_low)
    assert say("standards", dataclasses.replace(marked, structure=structure)) == (
        "5 domains score highest (75) and training lowest (25). "
        "Not enough standards are rated to score evaluation and tools."
    )
    assert say("standards", CAST["nothing at all"]) == (
        "Not enough standards are rated to score any of the seven domains."
    )


def test_who_rates_a_few_standards_is_told_nothing_of_the_rest():
    marked = assessed(people={}, own_part=stated(3))
    few = dataclasses.replace(
        marked.structure, formal=None, domains=dict(marked.structure.domains, B=None)
    )
    assert "Not enough" not in say("standards", dataclasses.replace(marked, structure=few))


def test_the_map_never_stands_without_its_counts():
    for marked in CAST.values():
        assert re.search("principles, | principles holds?; ", say("map", marked))
        assert " At risk of professionalisation" in say("map", marked)
    assert say("map", CAST["all 0"]).startswith("Structure is 0 and essence 2: Early days.")
    assert say("map", CAST["all 0"]).endswith("Beside the profile: Unrooted and Unsupported.")


def test_the_map_says_which_figure_is_missing():
    structure = "structure is missing (fewer than 7 of its 10 standards are rated)"
    essence = "essence is missing (fewer than 8 principles have a lived-experience view)"

    assert say("map", CAST["mutual group"]).startswith(
        f"They cannot be set side by side: {structure}. 0 of 12 principles hold;"
    )
    assert say("map", CAST["only staff"]).startswith(
        f"They cannot be set side by side: {essence}. Not"
    )
    assert say("map", CAST["nothing at all"]).startswith(
        f"They cannot be set side by side: {structure} and {essence}. Not enough evidence."
    )


def test_perspectives_differ_most_and_least():
    marked = assessed(
        rated(equality=(1, 3), solidarity=(2, 2)), {"giving": 10, "staff": 10, "receiving": 3}
    )

    assert say("perspectives", marked) == (
        "Views differ most on equality, from 25 (giving) to 75 (staff), and least on mutuality "
        "(50). Too few answered: receiving."
    )


def test_perspectives_that_agree_or_stand_alone_or_are_not_there():
    assert say("perspectives", assessed(rated())) == "Views differ by 0 on every principle."
    assert say("perspectives", assessed(rated(), {"staff": 6})) == (
        "Other staff and managers rate every principle alike (50)."
    )
    assert say("perspectives", assessed(rated(), {"giving": 4})) == (
        "No perspective has enough answers to show. Too few answered: giving."
    )
    unanswered = assessed(always("DK"), {"partner": 1})
    assert say("perspectives", unanswered).endswith("Too few statements rated: partner groups.")


def test_pyramid():
    assert say("pyramid", CAST["lifelike"]) == (
        "Strongest: paid peer support workers giving one-to-one support (Flourishing). Thinnest: "
        "informal peer support and service user groups, and matching by skills and experience "
        "(A little). Top-heavy: paid one-to-one support is rated well above informal support and "
        "self-help groups taken together. The trouble is the thin base, not the pay."
    )
    assert say("pyramid", CAST["all 0"]) == "Every layer: None."
    assert say("pyramid", CAST["nothing at all"]) == "No layer of the pyramid is rated."
    assert say("pyramid", CAST["mutual group"]).startswith(
        "Informal peer support and service user groups: Flourishing. Without a rating: more formal "
        "self-help groups (don't know); "
    )


def test_words():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a and b", "c"]) == "a and b, and c"
    assert listed([]) == ""
    assert few(["a"] * 4) == "4 principles"
    assert (lower("Less stigma"), lower("NHS rules"), lower("")) == ("less stigma", "NHS rules", "")
