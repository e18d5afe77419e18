"""Files in one, always the same bytes: no clock and no system is in them."""

import io
from collections.abc import Iterable
from struct import unpack_from
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UNDATED = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold
AS_WRITTEN = b"\0\0\x21\0"  # the same, as a zip writes it: two bytes of time, two of date


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            member = ZipInfo(name, UNDATED)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            archive.writestr(member, content)
    return buffer.getvalue()


def undated(archive: bytes) -> bytes:
    """What another library zipped, without the clock; nothing is packed anew."""
    still = bytearray(archive)
    with ZipFile(io.BytesIO(archive)) as files:
        place = files.start_dir  # of the list at the end, which says everything once more
        for member in files.infolist():
            still[member.header_offset + 10 : member.header_offset + 14] = AS_WRITTEN
            still[place + 12 : place + 16] = AS_WRITTEN
            place += 46 + sum(unpack_from("<HHH", still, place + 28))  # its name, extra and comment
    return bytes(still)
