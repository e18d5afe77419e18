"""The demo's collaborations: rounds of both kinds, an exchange. All names are invented.

Everything goes through the steps that people's clicks take; only days are put back afterwards.
"""

import datetime
import secrets
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from assessment.instruments import instrument_of
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.steps import closing, planning
from comparing.method.members import Way
from comparing.models import Readers, Round
from comparing.party import Collaboration, CollaborationRole, Member, Seat
from comparing.steps import consent, exchanging, rounds
from demo.people import GROUP, TRUST, Found
from demo.running import PASSWORD, Chance, answer_as_many, open_for_answers, state
from demo.years import put_back
from organisations.models import Membership, Organisation, Programme, Role, User
from questions.reading import DEFAULT_VERSION
from questions.suggested import suggestions

DAY = datetime.timedelta(days=1)
NAME, SECOND = "Common Thread Collaboration", "Coastline Alliance"
PEOPLE = (
    ("ada@thread.example", "Ada Quist", "admin"),
    ("ines@thread.example", "Ines Pereira", "analyst"),
)


@dataclass(frozen=True, slots=True)
class Invented:
    """A member: ``lean`` is added to what a trust or a group finds; ``owner`` may sign in.

    ``people``: who give and who receive; None where its members rate it together. ``before``: it
    shared a year ago too.
    """

    name: str
    kind: str
    programme: str
    way: Way
    lean: int
    people: tuple[int, int] | None = None
    owner: str = ""
    before: bool = False


ANONYMOUS, BY_NAME = Way.ANONYMOUS, Way.BY_NAME
MEMBERS = (
    Invented("Ashdown Partnership NHS Trust", "trust", "Crisis care peers", BY_NAME, -8, (10, 14)),
    Invented("Birchfield NHS Trust", "trust", "Ward peer support", ANONYMOUS, -12, (10, 14)),
    Invented("Coldwater Health NHS Trust", "trust", "Community peers", ANONYMOUS, 3, (10, 14)),
    Invented("Dunmore NHS Trust", "trust", "College peers", ANONYMOUS, -2, before=True),
    Invented("Eastgate Survivors", "user-led", "Thursday group", BY_NAME, 6),
    Invented("Fernhill Peers", "user-led", "Walk and talk", ANONYMOUS, 2, before=True),
    Invented("Greenlane Collective", "user-led", "Women's circle", ANONYMOUS, 9, before=True),
    Invented("Hearing Together", "user-led", "Voices group", ANONYMOUS, -4, before=True),
    Invented("Ivy House Group", "user-led", "Open house", BY_NAME, 0),
    Invented("Junction Support", "voluntary", "Drop-in peers", ANONYMOUS, -6, (10, 12)),
    Invented(
        "Keystone Wellbeing",
        "voluntary",
        "Peer mentors",
        ANONYMOUS,
        -9,
        (10, 16),
        owner="kay@keystone.example",
        before=True,
    ),
    Invented("Longmeadow Trust for Mind", "voluntary", "Allotment peers", ANONYMOUS, 4),
    Invented("Millstone Action", "voluntary", "Peer advocacy", BY_NAME, 1),
    Invented("Nettlebed Peers", "user-led", "Monday table", ANONYMOUS, 7, before=True),
    Invented("Orchard Lane", "user-led", "Garden group", ANONYMOUS, -1, before=True),
    Invented("Pennywell NHS Trust", "trust", "Discharge peers", ANONYMOUS, -7),
    Invented(
        "Quarry Street",
        "voluntary",
        "Listening post",
        ANONYMOUS,
        5,
        owner="quentin@quarry.example",
    ),
    Invented("Riverside Allies", "user-led", "Sunday lunch", ANONYMOUS, -3, before=True),
)
EXCHANGE = (
    ("Keystone Wellbeing", "offer", "mutuality", "How our mentors and mentees swap places."),
    ("Quarry Street", "ask", "independence", "Who decides over the money where you are?"),
    ("Birchfield NHS Trust", "ask", "strengths", "How do you keep peers off the staff rota?"),
    (
        "Eastgate Survivors",
        "offer",
        "independence",
        "Our agreement with the trust, clause by clause.",
    ),
)


@dataclass(frozen=True, slots=True)
class Joining:
    """A member with its owner and its closed assessments, this year's first."""

    invented: Invented | None
    organisation: Organisation
    owner: User
    assessments: tuple[Assessment, ...]


