"""Accepting an invitation to a collaboration: as a person of it, or for an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comparing.forms.collaboration import BringForm
from comparing.party import MEMBER, CollaborationInvitation
from comparing.steps import collaborations
from organisations.models import User
from organisations.names_apart import with_names
from organisations.parties import joining_page
from organisations.parties.joining_page import Acceptance, Accepted, TakingSeat
from organisations.parties.newcomers import Newcomer


@require_http_methods(["GET", "HEAD", "POST"])
def take_part(request: HttpRequest, token: str) -> HttpResponse:
    return joining_page.answer_invitation(
        request, token, CollaborationInvitation, collaboration_acceptance
    )


def collaboration_acceptance(invitation: CollaborationInvitation) -> Acceptance:
    return Bringing(invitation) if invitation.role == MEMBER else TakingSeat(invitation)


@dataclass(frozen=True, slots=True)
class Bringing:
    """An owner says which of their organisations becomes a member."""

    invitation: CollaborationInvitation

    def form(self, user: User | None, data: QueryDict | None) -> BringForm | str:
        owned = collaborations.may_bring(self.invitation.party, user) if user else []
        if not owned:
            return "comparing/take_part_no_organisation.html"
        return BringForm(data, organisations=owned)

    def accept(self, person: User | Newcomer, given: Mapping[str, Any]) -> Accepted:
        assert isinstance(person, User)  # nobody else is given a form
        organisation = given["organisation"]
        collaborations.join(invitation=self.invitation, organisation=organisation, who=person)
        said = _("%(organisation)s is a member of %(collaboration)s. Nothing is shared by that.")
        told = with_names(said, organisation=organisation, collaboration=self.invitation.party)
        return Accepted(reverse("collaborations", args=[organisation.pk]), told)
