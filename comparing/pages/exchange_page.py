"""The exchange of a collaboration, read by its members; each owner writes for its own."""

from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessment.instruments import find
from comparing.access import membership_in
from comparing.forms.exchange_form import ExchangeForm
from comparing.pages.round_crumbs import collaboration_crumbs
from comparing.party import Exchange, Member
from comparing.steps import exchanging
from organisations.access import membership_of, organisation_for, signed_in
from organisations.models import Role
from questions import Instrument
from questions.reading import DEFAULT_VERSION

PageOf = list[tuple[str, list[Exchange]]]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def exchange(request: HttpRequest, pk: UUID, collaboration: UUID) -> HttpResponse:
    writes = request.method == "POST"
    organisation = organisation_for(request, pk, Role.OWNER if writes else Role.VIEWER)
    member = membership_in(organisation, collaboration)
    instrument = find(DEFAULT_VERSION)
    initial = {"address": signed_in(request).email}
    form = ExchangeForm(request.POST if writes else None, instrument=instrument, initial=initial)
    if writes and form.is_valid():
        exchanging.put(member=member, entry=form.entry(), who=signed_in(request))
        messages.success(request, _("It is in the exchange. You can take it out at any time."))
        return redirect("exchange", pk, collaboration)
    context = {
        "member": member,
        "form": form,
        "owns": membership_of(request).may(Role.OWNER),
        "entries": by_principle(member, instrument),
        "crumbs": collaboration_crumbs(organisation, _("Exchange")),
    }
    return render(request, "comparing/exchange.html", context, status=422 if writes else 200)


def by_principle(member: Member, instrument: Instrument) -> PageOf:
    """In the instrument's order; one query."""
    places = {code: place for place, code in enumerate(instrument.principle)}
    found = Exchange.objects.filter(collaboration=member.collaboration)
    entries = sorted(
        found.select_related("organisation"),
        key=lambda one: (places.get(one.principle, 99), one.kind, one.organisation.name),
    )
    return [
        (instrument.principle[code].name if code in places else code, list(group))
        for code, group in groupby(entries, key=lambda one: one.principle)
    ]


@require_POST
@login_required
def take_out_of_exchange(
    request: HttpRequest, pk: UUID, collaboration: UUID, entry: int
) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.OWNER)
    member = membership_in(organisation, collaboration)
    exchanging.take_out(member=member, number=entry, who=signed_in(request))
    messages.success(request, _("It is taken out."))
    return redirect("exchange", pk, collaboration)
