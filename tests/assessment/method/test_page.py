"""docs/method.md's tables are what the code, the instrument and the naive method have."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from assessment.method.blur import CHANCES, OF, step_at
from assessment.method.confidence import Confidence
from assessment.method.doors import Door
from assessment.method.levels import ONE_RUNG_UP, TABLE, Level
from assessment.method.numbers import beside, half_up, one_decimal
from assessment.method.ranges import BLUR
from assessment.method.structure import Mark, Profile
from questions import Kind, Length
from questions.entries import StandardClass
from tests.assessment.method.build import INSTRUMENT, PRINCIPLES
from tests.assessment.method.page import (
    WORDS,
    answers,
    codes,
    figure,
    figures,
    table,
    tables,
    vectors,
)
from tests.naive import arithmetic, contract
from tests.naive.answers import items_of
from tests.naive.cells import ends

TESTS = Path(__file__).parents[2]
TYPED = re.compile(r'[\[(]((?:\s*"?\w+"?,){5,}\s*"?\w+"?,?\s*)[\])]')
WORD = re.compile(r"\w+")
LIST = re.compile(r"(?:(?:\d+|DK|NA|blank|-) ?){6,}")  # of so many; a shorter one may be anything
CUTS, SHAPE = INSTRUMENT.thresholds, INSTRUMENT.shape


def test_no_vector_is_typed_again():
    """Where a test needs one it reads the page, so that the two cannot part."""
    rows = [row for headers, found in tables() if headers[0] == "#" for row in found]
    texts = [text for row in rows for text in row.values() if LIST.fullmatch(text)]
    vectors_of_page = {found for text in texts if len(set(found := tuple(text.split()))) > 1}
    assert len(vectors_of_page) > 8
    for path in TESTS.rglob("*.py"):
        typed = {tuple(WORD.findall(one)) for one in TYPED.findall(path.read_text("utf-8"))}
        assert not vectors_of_page & typed, path


def test_every_vector_is_there():
    """Take a line out of the page, and this says so."""
    labels = vectors()
    (said,) = re.findall(r"(\d+) of them", WORDS)
    assert len(labels) == len(set(labels)) == int(said)
    numbers = {int(re.match(r"\d+", label).group()) for label in labels}
    assert numbers == {*range(1, 29)}


# Display


@pytest.mark.parametrize("row", table("Figure", "Read by"), ids=lambda row: row["Figure"])
def test_how_figures_are_shown(row):
    shown, cuts = figure(row["Figure"]), figures(row["Read by"])
    assert half_up(shown, 2) == figure(row["JSON"])
    assert one_decimal(shown, cuts) == figure(row["Spreadsheet"])
    assert beside(shown, cuts) == row["Page"]
    exact = Fraction(row["Figure"])
    assert arithmetic.figure(exact) == figure(row["JSON"])
    assert arithmetic.in_a_spreadsheet(exact, cuts) == figure(row["Spreadsheet"])
    assert arithmetic.on_a_page(exact, cuts) == row["Page"]


# 1 and 2


def labels(values: str) -> tuple[str, ...]:
    """'0 Not at all, 1 A little': five labels."""
    return tuple(re.split(r",? ?\b[0-4] ", values)[1:])


def test_what_is_rated():
    practice, warning, standards, facts, pyramid = table("Part", "Who answers")
    scales = INSTRUMENT.scales
    assert labels(practice["Values"]) == scales.practice.labels
    assert labels(warning["Values"]) == scales.warning.labels
    assert labels(standards["Values"]) == scales.standard.labels
    assert labels(pyramid["Values"]) == scales.pyramid.labels
    said = (scales.fact.yes, scales.fact.no, scales.fact.does_not_apply, scales.fact.dont_know)
    assert facts["Values"] == ", ".join(said).lower()
    for row, kind in ((practice, Kind.PRACTICE), (warning, Kind.WARNING)):
        for column, length in (("How many", Length.FULL), ("In the short form", Length.SHORT)):
            asked = [item for item in INSTRUMENT.items(length) if item.kind is kind]
            principles, each = figures(row[column].replace(" x", ""))
            assert (len(PRINCIPLES), len(asked)) == (principles, principles * each)
    counts = (INSTRUMENT.standards, INSTRUMENT.facts, INSTRUMENT.layers)
    parts = (standards, facts, pyramid)
    assert [len(asked) for asked in counts] == [figure(row["How many"]) for row in parts]


def test_every_code_stands_on_the_page():
    rows = [codes(row["Codes"]) for row in table("What", "Codes")]
    principles, practice, warning, standards, facts, layers = rows
    endings = practice + warning
    assert (practice, warning) == (SHAPE.practice, SHAPE.warning)
    assert principles == PRINCIPLES == SHAPE.principles == tuple(contract.PRINCIPLES)
    asked = [f"{principle}-{ending}" for principle in principles for ending in endings]
    assert [item.code for item in INSTRUMENT.items(Length.FULL)] == asked == items_of("full")
    assert standards == SHAPE.standards == tuple(contract.STANDARDS)
    assert facts == SHAPE.facts == tuple(contract.FACTS)
    assert layers == SHAPE.layers == tuple(contract.LAYERS)
    assert standards == tuple(INSTRUMENT.standard)
    assert facts == tuple(INSTRUMENT.fact)
    assert layers == tuple(layer.code for layer in INSTRUMENT.layers)
    assert [codes(row["Layer"]) for row in table("Layer")] == [(layer,) for layer in layers]


def test_the_short_form():
    _, practice, warning, *_ = table("What", "Codes")
    endings = codes(practice["In the short form"]) + codes(warning["In the short form"])
    assert endings == SHAPE.short
    asked = [f"{principle}-{ending}" for principle in PRINCIPLES for ending in endings]
    assert [item.code for item in INSTRUMENT.items(Length.SHORT)] == asked == items_of("short")


def test_perspectives_and_their_sides():
    sides = {
        code: row["Side"] for row in table("Code", "Perspective") for code in codes(row["Code"])
    }
    assert sides == SHAPE.sides
    assert list(sides) == list(SHAPE.sides) == list(INSTRUMENT.perspective) == contract.PERSPECTIVES
    assert [code for code, side in sides.items() if side == "lived"] == contract.LIVED
    assert [code for code, side in sides.items() if side == "others"] == contract.OTHERS


# 3


def test_the_doors():
    rows = {Door(row["Door"]): row for row in table("Door", "How answers come")}
    assert set(rows) == set(Door)
    assert (CUTS.k, CUTS.k_open) == tuple(figure(rows[door]["k"]) for door in Door)
    assert {door: figure(row["s"]) for door, row in rows.items()} == BLUR
    for door, row in rows.items():
        said = {"k": figure(row["k"]), "blur": figure(row["Blur"]), "s": Fraction(row["s"])}
        assert contract.DOORS[door] == said


@pytest.mark.parametrize("row", table("Blur", "-3"), ids=lambda row: row["Blur"])
def test_the_chances_of_each_step(row):
    """Of the 32 places that five random bits tell, each step has as many as the page says."""
    blur = figure(row.pop("Blur"))
    chances = {figure(step): figure(count) for step, count in row.items() if count != "0"}
    (door,) = [door for door in Door if contract.DOORS[door]["blur"] == blur]
    places = [step_at(place, door) for place in range(OF)]
    assert {step: places.count(step) for step in places} == chances == contract.CHANCES[blur]
    assert CHANCES[door] == tuple(chances.values())
    # The standard deviation of the steps is s, and no step is likelier up than down.
    assert round(Fraction(sum(step**2 for step in places), OF) ** 0.5, 2) == BLUR[door]
    assert sum(places) == 0


def test_the_ends():
    few, many = (figures(f"{row['Lowest']} {row['Highest']}") for row in table("How many answered"))
    assert (CUTS.held_few, CUTS.held_many) == (few[0], many[0])
    assert (100 - CUTS.held_few, 100 - CUTS.held_many) == (few[1], many[1])
    assert (list(ends(CUTS.few_people - 1)), list(ends(CUTS.few_people))) == (few, many)


# 6


def test_the_table_of_levels():
    bands = {"low": 0, "mid": 1, "high": 2}
    for row in table("P \\ W"):
        practice = row["P \\ W"]
        for warning, band in bands.items():
            level = TABLE[bands[practice]][band]
            assert contract.TABLE[practice, warning] == row[warning] == level


def test_the_rungs():
    rows = {Level(row["Level"]): row for row in table("Level", "Rung")}
    up = {level: Level(row["One rung up"]) for level, row in rows.items()}
    assert up == {level: ONE_RUNG_UP.get(level, level) for level in rows} == contract.NEXT_RUNG
    assert {level: figure(row["Rung"]) for level, row in rows.items()} == contract.RUNG


# 7 and 8


def standards(text: str) -> tuple[str, ...]:
    return tuple(f"S{number:02}" for number in figures(text))


def numbers(found) -> tuple[str, ...]:
    return tuple(f"S{number:02}" for number in sorted(found))


def test_the_figures_of_structure():
    rows = {row["Figure"]: row for row in table("Figure", "Standards")}
    formal, rooted, support = (standards(rows[name]["Standards"]) for name in rows)
    assert list(rows) == ["FORMAL", "ROOTED", "SUPPORT"]
    assert formal == SHAPE.classes[StandardClass.FORMAL] == numbers(contract.FORMAL)
    assert rooted == SHAPE.classes[StandardClass.GROUNDING] == numbers(contract.GROUNDING)
    assert support == SHAPE.support == numbers(contract.SUPPORT)
    enabling = set(SHAPE.standards) - {*formal, *rooted}
    assert set(SHAPE.classes[StandardClass.ENABLING]) == enabling
    assert all(SHAPE.classes[kind] == INSTRUMENT.standards_of_class(kind) for kind in StandardClass)
    needs = {name: row["Needs"] for name, row in rows.items()}
    assert needs == {
        "FORMAL": f"{CUTS.formal_needs} of {len(formal)}",
        "ROOTED": f"{CUTS.rooted_needs} of {len(rooted)}",
        "SUPPORT": f"{CUTS.support_needs} of {len(support)}",
    }


def test_the_domains():
    said = {row["Domain"].partition(" ")[0]: standards(row["Standards"]) for row in table("Domain")}
    assert said == SHAPE.domains
    assert said == {code: numbers(found) for code, found in contract.DOMAINS.items()}
    domains = [domain.code for domain in INSTRUMENT.domains]
    assert said == {code: INSTRUMENT.standards_of_domain(code) for code in domains}


def test_the_mechanisms():
    rows = {row["M"]: row for row in table("M", "Mechanism")}
    assert list(rows) == list(SHAPE.mechanisms) == list(contract.MECHANISMS)
    assert list(rows) == [one.code for one in INSTRUMENT.mechanisms]
    for one in INSTRUMENT.mechanisms:
        row = rows[one.code]
        principles, items = row["Principles"].replace(",", "").split(), row["Warning items"].split()
        facts = re.findall(r"F\d\d", row["Facts"])
        assert (list(one.principles), list(one.items)) == (principles, items)
        assert [fact.code for fact in INSTRUMENT.facts_of(one.code)] == sorted(facts)
        shape = SHAPE.mechanisms[one.code]
        assert [*shape.principles, *shape.items, *shape.facts] == [*principles, *items, *facts]
        assert contract.MECHANISMS[one.code] == tuple(map(" ".join, (principles, items, facts)))


def test_the_words_of_section_6_7_8_and_9():
    """Every level, profile, mark and confidence of the shape is named on the page."""
    assert list(SHAPE.levels) == contract.LEVELS == [str(level) for level in Level]
    words = [*SHAPE.profiles, *SHAPE.marks, *SHAPE.confidences]
    assert words == [*map(str, Profile), *map(str, Mark), *map(str, Confidence)]
    assert not [word for word in words if f"*{word}*" not in WORDS]


def test_an_answer_of_the_page():
    assert answers("3 DK NA blank -") == [3, "DK", "NA", None, None]
