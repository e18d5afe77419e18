"""Trials, what is left out, and archived programmes: in nothing that is compared."""

import pytest

from assessment.keys import key_file
from assessment.models import COUNTS, Assessment, DoomedKey
from assessment.steps import closing, setting_aside, setting_up, together
from organisations.models import Programme
from organisations.refusal import Refusal
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import open_assessment, respond, set_up

pytestmark = pytest.mark.django_db


def closed(cast, **options):
    found = open_assessment(cast, **options)
    closing.close(assessment=found, who=cast.owner)
    return found


def counting():
    return list(Assessment.objects.filter(COUNTS))


def make_trial(cast):
    found = set_up(cast)
    setting_up.change_basics(
        assessment=found, name="A try", length="short", mutual=False, trial=True
    )
    setting_up.open_for_answers(assessment=found, who=cast.owner)
    return Assessment.objects.get(pk=found.pk)


def test_a_trial_is_one_before_it_opens_and_stays_one(cast):
    found = make_trial(cast)
    for trial in (True, False):
        with pytest.raises(Refusal, match="open for answers"):
            setting_up.change_basics(
                assessment=found, name="A try", length="short", mutual=False, trial=trial
            )
    closing.close(assessment=found, who=cast.owner)
    assert counting() == []
    assert '"Community peers (trial)"' in found.report.results


def test_a_trial_goes_for_good_with_its_answers_and_its_key(cast):
    found = make_trial(cast)
    respond(found, "receiving", [3])
    setting_aside.throw_away(assessment=found, who=cast.owner)
    assert not Assessment.objects.exists()
    assert DoomedKey.objects.filter(assessment=found.pk).exists()
    closing.destroy_keys()
    assert not key_file(found.pk).exists()
    assert cast.organisation.log.filter(what="threw away A try, a trial").exists()


def test_what_counts_is_never_thrown_away(cast):
    for found in (set_up(cast), open_assessment(cast), closed(cast)):
        with pytest.raises(Refusal, match="Only a trial"):
            setting_aside.throw_away(assessment=found, who=cast.owner)


def test_a_room_says_so_as_it_begins(cast):
    found = together.begin_together(
        programme=cast.programme,
        who=cast.owner,
        instrument=DEFAULT_VERSION,
        length="short",
        room=together.Room(counts={"receiving": 4}, mutual=True),
        trial=True,
    )
    assert found.trial


def leave_out(cast, found, reason="The link went astray."):
    setting_aside.leave_out(assessment=found, reason=reason, who=cast.owner)


def test_left_out_with_a_reason_and_taken_back_in(cast):
    found = closed(cast)
    assert counting() == [found]
    leave_out(cast, found)
    first = found.left_out_at
    leave_out(cast, found, "Another reason.")
    assert (found.left_out_at, found.left_out_reason) == (first, "The link went astray.")
    assert counting() == []
    for _twice in range(2):
        setting_aside.take_back_in(assessment=found, who=cast.owner)
    assert (found.left_out_at, found.left_out_reason) == (None, "")
    assert counting() == [found]
    said = [one.what for one in cast.organisation.log.order_by("pk")][-2:]
    assert said == ["left out Autumn: The link went astray.", "took Autumn back in"]


def test_only_what_has_closed_and_counts_is_left_out(cast):
    with pytest.raises(Refusal, match="open for answers"):
        leave_out(cast, open_assessment(cast))
    trial = make_trial(cast)
    closing.close(assessment=trial, who=cast.owner)
    with pytest.raises(Refusal, match="never counts"):
        leave_out(cast, trial)


def archive(cast):
    setting_aside.archive(programme=cast.programme, who=cast.owner)
    cast.programme.refresh_from_db()


def test_an_archived_programme_begins_and_opens_nothing(cast):
    draft = set_up(cast)
    for _twice in range(2):
        archive(cast)
    assert cast.programme.archived_at
    draft.refresh_from_db()
    for begin in (
        lambda: set_up(cast),
        lambda: setting_up.open_for_answers(assessment=draft, who=cast.owner),
    ):
        with pytest.raises(Refusal, match="archived"):
            begin()
    for _twice in range(2):
        setting_aside.take_out_of_archive(programme=cast.programme, who=cast.owner)
    said = [one.what for one in cast.organisation.log.order_by("pk")][-2:]
    assert said == [
        "archived the programme Community peers",
        "took out of the archive the programme Community peers",
    ]
    cast.programme.refresh_from_db()
    draft = Assessment.objects.get(pk=draft.pk)
    setting_up.open_for_answers(assessment=draft, who=cast.owner)


def test_not_while_people_can_answer(cast):
    open_assessment(cast)
    with pytest.raises(Refusal, match="close that first"):
        archive(cast)
    assert not Programme.objects.exclude(archived_at=None).exists()
