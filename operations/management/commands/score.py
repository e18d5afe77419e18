"""``manage.py score ANSWERS.xlsx --out DIR``: from a filled-in answers workbook to a report.

Or from what a survey tool exported, once somebody has seen what it is taken for.
"""

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand
from tqdm import tqdm

from assessment.instruments import find
from assessment.intake.answers_workbook import AnswerSheet, NotOurs, read_answers
from assessment.intake.answers_workbook.values import as_date, as_name
from assessment.intake.uploads import Refused
from assessment.method import mark, release
from assessment.method.blur import from_key
from assessment.method.results import About
from operations.command_faults import refuse_command
from operations.export_shown import NoStatements, add_export_options, looked_at
from operations.instrument_option import add_instrument_option
from papers.exports import sheet_of
from papers.exports.text_table import ENDINGS
from questions import Instrument, InstrumentError
from reports.folders import write_publications
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.one.terminal_summary import summary
from reports.publications import offered, unbundled

WAIT = 1.5  # seconds before a progress bar appears


class Command(BaseCommand):
    help = "Score a filled-in answers workbook: every file of a report that the site offers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "answers",
            type=Path,
            help="the filled-in answers workbook, or a survey tool's export (.xlsx, .csv, .tsv)",
        )
        parser.add_argument("--out", type=Path, required=True, help="folder for the report")
        add_instrument_option(parser)
        add_export_options(parser)
        parser.add_argument(
            "--as-shown", action="store_true", help="score an export as it was shown before"
        )
        for name in ("organisation", "programme"):
            parser.add_argument(f"--{name}", default="", help="of an export: it does not say")
        parser.add_argument("--closed-on", help="of an export: the day the last answer came")
        parser.add_argument("--mutual", action="store_true", help="of an export: a mutual group's")

    def handle(self, *, answers: Path, out: Path, instrument: str, **options: Any) -> None:
        try:
            asked = find(instrument)
            sheet = self.read(answers, asked, options)
            if sheet is not None:
                self.score(sheet, asked, out)
        except (Refused, InstrumentError) as error:
            refuse_command(
                self, f"{answers.name} was not scored; nothing was written.", error.faults
            )
        except OSError as error:
            refuse_command(
                self, f"The report could not be written to {out}.", [str(error.strerror)]
            )

    def read(
        self, path: Path, instrument: Instrument, options: dict[str, Any]
    ) -> AnswerSheet | None:
        """None of an export that nobody has said yet was shown rightly."""
        if path.suffix.lower() in ENDINGS:
            return self.read_export(path, instrument, options)
        try:
            return read_with_progress(path, instrument)
        except NotOurs as not_ours:
            try:
                return self.read_export(path, instrument, options)
            except NoStatements:
                raise not_ours from None

    def read_export(
        self, path: Path, instrument: Instrument, options: dict[str, Any]
    ) -> AnswerSheet | None:
        about = about_export(options)
        matched = looked_at(
            self,
            path,
            instrument,
            perspective=options["perspective"],
            mapping=options["mapping"],
        )
        sheet = sheet_of(matched, instrument, replace(about, length=matched.length))
        if options["as_shown"]:
            return sheet
        self.stdout.write("Nothing was scored. If all this is right, add --as-shown.")
        return None

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


def about_export(options: dict[str, Any]) -> About:
    """What an answers workbook says on its sheet Assessment; Refused where it is wrong."""
    found: dict[str, Any] = {}
    faults: list[str] = []
    readers: dict[str, Callable[[Any], Any]] = {
        "organisation": as_name,
        "programme": as_name,
        "closed_on": as_date,
    }
    for name, read in readers.items():
        try:
            found[name] = read(options[name])
        except ValueError as error:
            faults.append(f"--{name.replace('_', '-')}: {error}")
    if faults:
        raise Refused(faults)
    return About(
        organisation=found["organisation"],
        programme=found["programme"],
        closed=found["closed_on"],
        mutual=options["mutual"],
    )


def strings_of(sheet: AnswerSheet) -> dict[str, list[str]]:
    """What the same steps are drawn for again: each respondent's answers, by perspective."""
    return {code: one.responses.strings() for code, one in sheet.answered.items()}


def read_with_progress(path: Path, instrument: Instrument) -> AnswerSheet:
    with tqdm(desc="Reading", unit=" rows", delay=WAIT, disable=None) as bar:
        return read_answers(path, instrument, progress=lambda rows: move(bar, rows))


def move(bar: "tqdm[NoReturn]", rows: int) -> None:
    bar.update(rows - bar.n)
