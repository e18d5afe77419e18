"""The map: structure across, essence up, the profiles as regions (docs/method.md section 7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.method.marks import Marked
from assessment.method.structure import Profile
from questions import Thresholds
from reports.drawing.lettering import width, wrapped
from reports.drawing.markers import Marker
from reports.drawing.parts import Paragraph, SheetPart
from reports.drawing.sheet import Sheet, Spot
from reports.drawing.style import ASIDE, BOLD, PAPER, QUIET, RULE, TEAL, TINT, Fill, Letters
from reports.wording.profile_said import map_sentence

LEFT, SIDE = 30.0, 110.0  # mm
POINT_MARKER = Marker("o", TEAL, size=11, above=6)


def structure_and_essence(marked: Marked) -> Iterator[SheetPart]:
    yield Paragraph(map_sentence(marked), most=5)
    thresholds = marked.results.instrument.thresholds
    yield Plane(thresholds, marked.structure.profile, place_of(marked))


def place_of(marked: Marked) -> Spot | None:
    """(structure, essence), or None where either is missing."""
    found = marked.structure
    if found.formal is None or found.essence is None:
        return None
    return found.formal, found.essence


@dataclass(frozen=True, slots=True)
class Plane:
    """The region of ``profile`` stands out; ``here`` is the organisation's place, if it has one."""

    thresholds: Thresholds
    profile: Profile
    here: Spot | None

    def draw(self, sheet: Sheet) -> None:
        top = sheet.bottom + 4
        for region in regions(self.thresholds):
            draw_region(sheet, top, region, self.profile, self.here)
        frame = [spot(top, *corner) for corner in box(0, 0, 100, 100)]
        sheet.area(frame, Fill(edge=RULE, width=1, above=1))
        scales(sheet, top, self.thresholds)
        if self.here:
            place = spot(top, *self.here)
            sheet.marks([place], Marker("o", PAPER, size=15, above=5))
            sheet.marks([place], POINT_MARKER, name="point")
        sheet.bottom = top + SIDE + 13


@dataclass(frozen=True, slots=True)
class Region:
    """Corners in (structure, essence), and where its name may stand, the best place first."""

    profile: Profile
    corners: tuple[Spot, ...]
    places: tuple[Spot, ...]


def regions(thresholds: Thresholds) -> tuple[Region, ...]:
    """The first that applies, section 7: the lead is a slanted edge, early days a small square."""
    low, high, lead = thresholds.low, thresholds.high, thresholds.profile_lead
    far = top = (high + 100) / 2
    # The slanted edge, from its lower to its upper end; a host's lead may be wide.
    x, y = max(high, lead), max(high - lead, 0.0)
    right, up = min(high + lead, 100.0), min(high, 100 - lead)
    ahead = ((x, 0.0), (100.0, 0.0), (100.0, up), (right, up), (x, y))
    mixed = (
        (low, 0.0), (x, 0.0), (x, y), (right, up), (right, high), (0.0, high), (0.0, low),
        (low, low),
    )  # fmt: skip
    return (
        Region(Profile.STRUCTURE_AHEAD, ahead, ((far, 18.0), (far, 34.0), (far, 6.0))),
        Region(Profile.TOGETHER, box(high, high, 100, 100), ((far, top), (far, 92), (far, 70))),
        Region(Profile.ESSENCE_AHEAD, box(0, high, high, 100), ((high / 2, top), (high / 2, 93))),
        Region(Profile.EARLY_DAYS, box(0, 0, low, low), ((low / 2, low / 2), (low / 2, 6))),
        Region(Profile.MIXED, mixed, ((high - 12, low + 12), (low / 2, low + 12), (high - 12, 10))),
    )


def box(left: float, bottom: float, right: float, top: float) -> tuple[Spot, ...]:
    return ((left, bottom), (right, bottom), (right, top), (left, top))


def spot(top: float, structure: float, essence: float) -> Spot:
    """On the sheet, in mm."""
    return LEFT + SIDE * structure / 100, top + SIDE * (1 - essence / 100)


def draw_region(
    sheet: Sheet, top: float, region: Region, profile: Profile, here: Spot | None
) -> None:
    """Its edges and its name; the region the point lies in has a tint and a bold name."""
    chosen = region.profile is profile
    corners = [spot(top, *corner) for corner in region.corners]
    sheet.area(corners, Fill(TINT if chosen else "none", RULE, 0.8))
    across = [SIDE * x / 100 for x, _ in region.corners]
    letters = BOLD if chosen else Letters(colour=QUIET)
    lines = wrapped(region.profile, max(across) - min(across) - 6, letters)
    x, y = spot(top, *name_place(region, lines, here))
    y -= (len(lines) - 1) * BOLD.height / 2 - 1.1
    for line in lines:
        sheet.words(x, y, line, letters, align="center")
        y += BOLD.height


def name_place(region: Region, lines: Sequence[str], here: Spot | None) -> Spot:
    """The first place where the point does not cover the name; the figures are 0-100."""
    wide = max(width(line, BOLD) for line in lines) / SIDE * 50 + 4
    tall = len(lines) * BOLD.height / SIDE * 50 + 4

    def free(place: Spot) -> bool:
        return here is None or abs(here[0] - place[0]) > wide or abs(here[1] - place[1]) > tall

    return next((place for place in region.places if free(place)), region.places[0])


def scales(sheet: Sheet, top: float, thresholds: Thresholds) -> None:
    """0, the cuts and 100 on both axes, with the words of the zones between them."""
    cuts = (0.0, thresholds.low, thresholds.high, 100.0)
    for cut in cuts:
        x, y = spot(top, cut, cut)
        sheet.words(x, top + SIDE + 4.2, f"{cut:g}", ASIDE, align="center")
        sheet.words(LEFT - 1.5, y + 1.1, f"{cut:g}", ASIDE, align="right")
    for word, start, end in zip(("low", "mid", "high"), cuts, cuts[1:], strict=False):
        x, y = spot(top, (start + end) / 2, (start + end) / 2)
        sheet.words(x, top + SIDE + 4.2, word, ASIDE, align="center")
        sheet.words(LEFT - 1.5, y + 1.1, word, ASIDE, align="right")
    across, up = "Structure: formal standards in place", "Essence: the lived-experience view"
    sheet.words(LEFT + SIDE / 2, top + SIDE + 10, across, BOLD, align="center")
    x, y = LEFT - 14, top + SIDE / 2
    sheet.words(x, y, up, Letters(bold=True, turned=True), align="center")
