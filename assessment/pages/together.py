"""*Rate it together now*: one page of questions, then the twelve principles on the same screen."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.access import assessment_for
from assessment.drafts import find_of_room
from assessment.forms.together import MIXED, MUTUAL, TogetherForm
from assessment.instruments import to_choose_from
from assessment.models import Assessment, State
from assessment.promises import hard_things
from assessment.respondent import cookie
from assessment.respondent.redirects import address_to_go_on
from assessment.respondent.visit import Visit
from assessment.respondent.wording_choice import Words
from assessment.steps import together
from organisations.access import programme_for, signed_in
from organisations.crumbs import programme_crumbs
from organisations.models import OrganisationKind, Programme, Role, SupportKind
from organisations.refusal import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rate_together(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Asks who is in the room; then everything is made and the first principle stands there."""
    programme = programme_for(request, pk, Role.EDITOR)
    if programme.archived_at is not None:
        return redirect("programme", pk)  # which says so
    instruments = to_choose_from()
    if request.method != "POST":
        form = TogetherForm(instruments=instruments, initial={"kind": likely_kind(programme)})
        return asking(request, programme, form)
    form = TogetherForm(request.POST, instruments=instruments)
    if not form.is_valid():
        return asking(request, programme, form, status=422)
    assessment = together.begin_together(
        programme=programme,
        who=signed_in(request),
        instrument=form.instrument.version,
        length=form.cleaned_data["length"],
        room=form.room(),
        trial=form.cleaned_data["trial"],
    )
    return into_the_room(assessment)


def likely_kind(programme: Programme) -> str:
    """A group that its members run is most likely mutual; the person can choose otherwise."""
    user_led = programme.organisation.kind == OrganisationKind.USER_LED
    return MUTUAL if user_led or programme.support_kind == SupportKind.GROUP else MIXED


def asking(
    request: HttpRequest, programme: Programme, form: TogetherForm, status: int = 200
) -> HttpResponse:
    under_way = programme.assessments.filter(together=True, state=State.OPEN)
    context = {
        "programme": programme,
        "form": form,
        "under_way": list(under_way),
        "hard_things": hard_things(),
        "crumbs": programme_crumbs(programme, (_("Rate it together now"), "")),
    }
    return render(request, "assessment/rate_together.html", context, status=status)


@require_safe
@login_required
def go_on_together(request: HttpRequest, pk: UUID, page: str = "") -> HttpResponse:
    """Back to where the room left off, or to one of its pages: the site keeps the key to a rating
    that a group agreed."""
    assessment = assessment_for(request, pk, Role.EDITOR)
    draft = find_of_room(assessment)
    if assessment.state != State.OPEN or draft is None or draft.sent:
        return redirect("assessment", pk)
    return into_the_room(assessment, page)


def into_the_room(assessment: Assessment, page: str = "") -> HttpResponse:
    """This device holds the room's key from here on."""
    draft = together.draft_of(assessment)
    if not page and together.progress_of(draft, assessment).all_rated:
        page = "respond_check"
    left_off = address_to_go_on(Visit(draft.link, draft, Words.PLAIN))
    response = redirect(reverse(page, args=[draft.link.code]) if page else left_off)
    cookie.keep_key(response, draft.link.code, draft.key)
    return response


@require_POST
@login_required
def change_together(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What a room has sent, taken back to be changed."""
    assessment = assessment_for(request, pk, Role.EDITOR)
    try:
        together.take_back(assessment=assessment)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("assessment", pk)
    return into_the_room(assessment)
