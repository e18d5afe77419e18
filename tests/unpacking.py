"""What a file holds, the files within it included."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile


def parts_of(content: bytes, name: str = "") -> Iterator[tuple[str, bytes]]:
    """A workbook is a zip, and may lie in another."""
    if content[:2] != b"PK":
        yield name, content
        return
    with ZipFile(BytesIO(content)) as archive:
        for inner in archive.namelist():
            yield from parts_of(archive.read(inner), f"{name}/{inner}")
