"""An owner shares with a round, after a preview of the very figures and words, or takes it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.instruments import instrument_of
from assessment.steps.planning import suggestions
from comparing.access import member_round_for
from comparing.agreement import Agreement
from comparing.forms.sharing_forms import AgreeForm, ShareForm, initial
from comparing.models import Round, Share
from comparing.pages.round_crumbs import member_crumbs, own_organisation
from comparing.steps import consent
from comparing.wording.sharing_table import sharing_table
from organisations.access import signed_in
from organisations.models import Organisation, Role
from organisations.refusal import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def share_round(request: HttpRequest, pk: UUID, round_: UUID) -> HttpResponse:
    """``?assessment=&way=&until=`` is the preview; posting it agrees to what it showed."""
    found = member_round_for(request, pk, round_, Role.OWNER)
    organisation = own_organisation(request)
    try:
        consent.require_taking(found)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("member_round", pk, round_)
    given = request.POST if request.method == "POST" else request.GET
    form = share_form(found, organisation, given or None)
    if not form.is_bound:
        return choose(request, found, form)
    if not form.is_valid():
        return choose(request, found, form, status=422)
    if request.method != "POST":
        return show_preview(request, found, form)
    return agree(request, found, organisation, form)


def share_form(round_: Round, organisation: Organisation, given: QueryDict | None) -> ShareForm:
    fitting = consent.may_share(round_, organisation)
    share = consent.shared_by(round_, organisation)
    filled = initial(round_, share, fitting)
    return ShareForm(given, round_=round_, fitting=fitting, initial=filled)


def agree(
    request: HttpRequest, round_: Round, organisation: Organisation, form: ShareForm
) -> HttpResponse:
    sure = AgreeForm(request.POST)
    if not sure.is_valid():
        return show_preview(request, round_, form, sure, status=422)
    try:
        consent.share(
            round_=round_,
            organisation=organisation,
            agreement=form.agreement(),
            who=signed_in(request),
            previewed=sure.cleaned_data["seen"],
        )
    except consent.ChangedSince as changed:
        messages.warning(request, str(changed))
        return show_preview(request, round_, form, status=422)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return choose(request, round_, form, status=422)
    messages.success(request, _("It is shared. You can take it back at any time."))
    return redirect("member_round", organisation.pk, round_.pk)


def choose(
    request: HttpRequest, round_: Round, form: ShareForm, *, status: int = 200
) -> HttpResponse:
    context = {"round": round_, "form": form, **crumbs_of(request, round_, _("Share"))}
    return render(request, "comparing/share.html", context, status=status)


def show_preview(
    request: HttpRequest,
    round_: Round,
    form: ShareForm,
    sure: AgreeForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The offer as it is now, and its digest, whatever was posted."""
    agreement = form.agreement()
    offered = consent.offer(round_=round_, agreement=agreement)
    context = {
        "round": round_,
        "given": form.cleaned_data,
        "offered": offered,
        "paragraphs": offered.text.splitlines(),
        "table": sharing_table(offered.shared),
        "chosen": planned_words(agreement, offered.chosen),
        "form": sure or AgreeForm(),
        "seen": offered.digest,
        **crumbs_of(request, round_, _("Share")),
    }
    return render(request, "comparing/preview.html", context, status=status)


def planned_words(agreement: Agreement, chosen: tuple[str, ...]) -> list[str]:
    suggested = suggestions(instrument_of(agreement.assessment))
    return [suggested[name].text for name in chosen]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def withdraw_share(request: HttpRequest, pk: UUID, round_: UUID) -> HttpResponse:
    """What happens then, and what cannot be called back; again, it changes nothing."""
    found = member_round_for(request, pk, round_, Role.OWNER)
    share = consent.shared_by(found, own_organisation(request))
    if share is None:
        messages.info(request, _("Your organisation shares nothing with this round."))
        return redirect("member_round", pk, round_)
    if request.method != "POST":
        return ask_to_withdraw(request, found, share)
    consent.withdraw(share=share, who=signed_in(request))
    messages.success(request, _("It is taken back: nothing of yours is in this round any more."))
    return redirect("member_round", pk, round_)


def ask_to_withdraw(request: HttpRequest, round_: Round, share: Share) -> HttpResponse:
    context = {"round": round_, "share": share, **crumbs_of(request, round_, _("Take it back"))}
    return render(request, "comparing/withdraw.html", context)


def crumbs_of(request: HttpRequest, round_: Round, here: str) -> dict[str, Any]:
    organisation = own_organisation(request)
    return {"crumbs": member_crumbs(organisation, round_, here)}
