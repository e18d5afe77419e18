"""The pages of a collaboration, and accepting an invitation to it."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from comparing.models import Collaboration, CollaborationInvitation, Member, Round, Seat
from organisations.models import User
from organisations.parties import invitations
from tests.cast import PASSWORD, make_person, text

ADA = "ada@thread.example"
SPRING = {"name": "Spring", "opens": "2027-03-01", "closes": "2027-03-31"}


@pytest.fixture
def collaboration(db):  # noqa: ARG001 - allows the database
    return Collaboration.objects.create(name="Thread", about="To stand up for it together.")


def seated(collaboration, role, email=ADA, *, app=True):
    user = make_person(email)
    Seat.objects.create(user=user, party=collaboration, role=role)
    if app:
        TOTP.activate(user, generate_totp_secret())
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def admin(collaboration):
    return seated(collaboration, "admin")


def address(name, collaboration, *more):
    return reverse(name, args=[collaboration.pk, *more])


def link_for(collaboration, email, role):
    token = invitations.invite(party=collaboration, email=email, role=role)
    return reverse("take_part", args=[token])


@pytest.mark.parametrize("required", [True, False])
def test_an_admin_always_needs_a_second_step(collaboration, settings, required):
    settings.REQUIRE_2FA = required
    client = seated(collaboration, "admin", app=False)
    for page in ("collaboration", "collaboration_people", "new_round"):
        answer = client.get(address(page, collaboration))
        assert answer.headers["Location"] == reverse("mfa_activate_totp")
    answer = client.post(address("new_round", collaboration), SPRING)
    assert answer.headers["Location"] == reverse("mfa_activate_totp")
    assert not Round.objects.exists()
    analyst = seated(collaboration, "analyst", "ines@thread.example", app=False)
    assert analyst.get(address("collaboration", collaboration)).status_code == 200


def test_empty_a_collaboration_says_what_to_do(collaboration, admin):
    page = text(admin.get(address("collaboration", collaboration)))
    assert "No round yet" in page
    assert "No organisation has joined yet" in page
    assert "Plan a round" in page
    assert "To stand up for it together." in page


def test_an_analyst_reads_and_changes_nothing(collaboration):
    analyst = seated(collaboration, "analyst", app=False)
    assert "Plan a round" not in text(analyst.get(address("collaboration", collaboration)))
    assert "Make an invitation" not in text(
        analyst.get(address("collaboration_people", collaboration))
    )
    for page in ("new_round", "about_collaboration"):
        assert analyst.get(address(page, collaboration)).status_code == 403


def test_the_page_of_people_says_what_each_role_may_do(collaboration):
    analyst = seated(collaboration, "analyst", app=False)
    page = text(analyst.get(address("collaboration_people", collaboration)))
    for word, may_do in (
        ("Analyst", "Reads the rounds: figures"),
        ("Admin", "Also invites people"),
    ):
        assert f"<dt>{word}</dt> <dd>{may_do}" in page


def test_a_number_of_one_kind_is_none_of_the_other(collaboration, admin, cast):
    """An organisation's page of people at the collaboration's number, and the other way round."""
    for client, name, party in (
        (admin, "team", collaboration),
        (admin, "collaboration_people", cast.organisation),
        (cast.client("owner"), "collaboration_people", cast.organisation),
    ):
        assert client.get(reverse(name, args=[party.pk])).status_code == 404


def test_the_front_page_leads_on_to_the_one_place_one_has(collaboration, admin, cast):
    assert admin.get("/").headers["Location"] == address("collaboration", collaboration)
    Seat.objects.create(user=cast.viewer, party=collaboration, role="analyst")
    page = text(cast.client("viewer").get("/"))
    assert "Thread" in page
    assert "Northfield Trust" in page


def test_an_admin_plans_a_round(collaboration, admin):
    answer = admin.post(address("new_round", collaboration), SPRING)
    made = Round.objects.get()
    assert answer.headers["Location"] == reverse("round", args=[made.pk])
    assert made.instrument == "2026.2"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "This field is required"),
        ({"closes": "2027-02-01"}, "This is before the day it opens."),
        ({"opens": "soon"}, "Enter a valid date."),
        ({"name": "x" * 101}, "at most 100 characters"),
    ],
)
def test_a_faulty_round_is_named_and_kept(collaboration, admin, wrong, said):
    answer = admin.post(address("new_round", collaboration), {**SPRING, **wrong})
    assert answer.status_code == 422
    assert said in text(answer)
    assert "2027" in text(answer)
    assert not Round.objects.exists()


def test_a_second_round_of_a_name_is_refused_at_its_field(collaboration, admin):
    admin.post(address("new_round", collaboration), SPRING)
    answer = admin.post(address("new_round", collaboration), SPRING)
    assert answer.status_code == 422
    assert "There is a round of this name already" in text(answer)


def test_a_round_is_edited_until_it_is_closed(collaboration, admin):
    admin.post(address("new_round", collaboration), SPRING)
    page = reverse("edit_round", args=[Round.objects.get().pk])
    assert 'value="Spring"' in admin.get(page).content.decode()
    admin.post(page, {**SPRING, "name": "Early spring"})
    assert Round.objects.get().name == "Early spring"
    Round.objects.update(closed_at="2027-04-01T12:00Z")
    for answer in (admin.get(page), admin.post(page, SPRING)):
        assert answer.status_code == 302
    assert Round.objects.get().name == "Early spring"


def test_what_it_is_for_is_changed(collaboration, admin):
    form = {"name": "Common thread", "about": "For all of us."}
    admin.post(address("about_collaboration", collaboration), form)
    assert "For all of us." in text(admin.get(address("collaboration", collaboration)))
    assert admin.post(address("about_collaboration", collaboration), {}).status_code == 422


def test_an_admin_invites_and_takes_it_back(collaboration, admin):
    form = {"email": "o@northfield.example", "role": "member"}
    page = text(admin.post(address("collaboration_people_invite", collaboration), form))
    assert "/take-part/" in page
    invitation = CollaborationInvitation.objects.get()
    people = text(admin.get(address("collaboration_people", collaboration)))
    assert "o@northfield.example" in people
    admin.post(address("collaboration_people_revoke", collaboration, invitation.pk))
    assert not CollaborationInvitation.objects.exists()


def test_the_link_to_invite_a_member_has_chosen_it(collaboration, admin):
    page = admin.get(address("collaboration_people", collaboration) + "?for=member")
    chosen = re.search(r'<input[^>]*value="member"[^>]*>', page.content.decode())[0]
    assert "checked" in chosen


@pytest.mark.parametrize("form", [{}, {"email": "x", "role": "member"}, {"email": ADA}])
def test_a_faulty_invitation_is_refused(collaboration, admin, form):
    answer = admin.post(address("collaboration_people_invite", collaboration), form)
    assert answer.status_code == 422
    assert not CollaborationInvitation.objects.exists()


def test_roles_change_and_the_last_admin_stays(collaboration, admin):
    seat = Seat.objects.get()
    for name, form in (
        ("collaboration_people_role", {"role": "analyst"}),
        ("collaboration_people_remove", {}),
    ):
        answer = admin.post(address(name, collaboration, seat.pk), form)
        assert answer.status_code == 422
        assert "needs an admin" in text(answer)
    seated(collaboration, "analyst", "ines@thread.example")
    other = Seat.objects.exclude(pk=seat.pk).get()
    admin.post(address("collaboration_people_role", collaboration, other.pk), {"role": "admin"})
    answer = admin.post(address("collaboration_people_remove", collaboration, seat.pk))
    assert answer.headers["Location"] == reverse("home")
    assert list(Seat.objects.values_list("user__email", "role")) == [
        ("ines@thread.example", "admin")
    ]


def test_an_owner_brings_their_organisation(collaboration, cast):
    link, client = link_for(collaboration, cast.owner.email, "member"), cast.client("owner")
    page = text(client.get(link))
    assert "Joining shares nothing" in page
    assert "To stand up for it together." in page
    assert not Member.objects.exists()  # looking joins nothing
    answer = client.post(link, {"organisation": cast.organisation.pk})
    assert answer.headers["Location"] == reverse("collaborations", args=[cast.organisation.pk])
    assert Member.objects.get().organisation == cast.organisation
    assert client.get(link).status_code == 404


def test_somebody_elses_organisation_cannot_be_brought(collaboration, cast):
    other = make_cast_of_another()
    link = link_for(collaboration, cast.owner.email, "member")
    answer = cast.client("owner").post(link, {"organisation": other.pk})
    assert answer.status_code == 422
    assert not Member.objects.exists()


def make_cast_of_another():
    from organisations.models import Organisation  # noqa: PLC0415

    return Organisation.objects.create(name="Somebody else", kind="other")


@pytest.mark.parametrize("who", ["viewer", "editor", "newcomer"])
def test_who_owns_no_organisation_is_told_what_to_do(collaboration, cast, who):
    link = link_for(collaboration, getattr(cast, who).email, "member")
    for answer in (cast.client(who).get(link), cast.client(who).post(link, {})):
        assert "ask one of its owners" in text(answer)
    assert not Member.objects.exists()
    assert CollaborationInvitation.objects.get().accepted is None


def test_a_newcomer_makes_an_account_and_a_seat(collaboration):
    client, link = Client(), link_for(collaboration, ADA, "analyst")
    assert client.post(link, {"name": "Ada", "password": "short"}).status_code == 422
    answer = client.post(link, {"name": "Ada", "password": PASSWORD})
    assert answer.headers["Location"] == address("collaboration", collaboration)
    assert User.objects.get().seats.get().role == "analyst"
    assert client.get(address("collaboration", collaboration)).status_code == 200


def test_who_has_an_account_signs_in_first_and_only_says_yes(collaboration, cast):
    link = link_for(collaboration, cast.viewer.email, "analyst")
    assert "Sign in with it" in text(Client().get(link))
    assert "join with this account" in text(cast.client("editor").get(link))
    answer = cast.client("viewer").post(link)
    assert answer.headers["Location"] == address("collaboration", collaboration)


def test_a_newcomer_without_organisation_cannot_be_a_member(collaboration):
    page = text(Client().get(link_for(collaboration, "new@nowhere.example", "member")))
    assert "ask the people who run this site" in page


def test_links_that_never_were_answer_alike(collaboration, cast):  # noqa: ARG001
    never = Client().get(reverse("take_part", args=["never"]))
    assert never.status_code == 404
    assert "This invitation does not work" in text(never)


def test_another_collaboration_looks_like_one_that_never_was(collaboration, admin):
    other = Collaboration.objects.create(name="Other")
    for name in ("collaboration", "collaboration_people", "new_round"):
        assert admin.get(address(name, other)).status_code == 404
    theirs = Seat.objects.create(user=make_person("b@b.example"), party=other, role="analyst")
    assert (
        admin.post(address("collaboration_people_remove", collaboration, theirs.pk)).status_code
        == 404
    )
    assert Seat.objects.filter(pk=theirs.pk).exists()
