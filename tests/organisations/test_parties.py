"""What every kind of party has alike: its roles in their order, and what an invitation keeps."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models import Invitation, Membership, Organisation
from organisations.parties import invitations
from organisations.parties.kinds import PartyRole
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


def test_an_invitation_says_who_made_it_and_outlives_their_account(cast):
    of = {"party": cast.organisation, "role": "viewer"}
    invitations.invite(email="friend@example.org", who=cast.editor, **of)
    invitations.invite(email="host@example.org", **of)
    assert dict(Invitation.objects.values_list("email", "made_by")) == {
        "friend@example.org": cast.editor.pk,
        "host@example.org": None,
    }
    cast.editor.delete()
    assert Invitation.objects.get(email="friend@example.org").made_by is None


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
