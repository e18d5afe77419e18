"""Every bundled instrument loads, and says what its readers need of it."""

import re
from dataclasses import replace
from functools import cached_property
from types import SimpleNamespace

import pytest

from questions import load
from questions.checks import worded_apart
from questions.entries import Fits
from questions.reading import BUNDLED, instrument_files, read_instrument

AVOIDED = (
    r"consumers?|peer specialists?|Medicaid|patients?|clients?|mentally ill|the vulnerable"
    r"|suffer\w*|compliance|fidelity|cured|RAG|and/or"
)


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.toml")), ids=lambda path: path.stem)
def test_every_bundled_file_loads_under_its_own_name(path):
    instrument = read_instrument(path)
    assert instrument.version == path.stem
    assert instrument_files(BUNDLED)[instrument.version] == path


def asked_of_respondents():
    return [
        pytest.param(text, id=f"{item.code} {name}")
        for item in load().all_items
        for name, text in (
            ("text", item.text),
            ("plain", item.plain),
            ("shorter", item.shorter),
        )
    ]


@pytest.mark.parametrize("text", asked_of_respondents())
def test_nothing_asked_holds_a_word_to_avoid(text):
    assert not re.search(rf"\b({AVOIDED})\b", text, re.IGNORECASE)


def test_statements_are_short_and_every_one_explains_itself_with_an_example():
    for item in load().all_items:
        assert len(item.text.split()) < 20, item.code
        assert "example" in item.plain.lower(), item.code
        assert item.text.endswith("."), item.code


def test_every_source_is_cited_or_a_seed():
    """A list that grows beyond what is drawn on would claim more reading than was done."""
    instrument = load()
    assert {"B10", "E12", "BW15", "FB12", "T12", "P10"} <= {s.code for s in instrument.sources}
    assert instrument.caution.startswith("Drafted from published work; not yet agreed or tested")
    assert instrument.caution.endswith("not a validated measure. Use it to talk, not to rank.")


def test_what_is_worded_otherwise_under_the_same_revision():
    """Over time such statements would be taken for one and the same."""
    ours = load()
    first, second, third = ours.all_items[:3]
    reworded = replace(first, text="In other words.")
    revised = replace(second, text="In other words.", revision=second.revision + 1)
    other = SimpleNamespace(item={one.code: one for one in (reworded, revised, third)})
    assert worded_apart(ours, other) == [first.code]
    assert worded_apart(ours, ours) == []


def test_a_mutual_group_is_asked_in_words_of_its_own():
    item = replace(
        load().all_items[0],
        text="To all.", shorter="Short.", plain="Because.", variants={"staff": "To staff."},
    )  # fmt: skip
    alike = replace(item, mutual=None, mutual_shorter=None, mutual_explanation=None)
    own = replace(item, mutual="To us.", mutual_shorter="Us.", mutual_explanation="We do.")
    assert [alike.text_for(who, mutual=True) for who in ("staff", "giving")] == [
        "To staff.", "To all.",
    ]  # fmt: skip
    assert (alike.shorter_for(mutual=True), alike.plain_for(mutual=True)) == ("Short.", "Because.")
    assert own.text_for("staff", mutual=True) == "To us."
    assert own.text_for("staff", mutual=False) == "To staff."
    assert (own.shorter_for(mutual=True), own.plain_for(mutual=True)) == ("Us.", "We do.")
    assert (own.shorter_for(mutual=False), own.plain_for(mutual=False)) == ("Short.", "Because.")


@pytest.mark.parametrize(
    ("fits", "mutual", "suits"),
    [
        (Fits.ALL, True, True), (Fits.ALL, False, True),
        (Fits.MUTUAL, True, True), (Fits.MUTUAL, False, False),
        (Fits.EMPLOYED, True, False), (Fits.EMPLOYED, False, True),
    ],
)  # fmt: skip
def test_an_action_suits_a_mutual_group_or_those_with_staff(fits, mutual, suits):
    action = replace(load().mechanisms[0].actions[0], fits=fits)
    assert action.suits(mutual=mutual) is suits


def test_of_a_word_that_is_a_level_and_a_profile_the_level_is_meant():
    ours = load()
    both = {one.name for one in ours.levels} & {one.name for one in ours.profiles}
    assert both == {"Not enough evidence"}
    (level,) = [one for one in ours.levels if one.name in both]
    assert ours.meaning["Not enough evidence"] is level
    kinds = (ours.profiles, ours.levels, ours.marks, ours.confidences)
    assert all(one.name in ours.meaning for words in kinds for one in words)


def test_the_cuts_are_where_a_figure_turns():
    thresholds = replace(load().thresholds, low=40, high=70)
    assert thresholds.cuts == (40, 70)


@pytest.mark.parametrize("whole", [load(), load().shape], ids=["instrument", "shape"])
def test_what_is_looked_up_often_is_worked_out_once(whole):
    """On a copy that nobody has asked yet, whatever ran before."""
    new = replace(whole)
    worked_out = {
        name
        for part in type(new).__mro__
        for name, found in vars(part).items()
        if isinstance(found, cached_property)
    }
    assert worked_out
    for name in worked_out:
        assert getattr(new, name) is getattr(new, name)
        assert getattr(new, name) == getattr(whole, name)


def test_a_principle_has_a_plain_name_where_the_instrument_gives_one():
    principle = load().principles[0]
    assert principle.name_in(shorter=True) == "Help goes both ways"
    assert principle.name_in(shorter=False) == "Mutuality"
    assert replace(principle, plain_name=None).name_in(shorter=True) == "Mutuality"
