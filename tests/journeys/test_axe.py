"""axe finds nothing on any page, wide and narrow; and none is wider than its screen or sheet."""

import json
import random
from itertools import chain, cycle

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings

from tests.access.asking import routes
from tests.access.rows_respondent import cookie_of
from tests.journeys.pages import NO_PAGE, PARTS
from tests.journeys.reflow import too_wide
from tests.world import make_world

WIDTHS = {1280: 900, 360: 740}
RUN = f"axe.run(document, {json.dumps({'resultTypes': ['violations']})})"


class Site:
    """One world and one tab for every page of a part: no row of the table changes the world."""

    def __init__(self, visitors, world):
        self.address, self.world = visitors.address, world
        self.tab = visitors.arrive(script=True)  # for axe; the site has no script
        self.tab.add_init_script(AXE_SCRIPT)

    def seen_by(self, who, draft):
        """The tab, on the device of somebody who is signed in, or who has begun to answer."""
        self.tab.context.clear_cookies()
        if who:
            self.keep(settings.SESSION_COOKIE_NAME, self.world.sessions[who])
        if draft:
            self.keep(*cookie_of(*self.world.drafts[draft]))
        return self.tab

    def keep(self, name, value):
        self.tab.context.add_cookies([{"name": name, "value": value, "url": self.address}])


def test_every_page_stands_in_the_table():
    pages = list(chain.from_iterable(PARTS.values()))
    looked_at = {page.route for page in pages}
    assert looked_at | NO_PAGE == set(routes())
    assert not looked_at & NO_PAGE
    assert len({str(page) for page in pages}) == len(pages)


@pytest.mark.parametrize("everything", [False, pytest.param(True, marks=pytest.mark.check)])
@pytest.mark.one_in(3)
@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing(part, everything, visitors):
    """All that is wrong with a part's pages is said at once.

    Every page at both widths takes minutes: here one page in five, of one part in three, has one
    of them, which ones is another matter in each order of the tests, and of pages that differ in
    words alone there is one.
    """
    site = Site(visitors, make_world(demo=part == "report"))
    pages = PARTS[part]
    if not everything:
        pages = [page for page in pages if not page.alike][random.randrange(5) :: 5]
    found = {}
    for page, width in zip(pages, cycle(WIDTHS)):
        if wrong := look_at(page, site, WIDTHS if everything else [width]):
            found[str(page)] = wrong
    assert not found, json.dumps(found, indent=1)


def look_at(page, site, widths):
    """What is wrong with a page at these widths, in words."""
    tab = site.seen_by(page.who, page.draft)
    status = tab.goto(page.address(site.world)).status
    if page.then:
        page.then(tab)
    wrong = [] if status == page.status else [f"answered {status}"]
    if "error" in page.state and tab.locator(".error-summary").count() != 1:
        wrong.append("names no error")
    for width in widths:
        tab.set_viewport_size({"width": width, "height": WIDTHS[width]})
        wrong += [f"{width}: {one}" for one in violations(tab)]
    return [*wrong, *too_wide(tab)]


def violations(tab):
    for found in tab.evaluate(RUN)["violations"]:
        yield found["id"], found["help"], [node["html"][:300] for node in found["nodes"][:3]]
