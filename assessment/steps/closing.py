"""Closing: answers become released cells once, and are deleted with their key (docs/privacy.md).

The boxes are opened in memory, here and nowhere else. One transaction releases, writes, reads back,
compares and deletes; then the key's file is destroyed, without which no copy made before can be
opened. What an interruption leaves undone, ``scrub`` finishes.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment import keys
from assessment.asked import individuals_of
from assessment.ballots import Ballots, Draft, Kind
from assessment.instruments import instrument_of
from assessment.method import mark, marked_from_json, release, to_json
from assessment.method.blur import from_system
from assessment.method.marks import has_enough
from assessment.method.responses import Responses
from assessment.method.results import (
    About,
    Answered,
    GroupRating,
    Mode,
    Panel,
    Results,
)
from assessment.models import (
    Assessment,
    ClosedReport,
    DoomedKey,
    FileTaken,
    Perspective,
    Slip,
    State,
)
from assessment.promises import COMMENTS_TO_SHOW, PEOPLE_FOR_COMMENTS
from assessment.sealing import COMMENT_WIDTH, ROOM_WIDTH, Progress, open_all, unpadded
from assessment.steps.answering import item_codes
from assessment.steps.own_part_released import own_part_of
from assessment.steps.promised_day import require_promised_day
from assessment.steps.setting_up import lock_assessment
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal
from questions import Length


@dataclass(frozen=True, slots=True)
class Opened:
    """What one perspective's boxes held: in memory only, for as long as closing takes."""

    perspective: Perspective
    answers: list[bytes]
    comments: list[str]
    rooms: list[GroupRating]


@transaction.atomic
def close(*, assessment: Assessment, who: User, progress: Progress = iter) -> None:
    """Closed with its report, or not closed at all; a second time it changes nothing.

    KeyIsMissing where there are answers and the key to them is not on this server. ``progress``
    is handed each box before it is opened, and gives back its strings.
    """
    locked = lock_assessment(assessment)
    if locked.state == State.CLOSED:
        return
    if locked.state != State.OPEN:
        raise Refusal(_("Only an assessment that is open can be closed."))
    require_promised_day(locked)
    boxes = open_boxes(locked, progress)
    results = results_of(locked, boxes)
    marked = mark(results)
    kept = to_json(marked)
    report = ClosedReport.objects.create(
        assessment=locked,
        results=kept,
        enough=has_enough(marked),
        comments=comments_to_show(boxes),
        slips=slips_printed(locked),
    )
    report.refresh_from_db()
    if to_json(marked_from_json(report.results, results.instrument)) != kept:
        raise RuntimeError("what was stored is not what was released; nothing was deleted")
    delete_answers(locked)
    locked.state, locked.closed_at = State.CLOSED, timezone.now()
    locked.sealed_until = locked.scrubbed_at = None
    locked.save(update_fields=["state", "closed_at", "sealed_until", "scrubbed_at"])
    record(party=locked.programme.organisation, who=who, what=f"closed {locked.name}")
    doom_keys([locked.pk])
    assessment.refresh_from_db()


def open_boxes(assessment: Assessment, progress: Progress) -> dict[str, Opened]:
    """Perspective code to what was sent; the assessment's lock keeps anything more from coming."""
    boxes = Ballots.objects.filter(perspective__assessment=assessment).exclude(kind=Kind.SHEETS)
    filled = list(boxes.select_related("perspective").order_by("perspective", "kind"))
    if not filled:
        return {}
    key = keys.private_key(assessment.pk, assessment.public_key)
    widths = {
        Kind.ANSWERS: len(item_codes(assessment)),
        Kind.COMMENTS: COMMENT_WIDTH,
        Kind.ROOMS: ROOM_WIDTH,
    }

    def opened(perspective: Perspective, boxes: Iterable[Ballots]) -> Opened:
        held: dict[str, list[bytes]] = {
            box.kind: sorted(open_all(bytes(box.sealed), widths[Kind(box.kind)], key, progress))
            for box in boxes
        }
        return Opened(
            perspective,
            held.get(Kind.ANSWERS, []),
            sorted(unpadded(one, COMMENT_WIDTH) for one in held.get(Kind.COMMENTS, [])),
            [room_rating(one) for one in held.get(Kind.ROOMS, [])],
        )

    return {
        perspective.code: opened(perspective, boxes)
        for perspective, boxes in groupby(filled, key=lambda box: box.perspective)
    }


def room_rating(held: bytes) -> GroupRating:
    group = json.loads(unpadded(held, ROOM_WIDTH))
    return GroupRating(group.get("people"), group.get("from", ""), group["different_view"])


def delete_answers(assessment: Assessment) -> None:
    """Every ballot, draft and slip of the assessment, and what knew files of answers again. Its
    shared links name nobody: they stay, to tell whoever opens one later that it has closed."""
    Draft.objects.filter(link__perspective__assessment=assessment).delete()
    Ballots.objects.filter(perspective__assessment=assessment).delete()
    Slip.objects.filter(perspective__assessment=assessment).delete()
    FileTaken.objects.filter(assessment=assessment).delete()
    assessment.perspectives.update(from_files=0)


def results_of(assessment: Assessment, boxes: dict[str, Opened]) -> Results:
    width = len(item_codes(assessment))
    answered = {
        code: Answered(
            responses=Responses(width, b"".join(box.answers)),
            individuals=individuals_of(assessment, box.perspective),
            groups=tuple(box.rooms),
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
        programme=told_name(assessment),
        setting=programme.setting,
        closed=timezone.localdate(),
        length=Length(assessment.length),
        mutual=assessment.mutual,
        panel=Panel(assessment.panel_people, assessment.panel_lived),
    )


def told_name(assessment: Assessment) -> str:
    """Every page and file says of a trial that it is one."""
    name = assessment.programme.name
    return _("%(programme)s (trial)") % {"programme": name} if assessment.trial else name


def slips_printed(assessment: Assessment) -> dict[str, int]:
    printed = assessment.perspectives.filter(printed__gt=0).order_by("pk")
    return dict(printed.values_list("code", "printed"))


def comments_to_show(boxes: dict[str, Opened]) -> dict[str, list[str]]:
    return {
        code: box.comments
        for code, box in boxes.items()
        if len(box.answers) >= PEOPLE_FOR_COMMENTS and len(box.comments) >= COMMENTS_TO_SHOW
    }


def doom_keys(assessments: Iterable[UUID]) -> None:
    """Their keys go once the transaction is done, or at the next ``scrub``."""
    DoomedKey.objects.bulk_create(
        (DoomedKey(assessment=pk) for pk in assessments), ignore_conflicts=True
    )
    transaction.on_commit(destroy_keys)


def destroy_keys() -> bool:
    """Every key that is to go; says when. False where a file could not be destroyed just now."""
    done = True
    for doomed in DoomedKey.objects.all():
        try:
            keys.destroy(doomed.assessment)
        except OSError:
            done = False
            continue
        closed = Assessment.objects.filter(pk=doomed.assessment, state=State.CLOSED)
        closed.filter(sealed_until=None).update(sealed_until=timezone.now())
        doomed.delete()
    return done


def scrub() -> int:
    """Destroy what keys are left and clear the database files; returns how many it finished.

    The destroyed key is what counts. Cleared files are a second line: on SQLite secure_delete
    overwrites pages and the write-ahead log is emptied; PostgreSQL has VACUUM, and its log keeps
    what is in it. Runs at start, after each closing and nightly, and finishes what was interrupted.
    """
    if not destroy_keys():
        return 0
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
        for model in (Draft, Ballots, FileTaken)
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
