"""What a respondent's page says, rendered without a session, a user or a context processor.

Most of a page is the same for everybody, and drawing it (crispy forms, translated templates) takes
ten times as long as sending it. So a principle's page is drawn once for each link and kind of
words; a request fills in its token, its code and which answers are checked.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from crispy_forms.utils import render_crispy_form
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.context_processors import csrf
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from assessment.instruments import find
from assessment.method.responses import Answer, encode
from assessment.respondent.answer_forms import WORD, StatementsForm
from assessment.respondent.predrawn import CODE, SEEN, TOKEN, Drawn, cut_at_gaps, gap
from assessment.respondent.visit import Visit
from assessment.respondent.wording_choice import Words
from organisations.support_lines import SupportLine, support_lines
from questions import Instrument, Kind, Length
from questions.entries import Item


class AskedPage(NamedTuple):
    """What the statements of a principle depend on besides the answers."""

    version: str
    length: Length
    number: int
    perspective: str
    mutual: bool
    words: Words
    later: bool
    nth: int  # of its statements, where they come one at a time; 0: all of them
    language: str


class Around(NamedTuple):
    """What the rest of their page depends on."""

    is_group: bool
    organisation: str
    programme: str
    mutual: bool
    link_code: str
    support: tuple[SupportLine, ...]


def principle_page(request: HttpRequest, visit: Visit, number: int, nth: int) -> HttpResponse:
    """The page of a principle (from 1), or of its ``nth`` statement alone, as it is answered."""
    asked = asked_page(visit, number, nth)
    named = {TOKEN: get_token(request), CODE: code_words(visit), SEEN: seen_on(visit, asked)}
    return HttpResponse(draw_page(asked, around(visit)).filled(visit.answers, **named))


def seen_on(visit: Visit, asked: AskedPage) -> str:
    """What a page shows as answered, to tell later what was changed on it."""
    return encode(visit.answers.get(item.code) for item in items_on(asked))


# The pages of some thirty open links in every wording, of about 13 KB each.
@lru_cache(maxsize=1024)
def draw_page(asked: AskedPage, around: Around) -> Drawn:
    context = {
        **in_common(around),
        **about_principle(asked, draw_statements(asked).filled({})),
        "csrf_token": gap(TOKEN),
        "code_words": gap(CODE),
        "seen": gap(SEEN),
    }
    return cut_at_gaps(get_template("assessment/respondent/page.html").render(context))


def unusual_page(
    request: HttpRequest,
    visit: Visit,
    asked: AskedPage,
    *,
    status: int,
    answers: Mapping[str, Answer] | None = None,
    form: StatementsForm | None = None,
) -> HttpResponse:
    """The same where something went wrong, drawn for one person alone: with a form's faults, or
    with answers that could not be saved just now."""
    if form is not None:
        drawn = mark_safe(draw_form(form, visit.instrument))  # noqa: S308 (escaped by crispy)
    else:
        drawn = draw_statements(asked).filled(answers or {})
    context = {
        **about_principle(asked, drawn),
        "form": form,
        "busy": form is None,
        "seen": request.POST.get(SEEN, ""),
    }
    return render(request, "page.html", visit, status=status, **context)


def asked_page(visit: Visit, number: int, nth: int = 0) -> AskedPage:
    version, language = visit.assessment.instrument, get_language()
    return AskedPage(
        version=version,
        length=visit.length,
        number=number,
        perspective=visit.perspective,
        mutual=visit.assessment.mutual,
        words=visit.words,
        later=visit.later,
        nth=nth,
        language=language,
    )


def around(visit: Visit) -> Around:
    assessment = visit.assessment
    return Around(
        is_group=visit.is_group,
        organisation=assessment.programme.organisation.name,
        programme=assessment.programme.name,
        mutual=assessment.mutual,
        link_code=visit.link.code,
        support=support_lines(assessment.programme.organisation),
    )


def about_principle(asked: AskedPage, statements: SafeString) -> dict[str, object]:
    principles = find(asked.version).principles
    principle = principles[asked.number - 1]
    return {
        "number": asked.number,
        "pages": len(principles),
        "principle": principle,
        "name": principle.name_in(shorter=asked.words is Words.SHORTER),
        "statements": statements,
        "other_words": [words for words in Words if words is not asked.words],
        "later": asked.later,
        "nth": asked.nth,
        "of": len(items_on(asked._replace(nth=0))),
    }


@lru_cache(maxsize=512)  # for answers sent back with a fault too, whatever the link
def draw_statements(asked: AskedPage) -> Drawn:
    instrument = find(asked.version)
    unbound = StatementsForm(
        instrument=instrument,
        items=items_on(asked),
        perspective=asked.perspective,
        mutual=asked.mutual,
        words=asked.words,
    )
    return cut_at_gaps(draw_form(unbound, instrument))


def draw_form(form: StatementsForm, instrument: Instrument) -> str:
    return str(render_crispy_form(form, context={"scales": instrument.scales}))


def items_of(instrument: Instrument, length: Length, number: int) -> tuple[Item, ...]:
    """The statements of a principle's page: all of them, or those of the short length."""
    items = instrument.principles[number - 1].items
    return tuple(item for item in items if length is Length.FULL or item.short_form)


def items_on(asked: AskedPage) -> tuple[Item, ...]:
    """Those that a person sees: without the hard ones where they wait, one where one is asked."""
    items = items_of(find(asked.version), asked.length, asked.number)
    shown = tuple(item for item in items if not (asked.later and item.kind is Kind.WARNING))
    return shown[asked.nth - 1 : asked.nth] if asked.nth else shown


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
    context |= csrf(request)  # a page without a form gives nobody a cookie
    context["support_lines"] = support_lines()
    if visit is not None:
        context |= in_common(around(visit))
        context |= {"visit": visit, "assessment": visit.assessment}
        context["code_words"] = code_words(visit)
    html = get_template(f"assessment/respondent/{template}").render(context)
    return HttpResponse(html, status=status)


def in_common(around: Around) -> dict[str, object]:
    return {
        "is_group": around.is_group,
        "organisation": {"name": around.organisation},
        "programme": around.programme,
        "mutual": around.mutual,
        "link_code": around.link_code,
        "support_lines": around.support,
    }


def code_words(visit: Visit) -> str:
    """The resume code as people write it down; none of a draft that was sent."""
    return visit.draft.words.replace("-", " ") if visit.draft else ""


def typed_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed or chosen, to wait in a page that asks for something else first."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", WORD)
        for value in values
    ]
