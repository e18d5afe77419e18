"""The browser that takes the demo's pictures and visits the tests' pages.

What is read right after a click may still be the page before: a click ends once it is made. Whoever
does what brings another page does it inside ``next_page``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
# ms. How long a page takes is nobody's concern here: 15 s were too few on a machine that had other
# things to do, and whoever waits in vain waits once.
WAIT = 120_000

# A browser leaves out what lies far below the screen until somebody scrolls there.
SHOW = """found => Promise.all(found.map(one => { one.loading = 'eager'; return one.decode() }))"""


@contextmanager
def next_page(page: "Page") -> Iterator[None]:
    """Once what is done inside has brought the next page, and that is loaded."""
    with page.expect_navigation():
        yield


def go(place: "Locator", key: str = "") -> None:
    """To the page that a link or button leads to, by the mouse or by a key."""
    with next_page(place.page):
        if key:
            place.press(key)
        else:
            place.click()


def show_pictures(page: "Page") -> None:
    """Every picture of a page, and not only those that a screen holds."""
    page.locator("img").evaluate_all(SHOW)
