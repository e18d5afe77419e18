"""Below a table: a list of own figures and the others' means, and the radar that draws them."""

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.worksheet.pagebreak import Break

from assessment.method.numbers import one_decimal
from comparing.method.comparing import Comparison
from comparing.workbook.compared_words import mean_head
from reports.spreadsheet.fitting import LINE
from reports.spreadsheet.looks import Look
from reports.spreadsheet.native_radar import (
    Listing,
    NativeLine,
    Spot,
    described,
    place,
    radar,
    write_listing,
)
from reports.spreadsheet.writing import Written

HIGH = 22  # points; so the list is about as high as the radar


@dataclass(frozen=True, slots=True, kw_only=True)
class RadarBelow:
    """A radar of one part. ``what`` is for its alt text; ``labels`` are by code.

    The list begins in ``column`` and the radar, ``size`` wide and high in cm, in column ``beside``.
    """

    title: str
    what: str
    head: str
    labels: Mapping[str, str]
    column: int
    beside: int
    size: tuple[float, float]
    head_lines: int = 1


def write_radar_below(
    written: Written, comparison: Comparison, part: str, drawn: RadarBelow
) -> None:
    """On a page of its own; the title and a sentence where there is nothing to draw."""
    row, lines = written.last + 2, compared_radar_lines(comparison, part)
    written.cells.write(row, 1, drawn.title, Look.PART)
    written.cells.write(row + 1, 1, radar_below_said(comparison, part, drawn.labels), Look.NOTE)
    if any(figure is not None for line in lines for figure in line.figures):
        written.sheet.row_breaks.append(Break(id=row - 1))
        draw_radar_below(written, row + 2, drawn, lines)


def draw_radar_below(
    written: Written, row: int, drawn: RadarBelow, lines: list[NativeLine]
) -> None:
    labels = list(drawn.labels.values())
    listing = Listing(
        sheet=written.sheet,
        cells=written.cells,
        column=drawn.column,
        row=row,
        head=drawn.head,
        labels=labels,
        lines=lines,
    )
    write_listing(listing)
    written.cells.heights[row] = drawn.head_lines * LINE + 4
    for number in range(row + 1, row + 1 + len(labels)):
        written.cells.heights[number] = HIGH
    where = Spot(drawn.beside, row, *drawn.size)
    place(written.sheet, radar(listing), where, described(drawn.what, labels, lines))


def compared_radar_lines(comparison: Comparison, part: str) -> list[NativeLine]:
    """Own, where somebody looks, is solid; a mean is dashed on every chart."""
    found = comparison.part(part).values()
    means = NativeLine(mean_head(comparison), [one_decimal(one.mean) for one in found], solid=False)
    if not comparison.viewer:
        return [means]
    return [NativeLine("Own", [one_decimal(one.own) for one in found], solid=True), means]


def radar_below_said(comparison: Comparison, part: str, labels: Mapping[str, str]) -> str:
    """The sentence that the radar means."""
    found = comparison.part(part)
    if comparison.viewer:
        gaps = {
            labels[code]: one.own - one.mean
            for code, one in found.items()
            if one.own is not None and one.mean is not None
        }
        return beside_others(gaps) if gaps else "Own and the others' mean are nowhere both known."
    means = {labels[code]: one.mean for code, one in found.items() if one.mean is not None}
    if not means:
        return "No mean may be shown yet, so there is no line to draw."
    top, low = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
    return (
        f"Over all who share, the mean is highest for {top} ({one_decimal(means[top]):.1f}) and "
        f"lowest for {low} ({one_decimal(means[low]):.1f})."
    )


def beside_others(gaps: Mapping[str, float]) -> str:
    """``gaps``: own less the others' mean, by label."""
    top, low = max(gaps, key=gaps.__getitem__), min(gaps, key=gaps.__getitem__)
    above = sum(gap > 0 for gap in gaps.values())
    said = [f"Own is above the others' mean for {above} of {len(gaps)}"]
    if gaps[top] > 0:
        said.append(f"most for {top} ({one_decimal(gaps[top]):.1f} above)")
    if gaps[low] < 0:
        said.append(f"furthest below for {low} ({one_decimal(-gaps[low]):.1f} below)")
    return ", ".join(said) + "."
