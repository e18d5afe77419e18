"""Pictures of the demo's main pages, as a person meets them, wide and on a phone.

Add a page to ``PICTURES``: who looks, and how they come to it.
"""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from demo.browser import CHROMIUM, FLAGS, WAIT, go, show_pictures
from demo.running import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = {1280: 1600, 360: 1500}  # and the tallest that a picture is
COLOURS = 64  # of a palette: text stays sharp and a picture small
TRUST, GROUP = "olive@northfield.example", "sam@kettle.example"
MEMBER, ANALYST = "kay@keystone.example", "ines@thread.example"


class DemoPicture(NamedTuple):
    """``way``: from the home page of whoever looks to the page itself."""

    name: str
    who: str
    way: Callable[["Page"], object]


def follow(*words: str) -> Callable[["Page"], object]:
    """One link after the other; a link's name may go on behind the words."""

    def way(page: "Page") -> None:
        for name in words:
            go(page.get_by_role("link", name=name).first)

    return way


def see_collaborations(*words: str) -> Callable[["Page"], object]:
    """From the organisation's page, whose menu is folded on a phone."""

    def way(page: "Page") -> None:
        page.goto(f"{page.url}collaborations/")
        follow(*words)(page)

    return way


def answering(page: "Page") -> None:
    """As a respondent: the link that receivers get."""
    follow("See how it is going", "Links and posters")(page)
    page.goto(page.locator("#link-receiving").input_value())


def first_page(page: "Page") -> None:
    answering(page)
    go(page.get_by_role("button", name="begin"))


def see_preview(page: "Page") -> None:
    """What would leave, before anything is agreed to."""
    see_collaborations("By name 2026", "Share another programme")(page)
    page.locator("main input[name=assessment]").first.check()
    go(page.get_by_role("button", name="Show me what would leave"))


def rated_pyramid(page: "Page") -> None:
    follow("Read the report")(page)
    page.goto(page.url.replace("/report/", "/pyramid/"))


PICTURES = (
    DemoPicture("home", TRUST, lambda _page: None),
    DemoPicture("together", GROUP, follow("Rate it together now")),
    DemoPicture("overview", TRUST, follow("See how it is going")),
    DemoPicture("links", TRUST, follow("See how it is going", "Links and posters")),
    DemoPicture("standards", TRUST, follow("See how it is going", "Standards")),
    DemoPicture("pyramid", GROUP, rated_pyramid),
    DemoPicture("close", TRUST, follow("See how it is going", "Close")),
    DemoPicture("report-trust", TRUST, follow("Read the report")),
    DemoPicture("report-group", GROUP, follow("Read the report")),
    DemoPicture("plan", TRUST, follow("Read the report", "Change the plan")),
    DemoPicture("side-by-side", TRUST, follow("See the programmes side by side")),
    DemoPicture("over-time", TRUST, follow("Community peer support", "This programme over time")),
    DemoPicture("beside-the-others", MEMBER, see_collaborations("Autumn 2026")),
    DemoPicture("by-name", TRUST, see_collaborations("By name 2026")),
    DemoPicture("sharing", TRUST, see_preview),
    DemoPicture("round", ANALYST, follow("Autumn 2026")),
    DemoPicture("answering-start", TRUST, answering),
    DemoPicture("answering", TRUST, first_page),
)


def take(address: str, folder: Path) -> Iterator[Path]:
    """Every picture of the demo that runs at an address; the files, as they are written."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where tests run)

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for width, tallest in WIDTHS.items():
            for who in dict.fromkeys(picture.who for picture in PICTURES):
                page = sign_in(browser, address, who, width)
                for picture in PICTURES:
                    if picture.who == who:
                        page.goto("/")
                        picture.way(page)
                        show_pictures(page)
                        path = folder / f"{picture.name}-{width}.png"
                        path.write_bytes(small(page.screenshot(full_page=True), tallest))
                        yield path
        browser.close()


def sign_in(browser: "Browser", address: str, who: str, width: int) -> "Page":
    page = browser.new_page(
        base_url=address,
        viewport={"width": width, "height": 800},
        java_script_enabled=False,
        color_scheme="light",
    )
    page.set_default_timeout(WAIT)
    page.goto("/accounts/login/")
    page.locator("[name=login]").fill(who)
    page.locator("[name=password]").fill(PASSWORD)
    go(page.locator("main button"))
    return page


def small(taken: bytes, tallest: int) -> bytes:
    """Cut below, and with a palette: a page has few colours."""
    written = io.BytesIO()
    with Image.open(io.BytesIO(taken)) as image:
        top = image.convert("RGB").crop((0, 0, image.width, min(image.height, tallest)))
    top.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()
