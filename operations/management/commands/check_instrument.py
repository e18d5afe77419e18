"""``manage.py check_instrument FILE``: what is wrong with an instrument file, if anything, and what
is worth a second look.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assessment.instruments import find
from operations.command_faults import refuse_command
from questions import Instrument, InstrumentError, read_instrument
from questions.advice import advice
from questions.checks import worded_apart
from questions.reading import DEFAULT_VERSION


class Command(BaseCommand):
    help = "Say what is wrong with an instrument file, with the entry and the fault."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="an instrument file (.toml)")

    def handle(self, *, file: Path, **_: Any) -> None:
        try:
            instrument = read_instrument(file)
        except InstrumentError as error:
            refuse_command(self, f"{file.name} cannot be used.", error.faults)
        else:
            self.stdout.write(
                f"{file.name} can be used: version {instrument.version}, "
                f"{len(instrument.all_items)} items, {len(instrument.standards)} standards, "
                f"{len(instrument.facts)} facts."
            )
            self.warn_of_the_same_revision(instrument)
            for sentence in advice(instrument):
                self.stdout.write(f"Note: {sentence}")

    def warn_of_the_same_revision(self, instrument: Instrument) -> None:
        apart = worded_apart(instrument, find(DEFAULT_VERSION))
        if apart:
            self.stdout.write(
                f"Note: {', '.join(apart)}: the words are not those of {DEFAULT_VERSION}, and the "
                "revision is the same, so over time they count as the same statement. Where they "
                "mean something else, give them a higher revision."
            )
