"""The organisation's own part as a report has it: from its entries, when it closes or later."""

from dataclasses import replace

from django.utils import timezone

from assessment.instruments import instrument_of
from assessment.method import mark, marked_from_json, to_json
from assessment.method.cells import completed
from assessment.method.marks import has_enough
from assessment.method.responses import Answer
from assessment.method.results import FactCheck, OwnPart, StandardRating, Truth
from assessment.models import Assessment, ClosedReport, State


def mark_anew(assessment: Assessment) -> None:
    """The report of one that has closed: the same cells, with what is said now."""
    if assessment.state != State.CLOSED:
        return
    report = ClosedReport.objects.get(assessment=assessment)
    instrument = instrument_of(assessment)
    released = marked_from_json(report.results, instrument).results
    said = completed(instrument, own_part_of(assessment))
    marked = mark(replace(released, own_part=said))
    report.results, report.enough = to_json(marked), has_enough(marked)
    report.created = timezone.now()  # what was kept of it before goes by this
    report.save(update_fields=["results", "enough", "created"])


def own_part_of(assessment: Assessment) -> OwnPart:
    return OwnPart(
        standards={
            row.code: StandardRating(rating_of(row.rating), row.evidence)
            for row in assessment.standard_ratings.order_by("code")
        },
        facts={
            row.code: FactCheck(Truth(row.answer or "DK"), row.date, row.evidence)
            for row in assessment.fact_checks.order_by("code")
        },
        pyramid={
            row.code: rating_of(row.rating) for row in assessment.pyramid_layers.order_by("code")
        },
    )


def rating_of(stored: str) -> Answer:
    if stored == "DK":
        return "DK"
    if stored == "NA":
        return "NA"
    return int(stored) if stored else None
