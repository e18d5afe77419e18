"""The report in a browser: phone and desk, without script; weight, print, axe."""

import json
import re

import pytest

from tests.assessment.respondent.site import Site, manage
from tests.visitors import Visitors, go

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


def test_nothing_makes_a_narrow_phone_scroll_sideways(tab, made):
    page = tab(320, 640, role="owner", script=True)
    for address in addresses(made[1]):
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, address


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
    for width, seen, unseen in (
        (360, "ol.bars", "img[alt*='twelve principles: lived']"),
        (1280, "img[alt*='twelve principles: lived']", "ol.bars"),
    ):
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


def test_a_first_screen_at_a_desk_holds_the_whole_answer(tab, made):
    page = tab(1280, 800)
    page.goto(f"/assessments/{made[1]['full']}/report/")
    for part in ("At risk of professionalisation", "Who answered"):
        place = page.get_by_role("heading", name=part).first.bounding_box()
        assert place["y"] + place["height"] < 700


def test_a_phones_first_screen_holds_the_caution_and_the_profile(tab, made):
    page = tab(360, 740)
    page.goto(f"/assessments/{made[1]['full']}/report/")
    caution, profile = (page.locator(f"main > {c}").first.bounding_box() for c in (".caution", "p"))
    assert caution["y"] + caution["height"] < profile["y"]
    assert profile["y"] + profile["height"] < 600


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
