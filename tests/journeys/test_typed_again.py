"""A shared tablet, an evening away, a browser without cookies: nothing that was typed is lost."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from organisations.models import Programme, ProgrammeEvent
from tests.cast import PASSWORD
from tests.journeys.test_axe import WIDTHS, violations
from tests.journeys.test_together import EMAIL, arrive, make_group
from tests.visitors import heading, press

pytestmark = pytest.mark.one_in(3, "journeys")

WORDS = "The tender went to another host, and two of us were not told"
PICTURES = os.environ.get("LOOK_AT")  # a folder for pictures of these pages, to be looked at


def test_an_organisers_words_survive_an_evening_away(visitors):
    make_group()
    page = arrive(visitors.arrive(script=True))
    write(page)
    page.context.clear_cookies(name="sessionid")
    press(page, "Add it")
    heading(page, "Sign in")
    look(page, "ended")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    heading(page, "What you filled in is here")
    look(page, "again")
    press(page, "Send it now")
    assert ProgrammeEvent.objects.get().text == WORDS


def test_a_stale_page_is_sent_by_one_more_press(visitors):
    make_group()
    page = arrive(visitors.arrive(script=True))
    write(page)
    other = page.context.new_page()  # the same device: somebody else leaves, and clears it
    other.goto("/accounts/password/reset/")
    page.context.clear_cookies(name="csrftoken")
    press(page, "Add it")
    heading(page, "Please send that again")
    look(page, "stale")
    press(page, "Send it again")
    assert ProgrammeEvent.objects.get().text == WORDS


def test_a_browser_without_cookies_is_told_what_to_do(visitors):
    make_group()
    page = visitors.arrive(script=True)
    page.context.route("**", without_cookies)
    page.goto("/accounts/password/reset/")
    page.get_by_label("Email").fill(EMAIL)
    press(page, "Send me the link")
    heading(page, "Please send that again")
    press(page, "Send it again")
    heading(page, "This browser keeps no cookies")
    look(page, "refused")
    assert "answer on paper" in page.inner_text("main")


def without_cookies(route):
    """As a browser that keeps none asks."""
    kept_back = {k: v for k, v in route.request.all_headers().items() if k != "cookie"}
    route.request.frame.page.context.clear_cookies()
    route.continue_(headers=kept_back)


def write(page):
    programme = Programme.objects.get()
    page.goto(f"/programmes/{programme.pk}/events/")
    page.get_by_label("When").fill("2026-05-01")
    page.get_by_label("What happened").fill(WORDS)


def look(page, name):
    page.evaluate(AXE_SCRIPT)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        assert not list(violations(page)), (page.url, page.inner_text("main"))
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
