"""What a respondent's page says, rendered without a session, a user or a context processor.

Most of a page is the same for everybody, and drawing it (crispy forms, translated templates) takes
ten times as long as sending it. So a principle's page is drawn once for each link and kind of
words; a request fills in its token, its code and which answers are checked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from crispy_forms.utils import render_crispy_form
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from assessment.method.responses import Answer
from assessment.respondent.forms import StatementsForm, value_of
from assessment.respondent.visit import Visit
from assessment.respondent.words import Words
from questions import Form, Instrument, load
from questions.entries import Item, Principle

# A gap in a drawn page: after a radio button's value, or a name between two marks that no
# keyboard types.
MARK = "\ue000"
GAP = re.compile(rf'(<input type="radio" name="([\w-]+)" value="(\w+)")|{MARK}(\w+){MARK}')
TOKEN, CODE = "token", "code"


class SupportLine(NamedTuple):
    name: str
    contact: str
    href: str


class Place(NamedTuple):
    """A principle's page: which, and how much of it is answered."""

    number: int
    principle: Principle
    statements: int
    answered: int


class Asked(NamedTuple):
    """Everything a principle's page depends on besides the person: one drawing each."""

    version: str
    form: Form
    number: int
    perspective: str
    words: Words
    is_group: bool
    organisation: str
    link_code: str
    language: str


@dataclass(frozen=True)
class Drawn:
    """HTML cut at its gaps: a radio button's (item, value), or a name."""

    parts: tuple[str, ...]
    gaps: tuple[tuple[str, str] | str, ...]

    def filled(self, answers: Mapping[str, Answer], token: str = "", code: str = "") -> SafeString:
        """With these answers checked; what is blank has nothing checked."""
        fillings: dict[tuple[str, str] | str, str] = {TOKEN: token, CODE: code}
        for item, answer in answers.items():
            if answer is not None:
                fillings[item, value_of(answer)] = " checked"
        pieces = [self.parts[0]]
        for gap, part in zip(self.gaps, self.parts[1:], strict=True):
            pieces += (fillings.get(gap, ""), part)
        return mark_safe("".join(pieces))  # noqa: S308 (the templates escaped every word of it)


def cut(html: str) -> Drawn:
    parts, gaps, end = [], [], 0
    for match in GAP.finditer(html):
        is_radio = match[1] is not None
        parts.append(html[end : match.end() if is_radio else match.start()])
        gaps.append((match[2], match[3]) if is_radio else match[4])
        end = match.end()
    return Drawn((*parts, html[end:]), tuple(gaps))


def principle_page(
    request: HttpRequest, visit: Visit, number: int, answers: Mapping[str, Answer]
) -> HttpResponse:
    """The page of a principle (1-12) with these answers."""
    drawn = draw_page(asked(visit, number))
    return HttpResponse(drawn.filled(answers, get_token(request), code_words(visit)))


@lru_cache(maxsize=1024)  # of about 13 KB each
def draw_page(asked: Asked) -> Drawn:
    context = {
        **in_common(asked.organisation, asked.link_code),
        **about_principle(asked, draw_statements(asked).filled({})),
        "csrf_token": f"{MARK}{TOKEN}{MARK}",
        "code_words": f"{MARK}{CODE}{MARK}",
    }
    return cut(get_template("assessment/respondent/page.html").render(context))


def unusual_page(
    request: HttpRequest,
    visit: Visit,
    number: int,
    *,
    status: int,
    answers: Mapping[str, Answer] | None = None,
    form: StatementsForm | None = None,
) -> HttpResponse:
    """The same where something went wrong, drawn for one person alone: with a form's faults, or
    with answers that could not be saved just now."""
    facts = asked(visit, number)
    if form is not None:
        drawn = mark_safe(draw_form(form, visit.instrument))  # noqa: S308 (escaped by crispy)
    else:
        drawn = draw_statements(facts).filled(answers or {})
    context = {**about_principle(facts, drawn), "form": form, "busy": form is None}
    return render(request, "page.html", visit, status=status, **context)


def asked(visit: Visit, number: int) -> Asked:
    return Asked(
        visit.assessment.instrument,
        visit.form,
        number,
        visit.perspective,
        visit.words,
        visit.is_group,
        visit.assessment.programme.organisation.name,
        visit.link.code,
        get_language(),
    )


def about_principle(asked: Asked, statements: SafeString) -> dict[str, object]:
    principles = load(asked.version).principles
    return {
        "number": asked.number,
        "pages": len(principles),
        "principle": principles[asked.number - 1],
        "is_group": asked.is_group,
        "statements": statements,
        "other_words": [words for words in Words if words is not asked.words],
    }


@lru_cache(maxsize=512)
def draw_statements(asked: Asked) -> Drawn:
    instrument = load(asked.version)
    unbound = StatementsForm(
        instrument=instrument,
        items=items_of(instrument, asked.form, asked.number),
        perspective=asked.perspective,
        words=asked.words,
    )
    return cut(draw_form(unbound, instrument))


def draw_form(form: StatementsForm, instrument: Instrument) -> str:
    return str(render_crispy_form(form, context={"scales": instrument.scales}))


def items_of(instrument: Instrument, form: Form, number: int) -> tuple[Item, ...]:
    """The statements of a principle's page: of all six, or of the short form's three."""
    items = instrument.principles[number - 1].items
    return tuple(item for item in items if form is Form.FULL or item.short_form)


def places(visit: Visit) -> list[Place]:
    """Every page with how much of it is answered."""
    return [
        place_of(visit, number, principle)
        for number, principle in enumerate(visit.instrument.principles, start=1)
    ]


def place_of(visit: Visit, number: int, principle: Principle) -> Place:
    items = items_of(visit.instrument, visit.form, number)
    answered = sum(visit.answers.get(item.code) is not None for item in items)
    return Place(number, principle, len(items), answered)


def place_to_go_on(visit: Visit) -> int:
    """The last page with an answer on it, the first where there is none."""
    return max((place.number for place in places(visit) if place.answered), default=1)


def support_lines() -> list[SupportLine]:
    """The host's lines of help, each as something a phone can ring or write to."""
    return [SupportLine(name, contact, href(contact)) for name, contact in settings.SUPPORT_LINES]


def href(contact: str) -> str:
    number = re.match(r"[\d ]*", contact)
    digits = number[0].replace(" ", "") if number else ""
    if len(digits) == 5 and digits.startswith("8"):  # a short code for text messages
        return f"sms:{digits}"
    return f"tel:{digits}" if digits else ""


def render(
    request: HttpRequest,
    template: str,
    visit: Visit | None = None,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    """A page of ``templates/assessment/respondent/``. ``messages`` and ``user`` are not in it:
    either would open the session of whoever signed in on this device."""
    context["csrf_token"] = get_token(request)
    context["support_lines"] = support_lines()
    if visit is not None:
        organisation = visit.assessment.programme.organisation.name
        context |= in_common(organisation, visit.link.code)
        context |= {"visit": visit, "assessment": visit.assessment, "is_group": visit.is_group}
        context["code_words"] = code_words(visit)
    html = get_template(f"assessment/respondent/{template}").render(context)
    return HttpResponse(html, status=status)


def in_common(organisation: str, link_code: str) -> dict[str, object]:
    return {
        "organisation": {"name": organisation},
        "leave_url": reverse("respond_leave", args=[link_code]),
        "support_lines": support_lines(),
    }


def code_words(visit: Visit) -> str:
    """The resume code as people write it down."""
    return (visit.code or "").replace("-", " ")
