"""An organisation with one of everything.

Every text of a house carries its canary, so that a page which shows one of the other house's is
found whatever it shows.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from assessment.asked import HowAsked
from assessment.drafts import OpenDraft
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, ClosedReport, Link, Perspective, PlannedAction
from assessment.own_part import EarlierEntry
from assessment.steps import (
    answering,
    closing,
    own_part,
    planning,
    promised_day,
    setting_aside,
    setting_up,
    slips,
    together,
)
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
from organisations.parties import invitations
from questions.reading import DEFAULT_VERSION
from tests.cast import make_person
from tests.world.joined import Joined, make_joined

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
    left_out: Assessment
    trial: Assessment  # open
    open: Assessment
    early: Assessment  # open, private, its day tomorrow, without a keeper
    closed: Assessment  # the second of its programme to close
    room: Assessment  # open, rated together, its rating sent
    untold: Assessment  # being set up, nothing said yet, of a programme that has no other
    member: Membership  # somebody to be changed or removed
    invitation: Invitation
    token: str = field(repr=False)  # of the invitation
    link: Link  # of the open assessment, perspective receiving
    begun: OpenDraft = field(repr=False)  # a draft on that link
    slip: str = field(repr=False)  # of the partners' sheet, not used yet
    report: ClosedReport
    action: PlannedAction
    joined: Joined
    event: ProgrammeEvent


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
    said = {"rating": "2", "evidence": f"{canary} evidence of before", "agreed_by": ""}
    EarlierEntry.objects.create(
        assessment=draft,
        code="S02",
        said=said,
        said_on=date(2025, 5, 1),
        said_in=f"{canary} others",
    )
    opened = open_it(with_slips(make_assessment(canary, programme, owner, "open"), people), owner)
    printed = opened.perspectives.get(code="partner")
    slip, *_others = slips.print_sheet(perspective=printed, who=people["keeper"])
    promised_day.ask_to_close_early(assessment=opened, reason=f"{canary} reason", who=owner)
    left_out = close_it(open_it(make_assessment(canary, programme, owner, "mistake"), owner), owner)
    setting_aside.leave_out(assessment=left_out, reason=f"{canary} went astray", who=owner)
    trial = make_assessment(canary, programme, owner, "trial")
    Assessment.objects.filter(pk=trial.pk).update(trial=True)
    for name in ("earlier", "closed"):
        closed = close_it(open_it(make_assessment(canary, programme, owner, name), owner), owner)
    planning.publish(assessment=closed, who=owner)
    words = planning.GivenReply(not_now=f"{canary} has no room", words=f"{canary} is sorry")
    planning.reply(assessment=closed, about="respect", given=words, who=owner)
    closed.report.refresh_from_db()
    link = opened.perspectives.get(code="receiving").link
    joined = make_joined(canary, organisation, owner)
    return House(
        canary=canary,
        organisation=organisation,
        people=people | joined.people,
        programme=programme,
        draft=draft,
        left_out=left_out,
        trial=open_it(trial, owner),
        open=opened,
        early=make_early(canary, organisation, owner),
        closed=closed,
        room=make_room(canary, programme, owner),
        untold=make_untold(canary, organisation, owner),
        member=member,
        invitation=Invitation.objects.get(party=organisation),
        token=token,
        link=link,
        begun=begin_draft(link, canary),
        slip=slip,
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
    user = make_person(f"{name or role}@{canary}.example", f"{canary} {name or role}")
    Membership.objects.create(user=user, party=organisation, role=role)
    return user


def make_assessment(canary, programme, owner, name):
    assessment = setting_up.create(
        programme=programme,
        who=owner,
        name=f"{canary} {name}",
        instrument=DEFAULT_VERSION,
        length="short",
    )
    setting_up.choose_perspectives(
        assessment=assessment,
        chosen={
            "receiving": HowAsked(Mode.INDIVIDUAL, 40, Door.OPEN),
            "giving": HowAsked(Mode.GROUP),
            "panel": HowAsked(Mode.GROUP),
        },
    )
    setting_up.set_limits(assessment=assessment, k=5, closes_on=timezone.localdate())
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


def with_slips(assessment, people):
    """One that staff and partners answer with slips."""
    for code in ("staff", "partner"):
        Perspective.objects.create(
            assessment=assessment, code=code, mode=Mode.INDIVIDUAL, door=Door.EACH, size=12
        )
    setting_up.set_limits(
        assessment=assessment, k=5, closes_on=timezone.localdate(), keeper=people["keeper"]
    )
    return assessment


def open_it(assessment, owner):
    setting_up.open_for_answers(assessment=assessment, who=owner)
    return Assessment.objects.get(pk=assessment.pk)


def close_it(assessment, owner):
    closing.close(assessment=assessment, who=owner)
    closing.destroy_keys()  # the world is made in a transaction that never ends
    return Assessment.objects.select_related("report").get(pk=assessment.pk)


def make_room(canary, programme, owner):
    room = together.Room(counts={"receiving": 6}, mutual=True)
    assessment = together.begin_together(
        programme=programme, who=owner, instrument=DEFAULT_VERSION, length="short", room=room
    )
    Assessment.objects.filter(pk=assessment.pk).update(name=f"{canary} room")
    draft = together.draft_of(assessment)
    first = answering.item_codes(assessment)[0]
    answering.save_page(draft=draft, answers={first: 3})
    answering.send(draft=draft)
    return Assessment.objects.get(pk=assessment.pk)


def make_untold(canary, organisation, owner):
    programme = Programme.objects.create(
        organisation=organisation, name=f"{canary} third programme"
    )
    return setting_up.create(
        programme=programme,
        who=owner,
        name=f"{canary} untold",
        instrument=DEFAULT_VERSION,
        length="full",
    )


def make_early(canary, organisation, owner):
    programme = Programme.objects.create(
        organisation=organisation, name=f"{canary} fourth programme"
    )
    early = make_assessment(canary, programme, owner, "early")
    tomorrow = timezone.localdate() + timedelta(days=1)
    setting_up.set_limits(assessment=early, k=5, closes_on=tomorrow)
    return open_it(early, owner)


def begin_draft(link, canary):
    draft = answering.begin(link=link)
    first = answering.item_codes(link.perspective.assessment)[0]
    answering.save_page(draft=draft, answers={first: 3})
    answering.save_comment(draft=draft, comment=f"{canary} comment")
    return draft
