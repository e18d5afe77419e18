"""What stays in writing of a closing: when, of whom, and that the key to the answers is gone.

The number of the lock stands on the start page while people answer and on the certificate
afterwards, so whoever wrote it down can compare. It says which key was destroyed. That no copy of
it was kept elsewhere no program can prove, and the certificate says so.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment import paper
from assessment.instruments import instrument_of
from assessment.method.language import listed
from assessment.models import Assessment
from assessment.paper.typesetting import pdf

TEMPLATE = Path(paper.__file__).with_name("certificate.typ")
# 83 bits: nobody makes a second key with the same number. Figures: a slip's code has letters.
DIGITS, GROUP = 25, 5


@dataclass(frozen=True, slots=True)
class Certificate:
    """``facts``: what, and what is certified of it. ``limits``: what it does not prove."""

    title: str
    organisation: str
    programme: str
    assessment: str
    facts: list[tuple[str, str]]
    number_is: str
    number: str
    limits: list[str]
    how: str


def lock_number(public_key: str) -> str:
    """'48213 90417 05526 81190 33478', of a public key in hexadecimal."""
    digest = int.from_bytes(sha256(bytes.fromhex(public_key)).digest())
    digits = f"{digest % 10**DIGITS:0{DIGITS}}"
    return " ".join(digits[at : at + GROUP] for at in range(0, DIGITS, GROUP))


def certificate_of(assessment: Assessment) -> Certificate | None:
    """None before the key is destroyed, which may come a while after closing."""
    opened, closed, sealed = assessment.opened_at, assessment.closed_at, assessment.sealed_until
    if opened is None or closed is None or sealed is None:
        return None
    programme = assessment.programme
    names = asked_names(assessment)
    return Certificate(
        title=_("Closing certificate"),
        organisation=programme.organisation.name,
        programme=programme.name,
        assessment=assessment.name,
        facts=[
            (_("Opened"), at_minute(opened)),
            (_("Closed"), at_minute(closed)),
            (_("Who was asked"), f"{len(names)}: {listed(names)}"),
            (_("Deleted when it closed"), _("All answers, drafts and slips")),
            (_("Key destroyed"), key_destroyed(sealed)),
            (_("Copies of the key"), copies_of_key(sealed)),
        ],
        number_is=_("The number of the lock"),
        number=lock_number(assessment.public_key),
        limits=limits(),
        how=_(
            "How the number is made: the last %(digits)d decimal digits of SHA-256 of the public "
            "key, which is %(key)s."
        )
        % {"digits": DIGITS, "key": assessment.public_key},
    )


def asked_names(assessment: Assessment) -> list[str]:
    instrument = instrument_of(assessment)
    codes = assessment.perspectives.order_by("pk").values_list("code", flat=True)
    return [instrument.name_of(code, mutual=assessment.mutual) for code in codes]


def at_minute(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y, H:i")


def key_destroyed(sealed: datetime) -> str:
    return _(
        "%(when)s. One key opened the answers of all who were asked. Its file was overwritten and "
        "removed."
    ) % {"when": at_minute(sealed)}


def copies_of_key(sealed: datetime) -> str:
    days = settings.KEYS_BACKUP_DAYS
    if not days:
        return _("None was kept.")
    return _("Any that was kept apart for safety is gone on %(day)s at the latest.") % {
        "day": date_format(timezone.localtime(sealed) + timedelta(days=days), "j F Y")
    }


def limits() -> list[str]:
    return [
        _(
            "If you wrote down the number of the lock when you answered, compare it. The same "
            "number means that the key destroyed is the key to the lock that you were shown."
        ),
        _(
            "This is written by the program that did it. Nobody from outside was there: whoever "
            "controls the computer of %(host)s could have copied the key before."
        )
        % {"host": settings.HOST_NAME},
    ]


def as_pdf(certificate: Certificate, assessment: Assessment) -> bytes:
    """The same bytes each time: it is dated as the day of closing."""
    closed = assessment.closed_at
    return pdf(TEMPLATE, asdict(certificate), day=timezone.localdate(closed) if closed else None)
