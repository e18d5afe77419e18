"""Which instrument a command works with: a bundled version, or a host's own."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings

from questions import Instrument, load
from questions.reading import DEFAULT_VERSION


def add_instrument_option(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--instrument",
        default=DEFAULT_VERSION,
        metavar="VERSION",
        help=f"version of the instrument (default {DEFAULT_VERSION})",
    )


def chosen_instrument(version: str) -> Instrument:
    """InstrumentError names the versions there are, or what is wrong with the file."""
    folder: Path | None = settings.INSTRUMENTS_DIR
    return load(version, folder)
