"""The option by which a command is told which instrument to work with."""

from argparse import ArgumentParser

from questions.reading import DEFAULT_VERSION


def add_instrument_option(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--instrument",
        default=DEFAULT_VERSION,
        metavar="VERSION",
        help=f"version of the instrument (default {DEFAULT_VERSION})",
    )
