"""An invitation's link, and the mail that carries it where the host has named a mail server."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from organisations.addresses import whole_address
from organisations.parties.invitations import INVITATION_DAYS
from organisations.parties.kinds import PartyKind

log = logging.getLogger(__name__)


def invitation_link(kind: PartyKind, token: str, request: HttpRequest | None = None) -> str:
    return whole_address(reverse(kind.join, args=[token]), request)


def mail_invitation(*, to: str, link: str, whose: str) -> bool:
    """True where it was handed to the mail server; call it outside a transaction.

    ``whose``: the name of what they are asked to join.
    A failure is no fault of the page: the link is on it, to be copied.
    """
    if not settings.EMAIL_HOST:
        return False
    context = {"link": link, "whose": whose, "days": INVITATION_DAYS}
    subject = _("Join %(whose)s on Essence") % {"whose": " ".join(whose.split())}
    body = render_to_string("organisations/parties/invitation_mail.txt", context)
    try:
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [to])
    except (SMTPException, OSError) as fault:
        log.warning("An invitation could not be mailed: %s", type(fault).__name__)
        return False
    return True
