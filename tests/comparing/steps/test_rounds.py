"""A round in time: settled before it opens, counted once a day, closed by itself, ended."""

import datetime
import threading
from unittest import mock

import pytest
from django.db import connection
from django.utils import timezone

from comparing.method.members import Way
from comparing.models import Published, Round, Share, UsedAssessment
from comparing.pages.open_round import number_words
from comparing.steps import consent, rounds
from organisations.refusal import Refusal
from questions.reading import DEFAULT_VERSION
from tests.comparing.collaboration import (
    DAY,
    close_now,
    end_yesterday,
    make_round,
    make_together,
    programmes_of,
    share_in,
    today,
    with_report,
)


def plan(**of):
    return rounds.Plan(
        **{
            "name": "Next",
            "way": Way.ANONYMOUS,
            "instrument": DEFAULT_VERSION,
            "opens": today() + DAY,
            "closes": today() + 30 * DAY,
            "ends": today() + 300 * DAY,
            **of,
        }
    )


@pytest.mark.django_db
def test_settled_before_it_opens():
    together = make_together(0)
    made = rounds.plan_round(
        collaboration=together.collaboration, plan=plan(readers="everybody"), who=together.admin
    )
    rounds.change_round(round_=made, plan=plan(name="Other", kind="trust"), who=together.admin)
    made.refresh_from_db()
    assert (made.name, made.kind, made.readers) == ("Other", "trust", "sharers")
    Round.objects.filter(pk=made.pk).update(opens=today())
    with pytest.raises(Refusal, match="settled before"):
        rounds.change_round(round_=made, plan=plan(name="Third"), who=together.admin)
    with pytest.raises(Refusal, match="this name already"):
        rounds.plan_round(
            collaboration=together.collaboration, plan=plan(name="OTHER"), who=together.admin
        )


@pytest.mark.django_db
def test_a_round_by_name_has_a_last_day_only():
    together = make_together(0)
    made = rounds.plan_round(
        collaboration=together.collaboration,
        plan=plan(way=Way.BY_NAME, readers="everybody"),
        who=together.admin,
    )
    assert (made.closes, made.readers) == (None, "sharers")
    rounds.close_round(round_=made)
    assert made.closed_at is None


# Closing


@pytest.mark.django_db
def test_never_before_its_day():
    together = make_together(8)
    rounds.close_round(round_=together.round)
    rounds.nightly()
    assert not Published.objects.exists()
    Round.objects.filter(pk=together.round.pk).update(closes=today())
    assert rounds.nightly() == (1, 0)
    assert rounds.nightly() == (0, 0)
    assert Published.objects.get().document["members"] == 8
    assert UsedAssessment.objects.filter(how="counted").count() == 8


@pytest.mark.django_db
@pytest.mark.parametrize(("count", "published"), [(5, 0), (6, 1)])
def test_six_or_nothing(count, published):
    together = make_together(count, closed=True)
    assert together.round.is_closed
    assert Published.objects.count() == published
    assert UsedAssessment.objects.count() == published * count


@pytest.mark.django_db
def test_whoever_looks_first_on_the_day_closes_it():
    together = make_together(6)
    assert not rounds.closed_if_due(together.round).is_closed
    Round.objects.filter(pk=together.round.pk).update(closes=today())
    stale = Round.objects.get(pk=together.round.pk)
    assert rounds.closed_if_due(stale).is_closed
    assert Published.objects.get().round == together.round
    assert rounds.closed_if_due(stale).is_closed, "again, it changes nothing"
    by_name = make_round(together.collaboration, "By name", way=Way.BY_NAME)
    assert not rounds.closed_if_due(by_name).is_closed


@pytest.mark.django_db
def test_what_is_published_names_nobody_and_never_changes():
    together = make_together(12, silent=1, closed=True)
    before = Published.objects.get().document
    assert "member" not in str(before).replace("'members'", "")
    consent.withdraw(share=together.share_of(0), who=None)
    share_in(together.round, programmes_of(together.organisations[12:]), seed=99)
    rounds.close_round(round_=together.round)
    rounds.nightly()
    assert Published.objects.get().document == before


