"""``manage.py from_export EXPORT --as PERSPECTIVE --out ANSWERS.xlsx``: from another tool."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assessment.instruments import find
from assessment.intake.uploads import Refused
from operations.command_faults import refuse_command
from operations.exports import Matched, fill, match, read_table
from operations.instrument_option import add_instrument_option
from operations.new_workbook import NOT_WRITTEN, ONE_KEEPER, add_out_option, write_workbook
from questions import Instrument, InstrumentError


class Command(BaseCommand):
    help = "Turn what Forms or another survey tool exports into an answers workbook."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("export", type=Path, help="the exported table (.csv or .xlsx)")
        parser.add_argument(
            "--as",
            dest="perspective",
            metavar="PERSPECTIVE",
            help="whose answers these are, where no column of the export says it",
        )
        add_out_option(parser)
        add_instrument_option(parser)

    def handle(
        self,
        *,
        export: Path,
        perspective: str | None,
        out: Path | None,
        instrument: str,
        **_: Any,
    ) -> None:
        headline = f"{export.name} was not read; nothing was written."
        try:
            asked = find(instrument)
            if perspective and perspective not in asked.perspective:
                known = ", ".join(asked.perspective)
                refuse_command(self, headline, [f"'{perspective}' is none of {known}."])
            matched = match(read_table(export), asked, perspective)
        except (Refused, InstrumentError) as error:
            refuse_command(self, headline, error.faults)
        self.show(matched)
        if matched.faults:
            refuse_command(self, headline, matched.faults)
        if out is None:
            self.stdout.write(NOT_WRITTEN)
        else:
            self.write(matched, asked, out)

    def show(self, matched: Matched) -> None:
        """What each column and each answer is taken for, before anything is done."""
        for text, code in matched.columns:
            self.stdout.write(f"{code:<20} {text}")
        for (text, answer), times in sorted(matched.values.items(), key=lambda one: one[0][1]):
            self.stdout.write(f"{answer:<6}{times:>8,} x {text}")
        for text in matched.left_over:
            self.stdout.write(f"left over: {text}")

    def write(self, matched: Matched, asked: Instrument, out: Path) -> None:
        write_workbook(self, out, fill(matched, asked))
        self.stdout.write(
            f"{out} holds the answers of {len(matched.rows):,} people. Fill in the sheet "
            f"Assessment, then score it. {ONE_KEEPER}"
        )
