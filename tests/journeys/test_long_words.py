"""One long word, in every text that somebody types: no page is wider for it."""

import pytest

from assessment.models import Assessment
from organisations.models import Organisation, Programme
from reports.one.pages import body
from tests.journeys.pages import PARTS
from tests.journeys.test_axe import Site
from tests.world import make_world

WORD = "donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt"
WIDTHS = {320: 640, 1280: 900}
OFTEN = ("organisation",)  # the other parts wait for check


@pytest.mark.parametrize(
    "part", [p if p in OFTEN else pytest.param(p, marks=pytest.mark.check) for p in PARTS]
)
def test_one_long_word_widens_no_page(part, visitors):
    assert len(WORD) == 60
    world = make_world(demo=part == "report", ours=WORD)
    for assessment in world.demo.values():
        lengthen(assessment)
    site, wide = Site(visitors, world), {}
    for page in PARTS[part]:
        tab = site.seen_by(page.who, page.draft)
        tab.set_viewport_size({"width": 320, "height": 640})
        tab.goto(page.address(world))
        if page.then:
            page.then(tab)
        for width, height in WIDTHS.items():
            tab.set_viewport_size({"width": width, "height": height})
            found = tab.evaluate("document.documentElement.scrollWidth")
            if found > width:
                wide[str(page), width] = found, tab.evaluate(WIDEST)
    assert not wide, "\n".join(f"{page}: {found}" for page, found in wide.items())


def lengthen(assessment):
    """What stands in the database; what a report was made of stays as it was."""
    Assessment.objects.filter(pk=assessment.pk).update(name=WORD)
    Programme.objects.filter(pk=assessment.programme_id).update(name=WORD)
    Organisation.objects.filter(pk=assessment.programme.organisation_id).update(name=WORD)
    assessment.planned_actions.update(text=WORD, owner=WORD, notes=WORD)
    body.body.cache_clear()


# Of the elements that reach too far right, the innermost few.
WIDEST = """
(() => {
  const far = [...document.querySelectorAll("body *")].filter(one =>
    one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll .scroll *"));
  const inner = far.filter(one => !far.some(other => other !== one && one.contains(other)));
  return inner.slice(0, 3).map(one => one.outerHTML.slice(0, 160));
})()
"""
