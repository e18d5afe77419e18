"""The front page: what Essence is, or on to one's organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from organisations.models import Organisation, User


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not isinstance(request.user, User):
        return render(request, "organisations/front.html")
    mine = list(Organisation.objects.filter(memberships__user=request.user).order_by("name"))
    if len(mine) == 1:
        return redirect("organisation", mine[0].pk)
    return render(request, "organisations/choose.html", {"organisations": mine})
