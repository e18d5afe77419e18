"""The demo's collaboration: sixteen members and two rounds. All names are invented."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from assessment.instruments import instrument_of
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.steps import closing, planning
from comparing.models import Collaboration, CollaborationRole, Member, Round, Seat
from comparing.steps import collaborations, consent, figures
from demo.people import GROUP, TRUST, Found
from demo.running import PASSWORD, answer_as_many, open_for_answers, state
from organisations.models import Membership, Organisation, Programme, Role, User
from questions.reading import DEFAULT_VERSION

Chance = random.Random
NAME = "Common Thread Collaboration"
PEOPLE = (
    ("ada@thread.example", "Ada Quist", "admin"),
    ("ines@thread.example", "Ines Pereira", "analyst"),
)


@dataclass(frozen=True, slots=True)
class Invented:
    """A member: ``lean`` is added to what a trust or a group finds; ``owner`` may sign in."""

    name: str
    kind: str
    programme: str
    sharing: str
    lean: int
    people: tuple[int, int] = (10, 14)  # who give, who receive
    owner: str = ""


MEMBERS = (
    Invented("Ashdown Partnership NHS Trust", "trust", "Peer workers in crisis care", "named", -8),
    Invented("Birchfield NHS Trust", "trust", "Ward peer support", "anonymous", -12),
    Invented("Coldwater Health NHS Trust", "trust", "Community peers", "anonymous", 3),
    Invented("Dunmore NHS Trust", "trust", "Recovery college peers", "anonymous", -2),
    Invented("Eastgate Survivors", "user-led", "Thursday group", "named", 6),
    Invented("Fernhill Peers", "user-led", "Walk and talk", "anonymous", 2),
    Invented("Greenlane Collective", "user-led", "Women's circle", "anonymous", 9),
    Invented("Hearing Together", "user-led", "Voices group", "anonymous", -4),
    Invented("Ivy House Group", "user-led", "Open house", "withdrawn", 0),
    Invented("Junction Support", "voluntary", "Drop-in peers", "anonymous", -6),
    Invented(
        "Keystone Wellbeing",
        "voluntary",
        "Peer mentors",
        "anonymous",
        -9,
        people=(6, 16),
        owner="kay@keystone.example",
    ),
    Invented("Longmeadow Trust for Mind", "voluntary", "Allotment peers", "anonymous", 4),
    Invented("Millstone Action", "voluntary", "Peer advocacy", "no", 1),
)


def build_collaboration(chance: Chance, owners: dict[str, User]) -> None:
    """``owners``: of the organisations that are there already, by the first word of their name."""
    collaboration = Collaboration.objects.create(
        name=NAME,
        about=(
            "We compare what holds peer support together in our area, so that we can stand up for "
            "it together. Nobody is ranked."
        ),
    )
    admin = staff(collaboration)
    autumn = plan_a_round(collaboration, admin, "Autumn 2026", days=-45)
    spring = plan_a_round(collaboration, admin, "Spring 2027", days=-1)
    shares = [member(chance, collaboration, one) for one in MEMBERS]
    for first, way in (("Northfield", "named"), ("The Kettle", "named"), ("Harbour", "no")):
        shares.append((bring(collaboration, owners[first]), owners[first], way))
    for organisation, owner, way in shares:
        share_or_not(autumn, organisation, owner, way)
    figures.close_round(round_=autumn, who=admin)
    for organisation, owner, way in shares[:4]:
        share_or_not(spring, organisation, owner, way)


def staff(collaboration: Collaboration) -> User:
    """An admin, who needs a second step, and an analyst, who does not."""
    for email, name, role in PEOPLE:
        user = User.objects.create_user(email, PASSWORD, name=name)
        Seat.objects.create(user=user, party=collaboration, role=role)
    admin = collaboration.seats.get(role=CollaborationRole.ADMIN).user
    TOTP.activate(admin, generate_totp_secret())
    RecoveryCodes.activate(admin)
    return admin


def plan_a_round(collaboration: Collaboration, admin: User, name: str, *, days: int) -> Round:
    opens = timezone.localdate() + datetime.timedelta(days=days)
    closes = opens + datetime.timedelta(days=60)
    return collaborations.plan_round(
        collaboration=collaboration,
        plan=collaborations.Plan(name=name, opens=opens, closes=closes),
        instrument=DEFAULT_VERSION,
        who=admin,
    )


def member(
    chance: Chance, collaboration: Collaboration, one: Invented
) -> tuple[Organisation, User, str]:
    """An organisation with one closed assessment of the short length."""
    organisation = Organisation.objects.create(name=one.name, kind=one.kind)
    owner = owner_of(organisation, one)
    programme = Programme.objects.create(organisation=organisation, name=one.programme)
    assessment = open_for_answers(
        programme,
        owner,
        "Summer 2026",
        {"giving": Mode.INDIVIDUAL, "receiving": Mode.INDIVIDUAL},
        {},
        length="short",
    )
    found = leaning(GROUP if one.kind == "user-led" else TRUST, one.lean, chance)
    state(chance, assessment, owner, formal=one.kind != "user-led")
    for code, people in zip(("giving", "receiving"), one.people, strict=True):
        answer_as_many(chance, assessment, code, found, people)
    closing.close(assessment=assessment, who=owner)
    if one.lean < 0:
        plan_suggested(chance, assessment, owner)
    Member.objects.create(collaboration=collaboration, organisation=organisation)
    return organisation, owner, one.sharing


def owner_of(organisation: Organisation, one: Invented) -> User:
    """Only those whose address is printed can sign in."""
    email = one.owner or f"owner@{one.name.split()[0].lower()}.example"
    user = User(email=email, name="")
    if one.owner:
        user.set_password(PASSWORD)
    else:
        user.set_unusable_password()
    user.save()
    Membership.objects.create(user=user, party=organisation, role=Role.OWNER)
    return user


def leaning(found: Found, lean: int, chance: Chance) -> Found:
    """Somebody else's way of being much the same."""
    return {
        code: (practice + lean + chance.gauss(0, 7), warning - lean + chance.gauss(0, 7), lead)
        for code, (practice, warning, lead) in found.items()
    }


