"""A folder of shared results and its ``sharing.csv``: a comparison without a site."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.intake.plain_tables import decoded
from assessment.intake.uploads import Refused
from comparing.folder.shared_file import bytes_of, shared_alike, shared_text
from comparing.folder.sharing_list import NAME, Fault, SharingLine, list_faults, read_list
from comparing.method.members import ComparedMember, figures_of
from comparing.method.sharing import Shared, known_principles
from questions import Instrument

Progress = Callable[[Sequence[SharingLine]], Iterable[SharingLine]]


@dataclass(frozen=True, slots=True)
class FolderShare:
    """A row that shares, and what leaves of its file."""

    line: SharingLine
    shared: Shared

    def member(self) -> ComparedMember:
        return ComparedMember(
            organisation=self.line.organisation,
            programme=self.line.programme,
            figures=figures_of(self.shared),
        )


@dataclass(frozen=True, slots=True)
class Folder:
    """``silent``: the organisations of rows that share nothing."""

    shares: tuple[FolderShare, ...]
    silent: tuple[str, ...]


def read_folder(
    folder: Path, instrument: Instrument, kinds: Collection[str], progress: Progress = iter
) -> Folder:
    """Everything that is shared, cut to what leaves; Refused with every fault there is.

    ``progress`` passes the rows on one by one, as their files are read.
    """
    lines = read_list(list_text(folder))
    faults = [*list_faults(lines, kinds), *place_faults(lines, folder)]
    unreadable = {fault.row for fault in faults if "file" in fault.column}
    found: list[FolderShare] = []
    for line in progress(lines):
        if line.shares and line.row not in unreadable:
            try:
                shared = shared_alike(shared_text(found_file(folder, line.file)), instrument)
                found.append(FolderShare(line, shared))
                faults += enough_faults(line, shared)
            except Refused as error:
                faults += [line.fault("file", f"{line.file}: {why}") for why in error.faults]
    if not any(line.shares for line in lines):
        faults.append(Fault(1, "file", NOBODY))
    if faults:
        raise Refused(map(str, sorted(faults)))
    return Folder(tuple(found), tuple(line.organisation for line in lines if not line.shares))


NOBODY = "nobody shares; write the name of a file where an organisation shares its results"


def enough_faults(line: SharingLine, shared: Shared) -> Iterator[Fault]:
    instrument, known = shared.results.instrument, len(known_principles(shared))
    needed = instrument.thresholds.share_principles
    if known < needed:
        yield line.fault(
            "file",
            f"{line.file}: it cannot be shared: of what leaves, {known} of "
            f"{len(instrument.principles)} principles have a lived-experience view, "
            f"{needed} are needed",
        )


def list_text(folder: Path) -> str:
    try:
        return decoded(bytes_of(folder / NAME))
    except Refused as error:
        raise Refused(f"{folder / NAME}: {why}" for why in error.faults) from error


def place_faults(lines: Iterable[SharingLine], folder: Path) -> Iterator[Fault]:
    """Files outside the folder, and files that two rows name."""
    home = folder.resolve()
    taken: dict[Path, int] = {}
    for line in lines:
        if not line.file or not line.file.isprintable():
            continue
        path = resolved(found_file(home, line.file))
        if path is None or not path.is_relative_to(home):
            yield line.fault("file", f"{line.file}: it lies outside the folder; copy it into it")
            continue
        first = taken.setdefault(path, line.row)
        if first != line.row:
            what = f"{line.file}: row {first} names it already; each has a file of its own"
            yield line.fault("file", what)


def found_file(folder: Path, name: str) -> Path:
    """Its name as a Mac writes it, accents apart, is the same name."""
    path = folder / name
    if path.exists() or name.isascii():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    return next((o for o in beside if unicodedata.normalize("NFC", o.name) == wanted), path)


def resolved(path: Path) -> Path | None:
    """With every link followed; None where links go in circles or the name is none."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return None
