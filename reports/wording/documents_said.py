"""Headings and short lines that only documents need; all else is said as on the page."""

from collections.abc import Sequence

from assessment.method.marks import Marked
from assessment.method.numbers import Figure, beside
from reports.wording.figures_said import NO_FIGURE

CLEARS = "What would clear it"
COULD = "What could be done"
BORDERLINE = "borderline"
FIGURES = "The twelve in figures"
FIGURES_READ = "Practice and warning signs run from 0 to 100; a figure that is missing is never 0."
LIVED_PRACTICE, LIVED_WARNING = "Lived experience: practice", "Lived experience: warning signs"
FIGURE_HEADS = ("Principle", LIVED_PRACTICE, LIVED_WARNING, "Others: practice", "Level")
VOICES = "Who says what"
STRUCTURE = "Structure and essence"
STANDARDS = "The standards"
STANDARD_HEADS = ("Code", "Standard", "Rating", "Evidence")
MECHANISMS = "What presses on it"
MECHANISM_HEADS = ("Mechanism", "Status", "Facts answered as true here")
PLAN = "What we plan to do"
PLAN_HEADS = ("About", "What", "Who", "By when", "Status")
VIEWS = "Where a group saw it differently"
TWELVE_HEADS = ("No.", "Principle", "Level")
NOTHING = "\N{EN DASH}"


def cuts_of(marked: Marked) -> tuple[float, float]:
    """Where a figure turns from low to middle, and to high."""
    thresholds = marked.results.instrument.thresholds
    return thresholds.low, thresholds.high


def figure_said(figure: Figure, cuts: Sequence[float]) -> str:
    """'59'; '62.4' beside a cut; a missing one is never a nought."""
    return NO_FIGURE if figure is None else beside(figure, cuts)
