"""A collaboration of any size: shares made directly, with lifelike figures and no assessments of
their own to read, beside members who do nothing.
"""

import datetime
from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from assessment.method import mark, to_json
from assessment.models import Assessment, ClosedReport
from comparing.method.members import to_row
from comparing.models import Collaboration, Member, Round, Seat, Share
from organisations.models import Membership, Organisation, Programme, User
from questions import Length
from tests.cast import make_person
from tests.comparing.charts.compared_cast import lifelike
from tests.reports.builder import sample

KINDS = ("trust", "user-led", "voluntary")
DAY = datetime.timedelta(days=1)


@dataclass
class Together:
    collaboration: Collaboration
    round: Round
    organisations: list[Organisation]
    admin: User
    analyst: User

    def owner(self, place=0):
        """Of one of the organisations; made where it is first asked for."""
        organisation = self.organisations[place]
        user, made = User.objects.get_or_create(email=f"owner{place}@member.example")
        if made:
            Membership.objects.create(user=user, party=organisation, role="owner")
        return user

    def share_of(self, place):
        return self.round.shares.get(organisation=self.organisations[place], withdrawn_at=None)


def today():
    return timezone.localdate()


def make_together(count, named=(), *, silent=0, name="Peer Led"):
    """``count`` share, of whom those at the places ``named`` by name; ``silent`` share nothing."""
    collaboration = Collaboration.objects.create(name=f"{name} Collaboration")
    made = Together(
        collaboration=collaboration,
        round=make_round(collaboration),
        organisations=make_members(collaboration, count + silent, name),
        admin=make_seat(collaboration, "admin", name),
        analyst=make_seat(collaboration, "analyst", name),
    )
    assessments = programmes_of(made.organisations[:count])
    Share.objects.bulk_create(
        share_row(made.round, one, place, named=place in named)
        for place, one in enumerate(assessments)
    )
    return made


def make_round(collaboration, name="Spring", **of):
    dates = {"opens": today() - 30 * DAY, "closes": today() + 30 * DAY, **of}
    return Round.objects.create(
        **{"collaboration": collaboration, "name": name, "instrument": "2026.2", **dates}
    )


def make_members(collaboration, count, name="Peer Led"):
    found = Organisation.objects.bulk_create(
        Organisation(name=f"{name} member number {place}", kind=KINDS[place % 3])
        for place in range(count)
    )
    Member.objects.bulk_create(
        Member(collaboration=collaboration, organisation=one) for one in found
    )
    return found


def programmes_of(organisations):
    """A closed assessment of each."""
    programmes = Programme.objects.bulk_create(
        Programme(organisation=one, name="Peers") for one in organisations
    )
    return Assessment.objects.bulk_create(closed(one) for one in programmes)


def make_seat(collaboration, role, name="Peer Led"):
    user = make_person(f"{role}@{name.split()[0].lower()}.example")
    Seat.objects.create(user=user, party=collaboration, role=role)
    if role == "admin":
        TOTP.activate(user, generate_totp_secret())
    return user


def closed(programme, name="Autumn"):
    return Assessment(
        programme=programme,
        name=name,
        instrument="2026.2",
        length="short",
        state="closed",
        closed_at=timezone.now(),
    )


def share_row(round_, assessment, seed, *, named=False, until=None, **of):
    return Share(
        round=round_,
        organisation=assessment.programme.organisation,
        assessment=assessment,
        way="named" if named else "anonymous",
        until=until or today() + 365 * DAY,
        text="The words agreed to",
        results="{}",
        figures=to_row(lifelike(seed)),
        chosen=["M2:0"] if seed % 2 else ["M2:0", "M3:1"],
        **of,
    )


def with_report(organisation, *, name="Winter", seed=1, **about):
    """A closed assessment of the organisation, with a report such as a trust's."""
    programme = Programme.objects.create(organisation=organisation, name=f"{name} programme")
    results = sample(seed=seed, length=Length.SHORT, **about)
    assessment = closed(programme, name)
    assessment.instrument = results.instrument.version
    assessment.save()
    ClosedReport.objects.create(assessment=assessment, results=to_json(mark(results)))
    return assessment