def build_collaboration(chance: Chance, owners: dict[str, User]) -> None:
    """``owners``: of the organisations that are there already, by the first word of their name."""
    common = Collaboration.objects.create(
        name=NAME,
        about=(
            "We compare what holds peer support together in our area, so that we can stand up for "
            "it together. Nobody is ranked."
        ),
    )
    admin = staff(common)
    members = [invented_member(chance, common, one) for one in MEMBERS]
    there = [bring(common, owners[name]) for name in ("Northfield", "The Kettle", "Harbour")]
    alone = [one for one in members if of(one).way is ANONYMOUS]
    named = [one for one in members if of(one).way is BY_NAME]
    earlier = [one for one in members if of(one).before]
    a_year_ago = plan_a_round(common, admin, "Autumn 2025", ANONYMOUS, readers=Readers.MEMBERS)
    share_all(a_year_ago, earlier, place=1)
    closed_on(a_year_ago, timezone.localdate() - 362 * DAY, years=3)
    autumn = plan_a_round(common, admin, "Autumn 2026", ANONYMOUS, readers=Readers.EVERYBODY)
    share_all(autumn, alone)
    closed_on(autumn, timezone.localdate() - 6 * DAY, years=2)
    by_name = plan_a_round(common, admin, "By name 2026", BY_NAME)
    share_all(by_name, [*named, *there[:2]])
    plan_a_round(common, admin, "Spring 2027", ANONYMOUS)
    for name, kind, principle, words in EXCHANGE:
        put(next(one for one in members if of(one).name == name), common, kind, principle, words)
    build_second(admin, members, there[:2])


def build_second(admin: User, members: list[Joining], there: list[Joining]) -> None:
    """Keystone and Quarry Street read there why what was counted cannot be shared by name."""
    second = Collaboration.objects.create(name=SECOND, about="Peer support along the coast.")
    Seat.objects.create(user=admin, party=second, role=CollaborationRole.ADMIN)
    counted = [one for one in members if of(one).owner]
    for one in (*there, *counted):
        Member.objects.create(collaboration=second, organisation=one.organisation)
    share_all(plan_a_round(second, admin, "Who we are", BY_NAME), there)


def of(one: Joining) -> Invented:
    assert one.invented is not None
    return one.invented


def staff(collaboration: Collaboration) -> User:
    """An admin, who needs a second step, and an analyst, who does not."""
    for email, name, role in PEOPLE:
        user = User.objects.create_user(email, PASSWORD, name=name)
        Seat.objects.create(user=user, party=collaboration, role=role)
    admin = collaboration.seats.get(role=CollaborationRole.ADMIN).user
    set_up_second_step(admin)
    return admin


def set_up_second_step(user: User) -> None:
    """As allauth keeps an authenticator app and recovery codes, whose makers are not public."""
    kind, seal = Authenticator.Type, get_adapter().encrypt
    app = {"secret": seal(b32encode(secrets.token_bytes(20)).decode())}
    codes = {"seed": seal(secrets.token_hex(40)), "used_mask": 0}
    Authenticator.objects.create(user=user, type=kind.TOTP, data=app)
    Authenticator.objects.create(user=user, type=kind.RECOVERY_CODES, data=codes)


def plan_a_round(
    collaboration: Collaboration,
    admin: User,
    name: str,
    way: Way,
    *,
    readers: str = Readers.SHARERS,
) -> Round:
    today = timezone.localdate()
    plan = rounds.Plan(
        name=name,
        way=way,
        readers=readers,
        instrument=DEFAULT_VERSION,
        opens=today - 40 * DAY,
        closes=today + 40 * DAY,
        ends=today + 400 * DAY,
    )
    return rounds.plan_round(collaboration=collaboration, plan=plan, who=admin)


def share_all(round_: Round, members: list[Joining], place: int = 0) -> None:
    for one in members:
        consent.share(
            round_=round_,
            organisation=one.organisation,
            assessment=one.assessments[place],
            who=one.owner,
        )


def closed_on(round_: Round, day: datetime.date, *, years: int) -> None:
    """As if its day had been then."""
    Round.objects.filter(pk=round_.pk).update(
        opens=day - 60 * DAY, closes=day, ends=day + years * 365 * DAY
    )
    round_.refresh_from_db()
    rounds.close_round(round_=round_)
    at = datetime.datetime.combine(day, datetime.time(4), timezone.get_current_timezone())
    Round.objects.filter(pk=round_.pk).update(closed_at=at)


