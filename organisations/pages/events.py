"""What happened to a programme: dated events, which its page over time sets beside its figures."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from organisations import happenings
from organisations.access import programme_for, signed_in
from organisations.crumbs import programme_crumbs
from organisations.event_form import EventForm
from organisations.models import Programme, Role


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def events(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All of them, and, for editors, a form to add one."""
    posted = request.method == "POST"
    programme = programme_for(request, pk, Role.EDITOR if posted else Role.VIEWER)
    if not posted:
        return show_events(request, programme, EventForm())
    form = EventForm(request.POST)
    if not form.is_valid():
        return show_events(request, programme, form, status=422)
    happenings.add_event(programme=programme, who=signed_in(request), **form.cleaned_data)
    messages.success(request, _("It is added."))
    return redirect("events", pk)


def show_events(
    request: HttpRequest, programme: Programme, form: EventForm, *, status: int = 200
) -> HttpResponse:
    over_time = (_("Over time"), reverse("over_time", args=[programme.pk]))
    context = {
        "programme": programme,
        "events": programme.events.all(),
        "form": form,
        "crumbs": programme_crumbs(programme, over_time, (_("What happened"), "")),
    }
    return render(request, "organisations/events.html", context, status=status)


@require_POST
@login_required
def remove_event(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    programme = programme_for(request, pk, Role.EDITOR)
    event = programme.events.filter(pk=number).first()
    if event is None:
        raise Http404
    happenings.remove_event(event=event, who=signed_in(request))
    messages.success(request, _("It is taken away."))
    return redirect("events", pk)
