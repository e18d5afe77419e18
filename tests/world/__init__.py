"""One world for every route: two houses that must never see each other, and an organisation that
has just begun; the demo too, for those who ask for it.
"""

import random
from dataclasses import dataclass, field

from allauth.account.models import EmailAddress
from django.conf import settings

from assessment.models import Assessment
from assessment.room import Room
from assessment.steps import answering
from demo import site, years
from organisations import founding
from organisations.models import Membership, Organisation, User
from organisations.parties import invitations, seats
from tests.cast import make_person, signed_in
from tests.world.house import House, begin_draft, make_house

# The stranger owns the other house; the neighbour, another member of our collaboration. Analyst and
# admin are of our collaboration and in no organisation, the other admin of the other house's. The
# former owner and admin has left both meanwhile, in a browser that is still signed in.
TEAM = ("keeper", "viewer", "editor", "owner")
SEATS = ("analyst", "admin")
ACTORS = ("anonymous", "stranger", "former", *TEAM, *SEATS, "neighbour", "other admin")


@dataclass(frozen=True, kw_only=True)
class World:
    """``people``: by who they are here; ``sessions``: so that not every request signs in anew."""

    ours: House
    theirs: House
    new: Organisation
    people: dict[str, User]
    sessions: dict[str, str] = field(repr=False)
    founding: str = field(repr=False)  # the token of a first owner who is not here yet
    joining: str = field(repr=False)  # of somebody who has an account elsewhere
    waiting: EmailAddress  # the beginner's new one, not confirmed yet
    drafts: dict[str, tuple[str, bytes]]  # what a device holds: a link's code and a draft's key
    demo: dict[str, Assessment]  # by the first word of its organisation


def make_world(*, demo=False, ours="heronry"):
    ours, theirs = make_house(ours), make_house("kestrelgate")
    new, beginner = begin_organisation()
    made = make_demo() if demo else {}
    former = make_person("former@heronry.example")
    signed_in_still = session_of(former)
    join_and_leave(ours, former)
    people = {
        **ours.people,
        "former": former,
        "stranger": theirs.people["owner"],
        "other admin": theirs.people["admin"],
        "beginner": beginner,
        **{word: owner_of(assessment) for word, assessment in made.items()},
    }
    return World(
        ours=ours,
        theirs=theirs,
        new=new,
        people=people,
        sessions={
            **{who: session_of(user) for who, user in people.items()},
            "former": signed_in_still,
        },
        founding=founding.invite_founder(email="first@nowhere.example"),
        joining=invitations.invite(
            email=ours.people["viewer"].email, role="viewer", party=new, who=beginner
        ),
        waiting=EmailAddress.objects.create(user=beginner, email="moved@begun.example"),
        drafts=begin_drafts(ours),
        demo=made,
    )


def join_and_leave(house, user):
    """With every right of both, which the browser has used."""
    for party, role in ((house.organisation, "owner"), (house.joined.collaboration, "admin")):
        seat = party.seats.create(user=user, role=role)
        seats.remove_seat(seat=seat, who=house.people["owner"])


def begin_organisation():
    new = Organisation.objects.create(name="Just begun", kind="voluntary")
    beginner = make_person("new@begun.example")
    Membership.objects.create(user=beginner, party=new, role="owner")
    return new, beginner


def make_demo():
    """The latest of each organisation to close; without the collaboration, which takes long."""
    chance = random.Random(2026)
    years.build_years(chance, site.build_three(chance)["Northfield"])
    closed = Assessment.objects.filter(report__isnull=False).order_by("-closed_at")
    return {
        word: closed.filter(programme__organisation__name__startswith=word).first()
        for word in ("Northfield", "The Kettle", "Harbour")
    }


def owner_of(assessment):
    return assessment.programme.organisation.seats.get(role="owner").user


def session_of(user):
    return signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value


def begin_drafts(house):
    alone, group, panel = (
        house.open.perspectives.get(code=code).link for code in ("receiving", "giving", "panel")
    )
    return {
        "begun": (alone.code, house.begun.key),
        "sent": (alone.code, sent_draft(alone)),
        "untold": (group.code, answering.begin(link=group).key),
        "group": (group.code, group_draft(group, {"giving": 6})),
        "panel": (panel.code, group_draft(panel, {"giving": 2, "staff": 3})),
    }


def sent_draft(link):
    draft = begin_draft(link, "sent")
    answering.send(draft=draft)
    return draft.key


def group_draft(link, counts):
    """Of a group that has said who is in the room, and rated nothing."""
    draft = answering.begin(link=link)
    answering.say_who_is_here(draft=draft, room=Room(counts=counts))
    return draft.key
