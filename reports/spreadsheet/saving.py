"""The same workbook is always the same bytes: no clock, no machine, no user in the file."""

import datetime
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.writer.excel import ExcelWriter

from reports.spreadsheet.sheet_cells import Cells, printable

UNDATED = datetime.date(1980, 1, 1)  # the earliest that a zip can hold


class StillArchive(ZipFile):
    """A zip whose members carry no time and no system; cells go in where their sheet is written."""

    def __init__(self, file: IO[bytes], cells: Mapping[str, Cells]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self.cells = cells

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        member = ZipInfo(str(zinfo_or_arcname))
        member.compress_type, member.create_system = ZIP_DEFLATED, 0
        super().writestr(member, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """openpyxl hands over each sheet as a file, and nothing else this way."""
        self.writestr(arcname, filled(Path(filename).read_bytes(), self.cells[arcname]))


def filled(sheet: bytes, cells: Cells) -> bytes:
    """A sheet that openpyxl wrote without cells, with its cells."""
    for empty, full in (
        (b"<sheetData></sheetData>", cells.xml()),
        (b'<dimension ref="A1:A1" />', f'<dimension ref="{cells.reach()}" />'.encode()),
    ):
        if sheet.count(empty) != 1:
            raise ValueError(
                f"openpyxl writes sheets in another way: {empty.decode()} is not there"
            )
        sheet = sheet.replace(empty, full)
    return sheet


def saved(
    book: Workbook,
    sheets: Sequence[Cells],
    *,
    title: str,
    creator: str,
    date: datetime.date | None,
) -> bytes:
    """The file; ``sheets`` are the cells of the book's sheets, in their order."""
    book.properties = properties(title, creator, date)
    cells = {f"xl/worksheets/sheet{number}.xml": one for number, one in enumerate(sheets, 1)}
    buffer = io.BytesIO()
    ExcelWriter(book, StillArchive(buffer, cells)).save()
    return buffer.getvalue()


def properties(title: str, creator: str, date: datetime.date | None) -> DocumentProperties:
    """Dated the day of the figures, not of the file."""
    moment = datetime.datetime.combine(date or UNDATED, datetime.time())
    return DocumentProperties(
        title=printable(title)[:255],
        creator=printable(creator)[:255],
        language="en-GB",
        created=moment,
        modified=moment,
    )
