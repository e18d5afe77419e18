"""Sharing with a round and taking back: who may, what stays, what is never both."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from assessment.models import Assessment, PlannedAction
from assessment.steps import setting_aside
from comparing.agreement import invited, offer
from comparing.method.members import Way
from comparing.models import Round, Share, UsedAssessment
from comparing.obstacles import choices, obstacle
from comparing.party import Member
from comparing.steps import consent, rounds
from organisations.models import AuditEntry, Organisation, Programme
from organisations.refusal import Refusal
from questions import load
from questions.suggested import suggestions
from tests.comparing.collaboration import (
    DAY,
    close_now,
    end_yesterday,
    make_round,
    make_together,
    today,
    with_report,
)
from tests.instruments import own_table, write_instrument


@pytest.fixture
def together(db):  # noqa: ARG001 (allows the database)
    return make_together(0, silent=9)


@pytest.fixture
def named(together):
    return make_round(together.collaboration, "By name", way=Way.BY_NAME)


def share(together, round_, assessment, place=0, **of):
    return consent.share(
        round_=round_,
        organisation=together.organisations[place],
        assessment=assessment,
        who=together.owner(place),
        **of,
    )


def fresh(together, place=0, *, seed=None, **of):
    seed = 50 + place if seed is None else seed
    return with_report(together.organisations[place], name=f"Report {seed}", seed=seed, **of)


def fill(together, round_, places=range(1, 6)):
    for place in places:
        share(together, round_, fresh(together, place), place)


def refused(together, round_, assessment, place=0, **of):
    with pytest.raises(Refusal) as caught:
        share(together, round_, assessment, place, **of)
    return str(caught.value)


# What is kept


def test_what_leaves_and_the_words_are_kept(together):
    assessment = fresh(together)
    action = suggestions(load())["M2:0"]
    PlannedAction.objects.create(
        assessment=assessment, kind=action.kind, text=action.text, about="M2"
    )
    offered = offer(round_=together.round, assessment=assessment)
    made = share(together, together.round, assessment, previewed=offered.digest)
    assert (made.text, made.results) == (offered.text, offered.results)
    assert (made.planned, made.way) == (["M2:0"], "anonymous")
    assert made.figures == offered.figures
    for words in (
        "Peer Led member number 8",  # who is invited
        "closes by itself on",
        "Six can hide you only if five of them do not act together",
        "can never be counted again nor be shared by name",
    ):
        assert words in made.text


def test_the_words_say_who_reads_it(together):
    assessment = fresh(together)
    for readers, words in (
        ("sharers", "those who share and the people of the collaboration can read them"),
        ("members", "all members and the people of the collaboration can read them"),
        ("everybody", "everybody can read them, members or not"),
    ):
        round_ = make_round(together.collaboration, readers, readers=readers)
        assert words in offer(round_=round_, assessment=assessment).text


def test_the_words_name_those_who_may_share_in_it(together):
    """Of a round for one kind only those of that kind."""
    Organisation.objects.filter(pk=together.organisations[1].pk).update(kind="voluntary")
    Organisation.objects.filter(pk=together.organisations[0].pk).update(kind="trust")
    names = [one.name for one in together.organisations[:2]]
    assert set(invited(together.round)) >= set(names)
    trusts = make_round(together.collaboration, "Trusts", kind="trust")
    assert set(names) & set(invited(trusts)) == {names[0]}


def test_a_second_click_changes_nothing(together):
    assessment = fresh(together)
    first = share(together, together.round, assessment)
    assert share(together, together.round, assessment) == first
    assert AuditEntry.objects.filter(what__startswith="shared").count() == 1


def test_what_was_looked_at_is_what_is_agreed_to(together):
    assessment = fresh(together)
    seen = offer(round_=together.round, assessment=assessment).digest
    together.organisations[3].name = "Renamed"
    together.organisations[3].save()
    with pytest.raises(consent.ChangedSince):
        share(together, together.round, assessment, previewed=seen)
    assert not Share.objects.exists()


# Who may


def test_not_before_nor_after_nor_from_outside(together):
    assessment, collaboration = fresh(together), together.collaboration
    early = make_round(collaboration, "Early", opens=today() + DAY)
    assert "not open yet" in refused(together, early, assessment)
    due = make_round(collaboration, "Due", closes=today())
    assert "closed: nothing can be shared" in refused(together, due, assessment)
    kind = make_round(collaboration, "Groups", kind="user-led")
    assert "another kind than yours" in refused(together, kind, assessment)
    elsewhere = make_together(0, silent=1, name="Other")
    assert "not a member" in refused(together, elsewhere.round, assessment)
    assert "of your own" in refused(together, together.round, fresh(together, 1))


def test_until_the_last_day_of_a_round_by_name(together):
    assessment = fresh(together)
    last = make_round(together.collaboration, "Last", way=Way.BY_NAME, ends=today())
    share(together, last, assessment)
    over = make_round(together.collaboration, "Over", way=Way.BY_NAME)
    end_yesterday(over)
    assert "closed" in refused(together, over, assessment)


def test_too_little_leaves(together):
    few = fresh(together, sizes={"giving": 7, "receiving": 7, "staff": 30})
    said = refused(together, together.round, few)
    assert "Of what may leave, 0 principles have a lived-experience view, and 8 are needed" in said
    assert "It would be enough if 8 people" in said


def test_other_words_fit_and_other_questions_do_not(together, own_instrument, tmp_path):
    round_ = make_round(together.collaboration, "Own", instrument=own_instrument)
    assessment = fresh(together)
    assert obstacle(round_, assessment) == ""
    asked = own_table() | {"version": "ours-2"}
    asked["principles"][3]["items"][2]["revision"] += 1
    write_instrument(tmp_path, asked)
    round_ = make_round(together.collaboration, "Other questions", instrument="ours-2")
    said = "It was asked with other questions than this round compares."
    assert obstacle(round_, assessment) == said
    assert refused(together, round_, assessment) == said


# Never both


def test_what_waits_in_an_open_anonymous_round_is_in_no_other(together, named):
    assessment = fresh(together)
    first = share(together, together.round, assessment)
    other = make_round(together.collaboration, "Other")
    for round_ in (other, named):
        said = refused(together, round_, assessment)
        assert "waits in the anonymous round “Spring” of Peer Led Collaboration" in said
    near = fresh(together, seed=80, days_ago=182)
    assert "waits in" in refused(together, other, near)
    consent.withdraw(share=first, who=None)
    assert not Share.objects.exists()  # it leaves nothing
    share(together, named, assessment)


def test_half_a_year_apart_is_another_one(together):
    share(together, together.round, fresh(together))
    far = fresh(together, seed=80, days_ago=183)
    share(together, make_round(together.collaboration, "Other"), far)


def test_another_one_gives_way_in_the_same_anonymous_round(together):
    share(together, together.round, fresh(together))
    second = share(together, together.round, fresh(together, seed=81))
    assert list(Share.objects.all()) == [second]


def test_several_programmes_by_name_and_one_of_each(together, named):
    first = fresh(together)
    share(together, named, first)
    share(together, named, fresh(together, seed=82))
    newer = with_report(together.organisations[0], name="Newer", seed=83, programme=first.programme)
    share(together, named, newer)
    assert Share.objects.filter(withdrawn_at=None).count() == 2
    kept = Share.objects.get(assessment=first)
    assert (kept.results, kept.figures, bool(kept.text)) == ("", {}, True)


def test_what_was_named_never_counts_also_when_taken_back(together, named):
    assessment = fresh(together)
    made = share(together, named, assessment)
    consent.withdraw(share=made, who=None)
    assert "It was shared by name" in refused(together, together.round, assessment)
    assert "It was shared by name" in refused(
        together, together.round, fresh(together, seed=84, days_ago=100)
    )
    share(together, named, assessment)  # by name, as often as its owner likes


def test_what_counted_is_neither_counted_again_nor_named(together, named):
    assessment = fresh(together)
    share(together, together.round, assessment)
    fill(together, together.round)
    close_now(together.round)
    for round_ in (make_round(together.collaboration, "Next"), named):
        assert "It has counted in an anonymous round" in refused(together, round_, assessment)


def test_it_is_remembered_beyond_withdrawal_deletion_and_the_last_day(together, named):
    assessment = fresh(together)
    share(together, together.round, assessment)
    fill(together, together.round)
    close_now(together.round)
    for one in Share.objects.all():
        consent.withdraw(share=one, who=None)
    end_yesterday(together.round)
    rounds.nightly()
    Round.objects.filter(pk=together.round.pk).delete()
    assert "It has counted" in refused(together, named, assessment)
    same_day = fresh(together, seed=85)
    Assessment.objects.filter(pk=assessment.pk).delete()
    assert "It has counted" in refused(together, named, same_day)


def test_a_round_that_closed_with_five_counts_nobody(together, named):
    assessment = fresh(together)
    share(together, together.round, assessment)
    fill(together, together.round, range(1, 5))
    close_now(together.round)
    assert not UsedAssessment.objects.exists()
    share(together, named, assessment)


def test_the_same_results_elsewhere_are_one(together, named):
    """A workbook that somebody brings in again under another organisation."""
    share(together, named, fresh(together, seed=90))
    copy = with_report(together.organisations[1], name="Copy", seed=90, days_ago=900)
    assert "It was shared by name" in refused(together, together.round, copy, 1)
    waiting = fresh(together, 2, seed=91)
    share(together, together.round, waiting, 2)
    again = with_report(together.organisations[3], name="Copy", seed=91)
    said = refused(together, make_round(together.collaboration, "Other"), again, 3)
    assert "Another organisation shares the same results" in said


def test_every_choice_says_why_not(together, named):
    fits, told = fresh(together), fresh(together, seed=86, days_ago=400)
    share(together, named, told)
    found = {
        one.assessment: one.obstacle for one in choices(together.round, together.organisations[0])
    }
    assert found[fits] == ""
    assert found[told].startswith("It was shared by name")


# Keys


def test_digests_alone_are_remembered(together, named):
    assessment = fresh(together)
    share(together, named, assessment)
    row = UsedAssessment.objects.values().get()
    said = str(row)
    for word in (assessment.pk, together.organisations[0].pk, "Peer Led", "Report"):
        assert str(word) not in said
    assert row["how"] == "named"


def test_a_key_that_has_changed(together, named, settings):
    share(together, named, fresh(together))
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another key of the host's"
    said = refused(together, together.round, fresh(together, seed=87, days_ago=300))
    assert "name the earlier key in SECRET_KEY_FALLBACKS" in said
    settings.SECRET_KEY_FALLBACKS = [before]
    assert "It was shared by name" in refused(together, together.round, fresh(together, seed=88))
    share(together, together.round, fresh(together, seed=89, days_ago=300))


def test_by_name_too_the_key_that_knows_what_has_counted_must_be_there(together, named, settings):
    """Else a key that was changed would let out by name what anonymous figures hold."""
    share(together, named, fresh(together))
    settings.SECRET_KEY = "another key of the host's"
    said = refused(together, named, fresh(together, seed=87, days_ago=300))
    assert "name the earlier key in SECRET_KEY_FALLBACKS" in said


def test_the_same_results_wait_once_whatever_key_they_were_kept_by(together, settings):
    share(together, together.round, fresh(together, seed=5))
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another key of the host's"
    settings.SECRET_KEY_FALLBACKS = [before]
    said = refused(together, together.round, fresh(together, 1, seed=5), 1)
    assert "Another organisation shares the same results" in said


def test_another_plan_is_another_agreement(together):
    assessment = fresh(together)
    first = share(together, together.round, assessment)
    assert share(together, together.round, assessment) == first
    action = suggestions(load())["M2:0"]
    PlannedAction.objects.create(
        assessment=assessment, kind=action.kind, text=action.text, about="M2"
    )
    again = share(together, together.round, assessment)
    assert (first.planned, again.planned) == ([], ["M2:0"])


# Taking back


def test_by_name_figures_go_and_the_words_stay(together, named):
    made = share(together, named, fresh(together))
    consent.withdraw(share=made, who=together.owner())
    consent.withdraw(share=made, who=together.owner())
    made.refresh_from_db()
    assert (made.results, made.figures, made.planned, made.cells) == ("", {}, [], "")
    assert made.withdrawn_by == together.owner()
    assert AuditEntry.objects.filter(what__startswith="took back").count() == 1


def test_after_closing_what_was_published_stays(together):
    share(together, together.round, fresh(together))
    fill(together, together.round)
    close_now(together.round)
    before = together.round.published.document
    consent.withdraw(share=together.share_of(0), who=None)
    together.round.refresh_from_db()
    assert together.round.published.document == before
    assert Share.objects.get(organisation=together.organisations[0]).figures == {}


def test_leaving_a_collaboration(together, named):
    share(together, named, fresh(together))
    share(together, together.round, fresh(together, seed=70, days_ago=300))
    member = Member.objects.get(organisation=together.organisations[0])
    consent.leave_collaboration(member=member, who=together.owner())
    consent.leave_collaboration(member=member, who=together.owner())
    assert not Share.objects.filter(withdrawn_at=None).exists()
    assert Share.objects.count() == 1  # the words, by name
    assert "not a member" in refused(together, named, fresh(together, seed=71))


# What the database keeps


@pytest.mark.parametrize(
    "change",
    [
        {"way": "otherwise"},
        {"withdrawn_at": datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)},
    ],
)
def test_shares_that_cannot_be(together, change):
    made = share(together, together.round, fresh(together))
    with pytest.raises(IntegrityError), transaction.atomic():
        Share.objects.filter(pk=made.pk).update(**change)


def test_anonymously_an_organisation_shares_once(together):
    made = share(together, together.round, fresh(together))
    made.pk, made.assessment = None, fresh(together, seed=72)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


@pytest.mark.parametrize(
    "change",
    [
        {"way": "by name"},
        {"closes": None},
        {"ends": datetime.date(2020, 1, 1)},
        {"name": "BY NAME"},
    ],
)
def test_rounds_that_cannot_be(together, named, change):  # noqa: ARG001 (has the name)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=together.round.pk).update(**change)


def test_programmes_stay_apart(together, named):
    """Two of one organisation stand beside each other by name, however near in time."""
    one, other = fresh(together), fresh(together, seed=73)
    assert Programme.objects.filter(organisation=together.organisations[0]).count() == 2
    share(together, named, one)
    assert obstacle(named, other) == ""


@pytest.mark.parametrize("fields", [{"trial": True}, {"left_out_at": timezone.now()}])
def test_neither_a_trial_nor_what_is_left_out_is_shared(fields, together, named):
    one = fresh(together)
    Assessment.objects.filter(pk=one.pk).update(**fields)
    one.refresh_from_db()
    for round_ in (together.round, named):
        assert "does not count" in refused(together, round_, one)
        assert one not in [
            choice.assessment for choice in choices(round_, together.organisations[0])
        ]
    assert not Share.objects.filter(assessment=one).exists()


def test_leaving_out_changes_nothing_that_was_shared(together):
    """Nobody sees a round with and without it, and it makes room for no other of its half year."""
    first = fresh(together)
    share(together, together.round, first)
    fill(together, together.round)
    setting_aside.leave_out(assessment=first, reason="Wrong link", who=together.owner(0))
    assert together.round.shares.filter(assessment=first, withdrawn_at=None).exists()
    close_now(together.round)
    assert UsedAssessment.objects.count() == 6
    again = make_round(together.collaboration, "Again")
    assert "Counted once" in refused(together, again, fresh(together, seed=99))
    setting_aside.take_back_in(assessment=first, who=together.owner(0))
    assert "Counted once" in refused(together, again, first)
