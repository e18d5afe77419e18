"""Accepting an invitation to a collaboration: as a person of it, or for an organisation.

Looking at its link never uses it up.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comparing.forms.collaboration import BringForm
from comparing.models import CollaborationInvitation, Purpose
from comparing.steps import collaborations
from organisations.forms import AccountForm
from organisations.models import User
from organisations.pages.joining import no_longer
from organisations.refusal import Refusal
from organisations.signing_in import sign_in_with_new_password

JOIN = "comparing/take_part_join.html"


@require_http_methods(["GET", "HEAD", "POST"])
def take_part(request: HttpRequest, token: str) -> HttpResponse:
    invitation = collaborations.open_invitation(token=token)
    if invitation is None:
        return no_longer(request)
    user = request.user if isinstance(request.user, User) else None
    if user and user.email != invitation.email:
        return show(request, invitation, "organisations/join_other.html")
    if user is None and User.objects.filter(email__iexact=invitation.email).exists():
        return show(request, invitation, "organisations/join_sign_in.html")
    try:
        if invitation.purpose == Purpose.MEMBER:
            return as_member(request, invitation, user)
        return as_person(request, invitation, user)
    except Refusal:
        return no_longer(request)


def as_member(
    request: HttpRequest, invitation: CollaborationInvitation, user: User | None
) -> HttpResponse:
    """An owner says which of their organisations joins."""
    owned = collaborations.may_bring(invitation.collaboration, user) if user else []
    if user is None or not owned:
        return show(request, invitation, "comparing/take_part_no_organisation.html")
    form = BringForm(request.POST if request.method == "POST" else None, organisations=owned)
    if request.method != "POST":
        return show(request, invitation, JOIN, form=form)
    if not form.is_valid():
        return show(request, invitation, JOIN, form=form, status=422)
    organisation = form.chosen()
    collaborations.join(invitation=invitation, organisation=organisation, who=user)
    messages.success(
        request,
        _("%(organisation)s is a member of %(collaboration)s. Nothing is shared by that.")
        % {"organisation": organisation, "collaboration": invitation.collaboration},
    )
    return redirect("collaborations", organisation.pk)


def as_person(
    request: HttpRequest, invitation: CollaborationInvitation, user: User | None
) -> HttpResponse:
    """Somebody who has an account only says yes; somebody new makes one."""
    data = request.POST if request.method == "POST" else None
    form = None if user else AccountForm(data, invitation=invitation)
    if request.method != "POST":
        return show(request, invitation, JOIN, form=form)
    if form and not form.is_valid():
        return show(request, invitation, JOIN, form=form, status=422)
    given = form.joining() if form else None
    person = collaborations.take_seat(invitation=invitation, user=user, given=given)
    there = reverse("collaboration", args=[invitation.collaboration_id])
    return redirect(there) if user else sign_in_with_new_password(request, person, then=there)


def show(
    request: HttpRequest,
    invitation: CollaborationInvitation,
    template: str,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    context |= {
        "invitation": invitation,
        "here": request.path,
        "about": "comparing/_take_part.html",
    }
    return render(request, template, context, status=status)
