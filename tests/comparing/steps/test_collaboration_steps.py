"""A collaboration and its members: founded, named, joined by owners, with what its logs say."""

import pytest

from comparing.party import Collaboration, CollaborationInvitation, Member
from comparing.steps import collaborations
from organisations.models import Membership, Organisation
from organisations.parties import invitations
from organisations.refusal import Refusal
from tests.comparing.collaboration import make_together


@pytest.fixture
def together(db):  # noqa: ARG001 (allows the database)
    return make_together(0)


def logged(party):
    return list(party.log.order_by("pk").values_list("what", flat=True))


def invited(collaboration):
    """An invitation for an organisation, as its one-time link finds it."""
    token = invitations.invite(party=collaboration, email="olive@northfield.example", role="member")
    return invitations.open_invitation(CollaborationInvitation, token=token)


def test_a_name_is_one_collaborations(together):
    assert collaborations.found_collaboration(name="Common Thread", email="ada@thread.example")
    with pytest.raises(Refusal, match="of this name already"):
        collaborations.found_collaboration(name="COMMON thread", email="ada@thread.example")
    assert set(Collaboration.objects.all()) > {together.collaboration}
    assert Collaboration.objects.count() == 2


def test_its_name_and_what_it_is_for_are_changed_and_noted(together):
    found = together.collaboration
    collaborations.describe(
        collaboration=found, name="Common Thread", about="To learn", who=together.admin
    )
    found.refresh_from_db()
    assert (found.name, found.about) == ("Common Thread", "To learn")
    assert logged(found) == ["changed the name or what it is for"]


def test_an_owner_brings_an_organisation_once(cast, together):
    for _ in range(2):
        member = collaborations.join(
            invitation=invited(together.collaboration),
            organisation=cast.organisation,
            who=cast.owner,
        )
    assert Member.objects.filter(organisation=cast.organisation).get() == member
    assert logged(cast.organisation) == [f"joined {together.collaboration}"]
    assert f"{cast.organisation} joined" in logged(together.collaboration)


def test_nobody_else_brings_it(cast, together):
    invitation = invited(together.collaboration)
    for who in (cast.editor, cast.stranger, together.admin):
        with pytest.raises(Refusal, match="Only an owner"):
            collaborations.join(invitation=invitation, organisation=cast.organisation, who=who)
    assert not Member.objects.filter(organisation=cast.organisation).exists()
    assert CollaborationInvitation.objects.filter(pk=invitation.pk).exists(), "it is not used up"


def test_whom_somebody_may_bring(cast, together):
    """What they own and is no member yet, by name; not what they only edit."""
    other = Organisation.objects.create(name="Another", kind="voluntary")
    edited = Organisation.objects.create(name="Edited", kind="voluntary")
    Membership.objects.create(user=cast.owner, party=other, role="owner")
    Membership.objects.create(user=cast.owner, party=edited, role="editor")
    may_bring = collaborations.may_bring
    assert may_bring(together.collaboration, cast.owner) == [other, cast.organisation]
    Member.objects.create(collaboration=together.collaboration, organisation=other)
    assert may_bring(together.collaboration, cast.owner) == [cast.organisation]
