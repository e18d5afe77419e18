"""A new address: the password, a link opened where it arrives, a notice to the old, a note."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from organisations.models import AuditEntry, User
from tests.cast import PASSWORD, text

NEW = "moved@northfield.example"
OLD = "viewer@northfield.example"


def ask(client, email=NEW, password=PASSWORD):
    return client.post(reverse("account_email"), {"email": email, "password": password})


def link_in(mail):
    return re.search(r"https?://[^/\s]+(/\S+)", mail.body.partition("open this link")[2])[1]


def address_of(user):
    return User.objects.get(pk=user.pk).email


def test_the_whole_way(cast, mailoutbox, settings):
    settings.SITE_URL = "https://essence.example"
    client = cast.client("viewer")
    assert "You sign in with viewer@northfield.example" in text(
        client.get(reverse("account_email"))
    )
    assert ask(client).status_code == 302
    assert address_of(cast.viewer) == OLD
    assert "A link is on its way to moved@northfield.example" in text(
        client.get(reverse("account_email"))
    )
    (asked,) = mailoutbox
    assert asked.to == [NEW]
    assert asked.subject == "Essence: is this your address?"
    assert "https://essence.example/accounts/confirm-email/" in asked.body
    there = link_in(asked)
    assert "Yes, this is my address" in text(client.get(there))
    assert address_of(cast.viewer) == OLD
    client.post(there)
    assert address_of(cast.viewer) == NEW
    assert list(EmailAddress.objects.filter(user=cast.viewer).values_list("email")) == [(NEW,)]
    told = mailoutbox[1]
    assert told.to == [OLD]
    assert NEW in told.body
    noted = f"changed the e-mail address from {OLD} to {NEW}"
    assert AuditEntry.objects.filter(who=cast.viewer, party=cast.organisation, what=noted).exists()
    again = {"login": NEW, "password": PASSWORD}
    assert Client().post(reverse("account_login"), again).status_code == 302
    assert Client().post(reverse("account_login"), {**again, "login": OLD}).status_code == 422


def test_nothing_without_the_password(cast, mailoutbox):
    client = cast.client("viewer")
    for password in ("", "wrong"):
        answer = ask(client, password=password)
        assert answer.status_code == 422
        assert NEW in text(answer)
    assert not mailoutbox
    assert not EmailAddress.objects.filter(email=NEW).exists()


@pytest.mark.parametrize("who", ["stranger", None])
def test_nobody_else_confirms_it(cast, mailoutbox, who):
    """A mistyped address is a stranger's: its link gives them nothing."""
    ask(cast.client("viewer"))
    client = cast.client(who) if who else Client()
    for _ in range(2):
        client.post(link_in(mailoutbox[0]))
    assert address_of(cast.viewer) == OLD
    assert not EmailAddress.objects.filter(email=NEW, verified=True).exists()


def test_an_address_that_waits_gets_no_link_for_a_new_password(cast, mailoutbox):
    ask(cast.client("viewer"))
    Client().post(reverse("account_reset_password"), {"email": NEW})
    assert len(mailoutbox) == 1


def test_a_new_password_ends_what_waits(cast, mailoutbox):
    client = cast.client("viewer")
    ask(client)
    new = {"oldpassword": PASSWORD, "password1": "eleven loud bitterns"}
    client.post(reverse("account_change_password"), {**new, "password2": new["password1"]})
    client.post(link_in(mailoutbox[0]))
    assert address_of(cast.viewer) == OLD


def test_staying_ends_it_too(cast, mailoutbox):
    client = cast.client("viewer")
    ask(client)
    client.post(reverse("account_email"), {"stay": "1"})
    client.post(link_in(mailoutbox[0]))
    assert address_of(cast.viewer) == OLD


def test_anothers_address_is_asked_and_never_taken(cast, mailoutbox):
    """Whoever has an account there is told by mail; the page tells nobody that they have one."""
    client = cast.client("viewer")
    assert ask(client, email=cast.editor.email).status_code == 302
    assert mailoutbox[0].to == [cast.editor.email]
    page = client.get(link_in(mailoutbox[0]))
    assert "Yes, this is my address" not in text(page)
    client.post(link_in(mailoutbox[0]))
    assert address_of(cast.viewer) == OLD


def test_their_own_is_said_to_be_theirs(cast):
    assert "your address already" in text(ask(cast.client("viewer"), email=OLD.upper()))


def test_no_inbox_is_filled(cast, mailoutbox):
    client = cast.client("viewer")
    for _ in range(3):
        assert ask(client).status_code == 302
    answer = ask(client)
    assert answer.status_code == 422
    assert "mailed to this address just now" in text(answer)
    assert len(mailoutbox) == 3