def plan_suggested(chance: Chance, assessment: Assessment, owner: User) -> None:
    """Two or three of the suggested actions."""
    suggested = planning.suggestions(instrument_of(assessment))
    for name in chance.sample(("M2:0", "M3:0", "M6:0", "M6:1", "M7:0"), 3):
        action = suggested[name]
        plan_ = planning.GivenAction(
            kind=str(action.kind), text=action.text, about=name.split(":")[0]
        )
        planning.plan_action(assessment=assessment, planned=plan_, who=owner)


def bring(collaboration: Collaboration, owner: User) -> Organisation:
    organisation = Organisation.objects.get(seats__user=owner)
    Member.objects.create(collaboration=collaboration, organisation=organisation)
    return organisation


def share_or_not(round_: Round, organisation: Organisation, owner: User, way: str) -> None:
    """Some do not share, and one takes it back before the round is closed."""
    if way == "no":
        return
    agreement = consent.Agreement(
        assessment=consent.may_share(round_, organisation)[0],
        way="anonymous" if way == "withdrawn" else way,
        until=timezone.localdate() + datetime.timedelta(days=400),
    )
    made = consent.share(round_=round_, organisation=organisation, agreement=agreement, who=owner)
    if way == "withdrawn":
        consent.withdraw(share=made, who=owner)


def how_to_look_together() -> Iterator[str]:
    """Who to sign in as for the collaboration; the admin's second step is a code of the list."""
    for email, name, role in PEOPLE:
        second = f"; second step: {recovery_code(email)}" if role == "admin" else ""
        yield f"sign in as {email} with {PASSWORD} ({name}, {role} of the {NAME}{second})"
    for one in MEMBERS:
        if one.owner:
            yield f"sign in as {one.owner} with {PASSWORD} (owner of {one.name}, which shares)"


def recovery_code(email: str) -> str:
    """A recovery code that has not been used."""
    found = Authenticator.objects.get(user__email=email, type=Authenticator.Type.RECOVERY_CODES)
    codes = found.wrap().get_unused_codes()
    return codes[0] if codes else "none left: remove the folder var/demo and start again"
