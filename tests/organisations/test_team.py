"""The team: an organisation keeps an owner, a link is shown once, owners alone see who did what."""

import re
import smtplib

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from organisations.models import AuditEntry, Invitation, Membership
from organisations.parties import invitations, seats
from organisations.parties.log import record
from organisations.refusal import Refusal
from tests.cast import make_person, text

WANTED = {"email": "friend@example.org", "role": "viewer"}


def address(name, cast, *more):
    return reverse(name, args=[cast.organisation.pk, *more])


def test_an_invitation_is_shown_once_with_its_link(cast):
    client = cast.client("owner")
    page = text(client.post(address("team_invite", cast), WANTED))
    link = re.search(r'value="(http://testserver/join/[\w-]{43}/)"', page).group(1)
    assert "give it to friend@example.org yourself" in page
    assert Client().get(link).status_code == 200
    later = text(client.get(address("team", cast)))
    assert "friend@example.org" in later
    assert "/join/" not in later
    assert mail.outbox == []


def test_it_is_mailed_where_there_is_a_mail_server(cast, settings):
    settings.EMAIL_HOST, settings.SITE_URL = "mail.example", "https://essence.example"
    cast.organisation.name = "Tide &\nWater"
    cast.organisation.save()
    page = text(cast.client("owner").post(address("team_invite", cast), WANTED))
    assert "It has been mailed to friend@example.org" in page
    (sent,) = mail.outbox
    assert sent.to == ["friend@example.org"]
    assert sent.subject == "Join Tide & Water on Essence"
    assert re.search(r"https://essence\.example/join/[\w-]{43}/", sent.body).group() in page
    assert "&amp;" not in sent.body


def test_where_the_mail_fails_the_link_is_there_to_copy(cast, settings, monkeypatch):
    def broken(*_args):
        raise smtplib.SMTPConnectError(421, "no")

    settings.EMAIL_HOST = "mail.example"
    monkeypatch.setattr("organisations.parties.invitation_mail.send_mail", broken)
    page = text(cast.client("owner").post(address("team_invite", cast), WANTED))
    assert "give it to friend@example.org yourself" in page
    assert "http://testserver/join/" in page


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"email": "friend", "role": "viewer"}, "Write an email address"),
        ({"email": "friend@example.org", "role": "queen"}, "Choose one of those shown"),
        ({"email": "Viewer@Northfield.example", "role": "owner"}, "in the team already"),
    ],
)
def test_a_fault_of_an_invitation_is_named(cast, given, fault):
    page = cast.client("owner").post(address("team_invite", cast), given)
    assert page.status_code == 422
    assert fault in text(page)
    assert given["email"] in text(page)
    assert not Invitation.objects.exists()


def test_an_invitation_is_taken_back(cast):
    token = invitations.invite(email="friend@example.org", role="viewer", party=cast.organisation)
    invitation = Invitation.objects.get()
    page = cast.client("owner").post(address("team_revoke", cast, invitation.pk), follow=True)
    assert "its link no longer works" in text(page)
    assert "Nobody is waiting" in text(page)
    assert invitations.open_invitation(Invitation, token=token) is None


def test_one_that_was_accepted_stays_accepted(cast):
    invitations.invite(email=cast.newcomer.email, role="viewer", party=cast.organisation)
    invitation = Invitation.objects.get()
    invitations.take_seat(invitation=invitation, person=cast.newcomer)
    cast.client("owner").post(address("team_revoke", cast, invitation.pk))
    assert cast.membership("newcomer").role == "viewer"
    assert Invitation.objects.filter(accepted__isnull=False).exists()


@pytest.mark.parametrize("name", ["team_role", "team_remove"])
def test_the_last_owner_stays(cast, name):
    own = cast.membership("owner")
    page = cast.client("owner").post(address(name, cast, own.pk), {"role": "viewer"})
    assert page.status_code == 422
    assert "An organisation needs an owner" in text(page)
    assert cast.membership("owner").role == "owner"


def test_an_owner_may_go_once_there_is_another(cast):
    client = cast.client("owner")
    client.post(address("team_role", cast, cast.membership("editor").pk), {"role": "owner"})
    gone = client.post(address("team_remove", cast, cast.membership("owner").pk))
    assert gone.headers["Location"] == reverse("home")
    assert client.get(address("team", cast)).status_code == 404
    with pytest.raises(Refusal):
        seats.remove_seat(seat=cast.membership("editor"), who=cast.editor)


def test_somebody_removed_meanwhile_is_refused_and_not_made_again(cast):
    stale = cast.membership("viewer")
    seats.remove_seat(seat=cast.membership("viewer"), who=cast.owner)
    with pytest.raises(Refusal, match="no longer in the team"):
        seats.change_role(seat=stale, role="owner", who=cast.owner)
    assert not Membership.objects.filter(user=cast.viewer).exists()


def test_a_role_that_is_none_is_refused(cast):
    viewer = cast.membership("viewer")
    page = cast.client("owner").post(address("team_role", cast, viewer.pk), {"role": "queen"})
    assert page.status_code == 422
    assert cast.membership("viewer").role == "viewer"


def test_owners_alone_see_who_is_invited_and_who_did_what(cast):
    invitations.invite(
        email="friend@example.org", role="viewer", party=cast.organisation, who=cast.owner
    )
    assert "friend@example.org" in text(cast.client("owner").get(address("team", cast)))
    for who in ("viewer", "editor"):
        page = text(cast.client(who).get(address("team", cast)))
        assert "friend@example.org" not in page
        assert "Who did what" not in page
        assert "Remove" not in page
        assert cast.owner.email in page


def test_the_last_ten_things_are_shown_newest_first(cast):
    for number in range(60):
        record(party=cast.organisation, who=cast.owner, what=f"did thing {number:02}.")
    page = text(cast.client("owner").get(address("team", cast)))
    assert re.findall(r"did thing (\d\d)\.", page) == [f"{n:02}" for n in range(59, 49, -1)]


def test_a_long_entry_is_cut_and_not_lost(cast):
    record(party=cast.organisation, who=None, what="x" * 400)
    assert AuditEntry.objects.get().what == "x" * 300


@pytest.mark.parametrize("size", [1, 50])
def test_the_team_page_asks_the_same_of_the_database(cast, size, django_assert_num_queries):
    for number in range(size):
        user = make_person(f"m{number}@northfield.example")
        Membership.objects.create(user=user, party=cast.organisation, role="viewer")
        record(party=cast.organisation, who=user, what="came")
        invitations.invite(email=f"i{number}@x.example", role="viewer", party=cast.organisation)
    client = cast.client("owner")
    with django_assert_num_queries(6):  # session, user, membership; members, invited, entries
        client.get(address("team", cast))
