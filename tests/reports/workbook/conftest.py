"""A report of each of the cast, written once."""

import io
import os
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from assessment.method import Marked
from reports.workbook import report_workbook
from tests.reports.workbook.cast import CAST


@dataclass(frozen=True)
class Report:
    marked: Marked
    content: bytes

    @cached_property
    def book(self) -> Workbook:
        return load_workbook(io.BytesIO(self.content))

    @cached_property
    def parts(self) -> dict[str, str]:
        with ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist()}

    def table(self, name: str) -> list[dict[str, object]]:
        """The rows of a sheet's table, by head."""
        sheet = self.book[name]
        (place,) = (table.ref for table in sheet.tables.values())
        heads, *rows = [[cell.value for cell in row] for row in sheet[place]]
        return [dict(zip(heads, row, strict=True)) for row in rows]


def report_of(marked: Marked) -> Report:
    return Report(marked, report_workbook(marked))


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    return {name: report_of(made()) for name, made in CAST.items()}


@pytest.fixture(params=CAST)
def report(request: pytest.FixtureRequest, reports: dict[str, Report]) -> Report:
    return reports[request.param]


@pytest.fixture
def trust(reports: dict[str, Report]) -> Report:
    return reports["big trust"]


@pytest.fixture
def soffice(tmp_path: Path) -> list[str]:
    """The start of a LibreOffice command with a profile of its own."""
    program = shutil.which("soffice")
    if program is None:
        missing = "LibreOffice (soffice) is not installed: no round trip was tried"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
