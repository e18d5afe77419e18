"""``manage.py answers_template FILE.xlsx``: an answers workbook to fill in."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assessment.instruments import find
from assessment.intake.answers_workbook import write_template
from operations.command_faults import refuse_command
from operations.instrument_option import add_instrument_option
from questions import InstrumentError, Length


class Command(BaseCommand):
    help = "Write an empty answers workbook to fill in, by hand or by a program."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file to write (.xlsx)")
        parser.add_argument(
            "--length", "--form", type=Length, choices=list(Length), default=Length.FULL
        )
        add_instrument_option(parser)

    def handle(self, *, file: Path, length: Length, instrument: str, **_: Any) -> None:
        headline = f"{file} was not written."
        if file.suffix.lower() != ".xlsx":
            refuse_command(self, headline, ["The file's name has to end in .xlsx."])
        try:
            content = write_template(find(instrument), length)
            # Exclusive: a workbook somebody has begun to fill in is never written over.
            with file.open("xb") as target:
                target.write(content)
        except FileExistsError:
            refuse_command(
                self, headline, ["It exists already; choose another name or move it away."]
            )
        except OSError as error:
            refuse_command(self, headline, [f"{error.strerror}."])
        except InstrumentError as error:
            refuse_command(self, headline, error.faults)
        self.stdout.write(
            f"{file} is ready to fill in ({length} length). Once filled in it holds each person's "
            "answers: one trusted keeper, off shared drives, delete it after."
        )
