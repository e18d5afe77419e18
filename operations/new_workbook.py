"""What commands that make an answers workbook share: where it goes, and what they say of it."""

import os
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from operations.command_faults import refuse_command

NOT_WRITTEN = "Nothing was written. With --out FILE.xlsx it is."
ONE_KEEPER = "One trusted keeper, off shared drives, delete it after."


def add_out_option(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="the workbook to write; without it, only look")


def for_one_keeper(path: str, flags: int) -> int:
    """Nobody else on this computer opens a file that holds each person's answers."""
    return os.open(path, flags, 0o600)


def write_workbook(command: BaseCommand, out: Path, made: bytes) -> None:
    try:
        # Exclusive: a workbook somebody has begun to fill in is never written over.
        with open(out, "xb", opener=for_one_keeper) as target:
            target.write(made)
    except FileExistsError:
        refuse_command(command, f"{out} was not written.", ["It exists already: move it away."])
    except OSError as error:
        refuse_command(command, f"{out} was not written.", [f"{error.strerror}."])
