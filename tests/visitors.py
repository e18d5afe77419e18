"""People with a browser. Whatever goes wrong under their hands fails the test at its end.

What they do stands here, and nowhere else is a place clicked: what brings another page (``press``,
``follow``, ``submit``, ``enter``, ``go``) ends when that page is there, what changes the page at
hand (``choose``, ``tick``, ``touch``) at once. `tests/test_browser_habits.py` looks after it.
"""

import gc
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from demo.browser import CHROMIUM, FLAGS, WAIT, go, next_page
from tests.cast import PASSWORD

QUIET = [
    *FLAGS,
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--in-process-gpu",  # a process less a browser: 9 % less work for the same pages
    # nobody else is reached
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
# Chromium writes one for every page that comes with a status of 400 or more; those are looked at
# by themselves, and a form that is refused is no fault.
REFUSED = "Failed to load resource: the server responded with a status of 4"


@contextmanager
def chromium():
    """A browser; a module's own, because its event loop must not outlive the tests that use it."""
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 (slow, and only here)

    expect.set_options(timeout=WAIT)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as driver:
        # synchronous playwright keeps an event loop in this thread, where Django refuses to query
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        found = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET, timeout=WAIT)
        yield found
        found.close()
    gc.collect()  # playwright's greenlets end here, and not while Python is compiling something


class Visitors:
    """``arrive`` opens a browser of somebody's own. ``faults`` says what nobody may meet."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address
        self.contexts, self.faults = [], []

    def arrive(self, width=1280, height=900, *, script=False, **options):
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            **options,
        )
        context.set_default_timeout(WAIT)
        context.on("request", self.look_at_request)
        context.on("response", self.look_at_response)
        context.on("console", self.look_at_console)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        self.contexts.append(context)
        return context.new_page()

    def look_at_request(self, request):
        asked = urlsplit(request.url)
        if asked.scheme != "data" and asked.netloc != urlsplit(self.address).netloc:
            self.faults.append(f"asked another host: {request.url}")

    def look_at_response(self, response):
        if response.status >= 500:
            self.faults.append(f"{response.status}: {response.url}")

    def look_at_console(self, message):
        if message.type == "error" and not message.text.startswith(REFUSED):
            self.faults.append(f"console: {message.text}")

    def leave(self):
        for context in self.contexts:
            context.close()
        self.say_faults()

    def say_faults(self):
        found, self.faults = self.faults, []
        assert not found, "\n".join(found)


def sign_in(page, email):
    """Somebody of any cast."""
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")


def press(page, words):
    """The one button of these words."""
    go(page.get_by_role("button", name=words, exact=True))


def follow(page, words):
    """The one link of these words."""
    go(page.get_by_role("link", name=words, exact=True))


def submit(page):
    """The first button of the page's form that is not a lesser one."""
    go(page.locator("main form .button:not(.secondary)").first)


def enter(page):
    """The key, wherever the focus is."""
    with next_page(page):
        page.keyboard.press("Enter")


def download(page, words):
    """What a link of these words hands out."""
    with page.expect_download() as coming:
        page.get_by_role("link", name=words, exact=True).click()
    return coming.value.path().read_bytes()


def choose(page, name, value):
    """A radio button as a finger does it: on the tile that holds it."""
    touch(page.locator(f'label:has(input[name="{name}"][value="{value}"])'))


def tick(page, name):
    touch(page.locator(f'label:has(input[name="{name}"])'))


def touch(place):
    """What brings no other page: a tile, a summary."""
    place.click()


def heading(page, words):
    page.get_by_role("heading", level=1, name=words).wait_for()
