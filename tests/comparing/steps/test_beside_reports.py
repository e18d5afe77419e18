"""Setting a published round beside a report: one at a time, noted, taken away once."""

import pytest

from comparing.method.comparison_document import Headed, published_document
from comparing.method.published import publish
from comparing.models import Reference
from comparing.steps import beside_reports
from organisations.refusal import Refusal
from questions import load
from tests.comparing.collaboration import DAY, make_together, today, with_report
from tests.comparing.lifelike import members

pytestmark = pytest.mark.django_db


def document(name, last_day=None):
    published = publish(members(8), load())
    return published_document(published, Headed(name=name, last_day=last_day))


def test_one_at_a_time_and_each_change_is_noted():
    together = make_together(0, silent=1)
    organisation, owner = together.organisations[0], together.owner()
    assessment = with_report(organisation)
    for name in ("Spring", "Autumn"):
        beside_reports.set_beside(
            assessment=assessment, document=document(name, today()), who=owner
        )
    found = Reference.objects.get()
    assert (found.document["name"], found.last_day) == ("Autumn", today())
    with pytest.raises(Refusal, match="last day"):
        beside_reports.set_beside(
            assessment=assessment, document=document("Over", today() - DAY), who=owner
        )
    for _again in range(2):
        beside_reports.take_away(assessment=assessment, who=owner)
    assert not Reference.objects.exists()
    assert list(organisation.log.order_by("pk").values_list("what", flat=True)) == [
        "set Spring beside the report of Winter",
        "set Autumn beside the report of Winter",
        "took away what stood beside the report of Winter",
    ]
