"""Mails: about whom, from where; a server that is silent tells nothing and holds nobody up."""

import socket
import threading

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisations import background_mail
from organisations.accounts.security_events import EVENTS
from organisations.models import AuditEntry
from tests.cast import PASSWORD, text
from tests.organisations.accounts.test_address import link_in
from tests.patience import PATIENCE, wait_until

CACHE = "django_cache"
ASKS = ("SELECT", "DECLARE")  # PostgreSQL reads what is long through a cursor


def reset(email, **options):
    return Client().post(reverse("account_reset_password"), {"email": email}, **options)


def test_asking_for_a_new_password_does_not_tell_who_has_an_account(cast, mailoutbox):
    pages = [
        Client().post(reverse("account_reset_password"), {"email": email}, follow=True)
        for email in (cast.viewer.email, "nobody@northfield.example")
    ]
    assert text(pages[0]) == text(pages[1])
    assert [mail.to for mail in mailoutbox] == [[cast.viewer.email]]


def test_it_is_the_same_work_for_both(cast, monkeypatch):
    written = []
    rules = "organisations.accounts.sign_in_rules.OurRules.render_mail"
    monkeypatch.setattr(
        rules, lambda _self, _name, email, _context: written.append(email) or Silent()
    )
    reset(cast.viewer.email)
    reset("nobody@northfield.example")
    assert written == [cast.viewer.email, "nobody@example.org"]


def test_and_as_many_questions_to_the_database(cast, mailoutbox):
    asked = []
    for email in (cast.viewer.email, "nobody@northfield.example"):
        with CaptureQueriesContext(connection) as questions:
            reset(email)
        asked.append(
            sum(one["sql"].startswith(ASKS) and CACHE not in one["sql"] for one in questions)
        )
    assert len(mailoutbox) == 1
    assert asked[0] == asked[1]


class Silent:
    def send(self):
        pass


def test_the_mail_names_essence_and_the_sites_own_address(cast, mailoutbox, settings):
    settings.SITE_URL = "https://essence.example"
    settings.ALLOWED_HOSTS = ["*"]
    reset(cast.viewer.email, headers={"host": "evil.example"})
    (mail,) = mailoutbox
    assert mail.subject == "Essence: choose a new password"
    assert "https://essence.example/accounts/password/reset/key/" in mail.body
    assert "Essence" in mail.body
    assert "evil" not in mail.subject + mail.body


def test_the_link_chooses_a_new_password_once(cast, mailoutbox):
    reset(cast.viewer.email)
    there = link_in(mailoutbox[0])
    client, new = Client(), "nineteen loud bitterns"
    page = client.get(there, follow=True)
    form = {"password1": new, "password2": new}
    client.post(page.redirect_chain[-1][0], form)
    cast.viewer.refresh_from_db()
    assert cast.viewer.check_password(new)
    assert "no longer works" in text(Client().get(there, follow=True))
    assert mailoutbox[1].subject == "Essence: your password was changed"
    assert AuditEntry.objects.filter(what=EVENTS["account/email/password_reset"].noted).exists()


def test_a_flood_fills_no_inbox_and_stops_nobody(cast, mailoutbox):
    for number in range(40):
        assert reset(cast.viewer.email, REMOTE_ADDR=f"198.51.100.{number}").status_code == 302
    assert len(mailoutbox) == 3
    assert reset(cast.editor.email).status_code == 302
    assert mailoutbox[-1].to == [cast.editor.email]
    sent = link_in(mailoutbox[0])
    assert "Choose a new password" in text(Client().get(sent, follow=True))


@pytest.fixture
def silent_server(settings):
    """It takes a connection and never says a word."""
    listening = socket.create_server(("127.0.0.1", 0))
    settings.EMAIL_BACKEND = "organisations.background_mail.InBackground"
    settings.EMAIL_HOST, settings.EMAIL_PORT = listening.getsockname()
    settings.EMAIL_TIMEOUT = 1
    yield listening
    listening.close()


@pytest.mark.usefixtures("silent_server")
def test_a_silent_server_holds_nobody_up(cast, settings):
    settings.EMAIL_TIMEOUT = PATIENCE  # whoever waited for it would fail
    for email in (cast.viewer.email, "nobody@northfield.example"):
        assert reset(email).status_code == 302


def test_nor_does_one_that_is_down(cast, silent_server):
    silent_server.close()
    assert reset(cast.viewer.email).status_code == 302
    invite = reverse("team_invite", args=[cast.organisation.pk])
    form = {"email": "friend@example.org", "role": "viewer"}
    assert cast.client("owner").post(invite, form).status_code == 200


def test_a_fault_is_said_without_an_address(silent_server, caplog):
    silent_server.close()
    EmailMessage("s", "b", "from@example.org", ["secret@example.org"]).send()
    wait_until(lambda: "A mail could not be sent: ConnectionRefusedError" in caplog.text)
    assert "secret" not in caplog.text


def test_more_than_can_wait_are_let_go(silent_server, monkeypatch, caplog):  # noqa: ARG001
    monkeypatch.setattr(background_mail, "ROOM", threading.BoundedSemaphore(1))
    mail = EmailMessage("s", "b", "from@example.org", ["a@example.org"])
    assert [mail.send(), mail.send()] == [1, 0]
    assert "A mail was not sent" in caplog.text
    wait_until(lambda: "A mail could not be sent" in caplog.text)


def test_signing_in_on_a_new_device_is_told(cast, mailoutbox):
    cast.viewer.date_joined = cast.viewer.date_joined.replace(year=2020)
    cast.viewer.save()
    client, form = Client(), {"login": cast.viewer.email, "password": PASSWORD}
    for _ in range(2):
        client.post(reverse("account_login"), form)
        client.post(reverse("account_logout"))
    (told,) = mailoutbox
    assert told.to == [cast.viewer.email]
    assert told.subject == "Essence: somebody signed in on a new device"
    assert "http://testserver/" in told.body
    noted = list(cast.organisation.log.filter(who=cast.viewer).values_list("what", flat=True))
    assert noted == ["signed in", "signed in on a device that was new"]


def test_whoever_has_just_joined_is_not_told_of_themselves(cast, mailoutbox):
    form = {"login": cast.viewer.email, "password": PASSWORD}
    Client().post(reverse("account_login"), form)
    assert not mailoutbox
    assert cast.organisation.log.filter(who=cast.viewer).exists()


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_has_words(name):
    event = EVENTS[name]
    assert event.noted
    assert bool(event.subject) == bool(event.told) == (name != "known_device")
