"""What one perspective releases, held against the naive method."""

from assessment.method.doors import Door
from assessment.method.results import Released
from tests.assessment.method.build import (
    Case,
)

OPEN = {"receiving": Door.OPEN}


def released(case: Case, side: str = "receiving") -> Released:
    """What the perspective releases; the naive method releases the same cells."""
    found = case.results().perspectives[side]
    said = case.naive()["cells"][side]
    for code, cell in found.cells.items():
        assert said[code].get("n") == getattr(cell, "n", None)
        assert said[code].get("value") == getattr(cell, "value", None)
        assert said[code].get("shown") == getattr(cell, "shown", None)
    return found
