"""The closing certificate, for those who asked and, at their link, for those who answered."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from assessment.access import assessment_for
from assessment.certificate import Certificate, as_pdf, certificate_of
from assessment.models import Assessment
from assessment.pages.frame import show_assessment_page
from organisations.models import Role


@require_safe
@login_required
def certificate(request: HttpRequest, pk: UUID) -> HttpResponse:
    assessment = assessment_for(request, pk, Role.VIEWER)
    found = certificate_or_404(assessment)
    return show_assessment_page(
        request, "certificate.html", assessment, title=found.title, certificate=found
    )


@require_safe
@login_required
def certificate_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    return pdf_answer(assessment_for(request, pk, Role.VIEWER))


def certificate_or_404(assessment: Assessment) -> Certificate:
    """There is none before the key is destroyed."""
    found = certificate_of(assessment)
    if found is None:
        raise Http404
    return found


def pdf_answer(assessment: Assessment) -> HttpResponse:
    made = as_pdf(certificate_or_404(assessment), assessment)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="closing-certificate.pdf"'
    return response
