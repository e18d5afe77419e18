"""Invitations: one link, one person, once; looking at it never uses it up."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisations import founding
from organisations.models import AuditEntry, Invitation, Membership, Organisation, Programme, User
from organisations.parties import invitations, newcomers
from organisations.parties.newcomers import Newcomer
from organisations.refusal import Refusal
from tests.cast import PASSWORD, make_person, text

NEW = "ann@newcomers.example"
ACCOUNT = {"name": "Ann", "password": PASSWORD}
FOUNDING = {"organisation": "Ann's group", "kind": "user-led"}


@pytest.fixture
def token(cast):
    return invitations.invite(email=NEW, role="editor", party=cast.organisation, who=cast.owner)


def open_invitation(token):
    return invitations.open_invitation(Invitation, token=token)


def link(token):
    return reverse("accept_invitation", args=[token])


def test_somebody_new_joins_and_is_signed_in(cast, token):
    client = Client()
    for _ in range(3):
        assert client.get(link(token)).status_code == 200
        assert client.head(link(token)).status_code == 200
    page = client.post(link(token), ACCOUNT, follow=True)
    assert page.redirect_chain[-1][0] == reverse("organisation", args=[cast.organisation.pk])
    ann = Membership.objects.get(user__email=NEW)
    assert (ann.role, ann.party, ann.user.name) == ("editor", cast.organisation, "Ann")
    assert ann.user.check_password(PASSWORD)
    assert AuditEntry.objects.filter(who=ann.user, what="joined as editor").exists()


def test_the_page_says_who_is_invited_to_what(token):
    page = text(Client().get(link(token)))
    assert "Join Northfield Trust" in page
    assert NEW in page
    assert "sets up assessments" in page


def test_a_link_that_cannot_be_used_says_no_more_than_that(cast, token):
    used, late, revoked = (
        invitations.invite(email=f"{n}@x.example", role="viewer", party=cast.organisation)
        for n in ("used", "late", "revoked")
    )
    assert Client().post(link(used), ACCOUNT).status_code == 302
    Invitation.objects.filter(email="late@x.example").update(expires=timezone.now())
    revoked_one = Invitation.objects.get(email="revoked@x.example")
    invitations.revoke(invitation=revoked_one, who=cast.owner)
    before = User.objects.count()
    answers = []
    for dead in (used, late, revoked, "never-was"):
        answers += [Client().get(link(dead)), Client().post(link(dead), ACCOUNT)]
        answers += [cast.client("viewer").get(link(dead))]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert User.objects.count() == before
    assert Client().get(link(token)).status_code == 200


def test_a_link_works_until_it_runs_out(token):
    Invitation.objects.update(expires=timezone.now() + timedelta(seconds=30))
    assert Client().get(link(token)).status_code == 200


def test_signed_in_with_that_address_one_press_joins(cast):
    token = invitations.invite(
        email="Newcomer@Nowhere.example", role="viewer", party=cast.organisation
    )
    client = cast.client("newcomer")
    assert "password" not in text(client.get(link(token)))
    assert not cast.organisation.seats.filter(user=cast.newcomer).exists()
    client.post(link(token))
    assert cast.membership("newcomer").role == "viewer"


def test_it_belongs_to_whoever_holds_the_link_and_not_to_whoever_has_the_address(cast):
    """An account may bear an address that somebody else typed into it."""
    squatter = make_person(NEW)
    token = invitations.invite(email=NEW, role="editor", party=cast.organisation, who=cast.owner)
    client = cast.client("newcomer")
    page = text(client.get(link(token)))
    assert "You are signed in as newcomer@nowhere.example" in page
    assert "Sign out, and join with another account" in page
    client.post(link(token))
    assert cast.membership("newcomer").role == "editor"
    assert not Membership.objects.filter(user=squatter).exists()
    noted = f"joined as editor, with the invitation of {NEW}"
    assert AuditEntry.objects.filter(who=cast.newcomer, what=noted).exists()


def test_signing_out_leads_back_to_the_link(cast, token):
    client = cast.client("newcomer")
    out = client.post(reverse("account_logout"), {"next": link(token)})
    assert out.headers["Location"] == link(token)
    assert client.post(link(token), ACCOUNT).status_code == 302
    assert Membership.objects.get(user__email=NEW).role == "editor"


def test_somebody_new_may_have_an_account_already(token):
    page = text(Client().get(link(token)))
    assert f"{reverse('account_login')}?next={link(token)}" in page


def test_an_account_is_never_made_or_taken_over_by_a_link(cast):
    token = invitations.invite(email=cast.newcomer.email, role="owner", party=cast.organisation)
    client = Client()
    page = client.post(link(token), {**ACCOUNT, "password": "another password here"})
    assert f"{reverse('account_login')}?next={link(token)}" in text(page)
    assert "_auth_user_id" not in client.session
    assert User.objects.get(pk=cast.newcomer.pk).check_password(PASSWORD)
    back = client.post(
        f"{reverse('account_login')}?next={link(token)}",
        {"login": cast.newcomer.email, "password": PASSWORD},
    )
    assert back.headers["Location"] == link(token)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"name": "", "password": PASSWORD}, "Your name: "),
        ({"name": "Ann\x07", "password": PASSWORD}, "cannot be kept"),
        ({"name": "Ann", "password": "elevenchars"}, "at least 12 characters"),
        ({"name": "Ann", "password": "ann@newcomers.example"}, "similar to the e-mail address"),
        ({"name": "Ann", "password": "password1234"}, "too common"),
    ],
)
def test_a_fault_is_named_and_what_was_typed_kept(token, given, fault):
    page = Client().post(link(token), given)
    assert page.status_code == 422
    assert fault in text(page)
    assert 'class="error-summary"' in text(page)
    assert not User.objects.filter(email=NEW).exists()
    if given["name"] == "Ann":
        assert 'value="Ann"' in text(page)
    assert given["password"] not in text(page) or given["password"] == NEW


@pytest.mark.django_db
def test_a_first_owner_names_the_organisation():
    token = founding.invite_founder(email=NEW)
    client = Client()
    assert client.post(link(token), ACCOUNT).status_code == 422
    client.post(link(token), {**ACCOUNT, **FOUNDING})
    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.kind) == ("Ann's group", "user-led")
    assert Membership.objects.get().role == "owner"
    assert Programme.objects.get().name == "Ann's group"
    page = text(client.get(reverse("organisation", args=[organisation.pk])))
    assert "Your first self-assessment" in page


def test_a_first_owner_with_an_account_is_asked_only_for_the_organisation(cast):
    token = founding.invite_founder(email=cast.newcomer.email)
    client = cast.client("newcomer")
    assert "Choose a password" not in text(client.get(link(token)))
    client.post(link(token), FOUNDING)
    assert Membership.objects.get(user=cast.newcomer).party.name == "Ann's group"


def test_pressing_twice_joins_once_and_leaves_no_account_behind(cast, token):
    invitation = open_invitation(token)
    invitations.take_seat(invitation=invitation, person=cast.newcomer)
    with pytest.raises(Refusal):
        invitations.take_seat(invitation=invitation, person=Newcomer("Ann", PASSWORD))
    assert not User.objects.filter(email=NEW).exists()
    assert cast.organisation.seats.count() == 5


def test_what_is_kept_of_a_link_does_not_open_it(token):
    kept = [str(value) for row in Invitation.objects.values() for value in row.values()]
    assert not any(token in value for value in kept)
    assert not any(token in entry.what for entry in AuditEntry.objects.all())
    hmac = Invitation.objects.get(email=NEW).token_hmac
    assert Client().get(link(hmac)).status_code == 404


def test_inviting_again_replaces_the_first_link(cast, token):
    again = invitations.invite(email=NEW.upper(), role="viewer", party=cast.organisation)
    assert Client().get(link(token)).status_code == 404
    assert Client().get(link(again)).status_code == 200
    assert cast.organisation.invitations.count() == 1


def test_an_address_has_one_account_whatever_its_case(cast):  # noqa: ARG001
    with pytest.raises(Refusal):
        newcomers.make_account(email="NEWCOMER@nowhere.example", name="", password=PASSWORD)
    assert make_person("Other@Elsewhere.example").email == "other@elsewhere.example"


def test_a_guesser_in_the_same_network_costs_a_newcomer_one_more_page(token, settings):
    few = {**settings.ACCOUNT_RATE_LIMITS, "wrong_from_network": "3/5m/key"}
    settings.ACCOUNT_RATE_LIMITS = few
    for number in range(3):
        form = {"login": f"{number}@northfield.example", "password": "wrong"}
        Client().post(reverse("account_login"), form)
    answer = Client().post(link(token), ACCOUNT)
    assert answer.headers["Location"].startswith(f"{reverse('account_login')}?next=/organisations/")
    assert Membership.objects.get(user__email=NEW).role == "editor"


def test_one_that_runs_out_while_it_is_looked_at_is_refused(token):
    """It is asked again when the button is pressed, under a lock."""
    looked_at = open_invitation(token)
    Invitation.objects.update(expires=timezone.now())
    with pytest.raises(Refusal):
        invitations.take_seat(invitation=looked_at, person=Newcomer("Ann", PASSWORD))
    assert Invitation.objects.get().accepted is None
    assert not User.objects.filter(email=NEW).exists()


@pytest.mark.django_db
def test_one_that_founds_runs_out_as_well():
    looked_at = open_invitation(founding.invite_founder(email=NEW))
    Invitation.objects.update(expires=timezone.now())
    with pytest.raises(Refusal):
        founding.found_organisation(
            invitation=looked_at, person=Newcomer("Ann", PASSWORD), name="Ann's", kind="other"
        )
    assert not Organisation.objects.exists()


def test_another_installations_key_finds_no_invitation(token, settings):
    assert open_invitation(token)
    settings.SECRET_KEY = "another key"
    assert open_invitation(token) is None
    assert Client().get(link(token)).status_code == 404
