"""The board page: one sheet whatever stands on it, and every word and figure of it in the PDF."""

from datetime import date

import pytest

from assessment.method.levels import Level
from reports.drawing.chart import printed
from reports.one.charts import CHARTS
from reports.one.documents.board_sheet import board_pdf
from reports.wording import board_said
from reports.wording.board_said import Intent, board_page
from reports.wording.levels_said import NOTHING_KNOWN
from reports.wording.principles_said import principles_sentence
from tests.reading_pdf import sizes_of, squeezed, tags_of, text_of
from tests.reports.one.charts.cast import CAST

PLAN = (
    Intent("Take bed-day targets out of what peer supporters report.", "Jo", date(2027, 3, 1)),
    *[Intent("A long line of plans " * 20, "Somebody with a long name " * 4, None)] * 4,
)
A4 = (210, 297)


@pytest.fixture(params=CAST)
def case(request):
    return CAST[request.param]


@pytest.mark.one_in(3)
def test_it_is_one_sheet_and_says_everything(case):
    made, page = board_pdf(case, PLAN, printed), board_page(case, PLAN)
    assert sizes_of(made) == [A4]
    read = squeezed(text_of(made))
    words = [
        *(page.day, page.what, page.verdict, page.meaning, page.holds, page.protect_head),
        *(page.protect_none, page.not_heard, page.meant, *page.planned),
        *(f"{who}: {count}" if count else who for who, count in page.answered),
        *(f"{one.name}: {one.standing}. {one.why}" for one in page.protect),
        *(f"{count} {level}" for level, count in page.tally),
        *(f"{one.number} {one.name} {one.standing}" for one in page.twelve),
    ]
    for words_of_it in words:
        assert squeezed(words_of_it) in read


@pytest.mark.one_in(3)
def test_a_screen_reader_is_told_headings_table_and_picture(case):
    tags = tags_of(board_pdf(case, (), printed))
    kinds = [kind for kind, _ in tags]
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 4
    assert kinds.count("TR") == 13
    drawn = CHARTS["principles"].shows(case)  # a radar without a line is none
    assert [words for kind, words in tags if kind == "Figure"] == [
        principles_sentence(case)
    ] * drawn


def test_the_most_at_risk_stand_there_with_why():
    case = CAST["lifelike"]
    page = board_page(case)
    marks = {mark.principle.name: mark for mark in case.at(Level.AT_RISK)}
    shown = [marks[one.name] for one in page.protect]
    assert page.protect_head == "Three things to protect"
    assert [len(mark.sources) for mark in shown] == [6, 6, 6]
    assert [one.why for one in page.protect] == [mark.reasons[0] for mark in shown]
    left_out = [mark for mark in marks.values() if mark not in shown]
    assert max(len(mark.sources) for mark in left_out if mark.confirmed) <= 6


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing at all", NOTHING_KNOWN), ("only staff", NOTHING_KNOWN)],
)
def test_nothing_known_is_no_good_news(name, said):
    page = board_page(CAST[name])
    assert (page.protect, page.protect_none) == ((), said)
    assert page.protect_head == "What to protect"


def test_a_plan_is_told_by_its_first_three():
    said = board_page(CAST["lifelike"], PLAN).planned
    assert said[0] == (
        "Take bed-day targets out of what peer supporters report, Jo, by 1 March 2027"
    )
    assert len(said) == 4
    assert all(len(line) < 300 for line in said)
    assert said[3] == "And two more actions in the report."
    assert board_page(CAST["lifelike"]).planned == (board_said.NOTHING_PLANNED,)


def test_the_same_marks_give_the_same_bytes():
    assert board_pdf(CAST["lifelike"], PLAN, printed) == board_pdf(CAST["lifelike"], PLAN, printed)
