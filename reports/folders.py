"""Files in a folder: all of them, or none."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from assessment.intake.uploads import Refused
from reports.drawing.chart import printed
from reports.publications import Publication, contents

T = TypeVar("T")


def write_publications(
    publications: Sequence[Publication[T]], of: T, folder: Path
) -> Iterator[Path]:
    """Each as a file of its own; as ``write_together``."""
    draw = lru_cache(maxsize=8)(printed)  # a chart's SVG and PNG, and the documents it stands in
    return write_together(contents(publications, of, draw), folder)


def write_together(files: Iterable[tuple[str, bytes]], folder: Path) -> Iterator[Path]:
    """Write every (name, content) into the folder; yields each file's path as it is made.

    A name may have a folder of its own in it: 'north/report.xlsx'.

    The files are made beside the folder and moved in at the end, so a run that fails leaves what
    was there before. Refused where the folder is a file, OSError where it cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise Refused([f"{folder} is a file; --out needs a folder"])
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".report-", dir=folder.parent))
    try:
        made = []
        for name, content in files:
            (work / name).parent.mkdir(exist_ok=True)
            (work / name).write_bytes(content)
            made.append(name)
            yield folder / name
        folder.mkdir(exist_ok=True)
        for name in made:
            (folder / name).parent.mkdir(exist_ok=True)
            (work / name).replace(folder / name)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def write_one(content: bytes, file: Path) -> None:
    """One file, whole or not at all; an earlier one of that name is replaced."""
    if file.is_dir():
        raise Refused([f"{file} is a folder; --out needs a file"])
    for _ in write_together([(file.name, content)], file.parent):
        pass
