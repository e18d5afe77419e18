"""Closing on its day or later, and never before unless the keeper agrees."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessment.models import Assessment, State
from assessment.steps import closing, promised_day, setting_up, slips
from organisations.models import AuditEntry
from organisations.refusal import Refusal
from tests.assessment.answered import open_assessment, open_with_slips

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def opened(cast):
    """Open until tomorrow."""
    return open_with_slips(cast, closes_on=TODAY() + timedelta(days=1), receiving=12)


def is_closed():
    return Assessment.objects.get().state == State.CLOSED


def test_not_the_day_before(opened, cast):
    with pytest.raises(promised_day.TooEarly, match="cannot be closed before"):
        closing.close(assessment=opened, who=cast.owner)
    assert not is_closed()


@pytest.mark.parametrize("days", [0, -1])
def test_on_its_day_and_after(opened, cast, days):
    Assessment.objects.update(closes_on=TODAY() + timedelta(days=days))
    closing.close(assessment=opened, who=cast.owner)
    assert is_closed()


def test_groups_close_when_they_like(cast):
    assessment = open_assessment(cast, panel="group")
    Assessment.objects.update(closes_on=TODAY() + timedelta(days=9))
    closing.close(assessment=assessment, who=cast.owner)
    assert is_closed()


def test_earlier_once_the_keeper_agrees(opened, cast):
    promised_day.ask_to_close_early(assessment=opened, reason="All have answered", who=cast.owner)
    with pytest.raises(promised_day.TooEarly):
        closing.close(assessment=opened, who=cast.owner)
    promised_day.agree_to_close_early(assessment=opened, who=cast.keeper)
    closing.close(assessment=opened, who=cast.owner)
    assert is_closed()
    said = [entry.what for entry in AuditEntry.objects.all()]
    assert "agreed to an early closing of Autumn" in said
    assert "asked the keeper to agree to an early closing of Autumn" in said


@pytest.mark.parametrize("who", ["owner", "editor", "viewer", "stranger"])
def test_nobody_else_agrees(opened, cast, who):
    promised_day.ask_to_close_early(assessment=opened, reason="Soon", who=cast.owner)
    with pytest.raises(Refusal, match="Only the keeper"):
        promised_day.agree_to_close_early(assessment=opened, who=getattr(cast, who))
    with pytest.raises(promised_day.TooEarly):
        closing.close(assessment=opened, who=cast.owner)


def test_nothing_is_agreed_that_nobody_asked(opened, cast):
    with pytest.raises(Refusal, match="Nobody has asked"):
        promised_day.agree_to_close_early(assessment=opened, who=cast.keeper)


def test_a_keeper_who_thinks_again(opened, cast):
    promised_day.ask_to_close_early(assessment=opened, reason="Soon", who=cast.owner)
    promised_day.agree_to_close_early(assessment=opened, who=cast.keeper)
    promised_day.refuse_to_close_early(assessment=opened, who=cast.keeper)
    with pytest.raises(promised_day.TooEarly):
        closing.close(assessment=opened, who=cast.owner)


def test_a_new_keeper_is_asked_anew(opened, cast):
    """Or an owner could name somebody after the first has agreed to something else."""
    promised_day.ask_to_close_early(assessment=opened, reason="Soon", who=cast.owner)
    promised_day.agree_to_close_early(assessment=opened, who=cast.keeper)
    slips.name_keeper(assessment=opened, keeper=cast.viewer, who=cast.owner)
    with pytest.raises(promised_day.TooEarly):
        closing.close(assessment=opened, who=cast.owner)


def test_without_a_keeper_nobody_can_be_asked(cast):
    assessment = open_assessment(cast)
    with pytest.raises(Refusal, match="Nobody keeps"):
        promised_day.ask_to_close_early(assessment=assessment, reason="Soon", who=cast.owner)


@pytest.mark.parametrize(("days", "moves"), [(0, False), (1, True), (2, True)])
def test_the_day_is_moved_on_and_never_back(opened, cast, days, moves):
    there = TODAY() + timedelta(days=days)
    if moves:
        setting_up.extend(assessment=opened, closes_on=there, who=cast.owner)
    else:
        with pytest.raises(Refusal, match="never back"):
            setting_up.extend(assessment=opened, closes_on=there, who=cast.owner)
    assert Assessment.objects.get().closes_on == TODAY() + timedelta(days=max(1, days))
