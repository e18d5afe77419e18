"""The collaborations of an organisation; leaving one, and an admin's removing a member."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from comparing.access import collaboration_for, membership_in
from comparing.models import Round, Share
from comparing.pages.round_lists import RoundLine, lines_of
from comparing.party import Collaboration, CollaborationRole, Member
from comparing.steps import consent
from organisations.access import organisation_for, signed_in
from organisations.models import Organisation, Role
from organisations.names_apart import with_names


@dataclass(frozen=True, slots=True)
class Joined:
    """A collaboration and its rounds, each with what is shared there today, if anything is."""

    collaboration: Collaboration
    rounds: tuple[tuple[RoundLine, tuple[Share, ...]], ...]


@require_safe
@login_required
def collaborations(request: HttpRequest, pk: UUID) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.VIEWER)
    shares = shares_ever(organisation)
    members = organisation.member_of.select_related("collaboration")
    joined = joined_of(members.order_by("collaboration__name"), shares)
    here = {one.collaboration.pk for one in joined}
    context = {
        "joined": joined,
        "left": [one for one in shares if one.round.collaboration_id not in here],
        "today": timezone.localdate(),
    }
    return render(request, "comparing/collaborations.html", context)


def shares_ever(organisation: Organisation) -> Sequence[Share]:
    """All that ever were, without the figures; one query."""
    found = organisation.shares.select_related(
        "round__collaboration", "assessment__programme", "agreed_by", "withdrawn_by"
    )
    return list(found.defer("results", "figures"))


def joined_of(members: Iterable[Member], shares: Sequence[Share]) -> list[Joined]:
    """Two queries, whatever the number of collaborations and rounds."""
    joined = [one.collaboration for one in members]
    sharing: dict[UUID, list[Share]] = {}
    for share in shares:
        if share.withdrawn_at is None:
            sharing.setdefault(share.round_id, []).append(share)
    lines: dict[UUID, list[RoundLine]] = {}
    for line in lines_of(Round.objects.filter(collaboration__in=joined)):
        lines.setdefault(line.round.collaboration_id, []).append(line)

    def with_shares(line: RoundLine) -> tuple[RoundLine, tuple[Share, ...]]:
        return line, tuple(sharing.get(line.round.pk, ()))

    return [Joined(one, tuple(map(with_shares, lines.get(one.pk, ())))) for one in joined]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def leave_collaboration(request: HttpRequest, pk: UUID, collaboration: UUID) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.OWNER)
    member = membership_in(organisation, collaboration)
    if request.method != "POST":
        return render(request, "comparing/leave.html", {"member": member})
    consent.leave_collaboration(member=member, who=signed_in(request))
    said = _("%(organisation)s has left %(collaboration)s. Nothing of yours is shared there.")
    told = with_names(said, organisation=organisation, collaboration=member.collaboration)
    messages.success(request, told)
    return redirect("collaborations", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def remove_member_organisation(request: HttpRequest, pk: UUID, member: int) -> HttpResponse:
    """The page is the same whether the member shares or not."""
    collaboration = collaboration_for(request, pk, CollaborationRole.ADMIN)
    found = collaboration.members.select_related("organisation").filter(pk=member).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return render(request, "comparing/remove.html", {"member": found})
    consent.leave_collaboration(member=found, who=signed_in(request))
    said = _("%(organisation)s is no longer a member.")
    messages.success(request, with_names(said, organisation=found.organisation))
    return redirect("collaboration", pk)
