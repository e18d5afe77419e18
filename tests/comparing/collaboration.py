"""A collaboration of any size: shares made directly, with lifelike figures and no assessments of
their own to read, beside members who do nothing.
"""

import datetime
from dataclasses import dataclass

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from assessment.method import mark, to_json
from assessment.models import Assessment, ClosedReport
from comparing.method.members import Way, to_row
from comparing.models import Round, Share
from comparing.party import Collaboration, Member, Seat
from comparing.steps import rounds
from organisations.models import Membership, Organisation, Programme, User
from questions import Length
from questions.reading import DEFAULT_VERSION
from tests.cast import make_person
from tests.comparing.lifelike import lifelike
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
        user, made = User.objects.get_or_create(email=f"owner@{organisation.pk.hex}.example")
        if made:
            Membership.objects.create(user=user, party=organisation, role="owner")
        return user

    def share_of(self, place):
        return self.round.shares.get(organisation=self.organisations[place], withdrawn_at=None)


def today():
    return timezone.localdate()


def make_together(
    count, *, way=Way.ANONYMOUS, silent=0, closed=False, name="Peer Led", lacking=(), **of
):
    """``count`` share, ``silent`` share nothing; ``of`` the round."""
    collaboration = Collaboration.objects.create(name=f"{name} Collaboration")
    made = Together(
        collaboration=collaboration,
        round=make_round(collaboration, way=way, **of),
        organisations=make_members(collaboration, count + silent, name),
        admin=make_seat(collaboration, "admin", name),
        analyst=make_seat(collaboration, "analyst", name),
    )
    share_in(made.round, programmes_of(made.organisations[:count]), lacking=lacking)
    if closed:
        close_now(made.round)
    return made


def make_round(collaboration, name="Spring", *, way=Way.ANONYMOUS, **of):
    anonymous = way == Way.ANONYMOUS
    dates = {"opens": today() - 30 * DAY, "ends": today() + 300 * DAY}
    dates |= {"closes": today() + 30 * DAY} if anonymous else {}
    return Round.objects.create(
        **{
            "collaboration": collaboration,
            "name": name,
            "way": way,
            "instrument": DEFAULT_VERSION,
            **dates,
            **of,
        }
    )


def close_now(round_):
    """As if its day were today."""
    Round.objects.filter(pk=round_.pk).update(closes=today())
    round_.refresh_from_db()
    rounds.close_round(round_=round_)
    round_.refresh_from_db()


def end_yesterday(round_):
    """As if its last day had been yesterday."""
    dates = {"opens": today() - 90 * DAY, "ends": today() - DAY}
    if round_.closes:
        dates["closes"] = today() - 30 * DAY
    Round.objects.filter(pk=round_.pk).update(**dates)
    round_.refresh_from_db()


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
        instrument=DEFAULT_VERSION,
        length="short",
        state="closed",
        closed_at=timezone.now(),
    )


def share_in(round_, assessments, seed=0, *, lacking=()):
    """Each with figures of its own."""
    return Share.objects.bulk_create(
        share_row(round_, one, place, lacking=lacking)
        for place, one in enumerate(assessments, seed)
    )


def share_row(round_, assessment, seed, *, lacking=(), **of):
    return Share(
        round=round_,
        organisation=assessment.programme.organisation,
        assessment=assessment,
        way=round_.way,
        text="The words agreed to",
        results="{}",
        figures=to_row(lifelike(seed, lacking=lacking)),
        planned=["M2:0"] if seed % 2 else ["M2:0", "M3:1"],
        cells=f"{assessment.pk}",
        **of,
    )


def with_report(organisation, *, name="Winter", seed=1, days_ago=0, programme=None, **about):
    """A closed assessment of the organisation, with a report such as a trust's."""
    programme = programme or Programme.objects.create(
        organisation=organisation, name=f"{name} programme"
    )
    results = sample(seed=seed, length=Length.SHORT, **about)
    assessment = closed(programme, name)
    assessment.instrument = results.instrument.version
    assessment.closed_at = timezone.now() - days_ago * DAY
    assessment.save()
    ClosedReport.objects.create(assessment=assessment, results=to_json(mark(results)))
    return assessment
