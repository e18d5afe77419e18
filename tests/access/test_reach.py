"""Who reaches what, asked of each helper by itself: one that never was, of another, and one's own.

The table asks the same of every route; here a helper that lets somebody in is seen at once.
"""

import uuid
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory

from assessment.access import assessment_for, assessment_kept
from comparing.access import collaboration_for, member_round_for, membership_in, round_for
from comparing.party import CollaborationRole
from organisations.access import (
    SecondStepNeeded,
    membership_of,
    organisation_for,
    programme_for,
    seat_of,
    signed_in,
)
from organisations.models import Membership, Role
from tests.assessment.answered import open_with_slips
from tests.comparing.collaboration import make_together

NOBODYS = uuid.uuid4()


def asked_by(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_nobody_is_signed_in_by_default():
    """Views that ask are behind ``login_required``; one that is not lets nobody in."""
    with pytest.raises(PermissionDenied):
        signed_in(asked_by(AnonymousUser()))


def test_a_seat_is_of_its_own_kind_and_of_whoever_was_let_in(cast):
    request = asked_by(cast.viewer)
    assert seat_of(request, Membership) is None
    assert organisation_for(request, cast.organisation.pk, Role.VIEWER) == cast.organisation
    assert membership_of(request).user == cast.viewer
    request.seat = SimpleNamespace(role="owner")
    assert seat_of(request, Membership) is None


@pytest.fixture
def things(cast):
    """Helper to what it is asked for; all of the cast's organisation."""
    assessment = open_with_slips(cast, receiving=12)
    return {
        organisation_for: cast.organisation,
        programme_for: cast.programme,
        assessment_for: assessment,
    }


def test_a_member_reaches_as_far_as_the_role(cast, things):
    for helper, thing in things.items():
        assert helper(asked_by(cast.editor), thing.pk, Role.EDITOR) == thing
        with pytest.raises(PermissionDenied):
            helper(asked_by(cast.viewer), thing.pk, Role.EDITOR)


def test_anothers_and_one_that_never_was_are_alike(cast, things):
    for helper, thing in things.items():
        for who, pk in ((cast.stranger, thing.pk), (cast.owner, NOBODYS)):
            with pytest.raises(Http404):
                helper(asked_by(who), pk, Role.VIEWER)


def test_slips_are_the_keepers_alone(cast, things):
    pk = things[assessment_for].pk
    assert assessment_kept(asked_by(cast.keeper), pk) == things[assessment_for]
    with pytest.raises(PermissionDenied):
        assessment_kept(asked_by(cast.owner), pk)
    with pytest.raises(Http404):
        assessment_kept(asked_by(cast.stranger), pk)


@pytest.fixture
def together(db):  # noqa: ARG001 - allows the database
    return make_together(2)


def test_a_round_is_of_the_people_of_its_collaboration(cast, together):
    wanted = ((collaboration_for, together.collaboration), (round_for, together.round))
    for helper, thing in wanted:
        analyst, admin = asked_by(together.analyst), asked_by(together.admin)
        assert helper(analyst, thing.pk, CollaborationRole.ANALYST) == thing
        assert helper(admin, thing.pk, CollaborationRole.ADMIN) == thing
        with pytest.raises(PermissionDenied):
            helper(analyst, thing.pk, CollaborationRole.ADMIN)
        for who, pk in ((cast.owner, thing.pk), (together.analyst, NOBODYS)):
            with pytest.raises(Http404):
                helper(asked_by(who), pk, CollaborationRole.ANALYST)


def test_an_admin_without_a_second_step_sets_it_up_first(together):
    together.admin.authenticator_set.all().delete()
    with pytest.raises(SecondStepNeeded):
        round_for(asked_by(together.admin), together.round.pk, CollaborationRole.ANALYST)


def test_a_member_reaches_its_own_rounds(cast, together):
    member = together.organisations[0]
    owner = Membership.objects.create(user=cast.newcomer, party=member, role="owner").user
    assert member_round_for(asked_by(owner), member.pk, together.round.pk, Role.OWNER)
    assert membership_in(member, together.collaboration.pk).organisation == member
    for pk, round_ in ((member.pk, NOBODYS), (together.organisations[1].pk, together.round.pk)):
        with pytest.raises(Http404):
            member_round_for(asked_by(owner), pk, round_, Role.VIEWER)


def test_who_is_no_member_reaches_no_round(cast, together):
    """Of its own organisation, which is none of the collaboration."""
    with pytest.raises(Http404):
        member_round_for(asked_by(cast.owner), cast.organisation.pk, together.round.pk, Role.VIEWER)
    with pytest.raises(Http404):
        membership_in(cast.organisation, together.collaboration.pk)
