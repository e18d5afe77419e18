"""A house's collaboration: an admin and an analyst, who are in no organisation, a neighbour that is
a member too, and rounds that are open, by name, published and planned.
"""

from dataclasses import dataclass, field

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from comparing.looking import look_of_anybody
from comparing.method.members import Way
from comparing.models import Round, Share
from comparing.party import Collaboration, CollaborationInvitation, Exchange, Member, Seat
from comparing.steps import beside_reports, consent, rounds
from organisations.models import Membership, Organisation, User
from organisations.parties import invitations
from tests.cast import make_person
from tests.comparing.collaboration import (
    DAY,
    close_now,
    make_members,
    make_round,
    programmes_of,
    share_in,
    today,
    with_report,
)


@dataclass
class Joined:
    """``people``: admin, analyst and neighbour, the owner of another member."""

    collaboration: Collaboration
    people: dict[str, User]
    planned: Round
    open: Round  # anonymous
    named: Round  # the house shares in it
    published: Round  # the house and its neighbour share in it
    reference: Round  # anonymous, open to everybody
    share: Share  # the house's, by name
    fresh: object  # a closed assessment that can be shared anywhere
    beside: object  # one that the reference stands beside
    neighbour: Member
    guest: Seat  # of an analyst, to be changed or removed
    exchange: Exchange  # the house's
    invitation: CollaborationInvitation
    token: str = field(repr=False)


def make_joined(canary, organisation, owner):
    collaboration = Collaboration.objects.create(name=f"The {canary} collaboration")
    people = {role: make_seat(canary, collaboration, role) for role in ("admin", "analyst")}
    Member.objects.create(collaboration=collaboration, organisation=organisation)
    people["neighbour"], neighbour = make_neighbour(canary, collaboration)
    others = make_members(collaboration, 12, f"{canary} other")
    first, second = programmes_of(others[:6]), programmes_of(others[6:])
    next_door = programmes_of([neighbour.organisation])
    published = make_round(collaboration, f"{canary} published")
    seed = sum(map(ord, canary))  # the same results elsewhere would count once
    counted = with_report(organisation, name=f"{canary} counted", seed=seed, days_ago=800)
    consent.share(round_=published, organisation=organisation, assessment=counted, who=owner)
    share_in(published, [*next_door, *first])
    close_now(published)
    reference = make_round(collaboration, f"{canary} reference", readers="everybody")
    share_in(reference, second, seed=100)
    close_now(reference)
    named = make_round(collaboration, f"{canary} by name", way=Way.BY_NAME)
    told = with_report(organisation, name=f"{canary} told", seed=seed + 1, days_ago=400)
    share = consent.share(round_=named, organisation=organisation, assessment=told, who=owner)
    share_in(named, [*next_door, *first[:2]], seed=200)
    read_by_all = look_of_anybody(reference).seen.document()
    beside_reports.set_beside(assessment=told, document=read_by_all, who=owner)
    opened = make_round(collaboration, f"{canary} open")
    rounds.counted(opened)  # today's count, which whoever looks first would write
    planned = make_round(
        collaboration, f"{canary} planned", opens=today() + 9 * DAY, closes=today() + 20 * DAY
    )
    token = invitations.invite(
        party=collaboration,
        email=f"new-analyst@{canary}.example",
        role="analyst",
        who=people["admin"],
    )
    return Joined(
        collaboration=collaboration,
        people=people,
        planned=planned,
        open=opened,
        named=named,
        published=published,
        reference=reference,
        share=share,
        beside=told,
        fresh=with_report(organisation, name=f"{canary} fresh", seed=seed + 2),
        neighbour=neighbour,
        guest=Seat.objects.get(user=make_seat(canary, collaboration, "analyst", "guest analyst")),
        exchange=Exchange.objects.create(
            collaboration=collaboration,
            organisation=organisation,
            principle="respect",
            kind="offer",
            words=f"{canary} offers",
            address=f"talk@{canary}.example",
        ),
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
