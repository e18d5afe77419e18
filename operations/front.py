"""The front page: what Essence is, or on to one's organisation or collaboration."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from comparing.models import Collaboration
from organisations.models import Organisation, User


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not isinstance(request.user, User):
        return render(request, "operations/front.html")
    mine = list(Organisation.objects.filter(seats__user=request.user).order_by("name"))
    ours = list(Collaboration.objects.filter(seats__user=request.user).order_by("name"))
    if len(mine) + len(ours) == 1:
        where = "organisation" if mine else "collaboration"
        return redirect(where, (mine or ours)[0].pk)
    context = {"organisations": mine, "collaborations": ours}
    return render(request, "operations/choose.html", context)
