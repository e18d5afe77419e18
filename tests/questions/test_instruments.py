"""Every bundled instrument loads, and says what its readers need of it."""

import re

import pytest

from questions import Kind, Length, load
from questions.entries import StandardClass
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


def test_the_two_forms_ask_what_method_section_1_says():
    instrument = load()
    assert len(instrument.items(Length.FULL)) == 72
    assert len(instrument.items(Length.SHORT)) == 36
    short = [item.code for item in instrument.items(Length.SHORT)]
    assert short[:3] == ["mutuality-1", "mutuality-2", "mutuality-w1"]
    warnings = [item for item in instrument.all_items if item.kind is Kind.WARNING]
    assert len(warnings) == 24


def test_classes_and_domains_are_those_of_method_section_7():
    instrument = load()

    def numbers(codes):
        return {int(code[1:]) for code in codes}

    by_class = {c: numbers(instrument.standards_of_class(c)) for c in StandardClass}
    assert by_class[StandardClass.FORMAL] == {1, 2, 3, 4, 5, 6, 13, 14, 22, 24}
    assert by_class[StandardClass.GROUNDING] == {9, 10, 11, 17, 18, 23}
    assert len(by_class[StandardClass.ENABLING]) == 9
    assert numbers(instrument.structure.support) == {6, 11, 13, 24}
    domains = {d.code: numbers(instrument.standards_of_domain(d.code)) for d in instrument.domains}
    assert domains == {
        "A": {1, 2, 22},
        "B": {3, 4, 5, 6, 25},
        "C": {13, 16, 24},
        "D": {7, 8, 15, 23},
        "E": {9, 10, 11, 17},
        "F": {18, 19, 20, 21},
        "G": {12, 14},
    }


def test_mechanisms_are_those_of_method_section_8():
    rows = {
        "M1": ("equality stigma", "equality-w1 stigma-w1", "F01"),
        "M2": ("sharing independence", "independence-w1 sharing-w2", "F02 F03"),
        "M3": ("strengths stigma", "strengths-w1 stigma-w2", "F04 F05 F16"),
        "M4": (
            "solidarity independence respect",
            "solidarity-w1 independence-w2 respect-w2",
            "F06 F07 F15",
        ),
        "M5": (
            "synergy hopefulness being-yourself",
            "synergy-w1 being-yourself-w1 hopefulness-w2",
            "F08",
        ),
        "M6": ("mutuality synergy equality", "mutuality-w1 synergy-w2 equality-w2", "F09 F10"),
        "M7": (
            "mutuality companionship being-yourself",
            "companionship-w1 mutuality-w2 being-yourself-w2",
            "F11",
        ),
        "M8": (
            "sharing hopefulness strengths",
            "sharing-w1 hopefulness-w1 strengths-w2",
            "F12",
        ),
        "M9": (
            "solidarity companionship respect",
            "respect-w1 solidarity-w2 companionship-w2",
            "F13 F14",
        ),
    }
    instrument = load()
    found = {
        m.code: (
            " ".join(m.principles),
            " ".join(m.items),
            " ".join(fact.code for fact in instrument.facts_of(m.code)),
        )
        for m in instrument.mechanisms
    }
    assert found == rows


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
