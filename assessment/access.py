"""An assessment for the person who asks for it; see ``organisations.access``."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from assessment.models import Assessment
from organisations.access import require_role, signed_in
from organisations.models import Role


def assessment_for(request: HttpRequest, pk: UUID, role: Role) -> Assessment:
    assessment = (
        Assessment.objects.select_related("programme__organisation", "keeper").filter(pk=pk).first()
    )
    if assessment is None:
        raise Http404
    require_role(request, assessment.programme.organisation_id, role)
    return assessment


def assessment_kept(request: HttpRequest, pk: UUID) -> Assessment:
    """For the keeper of its slips alone, whatever else others may do."""
    assessment = assessment_for(request, pk, Role.KEEPER)
    if assessment.keeper_id != signed_in(request).pk:
        raise PermissionDenied
    return assessment
