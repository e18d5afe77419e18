"""A respondent on an old phone: keyboard alone, no script, stopping and coming back."""

import pytest

from assessment.ballots import Draft
from tests.assessment.answered import link_of, open_assessment, opened
from tests.cast import make_cast
from tests.visitors import enter, heading, press

pytestmark = pytest.mark.one_in(3, "journeys")

SHORT_PAGES = range(1, 13)
FARTHEST = 60  # presses of Tab from the top of a page to whatever is wanted
MOST_PRESSES = 5  # an item, past what it means
HEIGHT = 740


@pytest.fixture
def link(live_server):  # noqa: ARG001 (makes the database)
    return link_of(open_assessment(make_cast()), "receiving")


def test_a_respondent_answers_by_keyboard_alone_without_script(visitors, link):
    page = visitors.arrive(360, HEIGHT)
    start(page, link)
    code = page.locator(".notice .code").inner_text()
    for number in range(1, 8):
        answer_page(page, number)
    look_back_and_forward(page)
    leave(page)
    page = visitors.arrive(360, HEIGHT)  # a library's
    come_back(page, link, code)
    past_six_and_seven(page)
    for number in range(8, 13):
        answer_page(page, number)
    check_and_send(page, code)
    second_tab(page, link)
    assert Draft.objects.get().sent
    assert opened(link.perspective.assessment) == ["".join(expected())]


def start(page, link):
    page.goto(f"/a/{link.code}/")
    heading(page, "What is peer support like here?")
    fits_across(page)
    enter_at(page, page.get_by_role("button", name="This is me: begin"))


def fits_across(page):
    """Nothing is wider than the window: a wider thing would lay the page out wider."""
    width = page.viewport_size["width"]
    for box in (one.bounding_box() for one in page.locator("main, header, footer, h1, p").all()):
        assert box is None or box["x"] + box["width"] <= width


def tab_to(page, wanted):
    """Tab until it has the focus; how many presses that took."""
    for presses in range(1, FARTHEST):
        page.keyboard.press("Tab")
        if wanted.and_(page.locator(":focus")).count():
            return presses
    raise AssertionError(f"the keyboard does not reach {wanted}")


def enter_at(page, wanted):
    tab_to(page, wanted)
    enter(page)


# Of each page's three statements: which key, how often, what it chooses. Blank: none.
GIVEN = {
    "0": ("Space", 1),
    "1": ("ArrowDown", 1),
    "2": ("ArrowDown", 2),
    "3": ("ArrowDown", 3),
    "4": ("ArrowUp", 3),
    "DK": ("ArrowUp", 2),
    "NA": ("ArrowUp", 1),
}
ANSWERS = (
    ("4", "3", None),
    ("0", "DK", "1"),
    (None, None, None),
    ("2", "NA", "4"),
)


def answers_of(number):
    return ANSWERS[(number - 1) % len(ANSWERS)]


def answer_page(page, number):
    page.get_by_text(f"Page {number} of 12", exact=True).wait_for()
    fits_across(page)
    assert not page.locator("input:checked").count()
    statements = page.locator("fieldset.statement").all()
    tab_to(page, page.locator("fieldset.statement input").first)
    for place, (statement, answer) in enumerate(zip(statements, answers_of(number), strict=True)):
        assert statement.bounding_box()["height"] <= HEIGHT
        presses = 0 if place == 0 else tab_to(page, statement.locator("input:focus"))
        if answer:
            presses += give(page, statement, answer)
        assert presses <= MOST_PRESSES
    enter_at(page, page.get_by_role("button", name="Save and continue"))


def give(page, statement, answer):
    key, times = GIVEN[answer]
    for _ in range(times):
        page.keyboard.press(key)
    assert statement.locator(f"input[value='{answer}']").is_checked()
    return times


def look_back_and_forward(page):
    """Page 7 as it was left, by the browser's own keys; then forward again."""
    page.get_by_text("Page 8 of 12", exact=True).wait_for()
    page.go_back()
    page.get_by_text("Page 7 of 12", exact=True).wait_for()
    page.reload()  # and not out of the browser's memory
    assert not page.locator("input:checked").count()
    enter_at(page, page.get_by_role("button", name="Save and go back"))
    page.get_by_text("Page 6 of 12", exact=True).wait_for()
    chosen = [one.get_attribute("value") for one in page.locator("input:checked").all()]
    assert chosen == ["0", "DK", "1"]
    past_six_and_seven(page)
    page.get_by_text("Page 8 of 12", exact=True).wait_for()


def past_six_and_seven(page):
    """What stands there already; seven was left blank."""
    for number in (6, 7):
        page.get_by_text(f"Page {number} of 12", exact=True).wait_for()
        enter_at(page, page.get_by_role("button", name="Save and continue"))


def leave(page):
    enter_at(page, page.get_by_role("button", name="Stop here"))
    heading(page, "You have stopped. What you saved is safe")
    assert not [one for one in page.context.cookies() if one["value"] and "csrf" not in one["name"]]


def come_back(page, link, code):
    page.goto(f"/a/{link.code}/")
    enter_at(page, page.get_by_role("link", name="I have a code: go on"))
    tab_to(page, page.get_by_label("Your code of four words"))
    page.keyboard.type("not a code at all")
    enter(page)
    page.get_by_role("heading", name="something to put right").wait_for()
    tab_to(page, page.get_by_label("Your code of four words"))
    page.keyboard.press("Control+a")
    page.keyboard.type(code.upper().replace(" ", ", "))
    enter(page)


def check_and_send(page, code):
    heading(page, "Anything in your own words?")
    tab_to(page, page.locator("textarea"))
    page.keyboard.type("More time with no agenda, please.")
    enter_at(page, page.get_by_role("button", name="Save and check my answers"))
    heading(page, "Before you send")
    assert page.get_by_text("3 of 3 answered").count() == 6
    assert page.get_by_text("2 of 3 answered").count() == 3
    assert page.get_by_text(": left blank").count() == 3
    page.get_by_text("More time with no agenda, please.").wait_for()
    page.get_by_text(code).wait_for()


def second_tab(page, link):
    """The same question in a second tab; both are sent, and both see the same thank-you page."""
    second = page.context.new_page()
    second.goto(f"/a/{link.code}/check/")
    for tab in (page, second):
        enter_at(tab, tab.get_by_role("button", name="Send my answers"))
        heading(tab, "Thank you")
    assert page.locator("main").inner_text() == second.locator("main").inner_text()
    page.get_by_text("116 123").wait_for()


def expected():
    for number in SHORT_PAGES:
        for answer in answers_of(number):
            yield {"DK": "D", "NA": "N", None: "."}.get(answer, answer)


# with every explanation, which is the longest; the shorter words wait for check
WORDS = ["Show every explanation", pytest.param("Show shorter words", marks=pytest.mark.check)]


@pytest.mark.parametrize("words", WORDS)
def test_each_statement_fits_a_small_screen(visitors, link, words):
    page = visitors.arrive(360, HEIGHT, script=True)  # to measure; the site has no script
    page.goto(f"/a/{link.code}/")
    press(page, "This is me: begin")
    press(page, words)
    for number in SHORT_PAGES:
        page.goto(f"/a/{link.code}/{number}/")
        for statement in page.locator("fieldset.statement").all():
            assert statement.bounding_box()["height"] <= HEIGHT
