"""Files in one, always the same bytes: no clock and no system is in them."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UNDATED = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            member = ZipInfo(name, UNDATED)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            archive.writestr(member, content)
    return buffer.getvalue()
