"""A workbook as a test reads it: its book, its parts and the table of a sheet."""

import io
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@dataclass(frozen=True, kw_only=True)
class File:
    content: bytes

    @cached_property
    def book(self) -> Workbook:
        return load_workbook(io.BytesIO(self.content))

    @cached_property
    def parts(self) -> dict[str, str]:
        with ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist()}

    @cached_property
    def charts(self) -> list[ElementTree.Element]:
        names = sorted(name for name in self.parts if name.startswith("xl/charts/chart"))
        return [ElementTree.fromstring(self.parts[name]) for name in names]

    def table(self, name: str) -> list[dict[str, object]]:
        """The rows of a sheet's table, by head; none where the sheet is left out."""
        if name not in self.book:
            return []
        sheet = self.book[name]
        (place,) = (table.ref for table in sheet.tables.values())
        heads, *rows = [[cell.value for cell in row] for row in sheet[place]]
        return [dict(zip(heads, row, strict=True)) for row in rows]


def cached(reference: ElementTree.Element) -> dict[int, str]:
    """What a chart holds of the cells that it points at, by place."""
    return {int(p.get("idx")): p.find(f"{CHART}v").text for p in reference.iter(f"{CHART}pt")}


def pointed_at(file: File, reference: ElementTree.Element) -> dict[int, object]:
    sheet, place = reference.find(f"{CHART}f").text.rsplit("!", 1)
    cells = file.book[sheet.strip("'")][place.replace("$", "")]
    rows = cells if isinstance(cells, tuple) else ((cells,),)
    return {n: row[0].value for n, row in enumerate(rows) if row[0].value is not None}