def put(one: Joining, collaboration: Collaboration, kind: str, principle: str, words: str) -> None:
    member = Member.objects.get(collaboration=collaboration, organisation=one.organisation)
    entry = exchanging.Offer(principle=principle, kind=kind, words=words, address=one.owner.email)
    exchanging.put(member=member, entry=entry, who=one.owner)


def invented_member(chance: Chance, collaboration: Collaboration, one: Invented) -> Joining:
    """An organisation with a closed assessment of the short length, some with one a year before."""
    organisation = Organisation.objects.create(name=one.name, kind=one.kind)
    owner = owner_of(organisation, one)
    programme = Programme.objects.create(organisation=organisation, name=one.programme)
    found = leaning(GROUP if one.kind == "user-led" else TRUST, one.lean, chance)
    assessments = [assessed(chance, programme, owner, one, found)]
    if one.before:
        moved = leaning(found, chance.choice((-6, -2, 4)), chance)
        assessments.append(assessed(chance, programme, owner, one, moved, year=2025))
        put_back(assessments[1], timezone.localdate() - 400 * DAY)
        assessments[1].refresh_from_db()
    Member.objects.create(collaboration=collaboration, organisation=organisation)
    return Joining(one, organisation, owner, tuple(assessments))


def assessed(
    chance: Chance,
    programme: Programme,
    owner: User,
    one: Invented,
    found: Found,
    *,
    year: int = 2026,
) -> Assessment:
    """Asked one by one, or rated together where nobody was asked alone, and a year ago."""
    alone = one.people if year == 2026 else None
    modes = {"giving": Mode.INDIVIDUAL, "receiving": Mode.INDIVIDUAL}
    assessment = open_for_answers(
        programme,
        owner,
        f"Summer {year}",
        modes if alone else {"receiving": Mode.GROUP},
        {},
        length="short",
        mutual=alone is None and one.kind == "user-led",
    )
    state(chance, assessment, owner, formal=one.kind != "user-led")
    if alone:
        for code, people in zip(modes, alone, strict=True):
            answer_as_many(chance, assessment, code, found, people)
    else:
        room = {"people": chance.randint(4, 9), "from": "our group"}
        answer_as_many(chance, assessment, "receiving", found, 1, room=room)
    closing.close(assessment=assessment, who=owner)
    if one.lean < 0:
        plan_suggested(chance, assessment, owner)
    assessment.refresh_from_db()
    return assessment


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
    suggested = suggestions(instrument_of(assessment))
    for name in chance.sample(("M2:0", "M3:0", "M6:0", "M6:1", "M7:0"), 3):
        action = suggested[name]
        plan_ = planning.GivenAction(
            kind=str(action.kind), text=action.text, about=name.split(":")[0]
        )
        planning.plan_action(assessment=assessment, planned=plan_, who=owner)


def bring(collaboration: Collaboration, owner: User) -> Joining:
    """The newest of its closed assessments is what it may share."""
    organisation = Organisation.objects.get(seats__user=owner)
    Member.objects.create(collaboration=collaboration, organisation=organisation)
    closed = Assessment.objects.filter(programme__organisation=organisation, state="closed")
    newest = closed.select_related("programme__organisation").order_by("-closed_at")
    return Joining(None, organisation, owner, tuple(newest))


def how_to_look_together() -> Iterator[str]:
    """Who to sign in as for the collaboration; the admin's second step is a code of the list."""
    for email, name, role in PEOPLE:
        second = f"; second step: {recovery_code(email)}" if role == "admin" else ""
        yield f"sign in as {email} with {PASSWORD} ({name}, {role} of the {NAME}{second})"
    for one in MEMBERS:
        if one.owner:
            yield f"sign in as {one.owner} with {PASSWORD} (owner of {one.name}, which shares)"


def open_rounds() -> Iterator[str]:
    """The paths of what everybody may read and set beside any report."""
    for one in Round.objects.filter(readers=Readers.EVERYBODY, closed_at__isnull=False):
        yield reverse("open_round", args=[one.pk])


def recovery_code(email: str) -> str:
    """A recovery code that has not been used."""
    found = Authenticator.objects.get(user__email=email, type=Authenticator.Type.RECOVERY_CODES)
    codes = found.wrap().get_unused_codes()
    return codes[0] if codes else "none left: remove the folder var/demo and start again"
