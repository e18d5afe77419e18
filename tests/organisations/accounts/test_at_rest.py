"""What a finder of the disk reads of sessions and second steps, and how a key is changed."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisations.accounts import session_end
from organisations.accounts.at_rest import Unreadable, seal, unseal
from organisations.accounts.second_step import seal_keys_again
from organisations.models import AuditEntry
from tests.cast import PASSWORD, code_now, text

pytestmark = pytest.mark.usefixtures("still_clock")
HOUR = 3600


def kept():
    return json.dumps(list(Authenticator.objects.values_list("data", flat=True)))


def test_the_key_of_an_app_is_sealed(cast):
    secret = generate_totp_secret()
    app = TOTP.activate(cast.owner, secret)
    codes = RecoveryCodes.activate(cast.owner)
    assert secret not in kept()
    assert unseal(app.instance.data["secret"].encode()).decode() == secret
    assert app.validate_code(code_now(secret))
    assert len(codes.generate_codes()) == 10
    assert not any(code in kept() for code in codes.generate_codes())


def test_an_earlier_key_opens_it_until_it_is_sealed_again(cast, settings):
    secret, before = generate_totp_secret(), settings.SECRET_KEY
    TOTP.activate(cast.owner, secret)
    codes = RecoveryCodes.activate(cast.owner).generate_codes()
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key", [before]
    assert TOTP(the_one("totp")).validate_code(code_now(secret))
    seal_keys_again()
    settings.SECRET_KEY_FALLBACKS = []
    assert unseal(the_one("totp").data["secret"].encode()).decode() == secret
    assert RecoveryCodes(the_one("recovery_codes")).generate_codes() == codes


def test_a_key_that_is_gone_lets_nobody_in_and_stops_no_start(cast, settings, caplog):
    """An empty secret would fit a code that anybody can work out."""
    TOTP.activate(cast.owner, generate_totp_secret())
    RecoveryCodes.activate(cast.owner)
    settings.SECRET_KEY = "another key"
    seal_keys_again()
    empty = RecoveryCodes(Authenticator(data={"seed": seal(b"").decode(), "used_mask": 0}))
    for code in (code_now(""), *empty.generate_codes()[:3]):
        assert second_step(cast, code) is None
    assert "sealed with another SECRET_KEY" in caplog.text


def the_one(kind):
    return Authenticator.objects.get(type=kind)


def test_another_installations_key_opens_nothing(settings):
    sealed = seal(b"words")
    settings.SECRET_KEY = "another key"
    with pytest.raises(Unreadable):
        unseal(sealed)


def test_a_code_works_once_within_its_whole_time(cast, monkeypatch):
    """A step of tolerance makes it good for ninety seconds; allauth alone remembers thirty."""
    secret = generate_totp_secret()
    TOTP.activate(cast.owner, secret)
    code = code_now(secret)
    assert second_step(cast, code) == "/"
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.TOTP._mark_code_used", lambda *_: True)
    assert second_step(cast, code) is None


def second_step(cast, code):
    client = Client()
    client.post(reverse("account_login"), {"login": cast.owner.email, "password": PASSWORD})
    return client.post(reverse("mfa_authenticate"), {"code": code}).headers.get("Location")


@pytest.mark.parametrize(("seconds", "right"), [(-30, True), (0, True), (30, True), (-90, False)])
def test_a_phones_clock_may_be_half_a_minute_off(cast, still_clock, seconds, right):
    secret = generate_totp_secret()
    TOTP.activate(cast.owner, secret)
    still_clock.shift(seconds)
    code = code_now(secret)
    still_clock.shift(-seconds)
    assert (second_step(cast, code) == "/") == right


def test_a_wrong_code_is_answered_with_a_word_on_the_clock(cast):
    TOTP.activate(cast.owner, generate_totp_secret())
    client = Client()
    client.post(reverse("account_login"), {"login": cast.owner.email, "password": PASSWORD})
    page = client.get(reverse("mfa_authenticate"))
    assert "clock" in text(page)
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert wrong.status_code == 422
    assert "set its clock by itself" in text(wrong)


def test_switching_it_on_and_off_is_told_and_noted(
    cast, mailoutbox, django_capture_on_commit_callbacks
):
    client = Client()
    client.post(reverse("account_login"), {"login": cast.owner.email, "password": PASSWORD})
    client.get(reverse("mfa_activate_totp"))
    secret = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    client.post(reverse("mfa_deactivate_totp"))
    said = [mail.subject.removeprefix("Essence: ") for mail in mailoutbox]
    assert said == ["the second step is on", "the second step is off"]
    noted = AuditEntry.objects.filter(who=cast.owner).values_list("what", flat=True)
    assert {"switched on the second step", "switched off the second step"} <= set(noted)


def test_a_session_is_sealed(cast):
    client = cast.client("owner")
    session = client.session
    session["mfa.totp.secret"] = "CANARY"
    session.save()
    row = Session.objects.get()
    assert "CANARY" not in row.session_data
    inside = signing.loads(row.session_data, salt=session.key_salt, serializer=Bare)
    assert b"CANARY" not in inside
    assert client.session["mfa.totp.secret"] == "CANARY"


class Bare:
    def loads(self, data):
        return data


def team(cast):
    return reverse("team", args=[cast.organisation.pk])


def sign_in(cast, **more):
    client = Client()
    form = {"login": cast.viewer.email, "password": PASSWORD, **more}
    client.post(reverse("account_login"), form)
    return client


@pytest.mark.parametrize("more", [{}, {"remember": "on"}])
def test_both_sides_of_twelve_hours_without_a_page(cast, still_clock, more):
    client = sign_in(cast, **more)
    still_clock.shift(12 * HOUR - 301)
    assert client.get(team(cast)).status_code == 200
    still_clock.shift(12 * HOUR - 1)
    assert client.get(team(cast)).status_code == 200
    still_clock.shift(12 * HOUR)
    assert client.get(team(cast)).status_code == 302


@pytest.mark.parametrize(("seconds", "status"), [(14 * 24 * HOUR - 1, 200), (14 * 24 * HOUR, 302)])
def test_both_sides_of_fourteen_days(cast, still_clock, seconds, status):
    """However often a page was asked for: the last one came just before."""
    client = sign_in(cast, remember="on")
    session = client.session
    session[session_end.LAST_PAGE] += seconds - HOUR
    session.save()
    still_clock.shift(seconds)
    assert client.get(team(cast)).status_code == status


def test_what_ended_is_gone(cast, still_clock):
    client = sign_in(cast)
    still_clock.shift(13 * HOUR)
    client.get(team(cast))
    assert not Session.objects.exists()


def test_the_cookie_lasts_as_long_as_was_asked_for(cast):
    assert sign_in(cast).cookies["sessionid"]["max-age"] == ""
    assert sign_in(cast, remember="on").cookies["sessionid"]["max-age"] == 14 * 24 * HOUR


def test_a_page_soon_after_another_writes_nothing(cast, still_clock):
    client = sign_in(cast)
    still_clock.shift(299)
    client.get("/accounts/2fa/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/accounts/2fa/")
    assert all(one["sql"].startswith("SELECT") for one in asked)
    still_clock.shift(1)
    with CaptureQueriesContext(connection) as asked:
        client.get("/accounts/2fa/")
    assert any(one["sql"].startswith("UPDATE") for one in asked)
