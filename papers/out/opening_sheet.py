"""What stands before the statements of a paper questionnaire: what it is, whom it is for, help.

Every promise on it is the one that the start page makes (``assessment.promises``), and one more
risk that only paper has.
"""

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment.instruments import instrument_of
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective, State
from assessment.promises import only_a_trial, promises
from organisations.support_lines import support_lines

Block = tuple[str, str | list[str]]  # its kind in the template, and its words


def opening_sheet(perspective: Perspective, address: str) -> list[Block]:
    """``address``: where it can be typed in by oneself; empty where there is none."""
    assessment = perspective.assessment
    return [
        *whose(perspective),
        ("boxed", help_lines(assessment)),
        ("head", _("Before you begin")),
        ("points", list(before_you_begin(perspective))),
        ("head", _("When you have finished")),
        ("line", _("Put it into an envelope, seal it, and give it to:")),
        *(("par", words) for words in afterwards(perspective, address)),
        *notice(assessment),
    ]


def whose(perspective: Perspective) -> Iterator[Block]:
    assessment = perspective.assessment
    instrument, programme = instrument_of(assessment), assessment.programme
    here = {"programme": programme.name, "organisation": programme.organisation.name}
    yield "title", question(perspective)
    asking = (
        _("%(organisation)s is asking how true peer support is to itself here.")
        if programme.name == programme.organisation.name
        else _("%(organisation)s is asking how true peer support is to itself in %(programme)s.")
    )
    yield "par", asking % here
    name = instrument.name_of(perspective.code, mutual=assessment.mutual)
    yield (
        "strong",
        _("This questionnaire is for %(name)s.") % {"name": name},
    )
    yield "par", instrument.perspective[perspective.code].who
    means = [
        _("\N{LEFT DOUBLE QUOTATION MARK}Here\N{RIGHT DOUBLE QUOTATION MARK} means: %(programme)s.")
        % here
    ]
    if assessment.mutual:  # in the very words of the screen
        template = "assessment/respondent/_all_of_you.html"
        means.append(render_to_string(template, {"mutual": True}).strip())
    yield "par", " ".join(means)
    if trial := only_a_trial(assessment):
        yield "boxed", [trial]
    if assessment.state != State.OPEN:
        yield (
            "boxed",
            [_("It is not open for answers: sheets filled in now cannot be typed in.")],
        )


def question(perspective: Perspective) -> str:
    if perspective.mode == Mode.GROUP:
        return _("What is peer support like here? Your group\N{RIGHT SINGLE QUOTATION MARK}s view")
    return _("What is peer support like here?")


def help_lines(assessment: Assessment) -> list[str]:
    lines = support_lines(assessment.programme.organisation)
    return [
        _("Need to talk to someone? Stop whenever you like."),
        *(f"{line.name}: {line.contact}" for line in lines),
    ]


def before_you_begin(perspective: Perspective) -> Iterator[str]:
    said = promises(perspective)
    yield str(said["hard_things"])
    yield f"{_('Leave out anything you like. There is no time limit.')} {said['no_name']}"
    if perspective.mode == Mode.GROUP:
        yield str(said["agreed_shown"])
        yield str(said["copies_kept"])
        return
    name = instrument_of(perspective.assessment).name_of(
        perspective.code, mutual=perspective.assessment.mutual
    )
    shown = _(
        "No page or file shows one person\N{RIGHT SINGLE QUOTATION MARK}s answers. The "
        "organisation sees averages for the whole group of %(name)s."
    ) % {"name": name}
    yield f"{shown} {said['hidden_below']}"
    yield _(
        "On paper there is one risk more: whoever types your answers in, or photographs them, sees "
        "this sheet. Do not write your name on it."
    )
    yield f"{said['answers_deleted']} {said['copies_kept']}"


def afterwards(perspective: Perspective, address: str) -> Iterator[str]:
    yield _(
        "That person enters it word for word, by keyboard or by camera, and then destroys the "
        "sheet. Keep its pages together and in order."
    )
    if perspective.mode == Mode.INDIVIDUAL and perspective.door == Door.EACH:
        yield _("Put your slip in with it: a questionnaire without a slip cannot be entered.")
    closes_on = perspective.assessment.closes_on
    if closes_on:
        day = date_format(closes_on, "j F Y")
        yield _("Please hand it in some days before %(day)s.") % {"day": day}
    if address:
        yield _("Or answer by yourself, without paper: %(address)s") % {"address": address}


def notice(assessment: Assessment) -> Iterator[Block]:
    if not assessment.privacy_notice:
        return
    organisation = assessment.programme.organisation.name
    yield "head", _("Privacy notice of %(organisation)s") % {"organisation": organisation}
    for paragraph in filter(None, map(str.strip, assessment.privacy_notice.splitlines())):
        yield "par", paragraph
