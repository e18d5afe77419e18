"""A poster that asks one perspective: the question, the code to scan, what is promised."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment import paper
from assessment.asked import fewest_of
from assessment.instruments import instrument_of
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective
from assessment.paper.address_codes import qr_of
from assessment.paper.typesetting import pdf
from assessment.promises import how_long, only_a_trial
from questions import Length

TEMPLATE = Path(paper.__file__).with_name("poster.typ")


def poster_pdf(perspective: Perspective, address: str) -> bytes:
    """``address``: empty where it leads nowhere but on this computer; then paper is offered."""
    assessment = perspective.assessment
    instrument = instrument_of(assessment)
    name = instrument.name_of(perspective.code, mutual=assessment.mutual)
    group = perspective.mode == Mode.GROUP
    wants = (
        _("We would like to hear from %(name)s, as a group.")
        if group
        else _("We would like to hear from %(name)s.")
    )
    data = {
        "title": f"{_('Poster')}: {name}",
        "paper": "a4",
        "name": assessment.programme.name,
        "question": _("What is peer support really like here?"),
        "wants": [wants % {"name": name}, instrument.perspective[perspective.code].who],
        "qr": qr_of(address) if address else "",
        "alt": _("QR code of the address below"),
        "address": address or on_paper(assessment),
        "points": [
            *filter(None, [only_a_trial(assessment)]),
            how_long(Length(assessment.length))
            + " "
            + _("Stop and come back whenever you like; skip anything you like."),
            *(of_group() if group else of_individuals(perspective)),
            *when_and_whom(assessment, address),
        ],
        "foot": _("Essence: looking together at what keeps peer support true to itself."),
    }
    return pdf(TEMPLATE, data)


def on_paper(assessment: Assessment) -> str:
    if assessment.contact:
        return _("Ask for a questionnaire on paper: %(contact)s") % {"contact": assessment.contact}
    return _("Ask whoever gave you this for a questionnaire on paper.")


def of_group() -> Iterator[str]:
    yield _(
        "Your group agrees one rating. It is shown as your group\N{RIGHT SINGLE QUOTATION MARK}s, "
        "with how many you were and no names."
    )


def of_individuals(perspective: Perspective) -> Iterator[str]:
    yield _(
        "Your answers are private: nobody sees what one person answered. What fewer than %(k)d "
        "people of a group answer is hidden."
    ) % {"k": fewest_of(perspective)}
    if perspective.door == Door.EACH:
        yield _("No name, no sign-in. You need a slip: ask for one.")
    else:
        yield _("No name, no sign-in. Please answer once.")


def when_and_whom(assessment: Assessment, address: str) -> Iterator[str]:
    if assessment.closes_on:
        yield _("Open until %(day)s") % {"day": date_format(assessment.closes_on, "l j F Y")}
    if assessment.contact and address:
        yield _("Questions, or rather on paper? Ask %(contact)s") % {"contact": assessment.contact}
