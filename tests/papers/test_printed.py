"""Posters and questionnaires as people print them."""

import datetime

import pytest
from pypdfium2 import PdfDocument

from assessment.models import Assessment
from organisations.models import Programme
from papers.out.layouts import Look, layout_of
from papers.out.page_marks import PageMark, read_mark
from questions import Length, load
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import link_of, open_assessment, open_with_slips
from tests.reading_pdf import sizes_of, squeezed, tags_of, text_of

A4 = (210, 297)
LONGEST = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochaf"  # 60 letters
NAMES = {
    "usual": "Community peers",
    "welsh": "Cymorth cyfoed yn Nhŷ\N{RIGHT SINGLE QUOTATION MARK}r Ŵyl, Llanfair Pwllgwyngyll",
    "one word": LONGEST,
    "longest": f"{LONGEST} {LONGEST} {LONGEST}",
}


@pytest.fixture
def opened(cast):
    assessment = open_assessment(cast, giving="individual", receiving="individual", panel="group")
    Assessment.objects.update(closes_on=datetime.date(2099, 5, 1), contact="Rosa")
    return assessment


def paper(cast, assessment, which, **more):
    response = cast.client("viewer").get(f"/assessments/{assessment.pk}/{which}", **more)
    assert response.headers["Content-Type"] == "application/pdf"
    return response.content


def said(made):
    """Without the places where a long word may be broken."""
    return text_of(made)


def test_a_poster_says_who_asks_whom_and_what_is_private(opened, cast):
    page = said(paper(cast, opened, "links/receiving/poster/"))
    for words in (
        cast.programme.name,
        "people who receive peer support",
        "1 May 2099",
        "nobody sees what one person answered",
        "fewer than 10 people",
        "Ask Rosa",
    ):
        assert words in page
    assert squeezed(f"/a/{link_of(opened, 'receiving').code}/") in squeezed(page)
    group = said(paper(cast, opened, "links/panel/poster/"))
    assert "nobody sees what one person answered" not in group


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("contact", ["", "Rosa", f"{LONGEST}@{LONGEST}.example, " * 1])
def test_a_poster_is_one_sheet_whatever_it_is_called(opened, cast, name, contact):
    Programme.objects.update(name=name)
    Assessment.objects.update(contact=contact)
    made = paper(cast, opened, "links/receiving/poster/")
    assert sizes_of(made) == [A4]
    assert squeezed(name) in squeezed(said(made))
    assert ("Figure", "QR code of the address below") in tags_of(made)


def test_a_poster_of_one_computer_alone_asks_for_paper(opened, cast):
    made = paper(cast, opened, "links/giving/poster/", headers={"host": "127.0.0.1:8000"})
    assert "Ask for a questionnaire on paper: Rosa" in said(made)
    assert "127.0.0.1" not in said(made)
    assert "Figure" not in dict(tags_of(made))


def test_a_sheet_holds_every_statement_with_its_code(opened, cast):
    page = squeezed(said(paper(cast, opened, "questionnaire/receiving/")))
    items = [item for item in load().all_items if item.short_form]
    for item in items:
        assert squeezed(item.text_for("receiving", mutual=False) + item.code) in page
    assert "whoevertypesyouranswersinorphotographsthemseesthissheet" in page
    assert page.count("Doesnotapply") == 36


def test_the_first_sheet_says_what_it_is_and_whom_to_turn_to(opened, cast):
    made = paper(cast, opened, "questionnaire/receiving/")
    first = squeezed(said(made).split("Page 2 of")[0])
    for words in (
        "What is peer support like here?",
        f"{cast.organisation.name} is asking",
        "999",
        "116 123",
        "text SHOUT to 85258",
        "Page 1 of",
    ):
        assert squeezed(words) in first
    assert tags_of(made)[1][0] == "H1"


@pytest.mark.parametrize("where", ["questionnaire/receiving/", "links/receiving/poster/"])
def test_a_trial_says_so_on_paper_as_on_the_screen(opened, cast, where):
    trial = squeezed("This is only a trial. What you answer never counts")
    assert trial not in squeezed(said(paper(cast, opened, where)))
    Assessment.objects.update(trial=True)
    assert trial in squeezed(said(paper(cast, opened, where)))


@pytest.mark.parametrize("size", ["", "large"])
def test_every_page_is_numbered_of_how_many(opened, cast, size):
    made = paper(cast, opened, f"questionnaire/receiving/?size={size}")
    pages = len(sizes_of(made))
    assert all(f"Page {number} of {pages}" in said(made) for number in range(1, pages + 1))
    assert set(sizes_of(made)) == {A4}


def test_a_sheet_in_other_words(opened, cast):
    item = load().all_items[0]
    shorter = squeezed(said(paper(cast, opened, "questionnaire/giving/?words=shorter")))
    explained = squeezed(said(paper(cast, opened, "questionnaire/giving/?words=explained")))
    assert squeezed(item.shorter) in shorter
    assert squeezed(item.plain) in explained
    assert squeezed(item.plain) not in shorter


def test_a_group_says_who_is_in_the_room(opened, cast):
    page = said(paper(cast, opened, "questionnaire/panel/"))
    assert "How many people are in the room" in page
    assert "Does anyone see it differently?" in page


def test_with_slips_the_sheet_asks_for_one(cast):
    assessment = open_with_slips(cast, receiving=12)
    page = said(paper(cast, assessment, "questionnaire/receiving/"))
    assert "a questionnaire without a slip cannot be entered" in page


@pytest.mark.parametrize("size", ["", "large"])
def test_every_box_is_where_the_layout_says_whatever_is_written_before(opened, cast, size):
    """What reads the sheet lays it out without knowing what it is called."""
    Programme.objects.update(name=NAMES["longest"])
    Assessment.objects.update(privacy_notice="A notice. " * 300)
    made = paper(cast, opened, f"questionnaire/receiving/?size={size}")
    look = Look(DEFAULT_VERSION, "receiving", Length.SHORT, mutual=False, large=bool(size))
    layout, dots = layout_of(look), 8  # a millimetre
    with PdfDocument(made) as document:
        pages = list(document)[-len(layout.pages) :]
        drawn = [page.render(scale=dots * 25.4 / 72).to_numpy()[..., 0] for page in pages]
    for picture, lines in zip(drawn, layout.pages, strict=True):
        for box in (box for line in lines for box in line.boxes):
            left, top = round(box.x * dots), round(box.y * dots)
            side = round(box.side * dots)
            inside = picture[top + 4 : top + side - 4, left + 4 : left + side - 4]
            assert inside.min() == 255
            assert picture[top - 2 : top + 3, left + side // 2].min() < 80
            assert picture[top + side // 2, left + side - 2 : left + side + 3].min() < 80
    assert sum(len(line.boxes) for lines in layout.pages for line in lines) == 36 * 7


def test_the_code_of_a_page_says_which_it_is_and_of_nobody():
    mark = PageMark("1234567", 3, "K", "ABC", 12, "D")
    assert read_mark(mark.text()) == mark
    assert len(mark.text()) == 16
    for other in ("", "https://a.example/s/ABC", mark.text()[:-1], "X" + mark.text()[1:]):
        assert read_mark(other) is None


def test_in_a_mutual_group_everybody_gives_support(cast):
    assessment = open_assessment(cast, receiving="individual")
    Assessment.objects.update(mutual=True)
    page = said(paper(cast, assessment, "questionnaire/receiving/"))
    assert "means all of you" in page
    assert "This questionnaire is for members of the group" in page
