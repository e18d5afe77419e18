"""The keeper's one page: slips to print, and whether it may close early."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.access import assessment_for, assessment_kept
from assessment.forms.setting_up import EarlyForm, KeeperForm
from assessment.forms.slips import MoreForm, SheetForm, VoidForm
from assessment.instruments import instrument_of
from assessment.keeping import keepers
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Perspective, State
from assessment.pages.frame import as_file, show_assessment_page
from assessment.pages.slip_papers import slips_pdf
from assessment.steps import promised_day, slips
from organisations.access import signed_in
from organisations.models import Role
from organisations.names_apart import with_names
from organisations.refusal import Refusal, taken


@require_safe
@login_required
def slips_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    return show(request, assessment_kept(request, pk))


def show(
    request: HttpRequest,
    assessment: Assessment,
    form: Form | None = None,
    perspective: str = "",
    status: int = 200,
) -> HttpResponse:
    """``form``: the one of a ``perspective`` that was filled in wrongly."""
    sheets = [
        sheet_shown(one, form if one.code == perspective else None)
        for one in assessment.perspectives.order_by("pk")
        if one.mode == Mode.INDIVIDUAL and one.door == Door.EACH
    ]
    context = {
        "assessment": assessment,
        "programme": assessment.programme,
        "is_open": assessment.state == State.OPEN,
        "sheets": sheets,
        "form": form,
        "unplaced": form if is_unplaced(assessment, form, perspective) else None,
    }
    return render(request, "assessment/slips/keeper.html", context, status=status)


def is_unplaced(assessment: Assessment, form: Form | None, perspective: str) -> bool:
    """Whether no form of the page shows these faults: of a sheet that has been printed already,
    only the button that prints it is gone."""
    return form is not None and any(
        one.code == perspective and one.printed for one in assessment.perspectives.all()
    )


def sheet_shown(perspective: Perspective, form: Form | None) -> dict[str, object]:
    """A perspective's sheet: not printed, or printed with what can still be done."""
    assessment, more = perspective.assessment, slips.more_allowed(perspective)
    return {
        "code": perspective.code,
        "name": instrument_of(assessment).name_of(perspective.code, mutual=assessment.mutual),
        "size": perspective.size,
        "printed": perspective.printed,
        "print": form or SheetForm(auto_id=f"{perspective.code}_%s"),
        "more": MoreForm(most=min(more, slips.FEW_MORE), auto_id=f"{perspective.code}_%s")
        if more
        else None,
        "void": VoidForm(auto_id=f"void_{perspective.code}_%s"),
    }


def kept_perspective(request: HttpRequest, pk: UUID, code: str) -> Perspective:
    assessment = assessment_kept(request, pk)
    perspective = assessment.perspectives.select_related("link").filter(code=code).first()
    if perspective is None:
        raise Http404
    perspective.assessment = assessment
    return perspective


@require_POST
@login_required
def print_slips(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    """The sheet itself answers: it is kept nowhere, so it cannot be led to."""
    found = kept_perspective(request, pk, perspective)
    form = SheetForm(request.POST, auto_id=f"{perspective}_%s")
    made: list[str] = []
    if form.is_valid() and taken(
        lambda: made.extend(slips.print_sheet(perspective=found, who=signed_in(request))), form
    ):
        return sheet_of(request, found, made, form)
    return show(request, found.assessment, form, perspective, status=422)


@require_POST
@login_required
def add_slips(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    found = kept_perspective(request, pk, perspective)
    most = max(1, min(slips.more_allowed(found), slips.FEW_MORE))
    form = MoreForm(request.POST, most=most, auto_id=f"{perspective}_%s")
    who, made = signed_in(request), list[str]()
    if form.is_valid() and taken(
        lambda: made.extend(
            slips.add_slips(perspective=found, number=form.cleaned_data["number"], who=who)
        ),
        form,
    ):
        return sheet_of(request, found, made, form)
    return show(request, found.assessment, form, perspective, status=422)


def sheet_of(
    request: HttpRequest, perspective: Perspective, codes: list[str], form: SheetForm
) -> HttpResponse:
    made = slips_pdf(request, perspective, codes, form.cleaned_data["paper"])
    response = as_file(made, "slips.pdf")
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@login_required
def void_slips(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    found = kept_perspective(request, pk, perspective)
    form = VoidForm(request.POST, auto_id=f"void_{perspective}_%s")
    if form.is_valid() and taken(
        lambda: slips.void_sheet(perspective=found, who=signed_in(request)), form
    ):
        messages.success(request, _("The slips are void. You can print a new sheet."))
        return redirect("slips", pk)
    return show(request, found.assessment, form, perspective, status=422)


@require_POST
@login_required
def decide_early(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The keeper agrees to an early closing, or does not."""
    assessment, who = assessment_kept(request, pk), signed_in(request)
    agrees = request.POST.get("decision") == "agree"
    decide = promised_day.agree_to_close_early if agrees else promised_day.refuse_to_close_early
    try:
        decide(assessment=assessment, who=who)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("You have agreed.") if agrees else _("It stays open."))
    return redirect("slips", pk)


@require_POST
@login_required
def ask_early(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An owner asks the keeper; the page of closing shows what is wrong with the form."""
    assessment, who = assessment_for(request, pk, Role.OWNER), signed_in(request)
    form = EarlyForm(request.POST)
    if form.is_valid() and taken(
        lambda: promised_day.ask_to_close_early(
            assessment=assessment, reason=form.cleaned_data["reason"], who=who
        ),
        form,
    ):
        messages.success(request, _("The keeper finds your question on their page."))
    else:
        for fault in form.errors.values():
            messages.error(request, str(fault[0]))
    return redirect("close", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def keeper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An owner names another while it is open."""
    assessment, who = assessment_for(request, pk, Role.OWNER), signed_in(request)
    form = KeeperForm(
        request.POST if request.method == "POST" else None,
        keepers=keepers(assessment),
        initial={"keeper": str(assessment.keeper_id or "")},
    )
    if form.is_valid() and taken(
        lambda: slips.name_keeper(assessment=assessment, keeper=form.keeper(), who=who), form
    ):
        messages.success(request, with_names(_("%(who)s keeps the slips now."), who=form.keeper()))
        return redirect("assessment", pk)
    status, title = 422 if form.is_bound else 200, _("Keeper")
    return show_assessment_page(
        request, "keeper.html", assessment, status=status, title=title, form=form
    )
