"""The pyramid of peer support around here, as the organisation rates it."""

from collections.abc import Iterator

from assessment.method import Marked
from questions import attributions
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording import pyramid_said
from reports.wording.about_said import whose
from reports.wording.own_part_said import rating_words

COLUMNS = (
    Column("Code", 8, Look.STRONG),
    Column("Layer", 52),
    Column("Rating", 9, Look.COUNT),
    Column("In words", 24),
)


def pyramid_page(marked: Marked) -> Page:
    return Page(
        name="Pyramid",
        title=pyramid_said.TITLE,
        notes=(
            whose(marked.results.about),
            pyramid_said.pyramid_sentence(marked),
            attributions.PYRAMID,
        ),
        columns=COLUMNS,
        rows=list(rows(marked)),
        filters=False,
    )


def rows(marked: Marked) -> Iterator[Row]:
    """From the top down to the base, as a pyramid stands."""
    instrument, ratings = marked.results.instrument, marked.results.own_part.pyramid
    for layer in reversed(instrument.layers):
        rating = ratings.get(layer.code)
        words = rating_words(instrument, rating, instrument.scales.pyramid.labels)
        yield layer.code, layer.name, rating if isinstance(rating, int) else None, words
