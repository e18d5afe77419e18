"""The team of an organisation: who is in it, who is invited, who did what."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from organisations import inviting, steps
from organisations.access import (
    member_for,
    organisation_for,
    require_role,
    signed_in,
)
from organisations.forms import InviteForm, RoleForm, choices
from organisations.invitation_mail import invitation_link, mail_invitation
from organisations.models import Invitation, Organisation, Role
from organisations.refusal import Refusal

ENTRIES_SHOWN = 50


@require_safe
@login_required
def team(request: HttpRequest, pk: UUID) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    return show(request, organisation, InviteForm(initial={"role": Role.EDITOR}))


def show(
    request: HttpRequest, organisation: Organisation, form: InviteForm, *, status: int = 200
) -> HttpResponse:
    """Everybody sees the team; invitations and who did what are for owners (the template asks)."""
    context = {
        "form": form,
        "members": organisation.memberships.select_related("user").order_by("user__email"),
        "invitations": organisation.invitations.filter(accepted=None),
        "entries": organisation.audit_entries.select_related("who")[:ENTRIES_SHOWN],
        "roles": choices(Role),
        "now": timezone.now(),
    }
    return render(request, "organisations/team.html", context, status=status)


@require_POST
@login_required
def invite(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Shows the link once: it is kept nowhere, so the answer is a page and no redirect."""
    organisation = organisation_for(request, pk, Role.OWNER)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return show(request, organisation, form, status=422)
    email, role = form.cleaned_data["email"], form.cleaned_data["role"]
    try:
        token = inviting.invite(
            email=email, role=role, organisation=organisation, who=signed_in(request)
        )
    except Refusal as refusal:
        form.add_error("email", str(refusal))
        return show(request, organisation, form, status=422)
    link = invitation_link(token, request)
    mailed = mail_invitation(to=email, link=link, whose=organisation.name)
    context = {
        "email": email,
        "link": link,
        "mailed": mailed,
        "days": inviting.INVITATION_DAYS,
        "back": reverse("team", args=[pk]),
    }
    return render(request, "organisations/invited.html", context)


@require_POST
@login_required
def revoke_invitation(request: HttpRequest, pk: UUID, invitation: int) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.OWNER)
    found = Invitation.objects.filter(organisation=organisation, pk=invitation).first()
    if found is None:
        raise Http404
    inviting.revoke(invitation=found, who=signed_in(request))
    messages.success(request, _("The invitation is taken back: its link no longer works."))
    return redirect("team", pk)


@require_POST
@login_required
def change_role(request: HttpRequest, pk: UUID, member: int) -> HttpResponse:
    membership = member_for(organisation_for(request, pk, Role.OWNER), member)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return refused(request, pk, _("Choose one of the three roles."))
    try:
        steps.change_role(
            membership=membership, role=form.cleaned_data["role"], who=signed_in(request)
        )
    except Refusal as refusal:
        return refused(request, pk, str(refusal))
    messages.success(request, _("%(who)s now has another role.") % {"who": membership.user})
    return redirect("team", pk)


@require_POST
@login_required
def remove_member(request: HttpRequest, pk: UUID, member: int) -> HttpResponse:
    own = require_role(request, pk, Role.OWNER)
    membership = member_for(own.organisation, member)
    try:
        steps.remove_member(membership=membership, who=signed_in(request))
    except Refusal as refusal:
        return refused(request, pk, str(refusal))
    messages.success(request, _("%(who)s is no longer in the team.") % {"who": membership.user})
    return redirect("home") if membership.user_id == own.user_id else redirect("team", pk)


def refused(request: HttpRequest, pk: UUID, why: str) -> HttpResponse:
    """The team page again, with the reason at its head."""
    messages.error(request, why)
    organisation = organisation_for(request, pk, Role.OWNER)
    return show(request, organisation, InviteForm(initial={"role": Role.EDITOR}), status=422)
