"""Pages for everybody: what they say is what the site does."""

import re
from datetime import timedelta
from http.cookies import Morsel

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from operations.cookies_told import COOKIES, LINK
from organisations.accounts import known_devices
from tests.assessment.answered import link_of, open_assessment
from tests.cast import PASSWORD, text

pytestmark = pytest.mark.django_db
PAGES = ("help", "privacy", "cookies", "accessibility")
A_YEAR = 365 * 24 * 3600  # seconds, but for a day


@pytest.mark.parametrize("page", PAGES)
def test_everybody_reads_it_and_is_led_there(page, cast):
    stranger, owner = Client(), cast.client("owner")
    assert stranger.get(reverse(page)).status_code == 200
    assert stranger.get(reverse(page)).cookies == {}
    for client, address in ((stranger, "/"), (stranger, "/help/"), (owner, "/privacy/")):
        assert f'href="{reverse(page)}"' in client.get(address, follow=True).content.decode()


def test_whoever_answers_is_led_there_too(client, cast):
    link = link_of(open_assessment(cast), "receiving")
    start = client.get(f"/a/{link.code}/").content.decode()
    assert all(f'href="{reverse(page)}"' in start for page in PAGES)


def test_they_name_the_host_and_how_to_reach_them(client, settings):
    settings.HOST_NAME, settings.HOST_CONTACT = "Northern <Hosts>", "hello@hosts.example"
    for page in ("help", "privacy", "accessibility"):
        said = text(client.get(reverse(page)))
        assert "Northern &lt;Hosts&gt;" in said
        assert "hello@hosts.example" in said


def test_every_cookie_that_is_set_is_told_of(cast):
    """A person who answers, and an organiser who signs in: whatever their browsers were given."""
    link = link_of(open_assessment(cast), "receiving")
    person, organiser, given = Client(), Client(), {}
    person.get(f"/a/{link.code}/")
    person.post(f"/a/{link.code}/", {"words": "plain"})
    organiser.get(reverse("account_login"))
    organiser.post(reverse("account_login"), {"login": cast.owner.email, "password": PASSWORD})
    settings = {"name": "North", "kind": "trust", "nation": "england", "accent": "#14535a"}
    organiser.post(f"/organisations/{cast.organisation.pk}/settings/", settings)
    for client in (person, organiser):
        given |= dict(client.cookies)
    given = {name.replace(link.code, LINK): cookie for name, cookie in given.items()}
    assert set(given) == {cookie.name for cookie in COOKIES}
    assert all(cookie["httponly"] for cookie in given.values())
    ends = {name: age_of(cookie) for name, cookie in given.items()}
    assert ends[f"essence_key_{LINK}"] is ends["essence_words"] is None  # until the browser closes
    assert abs(ends["csrftoken"] - A_YEAR) < 2 * 24 * 3600
    assert ends["essence_device"] == known_devices.KEPT == 180 * 24 * 3600


def age_of(cookie: Morsel):
    return int(cookie["max-age"]) if cookie["max-age"] != "" else None


def test_the_page_lists_them_all(client):
    said = text(client.get(reverse("cookies")))
    assert all(cookie.name in said for cookie in COOKIES)


def test_a_monitor_is_told_that_it_is_well(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert not response.cookies


def test_and_that_it_is_not(client, monkeypatch):
    def broken(*_args):
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", broken)
    assert client.get("/healthz").status_code == 503


def test_security_txt(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@hosts.example"
    said = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:security@hosts.example\n" in said
    expires = parse_datetime(re.search(r"Expires: (.*)", said)[1])
    assert timezone.now() + timedelta(days=30) < expires < timezone.now() + timedelta(days=365)


def test_the_log_of_a_monitor_stays_small():
    assert settings.LOGGING["loggers"]["django.server"]["level"] == "CRITICAL"
