"""A workbook of each of the cast, written once."""

import datetime
from dataclasses import dataclass

import pytest

from comparing.method.comparing import Comparison
from comparing.workbook import Chosen, comparison_workbook
from tests.comparing.workbook.cast import CAST
from tests.reports.one.workbook.files import File

TITLE = "Peer Led Collaboration, autumn 2026"
MADE = datetime.date(2026, 11, 26)
CHOSEN = (
    Chosen("mutuality", "build", "=Meet every month", 4),
    Chosen("M1", "protect", "Prepare the team first", 7),
)


@dataclass(frozen=True, kw_only=True)
class Told(File):
    comparison: Comparison


def told(comparison: Comparison, **more: object) -> Told:
    content = comparison_workbook(comparison, title=TITLE, made=MADE, **more)
    return Told(content=content, comparison=comparison)


@pytest.fixture(scope="session")
def files() -> dict[str, Told]:
    return {name: told(comparison) for name, comparison in CAST.items()}


@pytest.fixture(params=CAST)
def file(request: pytest.FixtureRequest, files: dict[str, Told]) -> Told:
    return files[request.param]
