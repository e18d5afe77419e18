"""``manage.py compare FOLDER --out DIR``: a round of organisations, without a site."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.text import slugify
from tqdm import tqdm

from assessment.instruments import find
from assessment.intake.uploads import Refused
from comparing.folder.comparison_words import comparison_words
from comparing.folder.ledger_file import NAME as LEDGER
from comparing.folder.ledger_file import key_in, ledger_json, read_ledgers
from comparing.folder.members_folder import read_folder
from comparing.folder.round_folder import FolderRound, round_of
from comparing.folder.sharing_list import SharingLine
from comparing.method.counted_once import Digests
from comparing.method.members import Way
from comparing.method.seen import SeenRound
from comparing.round_publications import round_publications
from operations.command_faults import refuse_command
from operations.instrument_option import add_instrument_option
from organisations.models import OrganisationKind
from questions import InstrumentError
from reports.drawing.chart import printed
from reports.folders import write_together
from reports.publications import contents, offered, unbundled

WAIT = 1.5  # seconds before a progress bar appears
LONGEST = 60  # characters of a member's folder


class Command(BaseCommand):
    help = "Compare the shared results in FOLDER, as its sharing.csv says: anonymously, or by name."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="shared results and their sharing.csv")
        parser.add_argument("--out", type=Path, required=True, help="folder for the comparison")
        parser.add_argument(
            "--by-name", action="store_true", help="everyone by name; otherwise anonymously"
        )
        parser.add_argument(
            "--as",
            dest="viewer",
            metavar="ORGANISATION",
            help="as one of them sees it; without it, the collaboration's own view",
        )
        parser.add_argument(
            "--all", dest="everybody", action="store_true", help="a folder for each of them too"
        )
        parser.add_argument(
            "--key",
            type=Path,
            metavar="FILE",
            help="the key of the ledgers, any text that nobody guesses (otherwise SECRET_KEY)",
        )
        parser.add_argument(
            "--beside",
            type=Path,
            nargs="+",
            action="extend",
            default=[],
            metavar="LEDGER",
            help=f"the {LEDGER} of each round before: what counted there does not count again",
        )
        add_instrument_option(parser)

    def handle(self, *, folder: Path, out: Path, **options: Any) -> None:
        try:
            refuse_beside_a_ledger(options["viewer"], out)
            digests = Digests(the_key(options["key"]))
            found = compared(folder, options, digests)
            viewer = options["viewer"] and found.member_named(options["viewer"])
            seen = found.seen_by(viewer) if viewer else found.whole
            members = member_files(found) if options["everybody"] else ()
            write_files(chain(files_of(found, seen, digests, own_run=not viewer), members), out)
        except (Refused, InstrumentError) as error:
            refuse_command(self, f"{folder} was not compared; nothing was written.", error.faults)
        except OSError as error:
            refuse_command(
                self, f"The comparison could not be written to {out}.", [str(error.strerror)]
            )
        self.stdout.write(comparison_words(found, seen))
        self.stdout.write(f"The comparison is in {out}: open comparison.xlsx first.")
        if not viewer:
            self.stdout.write(f"Keep {LEDGER} to yourself, and name it with --beside next time.")


def refuse_beside_a_ledger(viewer: str | None, out: Path) -> None:
    """A member's view in the folder of a whole round would be handed on together with it."""
    if viewer and (out / LEDGER).exists():
        raise Refused([f"{out} holds {LEDGER} of a round: write a member's own view elsewhere"])


def the_key(file: Path | None) -> bytes:
    return settings.SECRET_KEY.encode() if file is None else key_in(file)


def compared(folder: Path, options: dict[str, Any], digests: Digests) -> FolderRound:
    """Every fault at once: of the list, of its files and of the ledgers."""
    instrument = find(options["instrument"])
    faults: list[str] = []
    try:
        before = read_ledgers(options["beside"], digests)
    except Refused as error:
        faults += error.faults
    try:
        found = read_folder(folder, instrument, OrganisationKind.values, reading)
    except Refused as error:
        faults += error.faults
    if faults:
        raise Refused(faults)
    way = Way.BY_NAME if options["by_name"] else Way.ANONYMOUS
    return round_of(found, way, instrument, digests=digests, before=before)


def reading(lines: Sequence[SharingLine]) -> Iterable[SharingLine]:
    return tqdm(lines, "Reading", unit="row", delay=WAIT, disable=None)


Files = Iterable[tuple[str, bytes]]


def files_of(found: FolderRound, seen: SeenRound, digests: Digests, *, own_run: bool) -> Files:
    """The ledger only with the collaboration's own view."""
    files = offered(unbundled(round_publications(seen)), seen)
    yield from contents(files, seen, lru_cache(maxsize=1)(printed))
    if own_run:
        yield LEDGER, ledger_json(found.entries, digests, seen.instrument.method)


def member_files(found: FolderRound) -> Iterator[tuple[str, bytes]]:
    """Each member's own view, in a folder of its own."""
    taken: set[str] = set()
    for organisation in found.organisations:
        home = folder_name(organisation, taken)
        seen = found.seen_by(organisation)
        files = offered(unbundled(round_publications(seen)), seen)
        for name, content in contents(files, seen, lru_cache(maxsize=1)(printed)):
            yield f"{home}/{name}", content


def folder_name(organisation: str, taken: set[str]) -> str:
    plain = slugify(organisation, allow_unicode=True)[:LONGEST] or "member"
    names = (plain, *(f"{plain}-{number}" for number in range(2, len(taken) + 3)))
    name = next(one for one in names if one not in taken)
    taken.add(name)
    return name


def write_files(files: Files, out: Path) -> None:
    for _ in tqdm(write_together(files, out), "Writing", unit="file", delay=WAIT, disable=None):
        pass
