"""Closing: answers become released cells once, and are deleted (docs/privacy.md)."""

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.asked import individuals_of
from assessment.ballots import Ballots, Draft
from assessment.instruments import instrument_of
from assessment.method import mark, marked_from_json, release, to_json
from assessment.method.blur import from_system
from assessment.method.responses import Answer, Responses
from assessment.method.results import (
    About,
    Answered,
    FactCheck,
    GroupRating,
    Mode,
    OwnPart,
    Panel,
    Results,
    StandardRating,
    Truth,
)
from assessment.models import Assessment, ClosedReport, Slip, State
from assessment.promises import COMMENTS_TO_SHOW, PEOPLE_FOR_COMMENTS
from assessment.steps.answering import item_codes
from assessment.steps.promised_day import require_promised_day
from assessment.steps.setting_up import lock_assessment
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal
from questions import Length


@transaction.atomic
def close(*, assessment: Assessment, who: User) -> None:
    """Closed with its report, or not closed at all; a second time it changes nothing."""
    locked = lock_assessment(assessment)
    if locked.state == State.CLOSED:
        return
    if locked.state != State.OPEN:
        raise Refusal(_("Only an assessment that is open can be closed."))
    require_promised_day(locked)
    boxes = boxes_of(locked)
    results = results_of(locked, boxes)
    kept = to_json(mark(results))
    report = ClosedReport.objects.create(
        assessment=locked, results=kept, comments=comments_to_show(locked, boxes)
    )
    report.refresh_from_db()
    if to_json(marked_from_json(report.results, results.instrument)) != kept:
        raise RuntimeError("what was stored is not what was released; nothing was deleted")
    delete_answers(locked)
    locked.state, locked.together_code = State.CLOSED, ""
    locked.closed_at = timezone.now()
    locked.scrubbed_at = None
    locked.save(update_fields=["state", "together_code", "closed_at", "scrubbed_at"])
    record(party=locked.programme.organisation, who=who, what=f"closed {locked.name}")
    assessment.refresh_from_db()


def boxes_of(assessment: Assessment) -> dict[str, Ballots]:
    """Perspective code to its box, locked so that nothing is sent while it is counted."""
    boxes = Ballots.objects.select_for_update().filter(perspective__assessment=assessment)
    return {box.perspective.code: box for box in boxes.select_related("perspective")}


def delete_answers(assessment: Assessment) -> None:
    """Every ballot, draft and slip of the assessment. Its shared links name nobody: they stay, to
    tell whoever opens one later that it has closed."""
    Draft.objects.filter(link__perspective__assessment=assessment).delete()
    Ballots.objects.filter(perspective__assessment=assessment).delete()
    Slip.objects.filter(perspective__assessment=assessment).delete()


def results_of(assessment: Assessment, boxes: dict[str, Ballots]) -> Results:
    width = len(item_codes(assessment))
    answered = {
        code: Answered(
            responses=Responses(width, box.joined.encode("ascii")),
            individuals=individuals_of(assessment, box.perspective),
            groups=tuple(
                GroupRating(g.get("people"), g.get("from", ""), g.get("different_view", ""))
                for g in box.groups
            ),
        )
        for code, box in boxes.items()
    }
    return release(
        instrument_of(assessment),
        about=about_of(assessment),
        own_part=own_part_of(assessment),
        answered=unanswered(assessment, width) | answered,
        steps=from_system,
    )


def unanswered(assessment: Assessment, width: int) -> dict[str, Answered]:
    """Everybody who was asked alone, as if none had come: whoever did is put in their place.

    Left out where nobody came, the report would tell nobody from a few.
    """
    return {
        one.code: Answered(
            responses=Responses(width, b""), individuals=individuals_of(assessment, one)
        )
        for one in assessment.perspectives.filter(mode=Mode.INDIVIDUAL)
    }


def about_of(assessment: Assessment) -> About:
    programme = assessment.programme
    return About(
        organisation=programme.organisation.name,
        programme=programme.name,
        setting=programme.setting,
        closed=timezone.localdate(),
        length=Length(assessment.length),
        mutual=assessment.mutual,
        panel=Panel(assessment.panel_people, assessment.panel_lived),
    )


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


def comments_to_show(assessment: Assessment, boxes: dict[str, Ballots]) -> dict[str, list[str]]:
    width = len(item_codes(assessment))
    return {
        code: box.comments
        for code, box in boxes.items()
        if len(box.joined) // width >= PEOPLE_FOR_COMMENTS and len(box.comments) >= COMMENTS_TO_SHOW
    }


def scrub() -> int:
    """Make deleted answers unreadable in the database files; returns how many it finished.

    SQLite: secure_delete overwrites pages and the write-ahead log is emptied; PostgreSQL: VACUUM.
    Runs at start and after each closing, and finishes what was interrupted.
    """
    waiting = Assessment.objects.filter(state=State.CLOSED, scrubbed_at=None)
    numbers = list(waiting.values_list("pk", flat=True))
    if not clean_files():
        return 0
    return Assessment.objects.filter(pk__in=numbers).update(scrubbed_at=timezone.now())


def clean_files() -> bool:
    """True where nothing deleted is left in the files that this connection can clean.

    Inside a transaction neither database can do it: it is left for the next time.
    """
    if connection.in_atomic_block:
        return False
    tables = [
        model._meta.db_table  # noqa: SLF001 - Django's own name, documented
        for model in (Draft, Ballots)
    ]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            # The log holds pages as they were: nothing of it is left.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = cursor.fetchone()
            return not busy
        for table in tables:
            cursor.execute(f"VACUUM {connection.ops.quote_name(table)}")
    return True
