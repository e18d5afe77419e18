"""Owners are told when a round opens, is due in a week, closes and ends.

By mail where the host has named a mail server, once a moment, from the nightly job; otherwise on
the page of their organisation. Every member is told the same, whether it shares or not, and nothing
says a figure.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from comparing.models import Moment, Round
from comparing.party import Member
from organisations.addresses import whole_address
from organisations.models import Membership, Organisation, Role

log = logging.getLogger(__name__)

NEWS_DAYS = timedelta(days=14)  # so long it stands on the page of an organisation

SUBJECTS = {
    Moment.OPENED: gettext_lazy("A round has opened: {round}"),
    Moment.DUE: gettext_lazy("A week or less is left: {round}"),
    Moment.CLOSED: gettext_lazy("A round has closed: {round}"),
    Moment.ENDED: gettext_lazy("A round has ended: {round}"),
}
ANONYMOUS = {
    Moment.OPENED: gettext_lazy(
        "The anonymous round “{round}” of {collaboration} is open. It closes by itself on "
        "{closes}; until then you can share with it, if you wish."
    ),
    Moment.DUE: gettext_lazy(
        "The anonymous round “{round}” of {collaboration} closes by itself on {closes}. "
        "Until then you can share with it, or take back what you share, and nothing is left of it."
    ),
    Moment.CLOSED: gettext_lazy(
        "The anonymous round “{round}” of {collaboration} has closed. Its page says whether "
        "enough shared, and who reads what it publishes, until {ends}."
    ),
}
BY_NAME = {
    Moment.OPENED: gettext_lazy(
        "The round by name “{round}” of {collaboration} is open. Until {ends} everyone who "
        "shares sees everyone else who shares; you can take part, if you wish."
    ),
    Moment.DUE: gettext_lazy(
        "The last day of the round by name “{round}” of {collaboration} is {ends}. After it "
        "nothing of the round is shown: download before then what you may keep."
    ),
}
ENDED = gettext_lazy(
    "The last day of the round “{round}” of {collaboration} was {ends}. Nothing of it is "
    "shown any more, and what was shared with it is deleted."
)


@dataclass(frozen=True, slots=True)
class News:
    """A sentence of a round, for an organisation that is a member, and where it leads."""

    subject: str
    sentence: str
    shown: SafeString  # the same for a page, each name set apart
    address: str


def news_of(round_: Round, moment: Moment, organisation: Organisation) -> News:
    """``round_`` with its collaboration."""
    said = ANONYMOUS if round_.is_anonymous else BY_NAME
    closes = round_.closes or round_.ends
    names = {
        "round": round_.name,
        "collaboration": round_.collaboration.name,
        "closes": date_format(closes, "j F Y"),
        "ends": date_format(round_.ends, "j F Y"),
    }
    sentence = str(said.get(moment, ENDED))
    apart = {key: format_html("<bdi>{}</bdi>", name) for key, name in names.items()}
    return News(
        str(SUBJECTS[moment]).format(**names),
        sentence.format(**names),
        format_html(sentence, **apart),
        reverse("member_round", args=[organisation.pk, round_.pk]),
    )


# On the page of an organisation


def news_for(organisation: Organisation) -> list[News]:
    """Nothing where mail is set up; one query otherwise."""
    if settings.EMAIL_HOST:
        return []
    today = timezone.localdate()
    rounds = Round.objects.filter(
        Q(kind="") | Q(kind=organisation.kind),
        collaboration__members__organisation=organisation,
        opens__lte=today,
        ends__gte=today - NEWS_DAYS - timedelta(days=1),  # it has ended on the day after
    )
    found = [(one, one.moment(today)) for one in rounds.select_related("collaboration")]
    return [
        news_of(one, moment[0], organisation)
        for one, moment in found
        if moment and moment[1] >= today - NEWS_DAYS
    ]


# By mail


def tell_owners() -> int:
    """Of every moment since the last time, the latest alone; how many mails were handed on."""
    today = timezone.localdate()
    rounds = Round.objects.filter(opens__lte=today).exclude(told=Moment.ENDED)
    new = [told for one in rounds.order_by("opens") if (told := claimed(one, today))]
    if not settings.EMAIL_HOST:
        return 0  # it counts as told, so that no old news is mailed once there is a server
    mails = [mail for round_, moment in new for mail in mails_of(round_, moment)]
    return len(mails) if handed_on(mails) else 0


@transaction.atomic
def claimed(round_: Round, today: date) -> tuple[Round, Moment] | None:
    """Noted before anything is mailed: rather no mail than the same one every night."""
    locked = Round.objects.select_for_update(of=("self",)).select_related("collaboration")
    found = locked.get(pk=round_.pk)
    moment = found.moment(today)
    if moment is None or moment[0] == found.told:
        return None
    found.told = moment[0]
    found.save(update_fields=["told"])
    return found, moment[0]


def mails_of(round_: Round, moment: Moment) -> Iterator[EmailMessage]:
    """One to each owner: nobody reads another's address."""
    for owner in owners_in(round_):
        told = news_of(round_, moment, owner.party)
        context = {"told": told, "link": whole_address(told.address), "whose": owner.party.name}
        yield EmailMessage(
            " ".join(told.subject.split()),
            render_to_string("comparing/round_mail.txt", context),
            settings.DEFAULT_FROM_EMAIL,
            [owner.user.email],
        )


def owners_in(round_: Round) -> Sequence[Membership]:
    members = Member.objects.filter(collaboration=round_.collaboration_id)
    if round_.kind:
        members = members.filter(organisation__kind=round_.kind)
    owners = Membership.objects.filter(party__in=members.values("organisation"), role=Role.OWNER)
    return list(owners.select_related("party", "user").order_by("party__name", "pk"))


def handed_on(mails: Sequence[EmailMessage]) -> bool:
    """All at once: each would otherwise wait for its own place among the mails of the site."""
    try:
        get_connection().send_messages(mails)
    except (SMTPException, OSError) as fault:
        log.warning("News of rounds could not be mailed: %s", type(fault).__name__)
        return False
    return True
