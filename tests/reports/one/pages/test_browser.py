"""The report in a browser: phone and desk, without script; weight, print, axe."""

import json
import re

import pytest
from pypdfium2 import PdfDocument

from reports.wording import board_said
from tests.assessment.respondent.site import Site, manage
from tests.visitors import Visitors, go

pytestmark = pytest.mark.one_in(2, "pages")

RADAR = ".first img[src$='/principles.svg']"
SEED = "from tests.reports.one.pages.seed import seed; print(seed())"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    var = tmp_path_factory.mktemp("reports")
    (var / "static").mkdir()
    for command in (["migrate", "-v0"], ["createcachetable"]):
        manage(var, *command)
    return var, json.loads(manage(var, "shell", "-v0", "-c", SEED))


@pytest.fixture(scope="module")
def served(made):
    with Site(made[0]) as running:
        yield running


@pytest.fixture
def tab(browser, served, made):
    """A page of a width, signed in by a role."""
    visitors = Visitors(browser, served.address)

    def open_tab(width=360, height=740, *, role="editor", script=False):
        page = visitors.arrive(width, height, script=script)
        signed_in = {"name": "sessionid", "value": made[1][role], "url": served.address}
        page.context.add_cookies([signed_in])
        return page

    yield open_tab
    visitors.leave()


def addresses(ids):
    """Every page of this part, in every state."""
    closed = [state for state in ids if re.fullmatch("[0-9a-f-]{36}", str(ids[state]))]
    planned = f"/assessments/{ids['planned']}"
    return [
        *(f"/assessments/{ids[state]}/report/" for state in closed),
        f"/assessments/{ids['full']}/report/?open=all",
        f"{planned}/actions/",
        f"{planned}/actions/{ids['action']}/",
        f"{planned}/publish/",
        f"/assessments/{ids['full']}/actions/",
        f"/assessments/{ids['full']}/publish/",
        f"/changed/{ids['token']}/",
    ]


@pytest.mark.check
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(tab, made, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = tab(width, 900, role="owner", script=True)
    for address in addresses(made[1]):
        page.goto(address)
        found = axe.run(page)
        assert found.violations_count == 0, (address, found.generate_report())


@pytest.mark.check
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_what_is_sent_back(tab, made, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = tab(width, 900, role="owner", script=True)
    for address in ("actions/", "publish/"):
        page.goto(f"/assessments/{made[1]['full']}/{address}")
        go(page.locator("main form button").last)
        page.locator(".error-summary").wait_for()
        found = axe.run(page)
        assert found.violations_count == 0, (address, found.generate_report())


def test_from_a_principle_at_risk_to_the_plan_on_a_phone(tab, made):
    page = tab()
    page.goto(f"/assessments/{made[1]['short length']}/report/")
    first = page.locator("section[aria-labelledby=at-risk] a").first
    name = first.inner_text()
    go(first)
    panel = page.locator("details.panel").filter(has=page.locator("summary", has_text=name)).first
    panel.get_by_text("Why it stands here").wait_for()
    go(panel.locator("button").first)
    assert "/report/#do-" in page.url
    panel.get_by_text("In our plan: planned").wait_for()
    page.goto(f"/assessments/{made[1]['short length']}/actions/")
    page.get_by_role("heading", name="Planned").wait_for()


def test_a_phone_has_bars_where_a_desk_has_the_radar(tab, made):
    for width, seen, unseen in ((360, "ol.bars", RADAR), (1280, RADAR, "ol.bars")):
        page = tab(width)
        page.goto(f"/assessments/{made[1]['full']}/report/")
        assert page.locator(seen).is_visible()
        assert not page.locator(unseen).is_visible()


def test_the_page_and_its_pictures_weigh_little_and_come_from_here(tab, made, served):
    page = tab(1280, 900)
    seen = []
    page.on("requestfinished", lambda request: seen.append(request))  # noqa: PLW0108
    page.goto(f"/assessments/{made[1]['full']}/report/?open=all", wait_until="networkidle")
    assert {request.url.split("/")[2] for request in seen} == {served.address.split("/")[2]}
    pictures = [request for request in seen if request.url.endswith(".svg")]
    assert len(pictures) >= 5
    assert all(request.response().status == 200 for request in seen)
    weight = sum(request.sizes()["responseBodySize"] for request in seen)
    assert weight < 150_000, {r.url: r.sizes()["responseBodySize"] for r in seen}


def test_a_first_screen_at_a_desk_holds_the_verdict_the_counts_and_the_radar(tab, made):
    for width in (900, 1280):
        page = tab(width, 800)
        page.goto(f"/assessments/{made[1]['full']}/report/")
        verdict, counts, radar = (
            page.locator(one).bounding_box() for one in (".first .lead", ".first .tally", RADAR)
        )
        assert verdict["y"] < counts["y"] < 800 - counts["height"]
        assert radar["x"] > verdict["x"] + verdict["width"]
        assert radar["y"] + 0.8 * radar["height"] < 800
        assert page.get_by_role("link", name="One page for a board (PDF)").is_visible()


def test_a_phones_first_screen_holds_the_caution_and_the_profile(tab, made):
    page = tab(360, 740)
    page.goto(f"/assessments/{made[1]['full']}/report/")
    caution, profile, bars = (
        page.locator(one).first.bounding_box()
        for one in (".first > .caution", ".first .lead", "ol.bars")
    )
    assert caution["y"] + caution["height"] < profile["y"]
    assert profile["y"] + profile["height"] < 600
    assert bars["y"] > profile["y"]


def test_the_print_has_the_board_page_first_and_every_picture(tab, made):
    """Folded as it comes: one sheet for a board, all in at most twelve."""
    page = tab(1280, 800, script=True)  # to ask after the pictures
    page.goto(f"/assessments/{made[1]['full']}/report/")
    with PdfDocument(page.pdf(prefer_css_page_size=True)) as printed:
        sheets = [" ".join(one.get_textpage().get_text_bounded().split()) for one in printed]
    assert len(sheets) <= 12
    assert board_said.TITLE in sheets[0]
    assert sheets[0].endswith(board_said.ELSEWHERE)
    assert sheets[1].startswith("The twelve principles")
    came = "[...document.images].map(one => [one.src, one.complete && one.naturalWidth > 0])"
    pictures = page.evaluate(came)
    assert len(pictures) > 5
    assert all(there for _, there in pictures), pictures


def test_the_menu_folds_on_a_phone_alone(tab, made):
    for width, unfolded in ((360, False), (640, True), (1280, True)):
        page = tab(width)
        page.goto(f"/assessments/{made[1]['full']}/report/")
        menu = page.get_by_role("navigation", name="Main")
        assert menu.get_by_role("link", name="Rate it together now").is_visible()
        assert menu.get_by_role("link", name="Sign out").count() == unfolded
        assert menu.get_by_text("Menu").is_visible() is not unfolded
        if not unfolded:
            menu.get_by_text("Menu").press("Space")
            assert menu.get_by_role("link", name="Sign out").is_visible()
