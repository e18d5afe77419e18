"""The second step of signing in, from turning it on to turning it off; axe looks at every page."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.cast import code_now
from tests.journeys.test_axe import violations
from tests.journeys.test_together import EMAIL, make_group
from tests.visitors import go, sign_in

pytestmark = pytest.mark.one_in(3, "journeys")


@pytest.mark.usefixtures("still_clock")
def test_the_second_step_from_on_to_off(visitors):
    make_group()
    page = arrive(visitors.arrive(script=True))
    page.goto("/accounts/2fa/totp/activate/")
    secret = page.locator("#authenticator_secret").inner_text()
    look(page)
    send_code(page, "000000")
    look(page)
    send_code(page, code_now(secret))
    look(page)
    for name in ("recovery-codes", "recovery-codes/generate", "totp/deactivate"):
        page.goto(f"/accounts/2fa/{name}/")
        look(page)
    again = arrive(visitors.arrive(script=True))
    assert "/2fa/authenticate" in again.url
    look(again)
    send_code(again, "000000")
    look(again)
    page.goto("/accounts/2fa/totp/deactivate/")
    go(page.locator("main form button").first)
    look(page)
    assert "/organisations/" in arrive(visitors.arrive()).url


def arrive(page):
    sign_in(page, EMAIL)
    return page


def send_code(page, code):
    page.locator("input[name=code]").first.fill(code)
    go(page.locator("main form button").first)


def look(page):
    page.evaluate(AXE_SCRIPT)
    assert not list(violations(page)), (page.url, page.inner_text("main"))
