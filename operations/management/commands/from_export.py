"""``manage.py from_export EXPORT --as PERSPECTIVE --out ANSWERS.xlsx``: from another tool."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assessment.instruments import find
from assessment.intake.uploads import Refused
from operations.command_faults import refuse_command
from operations.export_shown import add_export_options, looked_at
from operations.instrument_option import add_instrument_option
from operations.new_workbook import NOT_WRITTEN, ONE_KEEPER, add_out_option, write_workbook
from papers.exports import Matched, fill
from questions import Instrument, InstrumentError


class Command(BaseCommand):
    help = "Turn what Forms or another survey tool exports into an answers workbook."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("export", type=Path, help="the exported table (.csv, .tsv or .xlsx)")
        add_out_option(parser)
        add_export_options(parser)
        add_instrument_option(parser)

    def handle(
        self,
        *,
        export: Path,
        perspective: str | None,
        mapping: Path | None,
        out: Path | None,
        instrument: str,
        **_: Any,
    ) -> None:
        headline = f"{export.name} was not read; nothing was written."
        try:
            asked = find(instrument)
            matched = looked_at(self, export, asked, perspective=perspective, mapping=mapping)
        except (Refused, InstrumentError) as error:
            refuse_command(self, headline, error.faults)
        if out is None:
            self.stdout.write(NOT_WRITTEN)
        else:
            self.write(matched, asked, out)

    def write(self, matched: Matched, asked: Instrument, out: Path) -> None:
        write_workbook(self, out, fill(matched, asked))
        self.stdout.write(
            f"{out} holds the answers of {len(matched.rows):,} people. Fill in the sheet "
            f"Assessment, then score it. {ONE_KEEPER}"
        )
