"""What people who answer will see, to look at: nothing chosen there is kept."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.access import assessment_for
from assessment.instruments import items_asked
from assessment.models import Link
from assessment.notices import default_notice, default_welcome
from assessment.pages.frame import show_assessment_page
from assessment.pages.links import asked_in, words_asked
from assessment.promises import lock_shown, promises
from assessment.respondent.pages import asked_page as drawing_of
from assessment.respondent.pages import draw_statements
from assessment.respondent.visit import Visit
from organisations.models import Role
from organisations.support_lines import support_lines

START = 0


@require_safe
@login_required
def preview(request: HttpRequest, pk: UUID, perspective: str, page: int) -> HttpResponse:
    """Page 0 is the start page; the principles follow."""
    assessment = assessment_for(request, pk, Role.VIEWER)
    asked, _link = asked_in(assessment, perspective)
    asked.assessment = assessment
    visit = Visit(Link(perspective=asked, code=""), None, words_asked(request))
    pages = len(visit.instrument.principles)
    if page > pages:
        raise Http404
    context: dict[str, object] = {
        "title": _("Preview"),
        "visit": visit,
        "number": page,
        "pages": pages,
        "before": page - 1,
        "following": page + 1 if page < pages else None,
        "support_lines": support_lines(assessment.programme.organisation),
    }
    if page == START:
        context |= start_of(visit)
    else:
        context |= {
            "principle": visit.instrument.principles[page - 1],
            "statements": draw_statements(drawing_of(visit, page)).filled({}),
        }
    return show_assessment_page(request, "preview.html", assessment, status=200, **context)


def start_of(visit: Visit) -> dict[str, object]:
    """What the start page says; words that follow the settings are filled in, and not saved."""
    assessment, instrument = visit.assessment, visit.instrument
    assessment.welcome = assessment.welcome or default_welcome(assessment)
    assessment.privacy_notice = assessment.privacy_notice or default_notice(assessment)
    return {
        "who": instrument.perspective[visit.perspective].who,
        "statements": len(items_asked(assessment)),
        "promises": promises(visit.link.perspective),
        "lock": lock_shown(assessment),
    }
