"""An assessment for the person who asks for it; see ``organisations.access``."""

from uuid import UUID

from django.http import Http404, HttpRequest

from assessment.models import Assessment
from organisations.access import require_role
from organisations.models import Role


def assessment_for(request: HttpRequest, pk: UUID, role: Role) -> Assessment:
    assessment = Assessment.objects.select_related("programme__organisation").filter(pk=pk).first()
    if assessment is None:
        raise Http404
    require_role(request, assessment.programme.organisation_id, role)
    return assessment
