"""Setting up, step by step in any order; previewed and opened from the last one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from assessment.access import assessment_for
from assessment.forms.setting_up import (
    BasicsForm,
    OpenForm,
    PeopleForm,
    PrivacyForm,
    WordsForm,
    chosen_as,
)
from assessment.instruments import instrument_of, items_asked, to_choose_from
from assessment.keeping import keepers
from assessment.method.doors import Door, least_k
from assessment.models import Assessment, State
from assessment.notices import default_notice, default_welcome, hidden_below_each
from assessment.pages.frame import has_role, show_assessment_page
from assessment.promises import how_long
from assessment.readiness import gaps_in_the_way, worth_a_thought
from assessment.steps import setting_up
from organisations.access import programme_for, signed_in
from organisations.crumbs import programme_crumbs
from organisations.models import OrganisationKind, Programme, Role
from organisations.refusal import taken
from questions import Length

Data = QueryDict | None


@dataclass(frozen=True, slots=True)
class Step:
    """``make`` gives the form of an assessment as it stands; ``save`` keeps what was said."""

    slug: str
    title: str | Promise
    make: Callable[[Assessment, Data], forms.Form]
    save: Callable[[Assessment, Any], None]


def basics_form(assessment: Assessment, data: Data) -> BasicsForm:
    initial = {
        "name": assessment.name,
        "length": assessment.length,
        "mutual": "yes" if assessment.mutual else "no",
        "trial": assessment.trial,
    }
    return BasicsForm(data, initial=initial, instruments=[instrument_of(assessment)])


def save_basics(assessment: Assessment, form: BasicsForm) -> None:
    setting_up.change_basics(assessment=assessment, **form.basics())


def people_form(assessment: Assessment, data: Data) -> PeopleForm:
    initial: dict[str, object] = {}
    for perspective in assessment.perspectives.all():
        initial[perspective.code] = chosen_as(perspective)
        initial[f"{perspective.code}_size"] = perspective.size
    return PeopleForm(
        data,
        initial=initial,
        instrument=instrument_of(assessment),
        mutual=assessment.mutual,
    )


def save_people(assessment: Assessment, form: PeopleForm) -> None:
    setting_up.choose_perspectives(assessment=assessment, chosen=form.chosen())


def privacy_form(assessment: Assessment, data: Data) -> PrivacyForm:
    initial = {
        "k": assessment.k,
        "closes_on": assessment.closes_on,
        "keeper": str(assessment.keeper_id or ""),
    }
    thresholds = instrument_of(assessment).thresholds
    return PrivacyForm(
        data,
        initial=initial,
        least=least_k(Door.EACH, thresholds),
        least_open=least_k(Door.OPEN, thresholds),
        keepers=keepers(assessment),
    )


def save_privacy(assessment: Assessment, form: PrivacyForm) -> None:
    setting_up.set_limits(assessment=assessment, **form.limits())


def words_form(assessment: Assessment, data: Data) -> WordsForm:
    initial = {
        "contact": assessment.contact,
        "welcome": assessment.welcome or default_welcome(assessment),
        "privacy_notice": assessment.privacy_notice or default_notice(assessment),
    }
    return WordsForm(data, initial=initial)


def save_words(assessment: Assessment, form: WordsForm) -> None:
    """Our own words left as they were are not kept: they follow the settings until it opens."""
    words = form.words()
    for name, ours in (
        ("welcome", default_welcome(assessment)),
        ("privacy_notice", default_notice(assessment)),
    ):
        if words[name] == ours:
            words[name] = ""
    setting_up.set_words(assessment=assessment, **words)


STEPS = {
    step.slug: step
    for step in (
        Step("basics", gettext_lazy("What to ask"), basics_form, save_basics),
        Step("people", gettext_lazy("Whom to ask, and how"), people_form, save_people),
        Step("privacy", gettext_lazy("Privacy, day and keeper"), privacy_form, save_privacy),
        Step("words", gettext_lazy("Welcome and privacy notice"), words_form, save_words),
    )
}
REVIEW = "review"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    programme = programme_for(request, pk, Role.EDITOR)
    if programme.archived_at is not None:
        return redirect("programme", pk)  # which says so
    user_led = programme.organisation.kind == OrganisationKind.USER_LED
    initial = {"length": Length.FULL.value, "mutual": "yes" if user_led else "no"}
    data = request.POST if request.method == "POST" else None
    form = BasicsForm(data, initial=initial, instruments=to_choose_from())
    if not form.is_valid():
        context = {
            "programme": programme,
            "form": form,
            "last": last_closed(programme),
            "crumbs": programme_crumbs(programme, (_("Ask more people, with links"), "")),
        }
        status = 422 if form.is_bound else 200
        return render(request, "assessment/new.html", context, status=status)
    assessment = setting_up.create(
        programme=programme,
        who=signed_in(request),
        instrument=form.version(),
        **form.basics(),
    )
    return redirect("setup", assessment.pk, "people")


def last_closed(programme: Programme) -> Assessment | None:
    closed = programme.assessments.filter(state=State.CLOSED, brought_in=False)
    return closed.order_by("-closed_at").first()


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def setup(request: HttpRequest, pk: UUID, step: str) -> HttpResponse:
    assessment = assessment_for(request, pk, Role.EDITOR)
    if step not in STEPS and step != REVIEW:
        raise Http404
    if assessment.state != State.DRAFT:
        messages.warning(request, _("It has been opened: this cannot be changed any more."))
        return redirect("assessment", pk)
    if step == REVIEW:
        return review_page(request, assessment, OpenForm())
    return one_step(request, assessment, STEPS[step])


def one_step(request: HttpRequest, assessment: Assessment, step: Step) -> HttpResponse:
    form = step.make(assessment, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return step_page(request, assessment, step, form)
    if not form.is_valid() or not taken(lambda: step.save(assessment, form), form):
        return step_page(request, assessment, step, form, status=422)
    messages.success(request, _("Saved: %(step)s.") % {"step": step.title})
    if request.POST.get("move") == "later":
        return redirect("assessment", assessment.pk)
    return redirect("setup", assessment.pk, after(step))


def after(step: Step) -> str:
    slugs = [*STEPS, REVIEW]
    return slugs[slugs.index(step.slug) + 1]


def step_page(
    request: HttpRequest,
    assessment: Assessment,
    step: Step,
    form: forms.Form,
    status: int = 200,
) -> HttpResponse:
    return show_assessment_page(
        request,
        f"setup/{step.slug}.html",
        assessment,
        status=status,
        here="setup",
        title=_("Set up"),
        step=step,
        steps=list(STEPS.values()),
        number=list(STEPS).index(step.slug) + 1,
        all=len(STEPS) + 1,
        form=form,
    )


def review_page(
    request: HttpRequest, assessment: Assessment, form: OpenForm, status: int = 200
) -> HttpResponse:
    """What is said so far, what is missing, and the box to tick before it opens."""
    perspectives = list(assessment.perspectives.order_by("pk"))
    instrument = instrument_of(assessment)
    return show_assessment_page(
        request,
        "setup/review.html",
        assessment,
        status=status,
        here="setup",
        title=_("Set up"),
        steps=list(STEPS.values()),
        number=len(STEPS) + 1,
        all=len(STEPS) + 1,
        form=form,
        instrument=instrument,
        hidden_below=hidden_below_each(assessment),
        statements=len(items_asked(assessment)),
        how_long=how_long(Length(assessment.length)),
        asked=[(p, instrument.name_of(p.code, mutual=assessment.mutual)) for p in perspectives],
        in_the_way=list(gaps_in_the_way(assessment, perspectives)),
        worth_a_thought=list(worth_a_thought(assessment, perspectives)),
        may_open=has_role(request, Role.OWNER),
    )


@require_POST
@login_required
def open_assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A second click finds it open and leads to the links."""
    assessment = assessment_for(request, pk, Role.OWNER)
    if assessment.state != State.DRAFT:
        return redirect("assessment", pk)
    form = OpenForm(request.POST)
    who = signed_in(request)
    if form.is_valid() and taken(
        lambda: setting_up.open_for_answers(assessment=assessment, who=who), form
    ):
        messages.success(request, _("It is open for answers. Here are the links to share."))
        return redirect("links", pk)
    return review_page(request, assessment, form, status=422)
