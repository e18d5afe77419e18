"""A PDF drawn in a process of its own, which may take only so much time and memory.

Run as a script, without Django. A PDF of 0.9 MB took 1 GB and 21 seconds, one of 0.1 MB more than
two minutes, and nothing inside a process can stop pdfium. The PDF comes by standard input; out go
how many pages it has and, of each, its width, height and grey dots. Nothing is written to disk.
"""

import resource
import struct
import sys

import pypdfium2
from PIL import Image

POINTS_A_MM = 72 / 25.4
SCAN_DOTS_A_MM = 8.0
HALF = 128  # of 255
MEMORY = 400_000_000  # bytes, beside the PDF's own; 600 dots an inch took less than 250 million
SECONDS_A_PAGE = 6  # of processor; a scanned page takes less than one
HEAD = struct.Struct(">II")


def main(bytes_in: int, most_pages: int, most_seconds: int, long_side: int) -> None:
    room = MEMORY + 2 * bytes_in  # as it is read, and as one
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    allow_seconds(most_seconds)
    data, out = sys.stdin.buffer.read(), sys.stdout.buffer
    with pypdfium2.PdfDocument(data) as document:
        out.write(HEAD.pack(len(document), 0))
        if len(document) > most_pages:
            return
        for page in document:
            allow_seconds(most_seconds)
            image = drawn_page(page, long_side)
            out.write(HEAD.pack(*image.size) + image.tobytes())


def allow_seconds(most: int) -> None:
    """For the next page; whoever takes longer is ended by the system."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + 1 + SECONDS_A_PAGE
    resource.setrlimit(resource.RLIMIT_CPU, (min(until, most), most))


def drawn_page(page: pypdfium2.PdfPage, long_side: int) -> Image.Image:
    """Of whatever size the PDF says it has: never more dots than a photograph."""
    longest = max(page.get_size())
    scale = min(SCAN_DOTS_A_MM / POINTS_A_MM, long_side / max(longest, 1))
    image: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    grey = image.convert("L")
    if is_black_and_white(page):  # drawn smoothly it has greys that the scan has not
        grey = grey.point(lambda dot: 255 if dot >= HALF else 0)
    return grey


def is_black_and_white(page: pypdfium2.PdfPage) -> bool:
    images = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    return bool(images) and all(one.get_metadata().bits_per_pixel == 1 for one in images)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
