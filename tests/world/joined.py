"""A house's collaboration: an admin and an analyst, who are in no organisation, a neighbour that is
a member too, and rounds that are open, closed with figures and taken down.
"""

from dataclasses import dataclass, field

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from comparing.agreement import Agreement
from comparing.models import Collaboration, CollaborationInvitation, Member, Round, Seat, Share
from comparing.steps import consent, figures
from organisations.models import Membership, Organisation, User
from organisations.parties import invitations
from tests.cast import make_person
from tests.comparing.collaboration import (
    DAY,
    make_members,
    make_round,
    programmes_of,
    share_row,
    today,
)


@dataclass
class Joined:
    """``people``: admin, analyst and neighbour, the owner of another member."""

    collaboration: Collaboration
    people: dict[str, User]
    open: Round
    closed: Round  # the house shares in it by name
    down: Round  # its figures are taken down, and may be made again
    neighbour: Member
    guest: Seat  # of an analyst, to be changed or removed
    invitation: CollaborationInvitation
    token: str = field(repr=False)


def make_joined(canary, organisation, owner, assessment):
    """``assessment``: a closed one of the organisation."""
    collaboration = Collaboration.objects.create(name=f"The {canary} collaboration")
    people = {role: make_seat(canary, collaboration, role) for role in ("admin", "analyst")}
    Member.objects.create(collaboration=collaboration, organisation=organisation)
    people["neighbour"], neighbour = make_neighbour(canary, collaboration)
    others = make_members(collaboration, 12, f"{canary} other")
    first, second = programmes_of(others[:6]), programmes_of(others[6:])
    next_door = programmes_of([neighbour.organisation])
    admin = people["admin"]
    closed = make_round(collaboration, f"{canary} closed")
    agreed = Agreement(assessment=assessment, way="named", until=today() + 400 * DAY)
    consent.share(round_=closed, organisation=organisation, agreement=agreed, who=owner)
    share_in(closed, [*next_door, *first])
    figures.close_round(round_=closed, who=admin)
    down = make_round(collaboration, f"{canary} down")
    share_in(down, second, seed=100)
    figures.close_round(round_=down, who=admin)
    for share in down.shares.all()[:3]:
        consent.withdraw(share=share, who=None)
    opened = make_round(collaboration, f"{canary} open")
    share_in(opened, next_door, seed=200)
    token = invitations.invite(
        party=collaboration, email=f"new-analyst@{canary}.example", role="analyst", who=admin
    )
    return Joined(
        collaboration=collaboration,
        people=people,
        open=opened,
        closed=Round.objects.get(pk=closed.pk),
        down=Round.objects.get(pk=down.pk),
        neighbour=neighbour,
        guest=Seat.objects.get(user=make_seat(canary, collaboration, "analyst", "guest analyst")),
        invitation=collaboration.invitations.get(),
        token=token,
    )


def make_seat(canary, collaboration, role, name=""):
    user = make_someone(canary, name or role)
    Seat.objects.create(user=user, party=collaboration, role=role)
    if role == "admin":
        TOTP.activate(user, generate_totp_secret())
    return user


def make_neighbour(canary, collaboration):
    organisation = Organisation.objects.create(name=f"The {canary} neighbour", kind="user-led")
    user = make_someone(canary, "neighbour")
    Membership.objects.create(user=user, party=organisation, role="owner")
    return user, Member.objects.create(collaboration=collaboration, organisation=organisation)


def make_someone(canary, name):
    return make_person(f"{name.replace(' ', '-')}@{canary}.example", f"{canary} {name}")


def share_in(round_, assessments, seed=0):
    """Each with figures of its own: who is the same is told by the figures."""
    Share.objects.bulk_create(
        share_row(round_, one, place) for place, one in enumerate(assessments, seed)
    )
