"""The front page: what Essence is, or on to one's organisation or collaboration."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from assessment.keeping import kept_by
from comparing.party import Collaboration
from organisations.models import Membership, Role, User


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not isinstance(request.user, User):
        return render(request, "operations/front.html")
    seats = Membership.objects.filter(user=request.user).select_related("party")
    mine = [seat.party for seat in seats.order_by("party__name") if seat.may(Role.VIEWER)]
    kept = list(kept_by(request.user))
    ours = list(Collaboration.objects.filter(seats__user=request.user).order_by("name"))
    if len(mine) + len(ours) == 1:
        where = "organisation" if mine else "collaboration"
        return redirect(where, (mine or ours)[0].pk)
    if not mine and not ours and len(kept) == 1:
        return redirect("slips", kept[0].pk)
    keeps_for = [seat.party for seat in seats if not seat.may(Role.VIEWER)]
    context = {
        "organisations": mine,
        "collaborations": ours,
        "kept": kept,
        "keeps_for": keeps_for,
    }
    return render(request, "operations/choose.html", context)
