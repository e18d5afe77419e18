"""Accepting an invitation to a team, or to bring an organisation here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from organisations.founding import found_organisation
from organisations.models import Invitation, User
from organisations.organisation_forms import FounderForm, FoundingForm
from organisations.parties import joining_page
from organisations.parties.joining_page import Acceptance, Accepted, TakingSeat
from organisations.parties.newcomers import Newcomer


@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    return joining_page.answer_invitation(request, token, Invitation, team_acceptance)


def team_acceptance(invitation: Invitation) -> Acceptance:
    return TakingSeat(invitation) if invitation.party else Founding(invitation)


@dataclass(frozen=True, slots=True)
class Founding:
    """A first owner brings an organisation here."""

    invitation: Invitation

    def form(self, user: User | None, data: QueryDict | None) -> FoundingForm:
        return FoundingForm(data) if user else FounderForm(data, invitation=self.invitation)

    def accept(self, person: User | Newcomer, given: Mapping[str, Any]) -> Accepted:
        organisation = found_organisation(
            invitation=self.invitation,
            person=person,
            name=given["organisation"],
            kind=given["kind"],
        )
        return Accepted(joining_page.home_of(organisation))
