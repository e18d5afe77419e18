"""The first sheet: what this is and is not, where one's own figures lie, what may not be shown."""

from collections.abc import Iterator, Mapping

from assessment.method.language import capital, listed
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.comparing import NAMED_ALONE, Comparison
from comparing.method.counting import Third
from comparing.method.members import MECHANISMS, PARTS, PRINCIPLES
from comparing.workbook.compared_words import PARTS as PART_NAMES
from comparing.workbook.compared_words import (
    compared_names,
    mean_head,
    organisations,
    others,
    reasons_of,
    third_words,
)
from comparing.workbook.radar_below import RadarBelow, radar_below_said, write_radar_below
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row

COLUMNS = (
    Column("Part", 24, Look.STRONG),
    Column("About", 30),
    Column("Finding", 31),
    Column("In words", 92),
)
POINTER = (
    "A picture of the twelve principles stands below this list; how each figure is made, and what "
    "sharing protects, is on the sheet How each number was made."
)
NOT_A_RANK = (
    "Organisations are not put in an order, and no highest or lowest member is shown. Somebody is "
    "always in the lower third, even where all do well. A figure that may not be shown is missing "
    "and never 0."
)
IS = (
    "A way to find whom to talk with, and what about: what people with lived experience of each "
    "organisation say of the twelve principles, beside what they say in others. Each organisation "
    "counts once."
)


def summary_page(comparison: Comparison, line: str) -> Page:
    drawn = RadarBelow(
        title="The twelve principles, 0 to 100",
        what="the twelve principles of peer support",
        head="Principle",
        labels={code: one.short_name for code, one in comparison.instrument.principle.items()},
        column=1,
        beside=4,
        size=(16.5, 13.2),
    )
    return Page(
        name="Summary",
        title="Peer support compared",
        notes=(comparison.instrument.caution, line, POINTER),
        columns=COLUMNS,
        rows=[
            *about_rows(comparison),
            *picture_rows(comparison, drawn),
            *third_rows(comparison),
            *level_count_rows(comparison),
            *reason_rows(comparison),
        ],
        filters=False,
        below=lambda written: write_radar_below(written, comparison, PRINCIPLES, drawn),
    )


def about_rows(comparison: Comparison) -> Iterator[Row]:
    part, viewer = "This comparison", comparison.viewer
    if viewer:
        said = "Its own figures stand beside the others'; it is not counted among the others."
        yield part, "Whose view", viewer.name, said
    else:
        said = "All who share are counted; nobody's own figure stands beside them."
        yield part, "Whose view", "The collaboration as a whole", said
    yield part, "Who shares", organisations(comparison.sharing), sharing_counted(comparison)
    yield part, "What it is", "Something to talk about", IS
    yield part, "What it is not", "Never a rank or a league table", NOT_A_RANK


def sharing_counted(comparison: Comparison) -> str:
    named = len(comparison.named)
    anonymous = comparison.sharing - named
    if not comparison.sharing:
        return "Nobody shares yet, so there is nothing to compare."
    return f"{capital(count_or_none(named))} by name and {count_or_none(anonymous)} anonymously."


def count_or_none(number: int) -> str:
    return f"{number}" if number else "none"


def picture_rows(comparison: Comparison, drawn: RadarBelow) -> Iterator[Row]:
    said = radar_below_said(comparison, PRINCIPLES, drawn.labels)
    about = "Own beside the others" if comparison.viewer else "Over all who share"
    yield PART_NAMES[PRINCIPLES], about, mean_head(comparison), said


def third_rows(comparison: Comparison) -> Iterator[Row]:
    """In each part, which figures of one's own lie in which third of the others'."""
    for part in PARTS if comparison.viewer else ():
        found = comparison.part(part)
        for third in (Third.UPPER, Third.MIDDLE, Third.LOWER):
            names = names_chosen(
                comparison, part, {c: one.third is third for c, one in found.items()}
            )
            if names:
                finding = f"{third_words(third)}: {len(names)} of {len(found)}"
                yield PART_NAMES[part], "Own lies in the others'", finding, f"{listed(names)}."


def names_chosen(comparison: Comparison, part: str, chosen: Mapping[str, bool]) -> list[str]:
    names = compared_names(comparison.instrument)
    return [names[part, code] for code, is_chosen in chosen.items() if is_chosen]


def level_count_rows(comparison: Comparison) -> Iterator[Row]:
    """What most organisations show; what is Holding first."""
    for part, word in (
        (PRINCIPLES, Level.HOLDING),
        (PRINCIPLES, Level.UNDER_PRESSURE),
        (PRINCIPLES, Level.AT_RISK),
        (MECHANISMS, Status.PRESENT),
        (MECHANISMS, Status.SIGNS),
    ):
        found = comparison.part(part).items()
        counts = {code: one.counts[word] for code, one in found if one.counts}
        if most := max(counts.values(), default=0):
            names = names_chosen(comparison, part, {code: n == most for code, n in counts.items()})
            finding = f"{most} {others(comparison)}"
            yield PART_NAMES[part], f"Most often {word}", finding, f"{listed(names)}."


def reason_rows(comparison: Comparison) -> Iterator[Row]:
    """Every reason once, with the figures that it is about; how they are counted comes last."""
    for part in PARTS:
        found = comparison.part(part)
        reasons = dict.fromkeys(r for one in found.values() for r in reasons_of(one))
        for reason in sorted(reasons, key=NAMED_ALONE.__eq__):
            about = {code: reason in reasons_of(one) for code, one in found.items()}
            names = names_chosen(comparison, part, about)
            heading = "How counted" if reason == NAMED_ALONE else "Not shown, and why"
            every = len(names) == len(found)
            said = capital(reason) + ("." if every else f": {listed(names)}.")
            yield heading, PART_NAMES[part], f"{len(names)} of {len(found)} figures", said
