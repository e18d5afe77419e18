"""Signing in: by e-mail address alone, slowed down for guessers, by a cache every worker shares."""

from django.core.cache import cache
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD, text


def sign_in(cast, password, *, client=None, **options):
    form = {"login": cast.viewer.email, "password": password}
    return (client or Client()).post(reverse("account_login"), form, **options)


def test_an_address_and_its_password_in_any_case(cast):  # noqa: ARG001 - the account
    form = {"login": "VIEWER@Northfield.example", "password": PASSWORD}
    assert Client().post(reverse("account_login"), form).headers["Location"] == "/"


def test_after_five_wrong_passwords_the_sixth_try_waits(cast):
    assert isinstance(cache._connections[cache._alias], DatabaseCache)
    for _ in range(5):
        assert "do not go together" in text(sign_in(cast, "wrong"))
    assert "Too many failed login attempts" in text(sign_in(cast, "wrong"))
    assert "Too many failed login attempts" in text(sign_in(cast, PASSWORD))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_cache")
        assert cursor.fetchone()[0] > 0


def test_a_guesser_of_many_addresses_waits_too(cast):
    for number in range(10):
        form = {"login": f"{number}@northfield.example", "password": "wrong"}
        Client().post(reverse("account_login"), form)
    assert "Too many failed login attempts" in text(sign_in(cast, PASSWORD))
    elsewhere = sign_in(cast, PASSWORD, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302


def test_more_counters_than_djangos_three_hundred_are_kept(cast):
    for _ in range(5):
        sign_in(cast, "wrong")
    for number in range(320):
        cache.set(f"filler-{number}", 1)
    assert "Too many failed login attempts" in text(sign_in(cast, PASSWORD))


def test_behind_a_proxy_the_address_is_the_one_it_saw(cast, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(10):
        form = {"login": f"{number}@northfield.example", "password": "wrong"}
        forged = f"10.0.0.{number}, 192.0.2.1"
        Client().post(reverse("account_login"), form, headers={"x-forwarded-for": forged})
    same = sign_in(cast, PASSWORD, headers={"x-forwarded-for": "10.9.9.9, 192.0.2.1"})
    assert "Too many failed login attempts" in text(same)
    assert sign_in(cast, PASSWORD, headers={"x-forwarded-for": "192.0.2.2"}).status_code == 302


def test_asking_for_a_new_password_does_not_tell_who_has_an_account(cast, mailoutbox):
    pages = [
        Client().post(reverse("account_reset_password"), {"email": email}, follow=True)
        for email in (cast.viewer.email, "nobody@northfield.example")
    ]
    assert text(pages[0]) == text(pages[1])
    assert [mail.to for mail in mailoutbox] == [[cast.viewer.email]]
