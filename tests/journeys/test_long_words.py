"""One long word, in every text that somebody types: no page is wider for it."""

import pytest

from assessment.models import Assessment
from organisations.models import Organisation, Programme
from reports.one.pages import body
from tests.journeys.pages import PARTS
from tests.journeys.reflow import too_wide
from tests.journeys.test_axe import Site
from tests.world import make_world

# A village on Anglesey, and two letters.
WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochau"
EIGHTHS = 8  # of a part's pages


@pytest.mark.one_in(6 * EIGHTHS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("eighth", range(EIGHTHS))
def test_one_long_word_widens_no_page(part, eighth, visitors):
    assert len(WORD) == 60
    world = make_world(demo=part == "report", ours=WORD)
    for assessment in world.demo.values():
        lengthen(assessment)
    site, wide = Site(visitors, world), {}
    for page in PARTS[part][eighth::EIGHTHS]:
        tab = site.seen_by(page.who, page.draft)
        tab.goto(page.address(world))
        if page.then:
            page.then(tab)
        if found := list(too_wide(tab)):
            wide[str(page)] = found
    assert not wide, "\n".join(f"{page}: {found}" for page, found in wide.items())


def lengthen(assessment):
    """What stands in the database; what a report was made of stays as it was."""
    Assessment.objects.filter(pk=assessment.pk).update(name=WORD)
    Programme.objects.filter(pk=assessment.programme_id).update(name=WORD)
    Organisation.objects.filter(pk=assessment.programme.organisation_id).update(name=WORD)
    assessment.planned_actions.update(text=WORD, owner=WORD, notes=WORD)
    body.body.cache_clear()
