"""An owner's reply to one thing that was said: why not now, and own words beside the plan."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.models import Assessment
from assessment.steps import planning
from organisations.access import signed_in
from organisations.models import Role
from reports.actions.forms import ReplyForm
from reports.actions.pairs import pairs_of, replies_of
from reports.actions.plan import plan_of
from reports.kept import kept_of
from reports.one.pages.closed_guard import closed_for, crumbs, once_closed
from reports.wording.said_and_done import Pair


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@once_closed
def reply(request: HttpRequest, pk: UUID, about: str) -> HttpResponse:
    assessment = closed_for(request, pk, Role.OWNER)
    pair = pair_about(assessment, about)
    if request.method != "POST":
        given = dict(replies_of(assessment.report.replies)).get(about, planning.GivenReply())
        form = ReplyForm(initial={"not_now": given.not_now, "words": given.words})
        return show_reply(request, assessment, pair, form)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return show_reply(request, assessment, pair, form, status=422)
    planning.reply(assessment=assessment, about=about, given=form.reply(), who=signed_in(request))
    messages.success(request, _("Your answer is saved."))
    return redirect(f"{reverse('publish', args=[pk])}#said-{about}")


def pair_about(assessment: Assessment, about: str) -> Pair:
    """404 for what nobody said anything of; without the reply, which the form shows."""
    marked = kept_of(assessment.report).marked
    for pair in pairs_of(marked, plan_of(assessment), ()):
        if pair.said.code == about:
            return pair
    raise Http404


def show_reply(
    request: HttpRequest, assessment: Assessment, pair: Pair, form: ReplyForm, *, status: int = 200
) -> HttpResponse:
    there = reverse("publish", args=[assessment.pk])
    above = (_("You said, what changed"), there), (pair.said.name, "")
    context = {
        "assessment": assessment,
        "pair": pair,
        "form": form,
        "crumbs": crumbs(assessment, *above),
    }
    return render(request, "reports/reply.html", context, status=status)
