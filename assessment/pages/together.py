"""*Rate it together now*: one page of questions, then the twelve principles on the same screen."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment import setting_up, together
from assessment.access import assessment_for
from assessment.forms.together import MIXED, MUTUAL, RoomForm, TogetherForm
from assessment.models import Assessment, State
from assessment.pages.showing import show
from assessment.respondent import cookie
from assessment.respondent.visit import Visit
from assessment.respondent.ways import address_to_go_on
from assessment.respondent.words import Words
from organisations.access import programme_for, signed_in
from organisations.models import OrganisationKind, Programme, Role, SupportKind
from organisations.refusal import Refusal
from questions import load


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rate_together(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Asks who is in the room; then everything is made and the first principle stands there."""
    programme = programme_for(request, pk, Role.EDITOR)
    if request.method != "POST":
        form = TogetherForm(instrument=load(), initial={"kind": likely_kind(programme)})
        return asking(request, programme, form)
    form = TogetherForm(request.POST, instrument=load())
    if not form.is_valid():
        return asking(request, programme, form, status=422)
    assessment = together.begin(
        programme=programme,
        who=signed_in(request),
        form=form.cleaned_data["form"],
        room=form.room(),
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
    context = {"programme": programme, "form": form, "under_way": list(under_way)}
    return render(request, "assessment/rate_together.html", context, status=status)


@require_safe
@login_required
def go_on_together(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Back to where the room left off: the site keeps the code of a rating that a group agreed."""
    assessment = assessment_for(request, pk, Role.EDITOR)
    draft = together.find(assessment)
    if assessment.state != State.OPEN or draft is None or draft.sent:
        return redirect("assessment", pk)
    return into_the_room(assessment)


def into_the_room(assessment: Assessment) -> HttpResponse:
    """To the page where the room left off; this device holds its code from here on."""
    draft, code = together.draft_of(assessment), assessment.together_code
    if together.progress_of(draft, assessment).all_rated:
        response = redirect("respond_check", draft.link.code)
    else:
        response = redirect(address_to_go_on(Visit(draft.link, code, draft, Words.PLAIN)))
    cookie.keep_code(response, draft.link.code, code)
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


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def panel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How many were in the room: of a mixed panel, or of a group that rates together."""
    assessment = assessment_for(request, pk, Role.EDITOR)
    if not has_a_room(assessment):
        raise Http404
    form = room_form(request, assessment)
    if request.method != "POST":
        return panel_page(request, assessment, form)
    if not form.is_valid():
        return panel_page(request, assessment, form, status=422)
    people, lived = form.people_and_lived()
    try:
        step = together.change_room if assessment.together else setting_up.say_who_is_in_the_panel
        step(assessment=assessment, people=people, lived=lived)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return panel_page(request, assessment, form, status=422)
    messages.success(request, _("Saved: who is in the room."))
    return redirect("assessment", pk)


def has_a_room(assessment: Assessment) -> bool:
    return assessment.together or assessment.perspectives.filter(code=together.PANEL).exists()


def room_form(request: HttpRequest, assessment: Assessment) -> RoomForm:
    initial = {"people": assessment.panel_people, "lived": assessment.panel_lived}
    if assessment.together and assessment.mutual:
        initial["people"] = assessment.perspectives.values_list("size", flat=True).first()
    return RoomForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        assessment=assessment,
        least=load(assessment.instrument).thresholds.group_people,
    )


def panel_page(
    request: HttpRequest, assessment: Assessment, form: RoomForm, status: int = 200
) -> HttpResponse:
    if assessment.state == State.CLOSED:
        return redirect("assessment", assessment.pk)
    title = _("Who is in the room")
    return show(request, "panel.html", assessment, form=form, title=title, status=status)
