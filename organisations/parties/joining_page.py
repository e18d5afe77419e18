"""The page behind an invitation's link. Looking never uses it up: mail scanners open links."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from organisations.accounts.sign_in_rules import sign_in_with_new_password
from organisations.models import User
from organisations.parties.bases import Invited, Party, PartyInvitation
from organisations.parties.invitations import open_invitation, take_seat
from organisations.parties.newcomers import Newcomer
from organisations.parties.people_forms import AccountForm, JoinForm
from organisations.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where whoever has joined is led to, and what is said to them there."""

    there: str
    said: str = ""


class Acceptance(Protocol):
    """One way to join: what is asked, and what pressing the button does."""

    def form(self, user: User | None, data: QueryDict | None) -> JoinForm | str:
        """Only what is not known yet; or the template that says why they cannot accept it."""

    def accept(self, person: User | Newcomer, given: Mapping[str, Any]) -> Accepted:
        """``given``: what the form holds, once it is valid. Raises Refusal."""


@dataclass(frozen=True, slots=True)
class TakingSeat:
    """A person joins a party with a role: of any kind of party."""

    invitation: PartyInvitation

    def form(self, user: User | None, data: QueryDict | None) -> JoinForm:
        return JoinForm(data) if user else AccountForm(data, invitation=self.invitation)

    def accept(self, person: User | Newcomer, given: Mapping[str, Any]) -> Accepted:  # noqa: ARG002 - the protocol's
        seat = take_seat(invitation=self.invitation, person=person)
        kind = seat.party.party_kind
        return Accepted(home_of(seat.party) if seat.may(kind.sees_people) else reverse("home"))


def home_of(party: Party) -> str:
    return reverse(party.party_kind.home, args=[party.pk])


def answer_invitation(
    request: HttpRequest,
    token: str,
    invitations: type[Invited],
    how: Callable[[Invited], Acceptance],
) -> HttpResponse:
    """The whole page, for one kind's invitations; ``how`` each of them is accepted."""
    invitation = open_invitation(invitations, token=token)
    if invitation is None:
        return works_no_longer(request)
    # It belongs to whoever holds the link. An account that bears its address may be a squatter's.
    user = request.user if isinstance(request.user, User) else None
    if user is None and User.objects.filter(email__iexact=invitation.email).exists():
        return invitation_shown(request, invitation, "organisations/parties/join_sign_in.html")
    return answer_form(request, invitation, how(invitation), user)


def answer_form(
    request: HttpRequest, invitation: PartyInvitation, acceptance: Acceptance, user: User | None
) -> HttpResponse:
    form = acceptance.form(user, request.POST if request.method == "POST" else None)
    if isinstance(form, str):
        return invitation_shown(request, invitation, form)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return invitation_shown(
            request, invitation, "organisations/parties/join.html", form, status=status
        )
    person = user or form.newcomer()
    try:
        accepted = acceptance.accept(person, form.cleaned_data)
    except Refusal:
        return works_no_longer(request)
    if accepted.said:
        messages.success(request, accepted.said)
    if isinstance(person, User):
        return redirect(accepted.there)
    return sign_in_with_new_password(
        request, email=invitation.email, password=person.password, then=accepted.there
    )


def invitation_shown(
    request: HttpRequest,
    invitation: PartyInvitation,
    template: str,
    form: JoinForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "invitation": invitation,
        "form": form,
        "here": request.path,
        "about": type(invitation).kind().invitation_template,
    }
    return render(request, template, context, status=status)


def works_no_longer(request: HttpRequest) -> HttpResponse:
    """The same page for a link that ran out, was used, was taken back or never was."""
    return render(request, "organisations/parties/join_no_longer.html", status=404)
