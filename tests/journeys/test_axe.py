"""axe finds nothing on any page, wide and narrow; and none scrolls sideways at 320 px."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.core.management import call_command
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from assessment.respondent import cookie
from tests.access.asking import routes
from tests.journeys.pages import NO_PAGE, PAGES
from tests.journeys.visitors import Visitors
from tests.journeys.world import make_world

WIDTHS = {1280: 900, 360: 740}
NARROWEST = 320
RUN = f"axe.run(document, {json.dumps({'resultTypes': ['violations']})})"


class Site:
    """One world for every page: no row of the table changes it."""

    def __init__(self, browser, address, world):
        self.visitors, self.world, self.tabs = Visitors(browser, address), world, {}

    def tab(self, who, draft):
        """The same browser for the same person."""
        if (who, draft) not in self.tabs:
            tab = self.visitors.arrive(script=True)  # for axe; the site has no script
            self.tabs[who, draft] = tab
            tab.context.add_cookies([*self.session(who), *self.code(draft)])
        return self.tabs[who, draft]

    def session(self, who):
        if who:
            client = Client()
            client.force_login(self.world.user(who))
            yield self.cookie("sessionid", client.cookies["sessionid"].value)

    def code(self, draft):
        if draft:
            link, code = self.world.drafts[draft]
            yield self.cookie(cookie.CODE, cookie.signer(link).sign(code))

    def cookie(self, name, value):
        return {"name": name, "value": value, "url": self.visitors.address}


@pytest.fixture(scope="module")
def site(browser, django_db_setup, django_db_blocker):  # noqa: ARG001 (makes the database)
    """pytest-django's server empties the database after each test; this keeps it for them all."""
    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        try:
            found = Site(browser, server.url, make_world())
            yield found
            for context in found.visitors.contexts:
                context.close()
        finally:
            server.stop()
            call_command("flush", interactive=False, verbosity=0)


def test_every_page_stands_in_the_table():
    looked_at = {page.route for page in PAGES}
    assert looked_at | NO_PAGE == set(routes())
    assert not looked_at & NO_PAGE
    assert len({str(page) for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_axe_finds_nothing(page, site):
    tab = site.tab(page.who, page.draft)
    response = tab.goto(page.address(site.world))
    assert response.status == page.status
    if page.then:
        page.then(tab)
    if "error" in page.state:
        assert tab.locator(".error-summary").count() == 1
    tab.evaluate(AXE_SCRIPT)
    for width, height in WIDTHS.items():
        tab.set_viewport_size({"width": width, "height": height})
        assert not list(violations(tab)), width
    tab.set_viewport_size({"width": NARROWEST, "height": 640})
    assert tab.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    assert not site.visitors.faults


def violations(tab):
    for found in tab.evaluate(RUN)["violations"]:
        yield found["id"], found["help"], [node["html"][:300] for node in found["nodes"][:3]]
