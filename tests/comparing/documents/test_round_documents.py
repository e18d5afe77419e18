"""The collective sheet and the learning day: from what everybody reads, and from nothing else."""

from dataclasses import replace

import pytest

from comparing.documents.collective_sheet import collective_sheet
from comparing.documents.learning_day import cards, learning_day, learning_slides
from comparing.method.members import PRINCIPLES
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


@pytest.mark.parametrize("seen", [PUBLISHED["sixteen"], PUBLISHED["seven"], NAMED["six"]])
def test_a_day_asks_about_three_principles(seen):
    found = cards(seen)
    assert len({card.principle.code for card in found}) == 3
    assert all(f"Card: {card.principle.name}" in said(learning_day(seen)) for card in found)
    assert len(learning_slides(seen).slides) == 5


def test_the_widest_apart_comes_first():
    seen = PUBLISHED["sixteen"]
    spans = {
        code: told.quantiles.q3.value - told.quantiles.q1.value
        for (part, code), told in seen.published.figures.items()
        if part == PRINCIPLES
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
