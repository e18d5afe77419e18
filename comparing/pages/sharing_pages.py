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
from assessment.models import Assessment
from comparing.access import member_round_for
from comparing.agreement import Offer, offer
from comparing.forms.sharing_forms import AgreeForm, ShareForm, assessment_described
from comparing.looking import shares_of
from comparing.models import Round, Share
from comparing.obstacles import Choice, choices
from comparing.pages.open_round import progress
from comparing.pages.round_crumbs import member_crumbs, own_organisation
from comparing.steps import consent
from comparing.steps.rounds import closed_if_due
from comparing.wording.sharing_table import sharing_table
from organisations.access import signed_in
from organisations.models import Role
from organisations.refusal import Refusal
from questions.suggested import suggestions


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def share_round(request: HttpRequest, pk: UUID, round_: UUID) -> HttpResponse:
    """``?assessment=`` is the preview; posting it agrees to what it showed."""
    found = closed_if_due(member_round_for(request, pk, round_, Role.OWNER))
    organisation = own_organisation(request)
    try:
        consent.require_taking(found, organisation)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("member_round", pk, round_)
    every = choices(found, organisation)
    form = share_form(request.POST if request.method == "POST" else request.GET, every)
    if not form.is_bound or not form.is_valid():
        return choose(request, found, form, every)
    if request.method != "POST":
        return show_preview(request, found, form.cleaned_data["assessment"])
    return agree(request, found, form, every)


def share_form(given: QueryDict, every: list[Choice]) -> ShareForm:
    fitting = [one.assessment for one in every if not one.obstacle]
    only = {"assessment": fitting[0].pk} if len(fitting) == 1 else None
    return ShareForm(given or None, fitting=fitting, initial=only)


def agree(
    request: HttpRequest, round_: Round, form: ShareForm, every: list[Choice]
) -> HttpResponse:
    sure = AgreeForm(request.POST)
    assessment: Assessment = form.cleaned_data["assessment"]
    if not sure.is_valid():
        return show_preview(request, round_, assessment, sure)
    organisation = own_organisation(request)
    try:
        consent.share(
            round_=round_,
            organisation=organisation,
            assessment=assessment,
            who=signed_in(request),
            previewed=sure.cleaned_data["seen"],
        )
    except consent.ChangedSince as changed:
        messages.warning(request, str(changed))
        return show_preview(request, round_, assessment, AgreeForm(), status=422)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return choose(request, round_, form, every)
    messages.success(request, _("It is shared. You can take it back at any time."))
    return redirect("member_round", organisation.pk, round_.pk)


def choose(
    request: HttpRequest, round_: Round, form: ShareForm, every: list[Choice]
) -> HttpResponse:
    """Those that can be shared; of the others why not, and what would be enough."""
    context = {
        "round": round_,
        "form": form,
        "not_fitting": [
            (assessment_described(one.assessment), one.obstacle) for one in every if one.obstacle
        ],
        **crumbs_of(request, round_, _("Share")),
    }
    return render(request, "comparing/share.html", context, status=422 if form.errors else 200)


def show_preview(
    request: HttpRequest,
    round_: Round,
    assessment: Assessment,
    sure: AgreeForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The offer as it is now, and its digest, whatever was posted."""
    offered = offer(round_=round_, assessment=assessment)
    context = {
        "round": round_,
        "assessment": assessment,
        "offered": offered,
        "paragraphs": offered.text.splitlines(),
        "table": sharing_table(offered.shared),
        "planned": planned_words(offered),
        "progress": progress(round_) if round_.is_anonymous else None,
        "form": sure or AgreeForm(),
        "seen_now": offered.digest,
        **crumbs_of(request, round_, _("Share")),
    }
    if sure is not None and sure.is_bound and sure.errors:
        status = 422
    return render(request, "comparing/preview.html", context, status=status)


def planned_words(offered: Offer) -> list[str]:
    suggested = suggestions(instrument_of(offered.assessment))
    return [suggested[name].text for name in offered.planned]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def withdraw_share(request: HttpRequest, pk: UUID, round_: UUID, assessment: UUID) -> HttpResponse:
    """What happens then, and what cannot be called back; again, it changes nothing.

    By the assessment and not by the share's own number: whoever takes back and shares again would
    read from two numbers how many others have shared in between.
    """
    found = closed_if_due(member_round_for(request, pk, round_, Role.OWNER))
    organisation = own_organisation(request)
    shares = shares_of(found, organisation)
    held = next((one for one in shares if one.assessment_id == assessment), None)
    if held is None:
        messages.info(request, _("Your organisation shares nothing of this with the round."))
        return redirect("member_round", pk, round_)
    if request.method != "POST":
        return ask_to_withdraw(request, found, held)
    consent.withdraw(share=held, who=signed_in(request))
    messages.success(request, _("It is taken back."))
    return redirect("member_round", pk, round_)


def ask_to_withdraw(request: HttpRequest, round_: Round, share: Share) -> HttpResponse:
    context = {"round": round_, "share": share, **crumbs_of(request, round_, _("Take it back"))}
    return render(request, "comparing/withdraw.html", context)


def crumbs_of(request: HttpRequest, round_: Round, here: str) -> dict[str, Any]:
    organisation = own_organisation(request)
    return {"crumbs": member_crumbs(organisation, round_, here)}
