"""Headings and short lines that only documents need; all else is said as on the page."""

CLEARS = "What would clear it"
COULD = "What could be done"
FIGURES = "The twelve in figures"
FIGURES_READ = "Practice and warning signs run from 0 to 100; a figure that is missing is never 0."
HOW_MADE = "How each number was made is on a sheet of that name in this report's spreadsheet."
LIVED_PRACTICE, LIVED_WARNING = "Lived experience: practice", "Lived experience: warning signs"
FIGURE_HEADS, OTHERS_PRACTICE = ("Principle", LIVED_PRACTICE, LIVED_WARNING), "Others: practice"
LEVEL = "Level"
VOICES = "Who says what"
STRUCTURE = "Structure and essence"
STANDARDS = "The standards"
STANDARD_HEADS = ("Code", "Standard", "Rating", "Evidence")
MECHANISMS = "What presses on it"
MECHANISM_HEADS, MECHANISM_FACTS = ("Mechanism", "Status"), "Facts answered as true here"
PLAN = "What we plan to do"
PLAN_HEADS = ("About", "What", "Who", "By when", "Status")
VIEWS = "Where a group saw it differently"
TWELVE_HEADS = ("No.", "Principle", "Level")
NOTHING = "\N{EN DASH}"
