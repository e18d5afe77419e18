"""``manage.py share RESULTS.json --out MEMBER.json``: what may leave, and nothing else."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from assessment.intake.uploads import Refused
from comparing.folder.shared_file import known_instrument, shared_in, shared_text, version_in
from comparing.folder.sharing_words import sharing_words
from comparing.method.shared_document import to_shared_json
from comparing.wording.sharing_table import sharing_table
from operations.command_faults import refuse_command
from reports.folders import write_one


class Command(BaseCommand):
    help = "Write what may leave its organisation of a results.json, and show it as tables."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("results", type=Path, help="the results.json that score wrote")
        parser.add_argument("--out", type=Path, required=True, help="the file to give away")

    def handle(self, *, results: Path, out: Path, **_: Any) -> None:
        try:
            text = shared_text(results)
            shared = shared_in(text, known_instrument(version_in(text)))
            refuse_same_file(results, out)
            write_one(to_shared_json(shared).encode(), out)
        except Refused as error:
            refuse_command(
                self, f"{results.name} was not shared; nothing was written.", error.faults
            )
        except OSError as error:
            refuse_command(self, f"{out} could not be written.", [str(error.strerror)])
        self.stdout.write(sharing_words(sharing_table(shared)))
        self.stdout.write(f"{out} holds what leaves and nothing else. It does not say whose it is.")


def refuse_same_file(results: Path, out: Path) -> None:
    if out.exists() and out.samefile(results):
        raise Refused(["--out names the same file: what stays at home would be lost"])
