"""The sheet of slips, as a page to print or a PDF: shown once and kept nowhere.

No slip tells itself from another but by its code: no number, no order, no name.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from assessment import paper
from assessment.instruments import instrument_of
from assessment.models import Assessment, Perspective
from assessment.paper.typesetting import pdf
from assessment.slip_codes import in_groups
from organisations.addresses import whole_address

TEMPLATE = Path(paper.__file__).with_name("slips.typ")


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """Its code in three fours, its address as a QR code, and the address to type with it."""

    code: str
    qr: SafeString


@dataclass(frozen=True, slots=True)
class Sheet:
    perspective: Perspective
    name: str
    start: str  # the address to type the code at
    slips: Sequence[PrintedSlip]


def make_sheet(request: HttpRequest, perspective: Perspective, codes: Sequence[str]) -> Sheet:
    assessment, link = perspective.assessment, perspective.link.code
    return Sheet(
        perspective=perspective,
        name=instrument_of(assessment).name_of(perspective.code, mutual=assessment.mutual),
        start=whole_address(reverse("respond", args=[link]), request),
        slips=[printed(request, link, code) for code in codes],
    )


def printed(request: HttpRequest, link: str, code: str) -> PrintedSlip:
    own = whole_address(reverse("respond_slip", args=[link, code]), request)
    svg = io.BytesIO()
    drawn = segno.make(own, error="m", micro=False)
    drawn.save(svg, border=4, dark="#000", light="#fff", kind="svg", xmldecl=False, omitsize=True)
    return PrintedSlip(in_groups(code), mark_safe(svg.getvalue().decode()))  # noqa: S308 (segno's)


def as_page(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    assessment = sheet.perspective.assessment
    context = {
        "assessment": assessment,
        "programme": assessment.programme,
        "sheet": sheet,
        "once": once(assessment),
        "ask": ask(assessment),
    }
    return render(request, "assessment/slips/sheet.html", context)


def as_pdf(request: HttpRequest, sheet: Sheet, paper: str) -> HttpResponse:  # noqa: ARG001 - as the page's
    assessment = sheet.perspective.assessment
    data = {
        "title": _("Slips for %(name)s") % {"name": sheet.name},
        "paper": paper,
        "programme": assessment.programme.name,
        "question": _("What is peer support really like here?"),
        "slips": [
            {"code": one.code, "qr": one.qr, "alt": _("QR code of this slip")}
            for one in sheet.slips
        ],
        "start": sheet.start,
        "once": once(assessment),
        "contact": ask(assessment),
    }
    response = HttpResponse(pdf(TEMPLATE, data), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="slips.pdf"'
    return response


def once(assessment: Assessment) -> str:
    day = date_format(assessment.closes_on or "", "j F Y")
    return _("Works once. Nobody notes who has which. Open until %(day)s.") % {"day": day}


def ask(assessment: Assessment) -> str:
    return _("Ask: %(contact)s") % {"contact": assessment.contact} if assessment.contact else ""


ANSWERS: dict[str, Callable[[HttpRequest, Sheet], HttpResponse]] = {
    "page": as_page,
    "a4": partial(as_pdf, paper="a4"),
    "letter": partial(as_pdf, paper="us-letter"),
}
