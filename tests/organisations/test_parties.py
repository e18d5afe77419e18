"""What every kind of party has alike: its roles in their order, and what an invitation keeps."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comparing.party import Collaboration
from organisations.models import AuditEntry, Invitation, Membership, Organisation
from organisations.parties import invitations, seats
from organisations.parties.kinds import PartyRole
from organisations.refusal import Refusal
from tests.cast import text


class ShipRole(PartyRole):
    """A kind's roles, of which each is one entry."""

    BOY = "boy", _("Sweeps."), _("boy: is on board")
    MATE = "mate", _("Also steers."), _("mate: is heard")
    CAPTAIN = "captain", _("Also decides."), _("captain: is obeyed")


def test_one_entry_says_all_of_a_role():
    assert ShipRole.values == ["boy", "mate", "captain"]
    assert ShipRole.choices[1] == ("mate", "mate: is heard")
    assert ShipRole("mate") is ShipRole.MATE
    assert (ShipRole.MATE.word, ShipRole.MATE.may_do) == ("mate", "Also steers.")


@pytest.mark.parametrize("place", range(3))
def test_each_may_do_what_those_before_it_may(place):
    role = list(ShipRole)[place]
    assert [role.reaches(other) for other in ShipRole] == [n <= place for n in range(3)]


def test_the_last_role_is_the_one_that_manages():
    assert Organisation.party_kind.top == "owner"
    assert Membership.kind() is Invitation.kind() is Organisation.party_kind


def test_the_page_says_what_each_role_may_do(cast):
    page = text(cast.client("viewer").get(reverse("team", args=[cast.organisation.pk])))
    for role in Organisation.party_kind.roles:
        assert f"<dt>{role.word.capitalize()}</dt>" in page
    assert "Reads the reports and sees who is in the team." in page


def invite_two(cast):
    """One by the owner, one by whoever runs the site."""
    of = {"party": cast.organisation, "role": "viewer"}
    invitations.invite(email="host@example.org", **of)
    return invitations.invite(email="friend@example.org", who=cast.owner, **of)


def waiting():
    return list(Invitation.objects.filter(accepted=None).values_list("email", flat=True))


def test_an_invitation_says_who_made_it(cast):
    invite_two(cast)
    assert dict(Invitation.objects.values_list("email", "made_by")) == {
        "friend@example.org": cast.owner.pk,
        "host@example.org": None,
    }


def lose_the_role(cast):
    seats.change_role(seat=cast.membership("owner"), role="editor", who=cast.editor)


def leave(cast):
    seats.remove_seat(seat=cast.membership("owner"), who=cast.editor)


def lose_the_account(cast):
    cast.owner.delete()


@pytest.mark.parametrize("how", [lose_the_role, leave, lose_the_account])
def test_it_ends_with_the_role_of_whoever_made_it(cast, how):
    token = invite_two(cast)
    cast.organisation.seats.filter(user=cast.editor).update(role="owner")
    how(cast)
    assert waiting() == ["host@example.org"]
    assert Client().get(reverse("accept_invitation", args=[token])).status_code == 404
    ended = "ended the invitations that owner@northfield.example had made: 1"
    assert how is lose_the_account or AuditEntry.objects.filter(what=ended).exists()


def test_it_stays_where_another_role_changes(cast):
    invite_two(cast)
    seats.change_role(seat=cast.membership("editor"), role="viewer", who=cast.owner)
    seats.remove_seat(seat=cast.membership("viewer"), who=cast.owner)
    assert len(waiting()) == 2


def test_a_collaborations_ends_in_the_same_way(cast):
    collaboration = Collaboration.objects.create(name="North")
    for who in (cast.owner, cast.stranger):
        collaboration.seats.create(user=who, role="admin")
    of = {"party": collaboration, "who": cast.owner}
    invitations.invite(email="friend@example.org", role="analyst", **of)
    invitations.invite(email="other@example.org", role="member", **of)
    seats.remove_seat(seat=collaboration.seats.get(user=cast.owner), who=cast.stranger)
    assert not collaboration.invitations.exists()


def test_who_has_lost_the_role_meanwhile_invites_nobody(cast):
    with pytest.raises(Refusal, match="no longer invite"):
        invitations.invite(
            email="friend@example.org", role="owner", party=cast.organisation, who=cast.editor
        )
    assert waiting() == []


@pytest.mark.parametrize("role", ["queen", "admin", ""])
def test_the_database_knows_a_kinds_own_roles_and_no_others(cast, role):
    party = cast.organisation
    for make in (
        lambda: party.seats.create(user=cast.stranger, role=role),
        lambda: party.invitations.create(role=role, expires=timezone.now()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


def test_a_person_has_one_seat_in_a_party(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.organisation.seats.create(user=cast.viewer, role="owner")
