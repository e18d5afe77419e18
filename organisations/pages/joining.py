"""Accepting an invitation. Looking at its link never uses it up: mail scanners open links."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisations import inviting
from organisations.forms import AccountForm, FounderForm, FoundingForm
from organisations.models import Invitation, User
from organisations.refusal import Refusal
from organisations.signing_in import sign_in_with_new_password


@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    invitation = inviting.open_invitation(token=token)
    if invitation is None:
        return no_longer(request)
    user = request.user if isinstance(request.user, User) else None
    if user and user.email != invitation.email:
        return show(request, invitation, "organisations/join_other.html")
    if user is None and User.objects.filter(email__iexact=invitation.email).exists():
        return show(request, invitation, "organisations/join_sign_in.html")
    form = form_for(request, invitation, user)
    if request.method != "POST":
        return show(request, invitation, "organisations/join.html", form)
    if not form.is_valid():
        return show(request, invitation, "organisations/join.html", form, status=422)
    given = form.joining() if hasattr(form, "joining") else inviting.Joining()
    return joined(request, invitation, user, given)


def joined(
    request: HttpRequest, invitation: Invitation, user: User | None, given: inviting.Joining
) -> HttpResponse:
    try:
        person = inviting.join(invitation=invitation, user=user, given=given)
    except Refusal:
        return no_longer(request)
    if user:
        return redirect("home")
    return sign_in_with_new_password(request, person, then=reverse("home"))


def form_for(request: HttpRequest, invitation: Invitation, user: User | None) -> forms.Form:
    """Asks only what is not known yet: of a member to be who has an account, nothing."""
    data = request.POST if request.method == "POST" else None
    founds = invitation.organisation is None
    if user:
        return FoundingForm(data) if founds else forms.Form(data)
    return (FounderForm if founds else AccountForm)(data, invitation=invitation)


def show(
    request: HttpRequest,
    invitation: Invitation,
    template: str,
    form: forms.Form | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "invitation": invitation,
        "form": form,
        "here": request.path,
        "about": "organisations/_invitation.html",
    }
    return render(request, template, context, status=status)


def no_longer(request: HttpRequest) -> HttpResponse:
    """The same page for a link that ran out, was used, was taken back or never was."""
    return render(request, "organisations/join_no_longer.html", status=404)
