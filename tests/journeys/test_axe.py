"""axe finds nothing on any page, wide and narrow; and none scrolls sideways at 320 px."""

import json
from itertools import chain

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from assessment.respondent import cookie
from tests.access.asking import routes
from tests.access.rows_respondent import cookie_of
from tests.journeys.pages import NO_PAGE, PARTS
from tests.world import make_world

WIDTHS = {1280: 900, 360: 740}
NARROWEST = 320
RUN = f"axe.run(document, {json.dumps({'resultTypes': ['violations']})})"


class Site:
    """One world for every page of a part: no row of the table changes it."""

    def __init__(self, visitors, world):
        self.visitors, self.world, self.tabs = visitors, world, {}

    def tab(self, who, draft):
        """The same browser for the same person."""
        if (who, draft) not in self.tabs:
            tab = self.visitors.arrive(script=True)  # for axe; the site has no script
            self.tabs[who, draft] = tab
            tab.context.add_cookies([*self.session(who), *self.code(draft)])
        return self.tabs[who, draft]

    def session(self, who):
        if who:
            yield self.cookie("sessionid", self.world.sessions[who])

    def code(self, draft):
        if draft:
            link, code = self.world.drafts[draft]
            yield self.cookie(cookie.CODE, cookie_of(link, code))

    def cookie(self, name, value):
        return {"name": name, "value": value, "url": self.visitors.address}


def test_every_page_stands_in_the_table():
    pages = list(chain.from_iterable(PARTS.values()))
    looked_at = {page.route for page in pages}
    assert looked_at | NO_PAGE == set(routes())
    assert not looked_at & NO_PAGE
    assert len({str(page) for page in pages}) == len(pages)


@pytest.mark.parametrize("both", [False, pytest.param(True, marks=pytest.mark.check)])
@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing(part, both, visitors):
    """All that is wrong with a part's pages is said at once.

    Both widths of every page take minutes: here each page has one of them, turn and turn about.
    """
    site = Site(visitors, make_world(demo=part == "report"))
    found = {}
    for place, page in enumerate(PARTS[part]):
        widths = list(WIDTHS) if both else [list(WIDTHS)[place % len(WIDTHS)]]
        if wrong := look_at(page, site, widths):
            found[str(page)] = wrong
    assert not found, json.dumps(found, indent=1)


def look_at(page, site, widths):
    """What is wrong with a page at these widths, in words."""
    tab = site.tab(page.who, page.draft)
    status = tab.goto(page.address(site.world)).status
    if page.then:
        page.then(tab)
    wrong = [] if status == page.status else [f"answered {status}"]
    if "error" in page.state and tab.locator(".error-summary").count() != 1:
        wrong.append("names no error")
    tab.evaluate(AXE_SCRIPT)
    for width in widths:
        tab.set_viewport_size({"width": width, "height": WIDTHS[width]})
        wrong += [f"{width}: {one}" for one in violations(tab)]
    tab.set_viewport_size({"width": NARROWEST, "height": 640})
    if tab.evaluate("document.documentElement.scrollWidth") > NARROWEST:
        wrong.append(f"scrolls sideways at {NARROWEST}")
    return wrong


def violations(tab):
    for found in tab.evaluate(RUN)["violations"]:
        yield found["id"], found["help"], [node["html"][:300] for node in found["nodes"][:3]]
