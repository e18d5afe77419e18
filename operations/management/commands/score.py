"""``manage.py score ANSWERS.xlsx --out DIR``: from a filled-in answers workbook to a report."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand
from tqdm import tqdm

from assessment.instruments import find
from assessment.intake.answers_workbook import AnswerSheet, read_answers
from assessment.intake.uploads import Refused
from assessment.method import mark, release
from assessment.method.blur import from_key
from operations.command_faults import refuse_command
from operations.instrument_option import add_instrument_option
from questions import Instrument, InstrumentError
from reports.folders import write_publications
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.one.terminal_summary import summary
from reports.publications import offered, unbundled

WAIT = 1.5  # seconds before a progress bar appears


class Command(BaseCommand):
    help = "Score a filled-in answers workbook: every file of a report that the site offers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("answers", type=Path, help="the filled-in answers workbook (.xlsx)")
        parser.add_argument("--out", type=Path, required=True, help="folder for the report")
        add_instrument_option(parser)

    def handle(self, *, answers: Path, out: Path, instrument: str, **_: Any) -> None:
        try:
            asked = find(instrument)
            sheet = read_with_progress(answers, asked)
            self.score(sheet, asked, out)
        except (Refused, InstrumentError) as error:
            refuse_command(
                self, f"{answers.name} was not scored; nothing was written.", error.faults
            )
        except OSError as error:
            refuse_command(
                self, f"The report could not be written to {out}.", [str(error.strerror)]
            )

    def score(self, sheet: AnswerSheet, instrument: Instrument, out: Path) -> None:
        marked = mark(
            release(
                instrument,
                about=sheet.about,
                own_part=sheet.own_part,
                answered=sheet.answered,
                steps=from_key(settings.SECRET_KEY, strings_of(sheet)),
            )
        )
        report = PlannedReport(marked)
        files = offered(unbundled(REPORT_PUBLICATIONS), report)
        writing = write_publications(files, report, out)
        for _ in tqdm(writing, "Writing", len(files), unit="file", delay=WAIT, disable=None):
            pass
        for note in sheet.notes:
            self.stderr.write(f"Note: {note}")
        self.stdout.write(summary(marked))
        self.stdout.write(f"The report is in {out}: open board.pdf first.")


def strings_of(sheet: AnswerSheet) -> dict[str, list[str]]:
    """What the same steps are drawn for again: each respondent's answers, by perspective."""
    return {code: one.responses.strings() for code, one in sheet.answered.items()}


def read_with_progress(path: Path, instrument: Instrument) -> AnswerSheet:
    with tqdm(desc="Reading", unit=" rows", delay=WAIT, disable=None) as bar:
        return read_answers(path, instrument, progress=lambda rows: move(bar, rows))


def move(bar: "tqdm[NoReturn]", rows: int) -> None:
    bar.update(rows - bar.n)
