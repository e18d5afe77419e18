"""What the browser tests of the report look at, made inside the site that is served to them."""

import json

from assessment.steps import planning
from tests.assessment.answered import open_assessment
from tests.cast import make_cast
from tests.reports.builder import closed_with, sample
from tests.reports.one.pages.test_report import STATES
from tests.world import session_of

COMMENTS = {"receiving": ["One.", "Two.\nlines", "Three."]}


def seed():
    """JSON: the names of what there is now, and what to find it by."""
    cast = make_cast()
    made = {
        state: str(closed_with(cast, sample(**how), comments=COMMENTS, name=state).pk)
        for state, how in STATES.items()
    }
    made["open"] = str(open_assessment(cast).pk)
    planned = closed_with(cast, sample(), name="planned")
    made["planned"] = str(planned.pk)
    for status in ("planned", "under way", "done", "dropped"):
        plan(planned, status, cast.owner)
    made["action"] = planned.planned_actions.first().pk
    made["token"] = planning.publish(assessment=planned, who=cast.owner)
    made |= {role: session_of(getattr(cast, role)) for role in ("owner", "editor", "viewer")}
    return json.dumps(made)


def plan(assessment, status, who):
    planned = planning.GivenAction(
        kind="build",
        text=f"The {status} one",
        owner="Olive",
        notes="Soon",
        about="respect",
        status=status,
    )
    planning.plan_action(assessment=assessment, planned=planned, who=who)
