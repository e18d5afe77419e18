"""What all pages share that put paper in: whose sheets they take, and how one goes in."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from assessment.access import assessment_for
from assessment.method.responses import Answer
from assessment.method.results import Mode
from assessment.models import Link, State
from assessment.pages.links import asked_in, shares_links
from assessment.steps.from_paper import AlreadyIn, enter_from_paper
from organisations.models import Role
from organisations.refusal import taken


def link_of_paper(request: HttpRequest, pk: UUID, code: str) -> Link | HttpResponse:
    """Of individuals alone: a group says who is in its room, on its own pages.

    Where it has closed while somebody had the sheets in hand, a page that says so.
    """
    assessment = assessment_for(request, pk, Role.EDITOR)
    if assessment.state == State.CLOSED:
        said = _("It has closed: no questionnaire can be put in any more. Destroy the sheets.")
        messages.warning(request, said)
        return redirect("assessment", pk)
    perspective, link = asked_in(assessment, code)
    if link is None or not shares_links(assessment) or perspective.mode == Mode.GROUP:
        raise Http404
    link.perspective = perspective
    return link


def put_in(
    form: Form,
    *,
    link: Link,
    answers: Mapping[str, Answer],
    sheet: str,
) -> bool:
    """Whether it is in, by this press or by one before; where it was refused, the form says why.

    ``form``: its ``own_words`` and, where people have slips, ``slip``.
    """

    def step() -> None:
        with suppress(AlreadyIn):
            enter_from_paper(
                link=link,
                answers=answers,
                comment=form.cleaned_data["own_words"],
                slip=form.cleaned_data.get("slip", ""),
                sheet=sheet,
            )

    return taken(step, form)
