"""Starting from last time: what was set up is taken over, what was said of itself asked again.

What an organisation said before waits as ``EarlierEntry`` until somebody confirms, changes or
clears it. Only what is said now stands in the entries that closing reads, so nothing of last time
counts by being left alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.asked import HowAsked, smallest_k
from assessment.instruments import instrument_of, to_choose_from
from assessment.keeping import keepers
from assessment.method import marked_from_json
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, State
from assessment.notices import default_welcome
from assessment.own_part import EarlierEntry, FactCheck, OwnPartEntry, PyramidLayer, StandardRating
from assessment.steps import setting_up
from assessment.steps.own_part import held_entry, plain_value, require_sayable, save_entry
from assessment.steps.own_part_file import as_waiting, filled
from organisations.models import Programme, User
from organisations.parties.log import record
from organisations.refusal import Refusal
from questions import Instrument

# The fields of each kind of entry; its answer first.
SAID: Mapping[type[OwnPartEntry], Sequence[str]] = {
    StandardRating: ("rating", "evidence", "agreed_by"),
    FactCheck: ("answer", "date", "evidence", "agreed_by"),
    PyramidLayer: ("rating",),
}


@transaction.atomic
def start_from(*, earlier: Assessment, name: str, who: User) -> Assessment:
    """A new draft, set up like a closed one; what it lacks is a day, which was a promise."""
    setting_up.require_state(earlier, State.CLOSED)
    if earlier.brought_in:
        raise Refusal(_("It was brought in from a file: nothing of how it was set up is known."))
    instrument = instrument_to_ask(earlier)
    made = setting_up.create(
        programme=earlier.programme,
        who=who,
        name=name,
        instrument=instrument.version,
        length=earlier.length,
        mutual=earlier.mutual,
    )
    made.k = max(earlier.k, smallest_k(instrument))
    made.keeper = earlier.keeper if earlier.keeper in keepers(made) else None
    made.contact, made.started_from = earlier.contact, earlier
    # Our own words are made anew when it opens: they name numbers and days of the settings.
    made.welcome = "" if earlier.welcome == default_welcome(earlier) else earlier.welcome
    made.privacy_notice = "" if earlier.our_notice else earlier.privacy_notice
    made.save()
    setting_up.choose_perspectives(assessment=made, chosen=asked_before(earlier, instrument))
    wait_for(made, said_before(earlier))
    return made


def instrument_to_ask(earlier: Assessment) -> Instrument:
    """The same questions where they can still be asked, so that the two can be compared."""
    every = to_choose_from()
    return next((one for one in every if one.version == earlier.instrument), every[0])


def asked_before(earlier: Assessment, instrument: Instrument) -> dict[str, HowAsked]:
    asked = instrument.shape.asked(mutual=earlier.mutual)
    return {
        one.code: HowAsked(Mode(one.mode), one.size, Door(one.door))
        for one in earlier.perspectives.order_by("pk")
        if one.code in asked
    }


@transaction.atomic
def bring_in_standards(*, assessment: Assessment, programme: Programme, who: User) -> int:
    """What another programme of the organisation says of its standards; how many now wait."""
    locked = setting_up.lock_assessment(assessment)
    require_sayable(locked)
    if programme.organisation_id != locked.programme.organisation_id:
        raise Refusal(_("It is no programme of this organisation."))
    source = last_with_standards(programme)
    if source is None:
        raise Refusal(_("It has said nothing of its standards yet."))
    said = said_before(source, kinds=(StandardRating,))
    number = wait_for(locked, said, programme.name)
    note_taken(locked, who, f"{number} standards of {programme.name}", number)
    return number


def note_taken(assessment: Assessment, who: User, what: str, number: int) -> None:
    if number:
        told = f"took over {what} to look at in {assessment.name}"
        record(party=assessment.programme.organisation, who=who, what=told)


@transaction.atomic
def bring_in_own_part(*, assessment: Assessment, earlier: Assessment, who: User) -> int:
    """What a report that was brought into the programme says of itself; how much now waits."""
    locked = setting_up.lock_assessment(assessment)
    require_sayable(locked)
    if not earlier.brought_in or earlier.programme_id != locked.programme_id:
        raise Refusal(_("It was not brought into this programme."))
    number = wait_for(locked, said_in_report(earlier), earlier.name)
    note_taken(locked, who, f"{number} entries of {earlier.name}", number)
    return number


def said_in_report(earlier: Assessment) -> list[EarlierEntry]:
    results = marked_from_json(earlier.report.results, instrument_of(earlier)).results
    closed = results.about.closed
    assert closed is not None  # without a day it is not brought in
    return [
        EarlierEntry(
            code=code,
            said=as_waiting(given),
            said_on=closed,
        )
        for _kind, code, given in filled(results.own_part)
    ]


def last_with_standards(programme: Programme) -> Assessment | None:
    rated = StandardRating.objects.exclude(rating="")
    found = programme.assessments.filter(standard_ratings__in=rated)
    return found.order_by("-created").first()


def said_before(
    earlier: Assessment, kinds: Iterable[type[OwnPartEntry]] = tuple(SAID)
) -> list[EarlierEntry]:
    """What an assessment says of itself; and of what it left undecided, what it was asked about."""
    found: dict[str, EarlierEntry] = {}
    codes = set()
    for kind in kinds:
        rows = entries(earlier, kind).order_by("code")
        codes |= set(codes_of(instrument_of(earlier), kind))
        for row in rows:
            said = {name: plain_value(getattr(row, name)) for name in SAID[kind]}
            if any(said.values()):
                on = timezone.localtime(row.changed_at).date()
                found[row.code] = EarlierEntry(code=row.code, said=said, said_on=on)
    for left in earlier.earlier_entries.filter(code__in=codes - set(found)):
        found[left.code] = EarlierEntry(
            code=left.code, said=left.said, said_on=left.said_on, said_in=left.said_in
        )
    return list(found.values())


def wait_for(assessment: Assessment, said: Iterable[EarlierEntry], said_in: str = "") -> int:
    """Where nothing is said yet and nothing waits; how many those are."""
    taken = set(assessment.earlier_entries.values_list("code", flat=True))
    instrument, known = instrument_of(assessment), set[str]()
    for kind in SAID:
        rows = entries(assessment, kind).filter(version__gt=0)
        taken |= set(rows.values_list("code", flat=True))
        known |= set(codes_of(instrument, kind))
    waiting = [one for one in said if one.code in known - taken]
    for one in waiting:
        one.assessment, one.said_in = assessment, said_in or one.said_in
    EarlierEntry.objects.bulk_create(waiting)
    return len(waiting)


def entries(assessment: Assessment, kind: type[OwnPartEntry]) -> QuerySet[Any]:
    rows: Mapping[type[OwnPartEntry], Any] = {
        StandardRating: assessment.standard_ratings,
        FactCheck: assessment.fact_checks,
        PyramidLayer: assessment.pyramid_layers,
    }
    return cast("QuerySet[Any]", rows[kind].all())


def codes_of(instrument: Instrument, kind: type[OwnPartEntry]) -> Sequence[str]:
    shape = instrument.shape
    codes: Mapping[type[OwnPartEntry], Sequence[str]] = {
        StandardRating: shape.standards,
        FactCheck: shape.facts,
        PyramidLayer: shape.layers,
    }
    return codes[kind]


@transaction.atomic
def confirm(*, assessment: Assessment, code: str, who: User) -> None:
    """It is still true: from now on it is said here, by whoever confirms it."""
    waiting = waiting_entry(assessment, code)
    if waiting is None:  # somebody else has decided it
        return
    instrument = instrument_of(assessment)
    kind = next(kind for kind in SAID if code in codes_of(instrument, kind))
    row = held_entry(kind, assessment, code)
    save_entry(row, {name: value_of(name, waiting.said) for name in SAID[kind]}, row.version, who)


@transaction.atomic
def clear(*, assessment: Assessment, code: str) -> None:
    """It is true no more: nothing is said instead."""
    waiting = waiting_entry(assessment, code)
    if waiting is not None:
        waiting.delete()


def waiting_entry(assessment: Assessment, code: str) -> EarlierEntry | None:
    locked = setting_up.lock_assessment(assessment)
    require_sayable(locked)
    return locked.earlier_entries.filter(code=code).first()


def value_of(name: str, said: Mapping[str, Any]) -> object:
    if name == "date":
        return date.fromisoformat(said[name]) if said[name] else None
    return said[name]
