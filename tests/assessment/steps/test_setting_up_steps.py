"""The steps of setting up hold by themselves, whatever form called them."""

import datetime

import pytest
from django.db import IntegrityError

from assessment.asked import HowAsked
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Link, State
from assessment.steps import setting_up
from organisations.refusal import Refusal
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import open_assessment

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast):
    return setting_up.create(
        programme=cast.programme, who=cast.editor, name="Autumn", instrument=DEFAULT_VERSION
    )


@pytest.mark.parametrize("k", [4, 0, -1])
def test_k_is_never_below_the_instruments(draft, k):
    with pytest.raises(Refusal, match="never lowered"):
        setting_up.set_limits(assessment=draft, k=k, closes_on=None)
    assert Assessment.objects.get().k == 5


def test_nor_in_the_database(draft):
    with pytest.raises(IntegrityError):
        Assessment.objects.filter(pk=draft.pk).update(k=4)


def test_a_k_below_the_instruments_is_found_when_it_opens(draft, cast, monkeypatch):
    chosen = {"receiving": HowAsked(Mode.INDIVIDUAL, door=Door.OPEN)}
    setting_up.choose_perspectives(assessment=draft, chosen=chosen)
    monkeypatch.setattr(setting_up, "instrument_of", lambda _assessment: stricter())
    with pytest.raises(Refusal, match="never lowered"):
        setting_up.open_for_answers(assessment=draft, who=cast.owner)
    assert not Link.objects.exists()


def stricter():
    class Thresholds:
        k, k_open = 6, 11

    class Instrument:
        thresholds = Thresholds

    return Instrument


def test_a_mutual_group_has_no_giving(draft):
    setting_up.change_basics(assessment=draft, name="A", length="short", mutual=True)
    with pytest.raises(Refusal, match="mutual group"):
        setting_up.choose_perspectives(assessment=draft, chosen={"giving": HowAsked(Mode.GROUP)})


@pytest.mark.parametrize(
    "step",
    [
        lambda a: setting_up.change_basics(assessment=a, name="B", length="full", mutual=True),
        lambda a: setting_up.choose_perspectives(assessment=a, chosen={}),
        lambda a: setting_up.set_limits(assessment=a, k=9, closes_on=None),
        lambda a: setting_up.set_words(assessment=a, welcome="B", privacy_notice="B", contact="B"),
    ],
)
def test_what_people_were_told_is_fixed_once_it_is_open(cast, step):
    assessment = open_assessment(cast)
    before = Assessment.objects.values().get()
    with pytest.raises(Refusal, match="open for answers"):
        step(assessment)
    assert Assessment.objects.values().get() == before
    assert assessment.perspectives.count() == 2


def test_a_closing_date_never_moves_into_the_past(cast):
    assessment = open_assessment(cast)
    with pytest.raises(Refusal, match="has passed"):
        setting_up.extend(
            assessment=assessment, closes_on=datetime.date(2020, 1, 1), who=cast.owner
        )


def test_opening_twice_keeps_the_first_links(cast):
    assessment = open_assessment(cast)
    before = set(Link.objects.values_list("code", flat=True))
    with pytest.raises(Refusal):
        setting_up.open_for_answers(assessment=assessment, who=cast.owner)
    assert set(Link.objects.values_list("code", flat=True)) == before
    assert Assessment.objects.get().state == State.OPEN


def test_turning_mutual_takes_giving_off_and_back_brings_nothing(draft):
    asked = {code: HowAsked(Mode.GROUP) for code in ("giving", "receiving")}
    setting_up.choose_perspectives(assessment=draft, chosen=asked)
    for mutual in (False, True, False):
        setting_up.change_basics(assessment=draft, name="A", length="full", mutual=mutual)
        draft.refresh_from_db()
        assert (draft.mutual, draft.length) == (mutual, "full")
    assert [one.code for one in draft.perspectives.all()] == ["receiving"]


def test_words_of_its_own_stay_when_it_opens(draft, cast):
    setting_up.set_words(assessment=draft, welcome="Hello", privacy_notice="", contact="Olive")
    asked = {"receiving": HowAsked(Mode.GROUP)}
    setting_up.choose_perspectives(assessment=draft, chosen=asked)
    setting_up.open_for_answers(assessment=draft, who=cast.owner)
    assert (draft.welcome, draft.contact) == ("Hello", "Olive")
    assert draft.privacy_notice


def test_without_a_perspective_it_does_not_open(draft, cast):
    with pytest.raises(Refusal, match="at least one perspective"):
        setting_up.open_for_answers(assessment=draft, who=cast.owner)
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_what_was_discarded_meanwhile_is_not_changed(draft, cast):
    """In another tab."""
    same = Assessment.objects.get(pk=draft.pk)
    setting_up.discard(assessment=draft, who=cast.owner)
    with pytest.raises(Refusal, match="discarded"):
        setting_up.set_limits(assessment=same, k=5, closes_on=None)
    assert cast.organisation.log.first().what == "discarded Autumn"
