"""Signing in: by e-mail address alone, slowed for guessers and for nobody else."""

import re
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.test import Client
from django.urls import reverse

from organisations.accounts import wrong_passwords
from organisations.parties import invitations
from tests.cast import PASSWORD, text
from tests.organisations.accounts.test_address import link_in

SLOWED = "There were too many wrong tries from here"


def sign_in(cast, password, *, client=None, who="viewer", **options):
    form = {"login": getattr(cast, who).email, "password": password}
    return (client or Client()).post(reverse("account_login"), form, **options)


def guess(times, email, **options):
    for _ in range(times):
        form = {"login": email, "password": "wrong"}
        answer = Client().post(reverse("account_login"), form, **options)
    return answer


def test_an_address_and_its_password_in_any_case(cast):  # noqa: ARG001 - the account
    form = {"login": "VIEWER@Northfield.example", "password": PASSWORD}
    assert Client().post(reverse("account_login"), form).headers["Location"] == "/"


def test_a_wrong_answer_has_the_status_of_one(cast):
    wrong = sign_in(cast, "wrong")
    assert (wrong.status_code, "do not go together" in text(wrong)) == (422, True)
    assert sign_in(cast, "").status_code == 422


def test_known_and_unknown_addresses_answer_alike(cast):
    known = guess(1, cast.viewer.email)
    unknown = guess(1, "nobody@northfield.example")
    alike = without_token(unknown).replace("nobody@", "viewer@")
    assert (without_token(known), known.status_code) == (alike, unknown.status_code)


def without_token(response):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text(response))


def test_after_five_wrong_passwords_the_sixth_try_waits(cast):
    assert isinstance(cache._connections[cache._alias], DatabaseCache)
    for _ in range(5):
        assert "do not go together" in text(sign_in(cast, "wrong"))
    for password in ("wrong", PASSWORD):
        waits = sign_in(cast, password)
        assert SLOWED in text(waits)
        assert waits.status_code == 429
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_cache")
        assert cursor.fetchone()[0] > 0


def test_a_stranger_elsewhere_shuts_nobody_out(cast):
    guess(20, cast.viewer.email, REMOTE_ADDR="198.51.100.7")
    assert sign_in(cast, PASSWORD).status_code == 302


@pytest.fixture
def small(settings):
    """A few of each kind, so that not every test guesses a hundred times."""
    few = {"wrong_from_network": "7/5m/key", "wrong_at_account": "8/h/key"}
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, **few}


def test_the_limits_are_those_that_are_written_down(settings):
    written = re.findall(r"\| (\d+) times (?:in (\d) minutes|an (hour))", wrong_passwords.__doc__)
    said = [
        f"{times}/{minutes}m/key" if minutes else f"{times}/h/key" for times, minutes, _ in written
    ]
    kinds = ("wrong_on_device", "wrong_from_here", "wrong_from_network", "wrong_at_account")
    assert said == [settings.ACCOUNT_RATE_LIMITS[kind] for kind in kinds]


