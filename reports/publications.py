"""What can be had of a subject as a file: one list for each, which page, address and command read.

A list ends with all of it as a zip. A new file is a line in its subject's list, a new chart one in
its subject's charts:

| subject | list |
|---|---|
| one closed assessment | ``one.report_publications`` |
| a programme over time | ``years.over_time_publications`` |
| an organisation's programmes | ``programmes.side_by_side_publications`` |
| a round of a collaboration | ``comparing.round_publications`` |
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.drawing.chart import Design, Draw, Picture, always
from reports.zipping import zipped

T = TypeVar("T")

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
JSON = "application/json"
ZIP = "application/zip"
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files in one, by name."""

    files: tuple[tuple[str, "Made"], ...]


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A file with pictures in it; ``write`` is told how they are drawn."""

    write: Callable[[Draw], bytes]


# A picture is drawn by whoever hands it out, who may keep it.
Made = bytes | Picture | Illustrated | Bundle


@dataclass(frozen=True, slots=True)
class Publication(Generic[T]):
    """``words``: what a page calls it. ``shows``: whether there is anything in it to hand out."""

    name: str
    content_type: str
    words: str | Promise
    make: Callable[[T], Made]
    shows: Callable[[T], bool] = always

    @property
    def is_picture(self) -> bool:
        """Had where the page shows it, and not listed with the files."""
        return self.content_type in PICTURES.values()


def bundled(*files: Publication[T]) -> tuple[Publication[T], ...]:
    """A subject's list: the files, and all of them as one."""
    words = _("All of these and every chart, in one file")
    return (*files, Publication("all.zip", ZIP, words, partial(bundle_of, files)))


def bundle_of(files: Sequence[Publication[T]], of: T) -> Bundle:
    return Bundle(tuple((file.name, file.make(of)) for file in offered(files, of)))


def offered(publications: Sequence[Publication[T]], of: T) -> tuple[Publication[T], ...]:
    """Those in which something stands."""
    return tuple(one for one in publications if one.shows(of))


def every_chart(_name: str, _of: object) -> bool:
    return True


def chart_files(
    designs: Mapping[str, Design[Any]],
    picture: Callable[[str, T], Picture],
    shows: Callable[[str, T], bool] = every_chart,
) -> Iterator[Publication[T]]:
    """Each chart as SVG and PNG; ``picture`` and ``shows`` are given its name."""
    for name, design in designs.items():
        make, there_is = partial(picture, name), partial(shows, name)
        for kind, content_type in PICTURES.items():
            yield Publication(f"{name}.{kind}", content_type, design.title, make, there_is)


def finished(name: str, made: Made, draw: Draw) -> bytes:
    """The bytes of a file of that name."""
    if isinstance(made, Bundle):
        return zipped((name, finished(name, one, draw)) for name, one in made.files)
    if isinstance(made, Picture):
        chart = draw(made)
        return chart.png if name.endswith(".png") else chart.svg
    return made.write(draw) if isinstance(made, Illustrated) else made


def unbundled(publications: Sequence[Publication[T]]) -> tuple[Publication[T], ...]:
    """What a folder holds, which needs no file of all the others."""
    return tuple(one for one in publications if one.content_type != ZIP)


def contents(
    publications: Sequence[Publication[T]], of: T, draw: Draw
) -> Iterator[tuple[str, bytes]]:
    """Names and bytes, made one after the other."""
    for one in publications:
        yield one.name, finished(one.name, one.make(of), draw)
