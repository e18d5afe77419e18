"""The demo's earlier years: a programme's assessments before this one, and what happened between.

Everything goes through the steps that people's clicks take; only the days on which something closed
are put back afterwards, so that there are years to look at.
"""

import datetime
import json

from django.db.models import F
from django.utils import timezone

from assessment.method.results import Mode
from assessment.models import Assessment, ClosedReport
from assessment.steps import closing, planning
from demo import people as invented
from demo.people import TRUST
from demo.running import Chance, answer_as_many, open_for_answers, state
from organisations import happenings
from organisations.models import Programme, User

# A programme's earlier years: how far its practice then lay from what it is now, by principle.
EARLIER = {
    2024: {"solidarity": -19, "equality": -4, "hopefulness": -22, "independence": 16, "respect": 2},
    2025: {"solidarity": -16, "equality": 2, "hopefulness": -8, "independence": 9, "respect": -6},
}
EVENTS = (
    (datetime.date(2025, 2, 1), "The service is put out to tender"),
    (datetime.date(2025, 7, 1), "A new restraint and risk policy covers peer posts"),
    (datetime.date(2026, 4, 1), "Two localities merge; two user groups share one budget"),
)


def build_years(chance: Chance, owner: User) -> None:
    """Of the trust's two programmes."""
    programmes = Programme.objects.filter(organisation__seats__user=owner)
    earlier_assessments(chance, programmes.get(name="Community peer support"), owner)
    last_winter(chance, programmes.get(name="Peer support on the wards"), owner)


def earlier_assessments(chance: Chance, programme: Programme, owner: User) -> None:
    """Two autumns before the one of today, and what happened between."""
    for year, moved in EARLIER.items():
        found = {
            code: (practice + moved.get(code, 0), warning, lead)
            for code, (practice, warning, lead) in TRUST.items()
        }
        assessment = open_for_answers(
            programme,
            owner,
            f"Autumn {year}",
            dict.fromkeys(invented.PEOPLE, Mode.INDIVIDUAL),
            {"giving": 20, "receiving": 60, "staff": 40},
            by_slips=("giving", "receiving"),
        )
        state(chance, assessment, owner, formal=True)
        for code, people in invented.PEOPLE.items():
            answer_as_many(chance, assessment, code, found, people)
        closing.close(assessment=assessment, who=owner)
        done(assessment, owner)
        put_back(assessment, datetime.date(year, 11, 14))
    for day, text in EVENTS:
        happenings.add_event(programme=programme, day=day, text=text, who=owner)


def done(assessment: Assessment, owner: User) -> None:
    words = "Open the Tuesday group in a second locality."
    plan_ = planning.GivenAction(kind="build", text=words, about="solidarity", status="done")
    planning.plan_action(assessment=assessment, planned=plan_, who=owner)


def put_back(assessment: Assessment, day: datetime.date) -> None:
    """As if it had closed on that day."""
    report = ClosedReport.objects.get(assessment=assessment)
    results = json.loads(report.results) | {"closed": day.isoformat()}
    ClosedReport.objects.filter(pk=report.pk).update(results=json.dumps(results))
    back = timezone.localdate() - day
    Assessment.objects.filter(pk=assessment.pk).update(
        created=F("created") - back,
        opened_at=F("opened_at") - back,
        closed_at=F("closed_at") - back,
    )


def last_winter(chance: Chance, programme: Programme, owner: User) -> None:
    """A programme that was looked at once before the assessment that is open now."""
    people = {"giving": 8, "receiving": 18, "staff": 11}
    assessment = open_for_answers(
        programme,
        owner,
        "Winter 2025",
        dict.fromkeys(people, Mode.INDIVIDUAL),
        {"giving": 9, "receiving": 40},
        by_slips=("giving", "receiving"),
    )
    found = {
        code: (practice - 6, warning + 6, lead) for code, (practice, warning, lead) in TRUST.items()
    }
    state(chance, assessment, owner, formal=True)
    for code, number in people.items():
        answer_as_many(chance, assessment, code, found, number)
    closing.close(assessment=assessment, who=owner)
    put_back(assessment, datetime.date(2025, 12, 5))
