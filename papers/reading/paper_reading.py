"""Files to whole questionnaires: the way through all that a picture becomes."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from papers.out.layouts import Line, Look, layout_of, look_of
from papers.out.page_marks import PageMark
from papers.reading.finding import FoundPage, InPicture, found_in
from papers.reading.marking import SIDE_MARGIN, read_lines
from papers.reading.measuring import STROKE
from papers.reading.photographs import Named, PaperLimits, Picture, pictures
from papers.reading.piles import Asked, Piles, ReadPage, put_together, with_slips
from papers.reading.placing import SHEET_WIDTH
from papers.reading.straight import DOTS, StraightPage, straight_page
from questions import Instrument

AROUND_LINE = 3.0  # mm of the sheet that a line's picture shows above and below
WORDS_EDGE, WORDS_INK = 2.0, 4.0  # mm of the frame; square mm of ink that are words
SHOWN = 0.6  # of our dots, in a picture to be looked at: enough to read a tick, and small


@dataclass(slots=True)
class Reader:
    """``instrument``: what the sheets ask. ``assessment``: its public number; any, where empty.
    ``only``: whom it asks, and how; anybody, where None. Words and size may be any."""

    instrument: Instrument
    assessment: str = ""
    only: Look | None = None
    told: list[str] = field(default_factory=list)
    pages: list[ReadPage] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)  # slips that lay before their sheet

    def look_at(self, picture: Picture) -> None:
        found = found_in(picture)
        for mark in found.half:
            self.told.append(f"{picture.place}: only one corner of page {mark.page} is to be seen.")
        for mark in found.twice:
            self.told.append(
                f"{picture.place}: two copies of page {mark.page} are in this picture. "
                "Photograph each by itself."
            )
        here = [page for page in map(self.page, found.pages) if page is not None]
        self.pages.extend(here)
        self.give_slips(found)
        if not (found.pages or found.half or found.twice or found.slips):
            self.told.append(f"{picture.place}: no page of a questionnaire found.")

    def give_slips(self, found: InPicture) -> None:
        """A slip belongs to the sheet that it lies on, or else to the page that came before."""
        if found.slips and self.pages:
            self.pages[-1] = with_slips(self.pages[-1], (*self.pages[-1].slips, *found.slips))
        else:
            self.waiting.extend(found.slips)
        if self.waiting and self.pages:
            self.pages[-1] = with_slips(self.pages[-1], (*self.waiting, *self.pages[-1].slips))
            self.waiting.clear()

    def page(self, found: FoundPage) -> ReadPage | None:
        """None, and told why, of a page that is not to be read."""
        mark, place = found.mark, found.picture.place
        if self.assessment and mark.assessment != self.assessment:
            self.told.append(f"{place}: this sheet is of another self-assessment.")
            return None
        if mark.page == 0:  # what stands before the statements
            return None
        look = look_of(mark, self.instrument)
        layout = layout_of(look) if look and self.is_asked_so(look) else None
        if layout is None or layout.digest != mark.layout or mark.page > len(layout.pages):
            self.told.append(
                f"{place}: this sheet was printed from other questions or another version."
            )
            return None
        if self.only and layout.look.perspective != self.only.perspective:
            name = self.instrument.name_of(layout.look.perspective, mutual=layout.look.mutual)
            self.told.append(f"{place}: this sheet is of {name}, who have a page of their own.")
            return None
        return self.read(found, layout.look, layout.pages)

    def is_asked_so(self, look: Look) -> bool:
        """A draft may have been printed before its length was changed."""
        return self.only is None or (
            (look.length, look.mutual) == (self.only.length, self.only.mutual)
        )

    def read(self, found: FoundPage, look: Look, pages: tuple[tuple[Line, ...], ...]) -> ReadPage:
        mark: PageMark = found.mark
        straight, place = straight_page(found, look), found.picture.place
        of_page = pages[mark.page - 1]
        frames = [line for line in of_page if not line.code]
        read = read_lines([line for line in of_page if line.code], straight)
        asked = [
            Asked(one.code, one.answer, one.unsure, shown(straight, line), place)
            for line, one in read
            if one.unsure is not None
        ]
        words = [shown(straight, frame) for frame in frames if has_words(straight, frame)]
        return ReadPage(
            assessment=mark.assessment,
            look=look,
            page=mark.page,
            pages=len(pages),
            place=place,
            lines=tuple(one for _line, one in read),
            asked=tuple(asked),
            words=words[0] if words else b"",
        )


def read_files(
    files: list[Named],
    instrument: Instrument,
    limits: PaperLimits,
    *,
    assessment: str = "",
    only: Look | None = None,
    seen: Callable[[str], None] = lambda _place: None,
) -> Piles:
    """Refusal where a file cannot be read at all; ``seen`` is told of each picture."""
    reader = Reader(instrument, assessment, only)
    for picture in pictures(files, limits):
        reader.look_at(picture)
        seen(picture.place)
    piles = put_together(reader.pages)
    piles.told[:0] = reader.told
    return piles


def shown(straight: StraightPage, line: Line) -> bytes:
    """A small JPEG of a line, as it looks, for whoever is asked."""
    box = (
        round((SIDE_MARGIN - 2) * DOTS),
        round((line.top - AROUND_LINE) * DOTS),
        round((SHEET_WIDTH - SIDE_MARGIN + 2) * DOTS),
        round((line.bottom + AROUND_LINE) * DOTS),
    )
    cut = straight.grey.crop(box)
    small = cut.resize((round(cut.width * SHOWN), round(cut.height * SHOWN)))
    written = io.BytesIO()
    small.save(written, "JPEG", quality=55)
    return written.getvalue()


def has_words(straight: StraightPage, line: Line) -> bool:
    edge = round(WORDS_EDGE * DOTS)
    top, bottom = round(line.top * DOTS) + edge, round(line.bottom * DOTS) - edge
    side = round((SIDE_MARGIN + WORDS_EDGE) * DOTS) + edge
    inside = straight.soft[top:bottom, side : straight.soft.shape[1] - side]
    return float((inside > STROKE).sum()) / DOTS**2 > WORDS_INK