@pytest.mark.django_db
def test_the_order_of_sharing_tells_nothing():
    first = make_together(8, closed=True)
    before = Published.objects.get().document
    again = make_round(first.collaboration, "Again")
    UsedAssessment.objects.all().delete()
    shares = list(first.round.shares.all())
    for one in reversed(shares):
        one.pk, one.round = None, again
        one.save()
    close_now(again)
    assert again.published.document == before


@pytest.mark.django_db
def test_two_with_the_same_results_count_once():
    """Shared at the same moment, they did not see each other; closing asks once more."""
    together = make_together(8)
    Share.objects.update(cells="the same")
    close_now(together.round)
    assert not Published.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_owners_agree_while_the_job_closes():
    """Everybody who was told that it is shared is counted; everybody else is told it is closed."""
    together = make_together(6, silent=2)
    late = [
        with_report(one, name="Late", seed=60 + n)
        for n, one in enumerate(together.organisations[6:])
    ]
    owners = [together.owner(6), together.owner(7)]
    Round.objects.filter(pk=together.round.pk).update(closes=today() + DAY)
    tomorrow = today() + DAY
    told, start = [], threading.Barrier(3)

    def agree(place):
        start.wait()
        try:
            consent.share(
                round_=together.round,
                organisation=together.organisations[6 + place],
                assessment=late[place],
                who=owners[place],
            )
            told.append("shared")
        except Refusal as refusal:
            told.append(str(refusal))
        finally:
            connection.close()

    def close():
        start.wait()
        with mock.patch("comparing.steps.rounds.timezone.localdate", return_value=tomorrow):
            rounds.close_round(round_=together.round)
        connection.close()

    threads = [threading.Thread(target=agree, args=(n,)) for n in range(2)]
    threads.append(threading.Thread(target=close))
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    shared = told.count("shared")
    assert all(words == "shared" or "closed" in words for words in told)
    assert Published.objects.get().document["members"] == 6 + shared
    assert UsedAssessment.objects.filter(how="counted").count() == 6 + shared


# Once a day


@pytest.mark.django_db
def test_one_more_share_changes_nothing_until_tomorrow():
    together = make_together(5, silent=3)
    assert rounds.counted(together.round) == 5
    share_in(together.round, programmes_of(together.organisations[5:]), seed=50)
    again = Round.objects.get(pk=together.round.pk)
    assert rounds.counted(again) == 5
    with mock.patch("comparing.steps.rounds.timezone.now", return_value=timezone.now() + DAY):
        assert rounds.counted(again) == 8


@pytest.mark.django_db
def test_the_day_begins_at_four():
    together = make_together(5, silent=1)
    zone = timezone.get_current_timezone()
    at = datetime.datetime(2026, 11, 27, 3, 59, tzinfo=zone)
    with mock.patch("comparing.steps.rounds.timezone.now", return_value=at):
        assert rounds.counted(together.round) == 5
    share_in(together.round, programmes_of(together.organisations[5:]), seed=50)
    minute = datetime.timedelta(minutes=1)
    with mock.patch("comparing.steps.rounds.timezone.now", return_value=at + minute):
        assert rounds.counted(together.round) == 6


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "fewer than 6"),
        (5, "fewer than 6"),
        (6, "6 or 7"),
        (7, "6 or 7"),
        (8, "8 or 9"),
        (9, "8 or 9"),
        (10, "10 to 14"),
        (49, "45 to 49"),
        (50, "50 to 99"),
        (149, "100 to 149"),
    ],
)
def test_the_number_in_words(number, words):
    assert number_words(number) == words


# Ended


@pytest.mark.django_db
@pytest.mark.parametrize("way", list(Way))
def test_after_the_last_day_nothing_is_left_but_the_words(way):
    together = make_together(7, way=way, closed=way is Way.ANONYMOUS)
    end_yesterday(together.round)
    assert rounds.nightly() == (0, 1)
    assert rounds.nightly() == (0, 0)
    assert not Published.objects.exists()
    for one in Share.objects.all():
        assert (one.results, one.figures, one.planned, one.cells) == ("", {}, [], "")
        assert one.text
        assert one.withdrawn_by is None


@pytest.mark.django_db
def test_on_the_last_day_it_is_all_there():
    make_together(7, closed=True)
    Round.objects.update(ends=today())
    assert rounds.nightly() == (0, 0)
    assert Published.objects.exists()
