"""The plan's steps: what two presses, or a page that was open for long, may not do."""

from dataclasses import replace

import pytest

from assessment.models import ClosedReport, PlannedAction
from assessment.steps import planning
from assessment.steps.planning import GivenAction, GivenReply
from organisations.refusal import Refusal
from tests.assessment.answered import open_assessment
from tests.reports.builder import closed_with, sample

WALK = GivenAction(kind="build", text="A walk on Tuesdays", about="companionship")


@pytest.fixture
def closed(cast):
    return closed_with(cast, sample())


@pytest.fixture
def action(cast, closed):
    return planning.plan_action(assessment=closed, planned=WALK, who=cast.editor)


def noted(cast):
    return list(cast.organisation.log.order_by("pk").values_list("what", flat=True))


def test_what_stands_in_the_plan_is_not_added_again(cast, closed, action):
    assert planning.plan_action(assessment=closed, planned=WALK, who=cast.owner) == action
    other = replace(WALK, about="mutuality")
    assert planning.plan_action(assessment=closed, planned=other, who=cast.owner) != action
    assert noted(cast) == ["planned: A walk on Tuesdays"] * 2


def test_a_change_is_kept_and_noted_once(cast, action):
    later = replace(WALK, owner="Olive", status="under way")
    for _ in range(2):
        planning.change_action(action=action, planned=later, who=cast.editor)
    action.refresh_from_db()
    assert (action.owner, action.status, action.text) == ("Olive", "under way", WALK.text)
    assert noted(cast)[1:] == ["changed what is planned: A walk on Tuesdays"]


def test_what_was_added_by_mistake_is_taken_off(cast, action):
    planning.remove(action=action, who=cast.editor)
    assert not PlannedAction.objects.exists()
    assert noted(cast)[-1] == "took off the plan: A walk on Tuesdays"


def test_a_reply_is_kept_noted_once_and_taken_back_when_it_is_empty(cast, closed):
    given = GivenReply(not_now="there is no money before April", words="We are sorry.")
    for _ in range(2):
        planning.reply(assessment=closed, about="respect", given=given, who=cast.owner)
    kept = ClosedReport.objects.get().replies
    assert kept == {"respect": {"not_now": given.not_now, "words": given.words}}
    for _ in range(2):
        planning.reply(assessment=closed, about="respect", given=GivenReply(), who=cast.owner)
    assert ClosedReport.objects.get().replies == {}
    said = "not now, because there is no money before April; We are sorry."
    assert noted(cast) == [
        f"answered what was said of respect: {now}" for now in (said, "nothing any more")
    ]


def test_an_address_is_made_once_and_ends_for_good(cast, closed):
    first = planning.publish(assessment=closed, who=cast.owner)
    assert planning.publish(assessment=closed, who=cast.owner) == first
    for _ in range(2):
        planning.unpublish(assessment=closed, who=cast.owner)
    assert ClosedReport.objects.get().public_token is None
    assert planning.publish(assessment=closed, who=cast.owner) != first
    published, taken_down = (
        f"{did} 'you said, what changed' of Autumn" for did in ("published", "took down")
    )
    assert noted(cast) == [published, taken_down, published]


def test_before_it_has_closed_nothing_is_planned(cast):
    with pytest.raises(Refusal, match="it is open"):
        planning.plan_action(assessment=open_assessment(cast), planned=WALK, who=cast.editor)
