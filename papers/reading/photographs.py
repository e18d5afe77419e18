"""Photographs and scans as grey pictures, each no larger than reading needs.

Strangers' files: what one may hold is counted before it is unpacked. The codes of a page say which
way is up, so what a camera notes about that is not asked.
"""

import io
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from organisations.logos import MOST_SCANS, SCAN, UNREADABLE
from organisations.refusal import Refusal
from papers.reading import drawn_apart
from papers.reading.drawn_apart import HEAD

MB = 1_000_000
PIXELS = (
    50_000_000  # of one picture before it is made smaller; today's phones have 12 to 50 million
)
LONG_SIDE = 2600  # 8 to 9 dots a millimetre of a sheet that fills the picture
DRAWER = str(Path(drawn_apart.__file__))


@dataclass(frozen=True, slots=True)
class PaperLimits:
    """``bytes_each``, ``bytes_all``: of the files. ``pages``: pictures and pages of PDF, in all.
    ``seconds``: of a processor, that drawing one PDF may take."""

    bytes_each: int
    bytes_all: int
    pages: int
    seconds: int = 60


ON_SITE = PaperLimits(bytes_each=15 * MB, bytes_all=60 * MB, pages=60)
ON_COMMAND_LINE = PaperLimits(bytes_each=500 * MB, bytes_all=2_000 * MB, pages=2_000, seconds=3600)


@dataclass(frozen=True, slots=True)
class Named:
    """A file as it came: what it is called and what is in it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """``place``: 'scan.pdf, page 3', as people find it again."""

    place: str
    grey: Image.Image


def check(files: list[Named], limits: PaperLimits) -> None:
    """Refusal before anything is unpacked."""
    for one in files:
        if len(one.data) > limits.bytes_each:
            most = limits.bytes_each // MB
            raise Refusal(f"{one.name} is larger than {most} MB.")
    if sum(len(one.data) for one in files) > limits.bytes_all:
        raise Refusal(f"These files are larger than {limits.bytes_all // MB} MB in all.")
    if len(files) > limits.pages:
        raise too_many(limits)


def too_many(limits: PaperLimits) -> Refusal:
    return Refusal(f"More than {limits.pages} pictures or pages: please send them in parts.")


def pictures(files: list[Named], limits: PaperLimits) -> Iterator[Picture]:
    """One after the other, so that one at a time is in memory. Refusal names the file."""
    check(files, limits)
    left = limits.pages
    for one in files:
        for picture in of_file(one, left, limits):
            left -= 1
            yield picture


def of_file(one: Named, left: int, limits: PaperLimits) -> Iterator[Picture]:
    if one.data[:1024].lstrip().startswith(b"%PDF"):
        yield from of_pdf(one, left, limits)
    else:
        if left < 1:
            raise too_many(limits)
        yield Picture(one.name, photograph(one))


def photograph(one: Named) -> Image.Image:
    try:
        with Image.open(io.BytesIO(one.data), formats=("JPEG", "PNG")) as opened:
            if opened.width * opened.height > PIXELS:
                raise Refusal(f"{one.name} has more than {PIXELS // 1_000_000} million dots.")
            # Of those that grow sharper alone: a film behind a phone's picture may hold the mark.
            if opened.info.get("progressive") and one.data.count(SCAN) > MOST_SCANS:
                raise Refusal(f"{one.name} goes over its picture too often: save it anew.")
            opened.draft("L", (LONG_SIDE, LONG_SIDE))  # a JPEG is made smaller as it is unpacked
            return reduced(grey_of(opened))
    except UNREADABLE as error:
        raise Refusal(
            f"{one.name} is no JPEG, PNG or PDF that can be read. Save it as one of these: on an "
            "iPhone choose Settings, Camera, Formats, Most Compatible."
        ) from error


def grey_of(opened: Image.Image) -> Image.Image:
    """What is clear is paper; of 16 bits a dot, which Pillow would cut off, the upper eight."""
    if opened.mode.startswith("I"):
        return opened.convert("I").point(lambda dot: dot / 256).convert("L")
    if opened.has_transparency_data:
        paper = Image.new("RGBA", opened.size, "white")
        return Image.alpha_composite(paper, opened.convert("RGBA")).convert("L")
    return opened.convert("L")


def reduced(grey: Image.Image) -> Image.Image:
    longest = max(grey.size)
    if longest <= LONG_SIDE:
        return grey
    scale = LONG_SIDE / longest
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return grey.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def of_pdf(one: Named, left: int, limits: PaperLimits) -> Iterator[Picture]:
    """Drawn by another process, which ends before a PDF that was made to do harm has done it."""
    numbers = map(str, (len(one.data), left, limits.seconds, LONG_SIDE))
    asked = [sys.executable, "-I", DRAWER, *numbers]
    with subprocess.Popen(  # noqa: S603 - our own script; what is a stranger's goes by its input
        asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    ) as drawer:
        try:
            hand_over(one.data, drawer)
            pages, _none = HEAD.unpack(taken_from(drawer, HEAD.size, one))
            if pages > left:
                raise too_many(limits)
            for number in range(1, pages + 1):
                size = HEAD.unpack(taken_from(drawer, HEAD.size, one))
                dots = taken_from(drawer, size[0] * size[1], one)
                yield Picture(f"{one.name}, page {number}", Image.frombytes("L", size, dots))
        finally:
            drawer.kill()  # also where nobody takes the rest


def hand_over(data: bytes, drawer: "subprocess.Popen[bytes]") -> None:
    assert drawer.stdin is not None
    with suppress(BrokenPipeError):  # it has ended, and ``taken_from`` says why
        drawer.stdin.write(data)
    with suppress(BrokenPipeError):
        drawer.stdin.close()


def taken_from(drawer: "subprocess.Popen[bytes]", size: int, one: Named) -> bytes:
    assert drawer.stdout is not None
    data = drawer.stdout.read(size)
    if len(data) == size:
        return data
    if drawer.wait() < 0:  # ended by the system, for time or memory
        raise Refusal(f"{one.name} asks too much work of this site: send its pages as pictures.")
    raise Refusal(f"{one.name} is no PDF that can be read.")
