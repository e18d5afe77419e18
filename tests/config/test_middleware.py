"""The second step that owners need where the host asks for it, and the headers of every answer."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from organisations import founding
from organisations.parties import invitations
from tests.cast import PASSWORD, text


@pytest.fixture
def required(settings):
    settings.REQUIRE_2FA = True


def team(cast):
    return reverse("team", args=[cast.organisation.pk])


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.mark.usefixtures("required")
def test_an_owner_is_led_to_the_second_step_first(cast):
    client = cast.client("owner")
    for address in ("/", team(cast)):
        assert client.get(address).headers["Location"] == reverse("mfa_activate_totp")
    refused = client.post(
        reverse("team_invite", args=[cast.organisation.pk]), {"email": "a@b.example"}
    )
    assert refused.headers["Location"] == reverse("mfa_activate_totp")
    assert not cast.organisation.invitations.exists()


@pytest.mark.usefixtures("required")
def test_with_an_app_the_owner_comes_in_and_without_it_again_not(cast):
    app = TOTP.activate(cast.owner, generate_totp_secret())
    client = cast.client("owner")
    assert client.get(team(cast)).status_code == 200
    app.instance.delete()
    assert client.get(team(cast)).headers["Location"] == reverse("mfa_activate_totp")


@pytest.mark.usefixtures("required")
def test_recovery_codes_alone_are_no_second_step(cast):
    RecoveryCodes.activate(cast.owner)
    assert cast.client("owner").get(team(cast)).status_code == 302


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("who", ["viewer", "editor"])
def test_others_need_none(cast, who):
    assert cast.client(who).get(team(cast)).status_code == 200


def test_nobody_needs_one_where_the_host_does_not_ask(cast):
    assert cast.client("owner").get(team(cast)).status_code == 200


@pytest.mark.usefixtures("required")
def test_what_works_without_it(cast):
    client = cast.client("owner")
    token = invitations.invite(email="x@y.example", role="viewer", party=cast.organisation)
    for address in (
        reverse("account_logout"),
        reverse("account_change_password"),
        reverse("accept_invitation", args=[token]),
    ):
        assert client.get(address).status_code == 200


@pytest.mark.usefixtures("required")
def test_a_first_owner_sets_it_up_without_giving_the_password_twice(db):  # noqa: ARG001
    token = founding.invite_founder(email="ann@newcomers.example")
    client = Client()
    form = {"name": "Ann", "password": PASSWORD, "organisation": "Ann's", "kind": "user-led"}
    page = client.post(reverse("accept_invitation", args=[token]), form, follow=True)
    assert page.redirect_chain[-1][0] == reverse("mfa_activate_totp")
    assert "Type the six digits" in text(page)
    secret = client.session["mfa.totp.secret"]
    page = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True)
    assert "recovery codes" in text(page)
    assert client.get("/", follow=True).status_code == 200


def test_somebody_with_an_app_signs_in_in_two_steps(cast):
    secret = generate_totp_secret()
    TOTP.activate(cast.owner, secret)
    client = Client()
    form = {"login": cast.owner.email, "password": PASSWORD}
    first = client.post(reverse("account_login"), form)
    assert first.headers["Location"] == reverse("mfa_authenticate")
    assert client.get(team(cast)).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert client.get(team(cast)).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert client.get(team(cast)).status_code == 200


@pytest.mark.django_db
def test_every_answer_carries_the_strict_headers():
    for address in ("/", "/no-such-page/"):
        headers = Client().get(address).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "strict-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "script-src" not in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
