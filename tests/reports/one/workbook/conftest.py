"""A report of each of the cast, written once."""

from dataclasses import dataclass

import pytest

from assessment.method import Marked
from reports.one.workbook import report_workbook
from tests.reports.one.workbook.cast import CAST
from tests.reports.one.workbook.files import File


@dataclass(frozen=True, kw_only=True)
class Report(File):
    marked: Marked


def report_of(marked: Marked) -> Report:
    return Report(marked=marked, content=report_workbook(marked))


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    return {name: report_of(made()) for name, made in CAST.items()}


@pytest.fixture(params=CAST)
def report(request: pytest.FixtureRequest, reports: dict[str, Report]) -> Report:
    return reports[request.param]


@pytest.fixture
def trust(reports: dict[str, Report]) -> Report:
    return reports["big trust"]
