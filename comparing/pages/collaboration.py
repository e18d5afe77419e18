"""A collaboration's own pages: its rounds and members, what it is called and what it is for.

Its people are ``organisations.parties``' page; planning a round is
``round_planning``'s.
"""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from comparing.access import collaboration_for
from comparing.forms.collaboration import AboutForm
from comparing.pages.round_lists import lines_of
from comparing.party import CollaborationRole
from comparing.steps import collaborations
from organisations.access import signed_in

ANALYST, ADMIN = CollaborationRole.ANALYST, CollaborationRole.ADMIN


@require_safe
@login_required
def collaboration(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = collaboration_for(request, pk, ANALYST)
    context = {
        "rounds": lines_of(found.rounds.all()),
        "members": found.members.select_related("organisation").order_by("organisation__name"),
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
