"""The respondent's pages in a browser: keyboard, small screen, weight, axe."""

import shutil

import pytest

from tests.assessment.respondent.site import Site
from tests.visitors import Visitors, enter, go, press, touch

pytestmark = pytest.mark.one_in(2, "pages")


@pytest.fixture(scope="module")
def served(prepared, tmp_path_factory):
    var = shutil.copytree(prepared[0], tmp_path_factory.mktemp("browser") / "var")
    with Site(var) as running:
        yield running


@pytest.fixture
def tab(browser, served):
    """Opens pages of a width."""
    visitors = Visitors(browser, served.address)

    def open_tab(width=360, height=740, *, script=False):
        return visitors.arrive(width, height, script=script)

    yield open_tab
    visitors.leave()


def begin(page, served, link):
    page.goto(f"{served.address}/a/{link}/")
    go(page.locator("main .button.big"))


def test_what_a_statement_means_is_opened_by_keyboard(tab, served, links):
    page = tab()
    begin(page, served, links["receiving"])
    page.locator("#mutuality-1_0").focus()
    type_key(page, "Tab", 1)
    page.keyboard.press("Space")
    explained = page.locator("fieldset.statement").nth(1).locator("details p")
    assert explained.is_visible()


@pytest.mark.check  # tests/journeys goes the whole way by keyboard once
def test_the_whole_way_by_keyboard_without_script(tab, served, links):
    page = tab()
    page.goto(f"{served.address}/a/{links['receiving']}/")
    page.locator("main .button.big").focus()
    enter(page)
    for number in range(1, 13):
        page.locator(".progress").filter(has_text=f"Page {number} of 12").wait_for()
        page.locator("fieldset input").first.focus()
        page.keyboard.press("Space")
        enter(page)
    page.locator("textarea").fill("Written with the keyboard.")
    page.keyboard.press("Tab")
    enter(page)
    page.get_by_role("heading", name="Before you send").wait_for()
    assert page.get_by_text("1 of 6 answered").count() == 12
    page.locator("main .button.big").focus()
    enter(page)
    page.get_by_role("heading", name="Thank you").wait_for()


@pytest.mark.parametrize("choice", [0, 3, 6])
def test_an_answer_takes_five_key_presses_at_most(tab, served, links, choice):
    """From one statement's answers, past what the next means, to any of its seven answers."""
    page = tab(script=True)  # to ask the page where the focus is; the site has no script
    begin(page, served, links["receiving"])
    page.locator("#mutuality-1_0").focus()
    presses = type_key(page, "Tab", 2)
    if choice == 0:
        presses += type_key(page, "Space", 1)
    elif choice <= 3:
        presses += type_key(page, "ArrowDown", choice)
    else:
        presses += type_key(page, "ArrowUp", 7 - choice)
    assert presses <= 5
    assert page.evaluate("document.activeElement.id") == f"mutuality-2_{choice}"
    assert page.locator(f"#mutuality-2_{choice}").is_checked()


def type_key(page, key, times):
    for _ in range(times):
        page.keyboard.press(key)
    return times


def test_an_answer_can_be_taken_back_by_mouse_and_keyboard(tab, served, links):
    page = tab()
    begin(page, served, links["receiving"])
    blank = page.get_by_label("Leave this one blank").first
    assert not blank.is_visible()
    touch(page.locator("label[for=mutuality-1_2]"))
    touch(page.get_by_text("Leave this one blank").first)
    touch(page.locator("label[for=mutuality-2_2]"))
    page.locator("#mutuality-2_2").focus()
    type_key(page, "ArrowDown", 5)
    press(page, "Save and continue")
    page.go_back()
    page.reload()
    assert page.locator("input:checked").count() == 0


HEIGHTS = "found => found.map(one => one.getBoundingClientRect().height)"


@pytest.mark.check  # tests/journeys looks at each statement once
def test_a_statement_and_its_answers_fit_a_small_screen(tab, served, links):
    page = tab(360, 740)
    begin(page, served, links["receiving"])
    for number in range(1, 13):
        page.goto(f"{served.address}/a/{links['receiving']}/{number}/")
        for words in ("Show every explanation", "Show shorter words", "Show the statements as"):
            statements = page.locator("fieldset.statement").evaluate_all(HEIGHTS)
            assert len(statements) == 6
            assert max(statements) <= 740
            assert min(page.locator(".tile").evaluate_all(HEIGHTS)) >= 44
            go(page.get_by_role("button", name=words))


def test_a_page_weighs_little_and_asks_nobody_else(tab, served, links):
    """Cold: the page, the stylesheet and the mark."""
    for path in ("", "1/"):
        page = tab()
        begin(page, served, links["receiving"])
        cookies = page.context.cookies()
        page = tab()
        page.context.add_cookies(cookies)
        seen = []
        page.on("requestfinished", lambda request, seen=seen: seen.append(request))
        page.goto(f"{served.address}/a/{links['receiving']}/{path}", wait_until="networkidle")
        assert {request.url.split("/a/")[0].split("/static/")[0] for request in seen} == {
            served.address
        }
        sizes = [request.sizes() for request in seen]
        weight = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
        assert weight <= 30_000, (path, weight)


def every_state(page, served, links):
    """Each page in its empty, filled and error states."""
    start = f"{served.address}/a/{links['receiving']}/"
    yield from (page.goto(start + path) for path in ("", "go-on/"))
    page.goto(f"{start}go-on/")
    go(page.locator("main .button"))
    yield
    begin(page, served, links["receiving"])
    yield
    touch(page.locator("label[for=mutuality-1_2]"))
    press(page, "Show every explanation")
    yield
    page.goto(f"{start}last/")
    yield
    page.goto(f"{start}check/")
    yield
    go(page.locator("main button"))
    yield
    page.goto(f"{served.address}/a/{links['partner']}/")
    yield
    go(page.locator("main .button.big"))
    yield
    press(page, "Save and continue")
    yield
    page.locator("#id_partner").fill("5")
    press(page, "Save and continue")
    page.goto(f"{served.address}/a/{links['partner']}/check/")
    go(page.locator("main button"))
    yield


@pytest.mark.check
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(tab, served, links, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = tab(width, 900, script=True)
    for _ in every_state(page, served, links):
        found = axe.run(page)
        assert found.violations_count == 0, (page.url, found.generate_report())
