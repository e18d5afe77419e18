"""A collaboration's own pages: its rounds and members, and its people.

Planning a round is in ``assessment.home``; what is shared, and figures, are in ``comparing.pages``.
"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparing.access import collaboration_for, require_seat, seat_for
from comparing.forms.collaboration import AboutForm, SeatForm, TakePartForm
from comparing.models import Collaboration, CollaborationRole
from comparing.steps import collaborations
from organisations.access import signed_in
from organisations.forms import choices
from organisations.invitation_mail import invitation_link, mail_invitation
from organisations.inviting import INVITATION_DAYS
from organisations.refusal import Refusal

ENTRIES_SHOWN = 50
ANALYST, ADMIN = CollaborationRole.ANALYST, CollaborationRole.ADMIN


@require_safe
@login_required
def collaboration(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = collaboration_for(request, pk, ANALYST)
    context = {
        "rounds": found.rounds.all(),
        "members": found.members.select_related("organisation").order_by("organisation__name"),
        "today": timezone.localdate(),
    }
    return render(request, "comparing/collaboration.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def about_collaboration(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = collaboration_for(request, pk, ADMIN)
    if request.method != "POST":
        form = AboutForm(initial={"name": found.name, "about": found.about})
        return render(request, "comparing/about.html", {"form": form})
    form = AboutForm(request.POST)
    if not form.is_valid():
        return render(request, "comparing/about.html", {"form": form}, status=422)
    collaborations.describe(collaboration=found, who=signed_in(request), **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("collaboration", pk)


@require_safe
@login_required
def collaboration_people(request: HttpRequest, pk: UUID) -> HttpResponse:
    return people(request, collaboration_for(request, pk, ANALYST), empty_invitation(request))


def empty_invitation(request: HttpRequest) -> TakePartForm:
    """``?for=member`` comes from where a member is to be invited."""
    return TakePartForm(initial={"purpose": request.GET.get("for")})


def people(
    request: HttpRequest, found: Collaboration, form: TakePartForm, *, status: int = 200
) -> HttpResponse:
    """Everybody sees who is here; invitations and who did what are for admins (the template)."""
    context = {
        "form": form,
        "seats": found.seats.select_related("user").order_by("user__email"),
        "invitations": found.invitations.filter(accepted=None),
        "entries": found.entries.select_related("who")[:ENTRIES_SHOWN],
        "roles": choices(CollaborationRole),
        "now": timezone.now(),
    }
    return render(request, "comparing/people.html", context, status=status)


@require_POST
@login_required
def invite_to_collaboration(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Shows the link once: it is kept nowhere, so the answer is a page and no redirect."""
    found = collaboration_for(request, pk, ADMIN)
    form = TakePartForm(request.POST)
    if not form.is_valid():
        return people(request, found, form, status=422)
    email, purpose = form.cleaned_data["email"], form.cleaned_data["purpose"]
    try:
        token = collaborations.invite(
            collaboration=found, email=email, purpose=purpose, who=signed_in(request)
        )
    except Refusal as refusal:
        form.add_error("email", str(refusal))
        return people(request, found, form, status=422)
    link = invitation_link(token, request, to="take_part")
    context = {
        "email": email,
        "link": link,
        "mailed": mail_invitation(to=email, link=link, whose=found.name),
        "days": INVITATION_DAYS,
        "back": reverse("collaboration_people", args=[pk]),
    }
    return render(request, "organisations/invited.html", context)


@require_POST
@login_required
def revoke_part(request: HttpRequest, pk: UUID, invitation: int) -> HttpResponse:
    collaboration = collaboration_for(request, pk, ADMIN)
    found = collaboration.invitations.filter(pk=invitation).first()
    if found is None:
        raise Http404
    collaborations.revoke(invitation=found, who=signed_in(request))
    messages.success(request, _("The invitation is taken back: its link no longer works."))
    return redirect("collaboration_people", pk)


@require_POST
@login_required
def change_seat(request: HttpRequest, pk: UUID, seat: int) -> HttpResponse:
    found = seat_for(collaboration_for(request, pk, ADMIN), seat)
    form = SeatForm(request.POST)
    if not form.is_valid():
        return refused(request, pk, _("Choose one of the two roles."))
    try:
        collaborations.change_seat(
            seat=found, role=form.cleaned_data["role"], who=signed_in(request)
        )
    except Refusal as refusal:
        return refused(request, pk, str(refusal))
    messages.success(request, _("%(who)s now has another role.") % {"who": found.user})
    return redirect("collaboration_people", pk)


@require_POST
@login_required
def remove_seat(request: HttpRequest, pk: UUID, seat: int) -> HttpResponse:
    own = require_seat(request, pk, ADMIN)
    found = seat_for(own.collaboration, seat)
    try:
        collaborations.remove_seat(seat=found, who=signed_in(request))
    except Refusal as refusal:
        return refused(request, pk, str(refusal))
    messages.success(request, _("%(who)s is no longer here.") % {"who": found.user})
    return redirect("home") if found.pk == own.pk else redirect("collaboration_people", pk)


def refused(request: HttpRequest, pk: UUID, why: str) -> HttpResponse:
    """The page of people again, with the reason at its head."""
    messages.error(request, why)
    return people(request, collaboration_for(request, pk, ADMIN), TakePartForm(), status=422)
