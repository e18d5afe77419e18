"""The collective sheet and the learning day: from what everybody reads, and from nothing else."""

from dataclasses import replace

import pytest

from assessment.method.levels import Level
from comparing.documents.collective_sheet import collective_sheet
from comparing.documents.learning_day import (
    WHERE_APART,
    WHERE_HARD,
    cards,
    hard_for_many,
    learning_day,
    learning_slides,
)
from comparing.method.named import named
from comparing.round_publications import LEARNING, SHEET
from reports.drawing.chart import printed
from tests.comparing.lifelike import NAMED, PUBLISHED


def said(outline):
    return str(outline.blocks)


def test_a_sheet_tells_what_many_find_and_nobodys_own():
    seen = PUBLISHED["sixteen"]
    text = said(collective_sheet(replace(seen, own=None)))
    assert "Of 16 organisations, each counted once" in text
    assert "The mean of 16 organisations is highest on" in text
    assert "Your own" not in text
    assert seen.own.organisation not in text


def test_too_few_say_that_alone():
    text = said(collective_sheet(PUBLISHED["too few"]))
    assert "Too few share for anything to be said." in text
    assert "mean" not in text


@pytest.mark.parametrize(
    "seen", [PUBLISHED["sixteen"], PUBLISHED["seven"], NAMED["six"], NAMED["forty"]]
)
def test_a_day_asks_about_three_principles_or_four(seen):
    found = cards(seen)
    assert len({card.principle.code for card in found}) == len(found)
    assert len(found) in (3, 4)
    day = said(learning_day(seen))
    for card in found:
        assert f"Card: {card.principle.name}" in day
        assert card.principle.meaning in day
        assert card.why in day
    assert len(learning_slides(seen).slides) == 2 + len(found)


def with_level(seen, code, level, how_many):
    words = {**seen.published.words}
    words["principles", code] = {**words["principles", code], level: how_many}
    return replace(seen, published=replace(seen.published, words=words))


def test_what_most_find_hard_has_a_card_of_its_own_questions():
    seen = PUBLISHED["sixteen"]
    widest = {card.principle.code for card in cards(seen)}
    code = next(one for one in seen.instrument.principle if one not in widest)
    hard = cards(with_level(seen, code, "At risk", "most"))[2]
    assert (hard.principle.code, hard.why) == (code, "At risk in most of 16 members.")
    assert hard.questions == WHERE_HARD
    assert cards(seen)[0].questions == WHERE_APART
    for fewer in ("some", "few"):
        rest = cards(with_level(seen, code, "At risk", fewer))
        assert code not in {card.principle.code for card in rest}


def test_by_name_half_of_them_are_many():
    seen = NAMED["six"]
    code = "respect"
    for count, is_hard in ((2, False), (3, True)):
        members = [
            replace(one, figures=replace(one.figures, levels=levels(one, code, n < count)))
            for n, one in enumerate(seen.named.members)
        ]
        found = list(hard_for_many(replace(seen, named=named(members, seen.instrument)), RISK))
        assert any(one.code == code for _why, one in found) is is_hard
        assert not is_hard or (f"At risk in {count} of 6 members.") in dict(found)


RISK = Level.AT_RISK


def levels(member, code, at_risk):
    return {**member.figures.levels, code: RISK if at_risk else Level.HOLDING}


def test_of_too_few_for_a_spread_the_lowest_means_are_asked_about():
    seen = PUBLISHED["seven"]
    means = {c: one.mean.value for c, one in principles_of(seen).items() if one.mean}
    found = [means[card.principle.code] for card in cards(seen)]
    assert found == sorted(means.values())[:3]


def principles_of(seen):
    figures = seen.published.figures.items()
    return {code: told for (part, code), told in figures if part == "principles"}


def test_the_widest_apart_comes_first():
    seen = PUBLISHED["sixteen"]
    spans = {
        code: told.quantiles.q3.value - told.quantiles.q1.value
        for code, told in principles_of(seen).items()
    }
    assert spans[cards(seen)[0].principle.code] == max(spans.values())


@pytest.mark.parametrize("file", [SHEET, *LEARNING], ids=lambda one: one.name)
def test_the_files_hold_nobodys_own_and_are_the_same_for_all(file):
    seen = PUBLISHED["sixteen"]
    mine, nobodys = file.make(seen), file.make(replace(seen, own=None))
    if not isinstance(mine, bytes):
        mine, nobodys = mine.write(printed), nobodys.write(printed)
    assert mine == nobodys
    assert mine.startswith(b"%PDF" if file.name.endswith("pdf") else b"PK")
