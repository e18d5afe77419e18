"""Collaborations: their people, their members, their rounds."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from comparing.models import (
    Collaboration,
    CollaborationInvitation,
    CollaborationRole,
    Member,
    Round,
    Seat,
)
from comparing.steps import collaborations
from comparing.steps.collaborations import Plan
from organisations.models import Membership, User
from organisations.parties import invitations, seats
from organisations.parties.newcomers import Newcomer
from organisations.refusal import Refusal
from tests.cast import PASSWORD, make_person

DAY = datetime.date(2027, 3, 1)
SPRING = Plan(name="Spring", opens=DAY, closes=DAY + datetime.timedelta(days=30))
ADA = "ada@thread.example"


@pytest.fixture
def collaboration(db):  # noqa: ARG001 - allows the database
    return Collaboration.objects.create(name="Thread")


@pytest.fixture
def ada(collaboration):
    user = make_person(ADA)
    Seat.objects.create(user=user, party=collaboration, role="admin")
    return user


def invited(collaboration, email, role, who=None):
    token = invitations.invite(party=collaboration, email=email, role=role, who=who)
    return open_invitation(token)


def open_invitation(token):
    return invitations.open_invitation(CollaborationInvitation, token=token)


def said(collaboration):
    return [entry.what for entry in collaboration.log.all()]


def test_the_first_admin_comes_with_a_link_and_makes_an_account(db):  # noqa: ARG001
    token = collaborations.found_collaboration(name="Thread", email="Ada@Thread.example ")
    invitation = open_invitation(token)
    assert invitation.role == CollaborationRole.ADMIN
    newcomer = Newcomer(name="Ada", password=PASSWORD)
    user = invitations.take_seat(invitation=invitation, person=newcomer).user
    assert (user.email, user.name) == (ADA, "Ada")
    assert user.seats.get().role == CollaborationRole.ADMIN
    assert said(invitation.party) == ["joined as admin", f"invited {ADA} as admin"]


def test_two_collaborations_of_one_name_would_be_taken_for_one(collaboration):
    with pytest.raises(Refusal, match="already"):
        collaborations.found_collaboration(name="THREAD", email=ADA)
    assert not collaboration.invitations.exists()


def test_only_the_hmac_of_a_token_is_kept(collaboration):
    token = invitations.invite(party=collaboration, email=ADA, role="admin")
    kept = CollaborationInvitation.objects.values_list("token_hmac", flat=True).get()
    assert token not in kept
    assert open_invitation(token + "x") is None


def test_an_invitation_works_once(collaboration):
    invitation = invited(collaboration, ADA, "analyst")
    invitations.take_seat(invitation=invitation, person=make_person(ADA))
    with pytest.raises(Refusal, match="already"):
        invitations.take_seat(invitation=invitation, person=make_person("b@b.example"))
    assert Seat.objects.count() == 1


def test_an_invitation_runs_out_and_can_be_taken_back(collaboration, ada):
    token = invitations.invite(party=collaboration, email="b@b.example", role="analyst", who=ada)
    found = open_invitation(token)
    CollaborationInvitation.objects.update(expires=timezone.now())
    assert open_invitation(token) is None
    with pytest.raises(Refusal):
        invitations.use_up(found)
    invitations.revoke(invitation=found, who=ada)
    assert not CollaborationInvitation.objects.exists()


def test_a_second_invitation_of_a_kind_takes_the_place_of_the_first(collaboration):
    first = invited(collaboration, "o@o.example", "member")
    other = invited(collaboration, "o@o.example", "analyst")
    second = invited(collaboration, "O@o.example", "member")
    left = set(CollaborationInvitation.objects.values_list("pk", flat=True))
    assert left == {other.pk, second.pk}
    assert first.pk not in left


def test_who_is_here_is_not_invited_again_but_may_bring_an_organisation(collaboration, ada):
    with pytest.raises(Refusal, match="here already"):
        invited(collaboration, ADA, "analyst", ada)
    assert invited(collaboration, ADA, "member", ada).role == "member"


def test_an_owner_brings_an_organisation(collaboration, cast):
    invitation = invited(collaboration, cast.owner.email, "member")
    assert collaborations.may_bring(collaboration, cast.owner) == [cast.organisation]
    collaborations.join(invitation=invitation, organisation=cast.organisation, who=cast.owner)
    assert Member.objects.get().organisation == cast.organisation
    assert collaborations.may_bring(collaboration, cast.owner) == []
    assert said(collaboration)[0] == "Northfield Trust joined"
    assert cast.organisation.log.first().what == "joined Thread"


@pytest.mark.parametrize("who", ["editor", "viewer", "newcomer"])
def test_nobody_else_does(collaboration, cast, who):
    person = getattr(cast, who)
    invitation = invited(collaboration, person.email, "member")
    assert collaborations.may_bring(collaboration, person) == []
    with pytest.raises(Refusal, match="Only an owner"):
        collaborations.join(invitation=invitation, organisation=cast.organisation, who=person)
    assert not Member.objects.exists()
    assert CollaborationInvitation.objects.get().accepted is None  # it is not used up


def test_a_collaboration_keeps_an_admin(collaboration, ada):
    seat = ada.seats.get()
    for step in (
        lambda: seats.change_role(seat=seat, role="analyst", who=ada),
        lambda: seats.remove_seat(seat=seat, who=ada),
    ):
        with pytest.raises(Refusal, match="needs an admin"):
            step()
    other = Seat.objects.create(
        user=make_person("b@b.example"), party=collaboration, role="analyst"
    )
    seats.change_role(seat=other, role="admin", who=ada)
    seats.remove_seat(seat=seat, who=ada)
    assert list(collaboration.seats.all()) == [other]


def test_a_round_is_planned_and_changed_until_it_is_closed(collaboration, ada):
    made = collaborations.plan_round(
        collaboration=collaboration, plan=SPRING, instrument="2026.2", who=ada
    )
    later = Plan(name="Spring again", opens=DAY, closes=DAY)
    collaborations.change_round(round_=made, plan=later, who=ada)
    made.refresh_from_db()
    assert (made.name, made.closes) == ("Spring again", DAY)
    Round.objects.update(closed_at=timezone.now())
    with pytest.raises(Refusal, match="closed"):
        collaborations.change_round(round_=made, plan=SPRING, who=ada)


def test_round_names_differ_within_a_collaboration(collaboration, ada):
    options = {"instrument": "2026.2", "who": ada}
    first = collaborations.plan_round(collaboration=collaboration, plan=SPRING, **options)
    with pytest.raises(Refusal, match="already"):
        collaborations.plan_round(
            collaboration=collaboration,
            plan=Plan(name="SPRING", opens=DAY, closes=DAY),
            **options,
        )
    collaborations.change_round(round_=first, plan=SPRING, who=ada)  # its own name is no fault
    other = Collaboration.objects.create(name="Other")
    assert collaborations.plan_round(collaboration=other, plan=SPRING, **options)


@pytest.mark.parametrize(
    "make",
    [
        lambda c, u: Seat.objects.create(user=u, party=c, role="emperor"),
        lambda c, u: Seat.objects.create(user=u, party=c, role="analyst"),
        lambda c, _: Round.objects.create(
            collaboration=c,
            name="Backwards",
            instrument="2026.2",
            opens=DAY,
            closes=DAY - datetime.timedelta(days=1),
        ),
        lambda c, _: CollaborationInvitation.objects.create(
            party=c, email=ADA, role="king", token_hmac="1", expires=timezone.now()
        ),
    ],
)
def test_the_database_keeps_its_promises(collaboration, ada, make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(collaboration, ada)


def test_an_organisation_joins_once(collaboration, cast):
    Member.objects.create(collaboration=collaboration, organisation=cast.organisation)
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.create(collaboration=collaboration, organisation=cast.organisation)


@pytest.mark.django_db
def test_the_command_prints_the_link_of_the_first_admin(capsys):
    call_command("new_collaboration", "Thread", ADA)
    printed = capsys.readouterr()
    token = printed.out.strip().rstrip("/").split("/")[-1]
    assert open_invitation(token).email == ADA
    assert "second step" in printed.err
    for name, email, why in (("Thread", ADA, "already"), ("Other", "nobody", "no e-mail|not an")):
        with pytest.raises(CommandError, match=why):
            call_command("new_collaboration", name, email)
    assert Collaboration.objects.count() == 1


def test_owning_is_of_an_organisation_and_not_of_a_collaboration(cast, collaboration):
    """Two separate things: a seat gives no role in any organisation."""
    Seat.objects.create(user=cast.newcomer, party=collaboration, role="admin")
    Member.objects.create(collaboration=collaboration, organisation=cast.organisation)
    assert not Membership.objects.filter(user=cast.newcomer).exists()
    assert User.objects.filter(seats__isnull=False).get() == cast.newcomer
