"""``manage.py over_time RESULTS.json ... --out DIR``: a programme over time, without a site."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand

from assessment.intake.uploads import Refused
from assessment.method import Marked, marked_from_json
from assessment.method.document_reading import DocumentError
from assessment.method.marks import has_enough
from comparing.folder.shared_file import known_instrument, shared_text, version_in
from operations.command_faults import refuse_command
from reports.closed_assessments import ClosedAssessment, last_two
from reports.folders import write_publications
from reports.publications import offered, unbundled
from reports.wording.about_said import names
from reports.years.choosing import Story
from reports.years.over_time_publications import OVER_TIME_PUBLICATIONS
from reports.years.told import told_of

MADE = datetime(2026, 1, 1, tzinfo=UTC)  # of a report on a site; of a file nobody asks


class Command(BaseCommand):
    help = "Set two or more results.json of a programme after each other: charts and tables."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("results", type=Path, nargs="+", help="the results.json, in any order")
        parser.add_argument("--out", type=Path, required=True, help="folder for the files")

    def handle(self, *, results: Sequence[Path], out: Path, **_: Any) -> None:
        try:
            marked = in_order([one_of(path, number) for number, path in enumerate(results)])
            every = tuple(marked)
            told = told_of(Story(every, last_two(every), ()), marked)
            files = offered(unbundled(OVER_TIME_PUBLICATIONS), told)
            for _path in write_publications(files, told, out):
                pass
        except Refused as error:
            refuse_command(self, "Nothing was written.", error.faults)
        except OSError as error:
            refuse_command(self, f"{out} could not be written.", [str(error.strerror)])
        self.say(marked, told.tally, out)

    def say(
        self,
        marked: dict[ClosedAssessment, Marked],
        tally: Sequence[tuple[str, int]],
        out: Path,
    ) -> None:
        if len({names(one.results.about) for one in marked.values()}) > 1:
            self.stderr.write("Note: the files do not all name the same organisation and programme")
        then, now = last_two(tuple(marked))
        self.stdout.write(f"Then: {then}. Now: {now}.")
        for verdict, number in tally:
            self.stdout.write(f"  {verdict}: {number}")
        self.stdout.write(f"The files are in {out}.")


def one_of(path: Path, number: int) -> tuple[ClosedAssessment, Marked]:
    """An assessment of that file, called by the file's name."""
    try:
        text = shared_text(path)
        instrument = known_instrument(version_in(text))
        marked = marked_from_json(text, instrument)
    except DocumentError as error:
        raise Refused([f"{path}: {error}"]) from error
    except Refused as error:
        raise Refused([f"{path}: {fault}" for fault in error.faults]) from error
    day = marked.results.about.closed
    if day is None:
        raise Refused([f"{path}: it does not say on which day it closed"])
    called = ClosedAssessment(
        UUID(int=number), path.stem, day, number, MADE, instrument.version, has_enough(marked)
    )
    return called, marked


def in_order(
    found: Sequence[tuple[ClosedAssessment, Marked]],
) -> dict[ClosedAssessment, Marked]:
    """The oldest first; two or more, of one method, no two of one day."""
    ordered = sorted(found, key=lambda one: one[0].closed)
    if len(ordered) < 2:
        raise Refused(["two files are needed at least: then and now"])
    if len({one.method for one, _marked in ordered}) > 1:
        raise Refused(["they were made by two methods, whose figures are not compared"])
    for (one, _), (other, _) in pairwise(ordered):
        if one.closed == other.closed:
            raise Refused([f"{one.name} and {other.name} closed on the same day: {one.closed}"])
    return dict(ordered)
