"""What is printed for people who answer: posters and questionnaires, as PDF."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from assessment.access import assessment_for
from assessment.models import Link
from assessment.pages.frame import as_file
from assessment.pages.links import address_of, asked_in, link_for, shares_links, words_asked
from organisations.addresses import is_local
from organisations.models import Role
from papers.out.posters import poster_pdf
from papers.out.questionnaires import questionnaire_pdf


@require_safe
@login_required
def poster(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    _assessment, link = link_for(request, pk, perspective)
    made = poster_pdf(link.perspective, address_for_others(link, request))
    return as_file(made, f"poster-{perspective}.pdf")


@require_safe
@login_required
def questionnaire(request: HttpRequest, pk: UUID, perspective: str) -> HttpResponse:
    """``?size=large`` in large print; ``?words=shorter`` or ``explained``."""
    assessment = assessment_for(request, pk, Role.VIEWER)
    asked, link = asked_in(assessment, perspective)
    address = ""
    if link is not None and shares_links(assessment):
        address = address_for_others(link, request)
    words, large = words_asked(request), request.GET.get("size") == "large"
    made = questionnaire_pdf(asked, words, large=large, address=address)
    size = "-large" if large else ""
    return as_file(made, f"questionnaire-{perspective}-{words.value}{size}.pdf")


def address_for_others(link: Link, request: HttpRequest) -> str:
    """Empty where the link opens on this computer alone: on paper it would be dead."""
    return "" if is_local(request) else address_of(link, request)
