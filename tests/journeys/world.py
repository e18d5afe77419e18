"""Everything that has a page: a house with one of each, one organisation that is new, the demo."""

import random
from dataclasses import dataclass

from assessment.ballots import Draft
from assessment.models import Assessment
from assessment.room import Room
from assessment.steps import answering, setting_up
from demo import site, years
from organisations import founding
from organisations.models import Membership, Organisation, Programme
from organisations.parties import invitations, newcomers
from tests.access.world import House, begin_draft, make_house


@dataclass
class World:
    house: House
    demo: dict[str, Assessment]  # by the first word of its organisation
    new: Organisation
    newcomer: object
    founding: str  # the token of a first owner who is not here yet
    joining: str  # of somebody who has an account elsewhere
    drafts: dict[str, tuple[str, str]]  # what a device holds: a link's code and a draft's

    def user(self, who):
        return self.newcomer if who == "newcomer" else self.house.people.get(who) or owner_of(who)


def owner_of(word):
    return Membership.objects.get(party__name__startswith=word, role="owner").user


def make_world(*, demo=False):
    house = make_house("heronry")
    new = Organisation.objects.create(name="Just begun", kind="voluntary")
    newcomer = newcomers.make_account(email="new@begun.example", name="", password="quiet herons")
    Membership.objects.create(user=newcomer, party=new, role="owner")
    bare(house)
    alone, group, panel = (
        house.open.perspectives.get(code=code).link for code in ("receiving", "giving", "panel")
    )
    return World(
        house=house,
        demo=make_demo() if demo else {},
        new=new,
        newcomer=newcomer,
        founding=founding.invite_founder(email="first@nowhere.example"),
        joining=invitations.invite(
            email="viewer@heronry.example",
            role="viewer",
            party=new,
            who=newcomer,
        ),
        drafts={
            "begun": (alone.code, house.code),
            "sent": (alone.code, sent_draft(alone)),
            "untold": (group.code, answering.begin(link=group)),
            "group": (group.code, group_draft(group, {"giving": 6})),
            "panel": (panel.code, group_draft(panel, {"giving": 2, "staff": 3})),
        },
    )


def make_demo():
    """The latest of each organisation to close; without the collaboration, which takes long."""
    chance = random.Random(2026)
    years.build_years(chance, site.build_three(chance)["Northfield"])
    closed = Assessment.objects.filter(report__isnull=False).order_by("-closed_at")
    return {
        word: closed.filter(programme__organisation__name__startswith=word).first()
        for word in ("Northfield", "The Kettle", "Harbour")
    }


def sent_draft(link):
    code = begin_draft(link, "sent")
    answering.send(draft=Draft.objects.get(code_hmac=answering.hmac_of(code)))
    return code


def group_draft(link, counts):
    """Of a group that has said who is in the room, and rated nothing."""
    code = answering.begin(link=link)
    draft = Draft.objects.get(code_hmac=answering.hmac_of(code))
    answering.say_who_is_here(draft=draft, room=Room(counts=counts))
    return code


def bare(house):
    """An assessment of which nothing is said yet, of a programme that has no other."""
    programme = Programme.objects.create(organisation=house.organisation, name="Untold")
    setting_up.create(
        programme=programme,
        who=house.people["owner"],
        name="Untold",
        instrument="2026.1",
        length="full",
    )
