"""``manage.py compare FOLDER --out DIR``: organisations beside each other, without a site."""

from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from assessment.instruments import find
from assessment.intake.uploads import Refused
from comparing.folder.comparison_words import comparison_title, comparison_words
from comparing.folder.members_folder import Folder, read_folder
from comparing.folder.sealed_versions import opened_traces, read_sealed, sealed_trace
from comparing.folder.sharing_list import SharingLine
from comparing.method.comparing import compare
from comparing.method.versions import held_back, refusal, switched
from comparing.round_publications import ROUND_PUBLICATIONS, TitledComparison
from operations.command_faults import refuse_command
from operations.instrument_option import add_instrument_option
from organisations.models import OrganisationKind
from questions import Instrument, InstrumentError
from reports.folders import write_publications
from reports.publications import unbundled

WAIT = 1.5  # seconds before a progress bar appears


class Command(BaseCommand):
    help = "Compare the shared results in FOLDER, as its sharing.csv allows."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="shared results and their sharing.csv")
        parser.add_argument("--out", type=Path, required=True, help="folder for the comparison")
        parser.add_argument(
            "--as",
            dest="viewer",
            metavar="ORGANISATION",
            help="beside the others, its own left out; without it, the collaboration's view",
        )
        parser.add_argument(
            "--previous",
            type=Path,
            metavar="COMPARISON.JSON",
            help="the last one made of these organisations: refused where 1 or 2 differ from it",
        )
        add_instrument_option(parser)

    def handle(self, *, folder: Path, out: Path, instrument: str, **options: Any) -> None:
        try:
            asked = find(instrument)
            found = read_folder(folder, asked, OrganisationKind.values, reading)
            made = made_of(found, asked, options["viewer"], options["previous"])
            files = unbundled(ROUND_PUBLICATIONS)
            writing = write_publications(files, made, out)
            for _ in tqdm(writing, "Writing", len(files), unit="file", delay=WAIT, disable=None):
                pass
        except (Refused, InstrumentError) as error:
            refuse_command(self, f"{folder} was not compared; nothing was written.", error.faults)
        except OSError as error:
            refuse_command(
                self, f"The comparison could not be written to {out}.", [str(error.strerror)]
            )
        self.stdout.write(comparison_words(made.comparison, len(found.silent)))
        self.stdout.write(f"The comparison is in {out}: open comparison.xlsx first.")


def reading(lines: Sequence[SharingLine]) -> Iterable[SharingLine]:
    return tqdm(lines, "Reading", unit="row", delay=WAIT, disable=None)


def made_of(
    found: Folder, instrument: Instrument, viewer: str | None, before: Path | None
) -> TitledComparison:
    """Refused where the viewer shares nothing, or too few differ from the versions before."""
    members = found.members
    own = None if viewer is None else found.member(viewer)
    sealed = () if before is None else read_sealed(before)
    earlier = opened_traces(sealed, instrument)
    if why := refusal(earlier, members, instrument):
        raise Refused([": ".join(filter(None, [", ".join(switched(earlier, members)), why]))])
    held = held_back(earlier, members, instrument, viewers=[own] if own else [])
    comparison = compare(members, instrument, viewer=own, held_back=held)
    return TitledComparison(
        comparison=comparison,
        title=comparison_title(comparison),
        made=timezone.localdate(),
        version=sealed_trace(members, instrument),
        earlier=sealed,
    )
