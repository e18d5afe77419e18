"""Closing: says what will happen, asks again, does it, and leads to the report."""

from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.access import assessment_for
from assessment.asked import fewest_of
from assessment.counts import Count, counted_in_words, counts
from assessment.forms.setting_up import CloseForm, EarlyForm
from assessment.instruments import instrument_of
from assessment.models import Assessment, State
from assessment.pages.frame import first_standards, show_assessment_page
from assessment.promises import promises_on_closing
from assessment.readiness import panel_would_count
from assessment.steps import closing, promised_day, together
from assessment.steps.own_part import how_far
from organisations.access import signed_in
from organisations.models import Role
from organisations.refusal import taken


class Outcome(NamedTuple):
    """What closing now would do with a perspective, as far as its count tells."""

    name: str
    words: str
    fate: str


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def close_assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A second click finds it closed and shows the report."""
    assessment = assessment_for(request, pk, Role.OWNER)
    if assessment.state == State.CLOSED:
        return redirect("report", assessment.pk)
    if assessment.state == State.DRAFT:
        messages.warning(request, _("It is not open yet, so there is nothing to close."))
        return redirect("assessment", pk)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if not form.is_valid() or not taken(lambda: close_now(request, assessment), form):
        return close_page(request, assessment, form, 422 if form.is_bound else 200)
    messages.success(request, _("It is closed. The answers are deleted; here is what is kept."))
    return redirect("report", assessment.pk)


def close_now(request: HttpRequest, assessment: Assessment) -> None:
    """Scrubbing comes after the transaction; where it cannot be finished now, it is later."""
    if assessment.together:
        together.send_what_stands(assessment=assessment)
    closing.close(assessment=assessment, who=signed_in(request))
    closing.scrub()


def close_page(
    request: HttpRequest, assessment: Assessment, form: CloseForm, status: int
) -> HttpResponse:
    so_far, instrument = counts(assessment), instrument_of(assessment)
    done = how_far(assessment)
    return show_assessment_page(
        request,
        "close.html",
        assessment,
        status=status,
        here="close",
        title=_("Close"),
        form=form,
        too_early=promised_day.is_too_early(assessment, timezone.localdate()),
        early=EarlyForm(initial={"reason": assessment.early_reason}),
        outcomes=[outcome(assessment, count) for count in so_far],
        evidence=has_evidence(assessment, so_far),
        standards_url=first_standards(assessment),
        private=any(not count.is_group for count in so_far),
        room=together.room_progress(assessment) if assessment.together else None,
        blank=blank_parts(
            {
                _("standards"): (len(done.standards), len(instrument.standards)),
                _("facts"): (len(done.facts), len(instrument.facts)),
                _("layers of the pyramid"): (len(done.layers), len(instrument.layers)),
            }
        ),
        promises=promises_on_closing(),
    )


def outcome(assessment: Assessment, count: Count) -> Outcome:
    """Says no more than the count does: never how many below k."""
    name = instrument_of(assessment).name_of(count.code, mutual=assessment.mutual)
    return Outcome(name, counted_in_words(count), fate(count, fewest_of(count.perspective)))


def fate(count: Count, k: int) -> str:
    if count.is_group:
        return _("Shown.") if count.enough else _("Nothing to show: no group has sent a rating.")
    if count.enough:
        return _("Shown, but for statements that fewer than %(k)s of them answered.") % {"k": k}
    return _("Hidden from everybody, because fewer than %(k)s have answered.") % {"k": k}


def has_evidence(assessment: Assessment, so_far: list[Count]) -> bool:
    """Whether there is a lived-experience view at all, as far as the counts tell."""
    enough = {count.code for count in so_far if count.enough}
    shape = instrument_of(assessment).shape
    return bool(enough & set(shape.lived)) or (
        shape.panel in enough and panel_would_count(assessment)
    )


def blank_parts(parts: dict[str, tuple[int, int]]) -> list[str]:
    return [
        _("%(blank)d of %(all)d %(things)s") % {"blank": every - done, "all": every, "things": name}
        for name, (done, every) in parts.items()
        if done < every
    ]
