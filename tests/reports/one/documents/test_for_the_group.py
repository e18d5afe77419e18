"""What is for people who give and receive: questions to talk about, and a poster for the wall."""

import pytest

from reports.documents.bound import bound
from reports.drawing.chart import printed
from reports.one.documents.talk_kit import talk_outline
from reports.one.documents.wall_poster import poster_pdf
from reports.wording import talk_said
from reports.wording.board_said import Intent, board_page
from reports.wording.levels_said import HEADINGS
from tests.reading_pdf import sizes_of, squeezed, text_of
from tests.reports.one.charts.cast import CAST

SUPPORT = (("Samaritans, day and night", "116 123"),)


@pytest.fixture(params=CAST)
def case(request):
    return CAST[request.param]


def test_there_are_five_different_questions(case):
    asked = talk_said.questions(case)
    assert len(asked) == 5
    assert len({one.asked for one in asked}) >= 4
    assert len({one.said for one in asked}) == 5


def test_the_talk_kit_is_one_sheet_with_help_on_it(case):
    made = bound(talk_outline(case, (), SUPPORT), printed)
    read = squeezed(text_of(made))
    assert sizes_of(made) == [(210, 297)]
    for one in talk_said.questions(case):
        assert squeezed(f"{one.said} {one.asked}") in read
    for words in (*talk_said.BEFORE, *talk_said.HURTS, *talk_said.AFTER, "116 123: Samaritans"):
        assert squeezed(words) in read


def test_what_is_asked_is_drawn_from_the_report():
    plan = (Intent("Ask again", "", None),)
    said = [one.said for one in talk_said.questions(CAST["lifelike"], plan)]
    assert said[0] == (
        "Companionship, and respect and inclusiveness hold. Borderline: companionship and respect."
    )
    assert said[1].startswith("Equality and empowerment: At risk, seen from two or more sides.")
    assert said[2] == (
        "Staff and commissioners rate independence 39 higher than people with lived experience do."
    )
    assert said[4] == "Planned: Ask again."


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("a3", (297, 420))])
def test_a_poster_is_one_sheet_and_names_every_principle(case, paper, size):
    made = poster_pdf(case, paper)
    read = squeezed(text_of(made))
    assert sizes_of(made) == [size]
    for mark in case.principles.values():
        assert squeezed(mark.principle.name) in read
        assert squeezed(HEADINGS[mark.level]) in read
    heads = {squeezed(HEADINGS[mark.level]) for mark in case.principles.values()} - {"Holding"}
    assert all(read.find("Holding") < read.find(head) for head in heads)
    assert squeezed(board_page(case).what) in read
