"""The page of a party's people: who is here, who is invited, who did what."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from organisations.access import require_seat
from organisations.names_apart import with_names
from organisations.parties import invitations
from organisations.parties.bases import Party, PartySeat
from organisations.parties.invitation_mail import invitation_link, mail_invitation
from organisations.parties.people_forms import InviteForm, RoleForm
from organisations.parties.seats import change_role, remove_seat
from organisations.refusal import Refusal

ENTRIES_SHOWN = 10  # the rest has a page of its own, ``operations.party_log``
Seats = type[PartySeat]


def people_routes(seats: Seats, there: str) -> list[URLPattern]:
    """A kind's page of people, and its verbs; ``there`` holds the party's ``<uuid:pk>``."""
    name, of = seats.kind().people, {"seats": seats}
    return [
        path(there, party_people, of, name),
        path(f"{there}invite/", make_invitation, of, f"{name}_invite"),
        path(
            f"{there}invitations/<int:invitation>/revoke/",
            take_invitation_back,
            of,
            f"{name}_revoke",
        ),
        path(f"{there}<int:seat>/role/", give_another_role, of, f"{name}_role"),
        path(f"{there}<int:seat>/remove/", remove_somebody, of, f"{name}_remove"),
    ]


@require_safe
@login_required
def party_people(request: HttpRequest, pk: UUID, seats: Seats) -> HttpResponse:
    own = require_seat(request, seats, pk, seats.kind().sees_people)
    return people_shown(request, own, empty_invitation(request, own))


def empty_invitation(request: HttpRequest, own: PartySeat) -> InviteForm:
    """``?for=`` comes from where somebody is to be invited to something unusual."""
    kind = own.kind()
    return InviteForm(kind=kind, initial={"role": request.GET.get("for", kind.usual)})


def people_shown(
    request: HttpRequest, own: PartySeat, form: InviteForm, *, status: int = 200
) -> HttpResponse:
    """Everybody sees who is here; invitations and who did what are for ``managing`` alone (the
    template asks)."""
    party: Party = own.party
    kind = own.kind()
    context = {
        "form": form,
        "party": party,
        "kind": kind,
        "managing": own.role == kind.top,
        "seats": party.seats.select_related("user").order_by("user__email"),
        "invitations": party.invitations.filter(accepted=None),
        "entries": party.log.select_related("who")[:ENTRIES_SHOWN],
        "now": timezone.now(),
    }
    return render(request, kind.people_template, context, status=status)


def managing_seat(request: HttpRequest, pk: UUID, seats: Seats) -> PartySeat:
    """The seat of whoever asks, who may change who is here."""
    return require_seat(request, seats, pk, seats.kind().top)


@require_POST
@login_required
def make_invitation(request: HttpRequest, pk: UUID, seats: Seats) -> HttpResponse:
    """Shows the link once: it is kept nowhere, so the answer is a page and no redirect."""
    own = managing_seat(request, pk, seats)
    form = InviteForm(request.POST, kind=own.kind())
    if not form.is_valid():
        return people_shown(request, own, form, status=422)
    try:
        token = invitations.invite(party=own.party, who=own.user, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error("email", str(refusal))
        return people_shown(request, own, form, status=422)
    return link_shown_once(request, own, token, email=form.cleaned_data["email"])


def link_shown_once(
    request: HttpRequest, own: PartySeat, token: str, *, email: str
) -> HttpResponse:
    link = invitation_link(own.kind(), token, request)
    context = {
        "email": email,
        "link": link,
        "mailed": mail_invitation(to=email, link=link, whose=own.party.name),
        "days": invitations.INVITATION_DAYS,
        "back": reverse(own.kind().people, args=[own.party.pk]),
    }
    return render(request, "organisations/parties/invited.html", context)


@require_POST
@login_required
def take_invitation_back(
    request: HttpRequest, pk: UUID, invitation: int, seats: Seats
) -> HttpResponse:
    own = managing_seat(request, pk, seats)
    found = own.party.invitations.filter(pk=invitation).first()
    if found is None:
        raise Http404
    invitations.revoke(invitation=found, who=own.user)
    messages.success(request, _("The invitation is taken back: its link no longer works."))
    return redirect(own.kind().people, pk)


@require_POST
@login_required
def give_another_role(request: HttpRequest, pk: UUID, seat: int, seats: Seats) -> HttpResponse:
    own = managing_seat(request, pk, seats)
    found = seat_beside(own, seat)
    form = RoleForm(request.POST, kind=own.kind())
    if not form.is_valid():
        return people_refused(request, own, _("Choose one of the roles."))
    try:
        change_role(seat=found, role=form.cleaned_data["role"], who=own.user)
    except Refusal as refusal:
        return people_refused(request, own, str(refusal))
    messages.success(request, with_names(_("%(who)s now has another role."), who=found.user))
    return redirect(own.kind().people, pk)


@require_POST
@login_required
def remove_somebody(request: HttpRequest, pk: UUID, seat: int, seats: Seats) -> HttpResponse:
    own = managing_seat(request, pk, seats)
    found = seat_beside(own, seat)
    try:
        remove_seat(seat=found, who=own.user)
    except Refusal as refusal:
        return people_refused(request, own, str(refusal))
    messages.success(request, with_names(str(own.kind().removed), who=found.user))
    return redirect("home") if found == own else redirect(own.kind().people, pk)


def seat_beside(own: PartySeat, number: int) -> PartySeat:
    """A seat of the same party and of no other."""
    party: Party = own.party
    found = party.seats.select_related("user").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def people_refused(request: HttpRequest, own: PartySeat, why: str) -> HttpResponse:
    """The page of people again, with the reason at its head."""
    messages.error(request, why)
    return people_shown(request, own, empty_invitation(request, own), status=422)
