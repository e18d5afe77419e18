"""Owners are told of a round once a moment: by mail, or on the page of their organisation."""

import datetime
import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from comparing.method.members import Way
from comparing.models import Moment, Round
from comparing.news import NEWS_DAYS, news_for, tell_owners
from organisations.models import Membership
from tests.cast import make_person, signed_in
from tests.comparing.collaboration import DAY, make_round, make_together, today

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)


@pytest.fixture
def mailed(settings):
    settings.EMAIL_HOST, settings.SITE_URL = "mail.example", "https://essence.example"
    return mail.outbox


@pytest.fixture
def together():
    made = make_together(7, silent=1, opens=today() - 30 * DAY)
    for place in range(8):
        made.owner(place)
    return made


def on(round_, **days):
    Round.objects.filter(pk=round_.pk).update(**days)


def night():
    call_command("scrub")


def test_a_round_in_time(together, mailed):
    """Each moment once to every owner, whether it shares or not; nobody reads another's address."""
    moments = (
        ({}, "A round has opened"),
        ({"closes": today() + WEEK}, "A week or less is left"),
        ({"closes": today()}, "A round has closed"),
        ({"closes": today() - DAY, "ends": today() - DAY}, "A round has ended"),
    )
    for days, subject in moments:
        on(together.round, **days)
        for _again in range(2):
            night()
        assert [one.subject for one in mailed] == [f"{subject}: Spring"] * 8
        assert {len(one.to) for one in mailed} == {1}
        assert {one.to[0] for one in mailed} == {together.owner(n).email for n in range(8)}
        mailed.clear()


def test_the_day_before_and_the_day(together, mailed):
    """Both sides: a week and a day is no week; a planned round has not opened."""
    on(together.round, opens=today() + DAY, closes=today() + 30 * DAY)
    night()
    assert not mailed
    on(together.round, opens=today())
    night()
    assert len(mailed) == 8
    on(together.round, closes=today() + WEEK + DAY)
    night()
    assert len(mailed) == 8
    on(together.round, closes=today() + WEEK)
    night()
    assert len(mailed) == 16


def test_of_several_moments_missed_the_latest_alone(together, mailed):
    on(together.round, closes=today() - 3 * DAY, ends=today() - DAY)
    night()
    assert {one.subject for one in mailed} == {"A round has ended: Spring"}


def test_by_name_nothing_closes(together, mailed):
    night()
    mailed.clear()
    round_ = make_round(together.collaboration, "Names", way=Way.BY_NAME, ends=today() + 8 * DAY)
    night()
    on(round_, ends=today() + WEEK)
    night()
    on(round_, ends=today())
    night()
    on(round_, ends=today() - DAY)
    night()
    told = [one.subject for one in mailed if one.to == [together.owner().email]]
    assert told == [
        "A round has opened: Names",
        "A week or less is left: Names",
        "A round has ended: Names",
    ]


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("moment", Moment)
def test_no_mail_says_a_figure(mailed, way, moment):
    """No number but days, and none in words."""
    together = make_together(7, silent=1, way=way, opens=today() - 30 * DAY)
    together.owner(7)
    ends = {Moment.DUE: today() + DAY, Moment.ENDED: today() - DAY}.get(moment, today() + 300 * DAY)
    days = {"ends": ends}
    if way is Way.ANONYMOUS:
        days["closes"] = {
            Moment.OPENED: today() + 30 * DAY,
            Moment.DUE: today() + DAY,
            Moment.CLOSED: today(),
            Moment.ENDED: today() - DAY,
        }[moment]
    on(together.round, **days)
    night()
    assert len(mailed) == 1
    body = mailed[0].body.replace(together.organisations[7].name, "")
    said = re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}|https://\S+", "", body)
    assert not re.search(r"\d", said)
    assert "Every member is told the same" in said
    assert not re.search(r"\b(six|seven|eight|too few|mean)\b", said)


def test_it_leads_to_the_members_own_page(together, mailed):
    night()
    there = reverse("member_round", args=[together.organisations[7].pk, together.round.pk])
    mine = next(one for one in mailed if one.to == [together.owner(7).email])
    assert f"https://essence.example{there}" in mine.body


def test_only_owners_and_only_of_the_rounds_kind(together, mailed):
    on(together.round, kind="trust")
    viewer = make_person("viewer@member.example")
    Membership.objects.create(user=viewer, party=together.organisations[0], role="viewer")
    night()
    trusts = [n for n in range(8) if together.organisations[n].kind == "trust"]
    assert {one.to[0] for one in mailed} == {together.owner(n).email for n in trusts}
    assert viewer.email not in {one.to[0] for one in mailed}


@pytest.mark.usefixtures("together", "mailed")
def test_a_mail_server_that_is_down_is_no_fault_and_nothing_is_told_twice(settings, caplog):
    settings.EMAIL_BACKEND = "tests.comparing.steps.test_news.Down"
    assert tell_owners() == 0
    assert "could not be mailed: OSError" in caplog.text
    assert "@" not in caplog.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert tell_owners() == 0


class Down:
    def __init__(self, **_options):
        pass

    def send_messages(self, _mails):
        raise OSError


@pytest.mark.usefixtures("together", "mailed")
def test_all_are_handed_on_at_once(monkeypatch):
    """The site's own sender keeps 200 places, and a large collaboration has more owners."""
    handed = []
    monkeypatch.setattr(
        "django.core.mail.backends.locmem.EmailBackend.send_messages",
        lambda _self, mails: handed.append(len(mails)),
    )
    night()
    assert handed == [8]


# Without mail


def home_of(together, place=0, user=None):
    client = signed_in(user or together.owner(place))
    address = reverse("organisation", args=[together.organisations[place].pk])
    return " ".join(client.get(address).content.decode().split())


def test_without_mail_it_stands_on_the_organisations_page(together):
    on(together.round, opens=today() - DAY)
    night()
    assert not mail.outbox
    for place in (0, 7):
        assert "The anonymous round “<bdi>Spring</bdi>” of" in home_of(together, place)
    viewer = make_person("viewer@member.example")
    Membership.objects.create(user=viewer, party=together.organisations[0], role="viewer")
    assert "The anonymous round" not in home_of(together, user=viewer)


@pytest.mark.usefixtures("mailed")
def test_with_mail_it_does_not(together):
    on(together.round, opens=today() - DAY)
    assert "The anonymous round" not in home_of(together)


def test_it_stands_there_for_a_fortnight(together):
    on(together.round, opens=today() - NEWS_DAYS)
    assert len(news_for(together.organisations[0])) == 1
    on(together.round, opens=today() - NEWS_DAYS - DAY)
    assert news_for(together.organisations[0]) == []
    long_ago = {"opens": today() - 60 * DAY, "closes": today() - 40 * DAY}
    on(together.round, **long_ago, ends=today() - NEWS_DAYS - 2 * DAY)
    assert news_for(together.organisations[0]) == []
    on(together.round, ends=today() - NEWS_DAYS - DAY)
    assert "was shared with it is deleted" in news_for(together.organisations[0])[0].sentence


@pytest.mark.usefixtures("together")
def test_what_was_told_before_there_was_a_server_is_not_mailed_later(settings):
    night()
    settings.EMAIL_HOST = "mail.example"
    night()
    assert not mail.outbox