@pytest.mark.usefixtures("small")
def test_a_guesser_of_many_addresses_waits_too(cast):
    for number in range(7):
        guess(1, f"{number}@northfield.example")
    assert SLOWED in text(sign_in(cast, PASSWORD))
    assert sign_in(cast, PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


@pytest.mark.usefixtures("small")
def test_who_guesses_from_many_networks_waits_too(cast):
    for number in range(8):
        guess(1, cast.viewer.email, REMOTE_ADDR=f"198.51.100.{number}")
    assert SLOWED in text(sign_in(cast, PASSWORD, REMOTE_ADDR="192.0.2.7"))
    assert sign_in(cast, PASSWORD, who="editor", REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_household_has_one_address_of_version_6(cast):
    for number in range(5):
        guess(1, cast.viewer.email, REMOTE_ADDR=f"2001:db8:1:1::{number + 1}")
    assert SLOWED in text(sign_in(cast, PASSWORD, REMOTE_ADDR="2001:db8:1:1::9"))
    assert sign_in(cast, PASSWORD, REMOTE_ADDR="2001:db8:1:2::9").status_code == 302


def device_of(cast, who="viewer"):
    """A browser that has signed in before and out again."""
    client = Client()
    sign_in(cast, PASSWORD, client=client, who=who)
    client.post(reverse("account_logout"))
    return client


@pytest.mark.usefixtures("small")
def test_a_device_that_has_signed_in_before_is_never_shut_out_by_others(cast):
    device = device_of(cast)
    for number in range(7):
        guess(1, f"{number}@northfield.example")
    for number in range(8):
        guess(1, cast.viewer.email, REMOTE_ADDR=f"198.51.100.{number}")
    assert SLOWED in text(sign_in(cast, PASSWORD))
    assert sign_in(cast, PASSWORD, client=device).status_code == 302


def test_an_invitation_leaves_the_devices_other_accounts_known(cast):
    """Its address is not one that the cookie is sent to."""
    device = device_of(cast)
    of = {"role": "viewer", "party": cast.organisation}
    token = invitations.invite(email="ann@newcomers.example", **of)
    joined = device.post(
        reverse("accept_invitation", args=[token]), {"name": "Ann", "password": PASSWORD}
    )
    assert "essence_device" not in joined.cookies
    gone_on = device.get(joined.headers["Location"])
    assert gone_on.headers["Location"] == reverse("organisation", args=[cast.organisation.pk])
    device.post(reverse("account_logout"))
    for email in (cast.viewer.email, "ann@newcomers.example"):
        guess(5, email)
        form = {"login": email, "password": PASSWORD}
        assert Client().post(reverse("account_login"), form).status_code == 429
        assert device.post(reverse("account_login"), form).status_code == 302
        device.post(reverse("account_logout"))


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example", "javascript:x", ""])
def test_remembering_a_device_leads_nowhere_else(cast, there):
    address = f"{reverse('remember_device')}?{urlencode({'next': there})}"
    assert cast.client("viewer").get(address).headers["Location"] == "/"


@pytest.mark.usefixtures("small")
def test_whoever_chooses_a_new_password_by_mail_comes_in_whatever_others_try(cast, mailoutbox):
    """From the network of the guesser too: a ward and a trust share one address."""
    for number in range(8):
        guess(1, cast.viewer.email, REMOTE_ADDR=f"198.51.100.{number}")
    for number in range(7):
        guess(1, f"{number}@northfield.example")
    guess(5, cast.viewer.email)
    assert sign_in(cast, PASSWORD).status_code == 429
    device, new = Client(), "nineteen loud bitterns"
    device.post(reverse("account_reset_password"), {"email": cast.viewer.email})
    there = device.get(link_in(mailoutbox[0])).headers["Location"]
    assert device.post(there, {"password1": new, "password2": new}).status_code == 302
    assert sign_in(cast, new).status_code == 429
    assert sign_in(cast, new, client=device).status_code == 302


def test_but_its_own_guesses_wait(cast):
    device = device_of(cast)
    for _ in range(10):
        sign_in(cast, "wrong", client=device)
    assert SLOWED in text(sign_in(cast, PASSWORD, client=device))


def test_it_is_known_for_its_own_account_only(cast):
    device = device_of(cast, who="editor")
    guess(5, cast.viewer.email)
    assert SLOWED in text(sign_in(cast, PASSWORD, client=device))


def test_a_forged_device_is_none(cast):
    device = device_of(cast)
    device.cookies["essence_device"] = device.cookies["essence_device"].value[:-2] + "xx"
    guess(5, cast.viewer.email)
    assert SLOWED in text(sign_in(cast, PASSWORD, client=device))


def test_the_cookie_names_nobody_and_goes_to_the_account_pages_only(cast):
    cookie = device_of(cast).cookies["essence_device"]
    assert "viewer" not in cookie.value
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/accounts/", True, "Lax")


def test_more_counters_than_djangos_three_hundred_are_kept(cast):
    guess(5, cast.viewer.email)
    for number in range(320):
        cache.set(f"filler-{number}", 1)
    assert SLOWED in text(sign_in(cast, PASSWORD))


def test_behind_a_proxy_the_address_is_the_one_it_saw(cast, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(5):
        headers = {"x-forwarded-for": f"10.0.0.{number}, 192.0.2.1"}
        guess(1, cast.viewer.email, headers=headers)
    same = sign_in(cast, PASSWORD, headers={"x-forwarded-for": "10.9.9.9, 192.0.2.1"})
    assert SLOWED in text(same)
    assert sign_in(cast, PASSWORD, headers={"x-forwarded-for": "192.0.2.2"}).status_code == 302


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elevenchars", "at least 12 characters"),
        ("aaaaaaaaaaaaa", "repeats itself"),
        ("abcabcabcabcabc", "repeats itself"),
        ("passwordpassword", "repeats itself"),
        ("aababbabbaabab", "repeats itself"),
        ("abcdefghijklmnop", "easy to guess"),
        ("9876543210987", "easy to guess"),
        ("sunshine2026!!!", "easy to guess"),
        ("password1234", "too common"),
        ("viewer@northfield", "similar to the e-mail address"),
        ("seventeen quieter herons", ""),
        ("correct horse battery", ""),
    ],
)
def test_what_a_password_may_be(cast, password, why):
    form = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    answer = cast.client("viewer").post(reverse("account_change_password"), form)
    assert answer.status_code == (422 if why else 302)
    assert why in text(answer)
    cast.viewer.refresh_from_db()
    assert cast.viewer.check_password(password) == (not why)
