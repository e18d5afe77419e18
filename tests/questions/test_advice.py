"""What ``check_instrument`` says beside faults: nothing of the bundled file."""

import copy
import tomllib

import pytest

from questions import Instrument, load
from questions.advice import advice, texts
from questions.grades import grade, sentences, syllables
from questions.reading import BUNDLED, DEFAULT_VERSION, build

TABLE = tomllib.loads((BUNDLED / f"{DEFAULT_VERSION}.toml").read_text(encoding="utf-8"))


def advised(change):
    table = copy.deepcopy(TABLE)
    change(table)
    return list(advice(build(Instrument, table, "the file")))


def test_nothing_is_said_of_the_bundled_instrument():
    assert list(advice(load())) == []
    assert len(list(texts(load()))) > 400


@pytest.mark.parametrize(
    ("key", "words", "limit"),
    [
        ("text", "Organisational intermediaries operationalise reciprocity collaboratively.", 8),
        ("shorter", "Everybody contributes something valuable to everybody.", 5),
        ("plain", "For example, intermediaries collaboratively operationalise it.", 9),
    ],
)
def test_hard_words_are_named_with_their_grade(key, words, limit):
    (said,) = advised(lambda t: t["principles"][0]["items"][0].update({key: words}))
    assert said.startswith(f"mutuality-1, {key}: reading grade ")
    assert f"and {limit} or less is wanted: '{words}'" in said


def test_a_statement_turned_round_is_named():
    (said,) = advised(
        lambda t: t["principles"][0]["items"][4].update(
            text=t["principles"][0]["items"][0]["text"].replace("People", "No people")
        )
    )
    assert said.startswith("mutuality-w1: it turns mutuality-1 round")


def test_a_source_that_nothing_rests_on_is_named():
    (said,) = advised(
        lambda t: t["sources"].append({"code": "X99", "citation": "A paper", "read": "part"})
    )
    assert said == "sources, X99: nothing rests on it"


@pytest.mark.parametrize(
    ("word", "count"),
    [("time", 1), ("people", 2), ("needed", 2), ("asked", 1), ("experience", 4), ("NHS", 3),
     ("everybody", 4), ("safety", 2), ("mutual", 3), ("patient", 2), ("doesn't", 2), ("a", 1)],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_the_grade_by_hand():
    """Five words in one sentence, six syllables: 0.39 x 5 + 11.8 x 6 / 5 - 15.59 = 0.52."""
    assert grade("People can say no here.") == pytest.approx(0.39 * 5 + 11.8 * 6 / 5 - 15.59)
    assert sentences("One. Two! Three?") == 3
    assert grade("") == 0
