"""A folder of shared results and its ``sharing.csv``: a comparison without a site."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.intake.uploads import Refused
from comparing.folder.shared_file import shared_in, shared_text
from comparing.folder.sharing_list import NAME, Fault, SharingLine, folded, list_faults, read_list
from comparing.method.members import ComparedMember, Figures, Sharing, figures_of
from questions import Instrument

Progress = Callable[[Sequence[SharingLine]], Iterable[SharingLine]]


@dataclass(frozen=True, slots=True)
class Folder:
    """``members``: those who share; ``silent``: the names of those who share nothing."""

    members: tuple[ComparedMember, ...]
    silent: tuple[str, ...]

    def member(self, name: str) -> ComparedMember:
        """Who is to see the comparison; Refused where nobody of that name shares."""
        for one in self.members:
            if folded(one.name) == folded(name):
                return one
        if folded(name) in map(folded, self.silent):
            raise Refused([f"{name}: {SILENT}"])
        raise Refused([f"--as: there is no '{name}' in {NAME}; write the name as it stands there"])


def read_folder(
    folder: Path, instrument: Instrument, kinds: Collection[str], progress: Progress = iter
) -> Folder:
    """Everything that is shared, cut to what leaves; Refused with every fault there is.

    ``progress`` passes the rows on one by one, as their files are read.
    """
    lines = read_list(list_text(folder))
    faults = [*list_faults(lines, kinds), *place_faults(lines, folder)]
    unreadable = {fault.row for fault in faults if "file" in fault.column}
    found: list[tuple[SharingLine, Figures]] = []
    for line in progress(lines):
        if line.shares and line.row not in unreadable:
            try:
                shared = shared_in(shared_text(folder / line.file), instrument)
                found.append((line, figures_of(shared)))
            except Refused as error:
                faults += [line.fault("file", f"{line.file}: {why}") for why in error.faults]
    if not any(line.shares for line in lines):
        faults.append(Fault(1, "sharing", NOBODY))
    if faults:
        raise Refused(map(str, sorted(faults)))
    return Folder(
        members=tuple(member_of_line(line, figures) for line, figures in found),
        silent=tuple(line.organisation for line in lines if not line.shares),
    )


SILENT = "a member that shares nothing sees nothing of the others; let it share, and it may"
NOBODY = "nobody shares; write anonymous or named where an organisation shares its results"


def list_text(folder: Path) -> str:
    try:
        return shared_text(folder / NAME)
    except Refused as error:
        raise Refused(f"{folder / NAME}: {why}" for why in error.faults) from error


def member_of_line(line: SharingLine, figures: Figures) -> ComparedMember:
    sharing = Sharing(line.sharing)
    return ComparedMember(name=line.organisation, kind=line.kind, sharing=sharing, figures=figures)


def place_faults(lines: Iterable[SharingLine], folder: Path) -> Iterator[Fault]:
    """Files outside the folder, and files that two organisations name, sharing or not."""
    home = folder.resolve()
    taken: dict[Path, int] = {}
    for line in lines:
        if not line.file or not line.file.isprintable():
            continue
        path = resolved(home / line.file)
        if path is None or not path.is_relative_to(home):
            yield line.fault("file", f"{line.file}: it lies outside the folder; copy it into it")
            continue
        first = taken.setdefault(path, line.row)
        if first != line.row:
            what = f"{line.file}: row {first} names it already; each has a file of its own"
            yield line.fault("file", what)


def resolved(path: Path) -> Path | None:
    """With every link followed; None where links go in circles or the name is none."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return None
