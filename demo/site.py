"""Fills an empty site with a lifelike demo, through the same steps that people's clicks take."""

import datetime
import random
from collections.abc import Iterator

from django.db import transaction

from assessment.method.results import Mode
from assessment.models import Assessment, PlannedAction
from assessment.steps import closing, own_part, planning
from demo import demo_collaboration, small_groups, years
from demo import people as invented
from demo.people import TRUST
from demo.running import PASSWORD, Chance, answer_as_many, check_one_fact, open_for_answers, rate
from organisations.models import Membership, Organisation, Programme, Role, User

PEOPLE = (
    ("olive@northfield.example", "Olive Adeyemi", "owner", "Northfield and Vale trust"),
    ("ed@northfield.example", "Ed Marsh", "editor", "Northfield and Vale trust"),
    ("vera@northfield.example", "Vera Lindqvist", "viewer", "Northfield and Vale trust"),
    ("rosa@northfield.example", "Rosa Imbert", "keeper", "Northfield and Vale trust"),
    ("sam@kettle.example", "Sam Okafor", "owner", "The Kettle group"),
    ("joan@harbour.example", "Joan Bright", "owner", "Harbour Voices"),
)
TRUST_NAME = "Northfield and Vale NHS Foundation Trust"


def is_there() -> bool:
    return Organisation.objects.filter(name=TRUST_NAME).exists()


@transaction.atomic
def build_demo() -> None:
    """Three organisations, a programme's years, and two collaborations, of 21 and of four."""
    chance = random.Random(2026)  # noqa: S311 (invented answers)
    owners = build_three(chance)
    years.build_years(chance, owners["Northfield"])
    demo_collaboration.build_collaboration(chance, owners)


def build_three(chance: Chance) -> dict[str, User]:
    """Organisations in every state a person may want to see; their owners."""
    return {
        "Northfield": trust(chance),
        "The Kettle": mutual_group(chance),
        "Harbour": too_few(chance),
    }


def users(domain: str, organisation: Organisation) -> User:
    """The demo's people of a domain, as members; returns the owner."""
    for email, name, role, _ in PEOPLE:
        if email.endswith(domain):
            user = User.objects.create_user(email, PASSWORD, name=name)
            Membership.objects.create(user=user, party=organisation, role=role)
    return User.objects.get(memberships__party=organisation, memberships__role=Role.OWNER)


def trust(chance: Chance) -> User:
    organisation = Organisation.objects.create(name=TRUST_NAME, kind="trust", accent="#14535a")
    owner = users("northfield.example", organisation)
    community = Programme.objects.create(
        organisation=organisation,
        name="Community peer support",
        support_kind="intentional",
        host="The trust",
        contexts=["community", "acute"],
        paid="paid",
    )
    closed = open_for_answers(
        community,
        owner,
        "Autumn 2026",
        {
            **dict.fromkeys(invented.PEOPLE, Mode.INDIVIDUAL),
            **dict.fromkeys(invented.GROUPS, Mode.GROUP),
        },
        {"giving": 18, "receiving": 64, "staff": 42},
        panel=(7, 5),
        by_slips=("giving", "receiving"),
    )
    state_everything(closed, owner)
    for code, people in invented.PEOPLE.items():
        answer_as_many(chance, closed, code, TRUST, people, COMMENTS.get(code, ()))
    for code, (people, drawn_from, view) in invented.GROUPS.items():
        room = {"people": people, "from": drawn_from}
        answer_as_many(chance, closed, code, TRUST, 1, room=room, different_view=view)
    closing.close(assessment=closed, who=owner)
    plan_a_few(closed)
    reply_to_a_few(closed, owner)
    ward = Programme.objects.create(
        organisation=organisation,
        name="Peer support on the wards",
        support_kind="intentional",
        host="The trust, with the Lantern group",
        contexts=["acute"],
        paid="both",
    )
    still_open = open_for_answers(
        ward,
        owner,
        "Winter 2026",
        {"giving": Mode.INDIVIDUAL, "receiving": Mode.INDIVIDUAL, "staff": Mode.INDIVIDUAL},
        {"giving": 9, "receiving": 40, "staff": 25},
        by_slips=("giving", "receiving"),
        days=21,
    )
    for code, people in (("giving", 3), ("receiving", 12), ("staff", 7)):
        answer_as_many(chance, still_open, code, TRUST, people)
    still_open.perspectives.update(told_on=None)  # as if a day had passed since it opened
    return owner


def mutual_group(chance: Chance) -> User:
    organisation = Organisation.objects.create(
        name="The Kettle group", kind="user-led", accent="#6b2d5c"
    )
    owner = users("kettle.example", organisation)
    small_groups.rate_twice(chance, organisation, owner)
    return owner


def too_few(chance: Chance) -> User:
    organisation = Organisation.objects.create(name="Harbour Voices", kind="voluntary")
    owner = users("harbour.example", organisation)
    programme = Programme.objects.create(
        organisation=organisation, name="Drop-in", support_kind="group", paid="both"
    )
    assessment = open_for_answers(
        programme,
        owner,
        "Autumn 2026",
        {"giving": Mode.INDIVIDUAL, "receiving": Mode.INDIVIDUAL, "staff": Mode.INDIVIDUAL},
        {"giving": 12, "receiving": 22},
    )
    for code, people in (("giving", 3), ("receiving", 4), ("staff", 2)):
        answer_as_many(chance, assessment, code, TRUST, people)
    closing.close(assessment=assessment, who=owner)
    return owner


def state_everything(assessment: Assessment, who: User) -> None:
    for code, (rating, evidence) in invented.STANDARDS.items():
        rate(assessment, who, code, str(rating), evidence)
    for code, (truth, day, evidence) in invented.FACTS.items():
        check_one_fact(assessment, who, code, truth, day, evidence)
    for code, layer in invented.PYRAMID.items():
        own_part.rate_layer(assessment=assessment, code=code, rating=str(layer), version=0, who=who)


def plan_a_few(assessment: Assessment) -> None:
    PlannedAction.objects.create(
        assessment=assessment,
        kind="protect",
        text="Take peer supporters off the restraint training list.",
        about="M2",
        owner="Peer support lead",
        due=datetime.date(2027, 1, 31),
        status="under way",
    )
    PlannedAction.objects.create(
        assessment=assessment,
        kind="build",
        text="Pay for a monthly meeting of peer supporters across the district.",
        about="solidarity",
        owner="Service manager",
        due=datetime.date(2027, 3, 31),
    )


def reply_to_a_few(assessment: Assessment, who: User) -> None:
    words = planning.GivenReply(
        words="You asked for this two years running. We are sorry that it took a report."
    )
    planning.reply(assessment=assessment, about="solidarity", given=words, who=who)
    later = planning.GivenReply(
        not_now="what must be reported is the trust's policy until March 2027. We ask then."
    )
    planning.reply(assessment=assessment, about="sharing", given=later, who=who)


def how_to_look() -> Iterator[str]:
    """The lines that the demo prints: who to sign in as, and links that take answers."""
    for email, name, role, organisation in PEOPLE:
        yield f"sign in as {email} with {PASSWORD} ({name}, {role} of {organisation})"
    yield from demo_collaboration.how_to_look_together()


COMMENTS = {
    "receiving": (
        "The Tuesday group kept me going this summer.",
        "I would like to choose who I talk to.",
        "Some weeks it feels like another appointment.",
        "More time for just being together, please.",
    ),
    "giving": (
        "We are stretched thin.",
        "I love this work, and I want us to run it.",
        "Please stop putting us on the restraint course.",
    ),
}
