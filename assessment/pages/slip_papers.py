"""The sheet of slips to print: shown once and kept nowhere.

No slip tells itself from another but by its code: no number, no order, no name.
"""

from collections.abc import Sequence
from pathlib import Path

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment import paper as paper_of
from assessment.instruments import instrument_of
from assessment.models import Assessment, Perspective
from assessment.paper.address_codes import qr_of
from assessment.paper.typesetting import pdf
from assessment.slip_codes import in_groups
from organisations.addresses import is_local, whole_address

TEMPLATE = Path(paper_of.__file__).with_name("slips.typ")


def slips_pdf(
    request: HttpRequest, perspective: Perspective, codes: Sequence[str], paper: str
) -> bytes:
    """``paper``: a key of ``forms.slips.PAPERS``."""
    assessment = perspective.assessment
    name = instrument_of(assessment).name_of(perspective.code, mutual=assessment.mutual)
    data = {
        "title": _("Slips for %(name)s") % {"name": name},
        "paper": SIZES[paper],
        "programme": assessment.programme.name,
        "question": _("What is peer support really like here?"),
        "slips": [slip(request, perspective, code) for code in codes],
        "start": start(request, perspective),
        "once": once(assessment),
        "contact": ask(assessment),
    }
    return pdf(TEMPLATE, data)


SIZES = {"a4": "a4", "letter": "us-letter"}


def slip(request: HttpRequest, perspective: Perspective, code: str) -> dict[str, str]:
    """Its code in three fours, and its address as a QR code, where others can open it."""
    link = perspective.link.code
    own = whole_address(reverse("respond_slip", args=[link, code]), request)
    return {
        "code": in_groups(code),
        "qr": "" if is_local(request) else qr_of(own),
        "alt": _("QR code of this slip"),
    }


def start(request: HttpRequest, perspective: Perspective) -> str:
    """The address to type the code at; where it opens on this computer alone, what works."""
    if is_local(request):
        return _("Put it in with your questionnaire, or answer at the computer that keeps this.")
    return whole_address(reverse("respond", args=[perspective.link.code]), request)


def once(assessment: Assessment) -> str:
    day = date_format(assessment.closes_on or "", "j F Y")
    return _("Works once. Nobody notes who has which. Open until %(day)s.") % {"day": day}


def ask(assessment: Assessment) -> str:
    return _("Ask: %(contact)s") % {"contact": assessment.contact} if assessment.contact else ""
