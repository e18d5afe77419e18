"""A file of answers comes in: questionnaires that were filled in elsewhere, all of them or none.

Each goes through the door that its writer would have come through (docs/privacy.md): a perspective
with slips takes a slip for each; an open link takes no more once it is full. Whether a file fits is
judged by what the team knows anyway, never by what lies in the box: a refusal costs nothing, so it
would be a way to count answers as they arrive. What knows a file again is keyed with a secret that
closing destroys.
"""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.db import transaction
from django.utils.translation import gettext as _

from assessment import keys
from assessment.ballots import Ballots, Draft, Kind
from assessment.instruments import instrument_of
from assessment.method.results import Mode
from assessment.models import Assessment, FileTaken, Perspective, Slip
from assessment.sealing import put_all_among, seal, sealed_width
from assessment.slip_codes import slip_hmac
from assessment.steps.answering import (
    DoorFull,
    fills,
    has_slips_of,
    held_open,
    is_full,
    item_codes,
    sent,
)
from assessment.steps.slips import UnknownSlip
from organisations.models import User
from organisations.parties.log import record
from organisations.refusal import Refusal


class SameFile(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This file has already come in. Nothing was changed."))


class MoreThanPlaces(Refusal):
    """Twice as many as the people there are; both are known to whoever asks."""

    def __init__(self, name: str) -> None:
        words = _(
            "For %(name)s the file holds more questionnaires than the link takes answers, two for "
            "each person there is. Nothing was put in."
        )
        super().__init__(words % {"name": name})


class SlipTaken(Refusal):
    """Which one is not said: beside one known to be used, any other could be asked after."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "A slip in this file has been used already, or answers have been begun with it. "
                "Nothing was put in. Which one is not said, so that no file tells who has "
                "answered: bring the file in smaller parts."
            )
        )


@dataclass(frozen=True, slots=True)
class FilledIn:
    """One questionnaire: ``answers`` a character an item, ``number`` its row in the file."""

    perspective: str
    answers: str
    slip: str
    number: int


@transaction.atomic
def enter_file(
    *, assessment: Assessment, content: bytes, filled_in: Sequence[FilledIn], who: User
) -> None:
    """All of them in one transaction. Refusal where one cannot come in, or the file has before.

    The lock comes first, as in sending and closing: of two who bring one file the second finds it.
    """
    held = held_open(assessment.pk)
    remember(held, content, filled_in)
    asked = {one.code: one for one in held.perspectives.all()}
    sorted_rows = groupby(sorted(filled_in, key=order), key=attrgetter("perspective"))
    by_perspective = {asked[code]: list(rows) for code, rows in sorted_rows}
    for perspective, rows in by_perspective.items():
        require_door(held, perspective, len(rows))
    spend_slips({one: rows for one, rows in by_perspective.items() if has_slips_of(one)})
    for perspective, rows in by_perspective.items():
        put_in_all(held, perspective, rows)
    what = f"put answers from a file into {held.name}"
    record(party=held.programme.organisation, who=who, what=what)


def order(one: FilledIn) -> tuple[str, int]:
    return one.perspective, one.number


def put_in_all(assessment: Assessment, perspective: Perspective, rows: list[FilledIn]) -> None:
    width = sealed_width(len(item_codes(assessment)))
    sealed = (seal(assessment.public_key, one.answers.encode("ascii")) for one in rows)
    boxes = Ballots.objects.select_for_update()  # as in sending
    box, _made = boxes.get_or_create(perspective=perspective, kind=Kind.ANSWERS)
    box.sealed = put_all_among(bytes(box.sealed), sealed, width)
    box.save(update_fields=["sealed"])
    perspective.from_files += len(rows)
    perspective.save(update_fields=["from_files"])


def require_door(assessment: Assessment, perspective: Perspective, number: int) -> None:
    """Full is what everybody who opens the link reads. Beyond that nothing depends on the box."""
    if perspective.mode == Mode.GROUP:
        raise Refusal(_("A group rates on its own pages: no file takes its place."))
    if not fills(perspective):
        return
    if is_full(perspective, sent(perspective, assessment)):
        raise DoorFull
    if is_full(perspective, max(perspective.told, perspective.from_files) + number - 1):
        named = instrument_of(assessment).name_of(perspective.code, mutual=assessment.mutual)
        raise MoreThanPlaces(named)


def spend_slips(filled_in: Mapping[Perspective, Sequence[FilledIn]]) -> None:
    """After everything else that may refuse a file, and a code that nobody has before one that is
    used: a refusal costs nothing, so whoever holds codes could learn by it who has answered."""
    taken = [slips_of(perspective, rows) for perspective, rows in filled_in.items()]
    for held, rows in zip(taken, filled_in.values(), strict=True):
        is_begun = Draft.objects.filter(slip__in=held).exists()
        if is_begun or len(held) < len(rows) or any(one.spent for one in held):
            raise SlipTaken
    every = [one.pk for held in taken for one in held]
    Slip.objects.filter(pk__in=every).update(spent=True)


def slips_of(perspective: Perspective, rows: Sequence[FilledIn]) -> list[Slip]:
    """Held until the transaction ends; all in one question, so that it takes as long whichever are
    used."""
    made = {slip_hmac(one.slip): one.number for one in rows}
    held = list(perspective.slips.select_for_update().filter(code_hmac__in=made))
    unknown = made.keys() - {one.code_hmac for one in held}
    if unknown:
        number = min(made[one] for one in unknown)
        words = _("Row %(number)d: %(why)s Nothing was put in.")
        raise Refusal(words % {"number": number, "why": UnknownSlip()})
    return held


def remember(assessment: Assessment, content: bytes, filled_in: Sequence[FilledIn]) -> None:
    """By its bytes and by what is in it: saved again in another program it is the same file."""
    taken = FileTaken.objects.filter(assessment=assessment)
    known = set(taken.values_list("digest", flat=True))
    key = (keys.files_key if known else keys.new_files_key)(assessment.pk)
    rows = sorted(f"{one.perspective} {one.slip} {one.answers}" for one in filled_in)
    digests = {digest_of(key, b"bytes", content), digest_of(key, b"rows", "\n".join(rows).encode())}
    if digests & known:
        raise SameFile
    FileTaken.objects.bulk_create(
        FileTaken(assessment=assessment, digest=one) for one in sorted(digests)
    )


def digest_of(key: bytes, kind: bytes, content: bytes) -> str:
    return hmac.digest(key, kind + b"\0" + content, "sha256").hex()
