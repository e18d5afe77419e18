"""Two organisations that must never see each other, each with one of everything.

Every text of a house carries its canary, so that a page which shows one of the other house's is
found whatever it shows.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from assessment.ballots import Draft
from assessment.method.results import Mode
from assessment.models import Assessment, ClosedReport, Link, PlannedAction
from assessment.steps import answering, closing, own_part, planning, setting_up, together
from organisations import happenings, logos, steps
from organisations.models import (
    Invitation,
    Membership,
    Organisation,
    Programme,
    ProgrammeEvent,
    Role,
    User,
)
from organisations.parties import invitations, newcomers
from tests.access.collaborations import Joined, make_joined

# The stranger owns the other house; the neighbour, another member of our collaboration. Analyst and
# admin are of our collaboration and in no organisation, the other admin of the other house's.
TEAM = ("viewer", "editor", "owner")
SEATS = ("analyst", "admin")
ACTORS = ("anonymous", "stranger", *TEAM, *SEATS, "neighbour", "other admin")
PASSWORD = "seventeen quiet herons"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060"
    "00000004000146a4a1a50000000049454e44ae426082"
)


@dataclass
class House:
    """An organisation, its people and one object of each kind."""

    canary: str
    organisation: Organisation
    people: dict[str, User]
    programme: Programme
    draft: Assessment
    open: Assessment
    closed: Assessment  # the second of its programme to close
    room: Assessment  # open, rated together, its rating sent
    member: Membership  # somebody to be changed or removed
    invitation: Invitation
    token: str = field(repr=False)  # of the invitation
    link: Link  # of the open assessment, perspective receiving
    code: str = field(repr=False)  # of a draft on that link
    report: ClosedReport
    action: PlannedAction
    joined: Joined
    event: ProgrammeEvent


@dataclass
class World:
    """``sessions``: actor to the key of a session, so that not every request signs in anew."""

    ours: House
    theirs: House
    sessions: dict[str, str] = field(default_factory=dict)

    def user(self, actor):
        """None for somebody who is not signed in."""
        if actor == "anonymous":
            return None
        theirs = {"stranger": "owner", "other admin": "admin"}
        return self.theirs.people[theirs[actor]] if actor in theirs else self.ours.people[actor]


def make_world():
    world = World(ours=make_house("heronry"), theirs=make_house("kestrelgate"))
    world.sessions = {actor: session_of(world.user(actor)) for actor in ACTORS[1:]}
    return world


def session_of(user):
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def make_house(canary):
    organisation = Organisation.objects.create(
        name=f"The {canary} trust", kind="trust", accent="#14535a"
    )
    people = {role: make_member(canary, organisation, role) for role in Role.values}
    member = Membership.objects.get(user=make_member(canary, organisation, "viewer", "guest"))
    owner = people["owner"]
    png = logos.redraw(PNG)
    steps.change_logo(organisation=organisation, png=png, version="1", who=owner)
    programme = Programme.objects.create(organisation=organisation, name=f"{canary} peers")
    Programme.objects.create(organisation=organisation, name=f"{canary} second programme")
    token = invitations.invite(
        email=f"new@{canary}.example", role="editor", party=organisation, who=owner
    )
    draft = make_assessment(canary, programme, owner, "draft")
    opened = open_it(make_assessment(canary, programme, owner, "open"), owner)
    for name in ("earlier", "closed"):
        closed = close_it(open_it(make_assessment(canary, programme, owner, name), owner), owner)
    planning.publish(assessment=closed, who=owner)
    closed.report.refresh_from_db()
    link = opened.perspectives.get(code="receiving").link
    joined = make_joined(canary, organisation, owner, closed)
    return House(
        canary=canary,
        organisation=organisation,
        people=people | joined.people,
        programme=programme,
        draft=draft,
        open=opened,
        closed=closed,
        room=make_room(canary, programme, owner),
        member=member,
        invitation=Invitation.objects.get(party=organisation),
        token=token,
        link=link,
        code=begin_draft(link, canary),
        report=closed.report,
        action=PlannedAction.objects.create(
            assessment=closed, kind="protect", text=f"What {canary} will do"
        ),
        joined=joined,
        event=happenings.add_event(
            programme=programme, day=date(2026, 5, 1), text=f"{canary} merger", who=owner
        ),
    )


def make_member(canary, organisation, role, name=""):
    user = newcomers.make_account(
        email=f"{name or role}@{canary}.example", name=f"{canary} {name or role}", password=PASSWORD
    )
    Membership.objects.create(user=user, party=organisation, role=role)
    return user


def make_assessment(canary, programme, owner, name):
    assessment = setting_up.create(
        programme=programme, who=owner, name=f"{canary} {name}", instrument="2026.1", length="short"
    )
    setting_up.choose_perspectives(
        assessment=assessment,
        chosen={
            "receiving": (Mode.INDIVIDUAL, 40),
            "giving": (Mode.GROUP, None),
            "panel": (Mode.GROUP, None),
        },
    )
    own_part.rate_standard(
        assessment=assessment,
        code="S01",
        rating="3",
        evidence=f"{canary} evidence",
        agreed_by=f"{canary} steering group",
        version=0,
        who=owner,
    )
    return Assessment.objects.get(pk=assessment.pk)


def open_it(assessment, owner):
    setting_up.open_for_answers(assessment=assessment, who=owner)
    return Assessment.objects.get(pk=assessment.pk)


def close_it(assessment, owner):
    closing.close(assessment=assessment, who=owner)
    return Assessment.objects.select_related("report").get(pk=assessment.pk)


def make_room(canary, programme, owner):
    room = together.Room(counts={"receiving": 6}, mutual=True)
    assessment = together.begin_together(
        programme=programme, who=owner, instrument="2026.1", length="short", room=room
    )
    Assessment.objects.filter(pk=assessment.pk).update(name=f"{canary} room")
    draft = together.draft_of(assessment)
    first = answering.item_codes(assessment)[0]
    answering.save_page(draft=draft, answers={first: 3})
    answering.send(draft=draft)
    return Assessment.objects.get(pk=assessment.pk)


def begin_draft(link, canary):
    code = answering.begin(link=link)
    draft = Draft.objects.get(code_hmac=answering.hmac_of(code))
    first = answering.item_codes(link.perspective.assessment)[0]
    answering.save_page(draft=draft, answers={first: 3})
    answering.save_comment(draft=draft, comment=f"{canary} comment")
    return code


def snapshot():
    """Every row of every table, to compare before and after a request.

    Signing in is left out: sessions and when somebody last came.
    """
    with connection.cursor() as cursor:
        return {table: fetch(cursor, question) for table, question in questions().items()}


def fetch(cursor, question):
    cursor.execute(question)
    return cursor.fetchall()


@cache
def questions():
    """Table to what asks for its rows. In SQL: through the models it was half of these tests."""
    quote = connection.ops.quote_name
    return {
        model._meta.db_table: f"SELECT {', '.join(map(quote, columns(model)))}"
        f" FROM {quote(model._meta.db_table)} ORDER BY 1"
        for model in apps.get_models()
        if model is not Session
    }


def columns(model):
    """The first is the primary key, which orders the rows."""
    return [field.column for field in model._meta.concrete_fields if field.name != "last_login"]
