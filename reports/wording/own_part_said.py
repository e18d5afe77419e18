"""What the organisation says of itself, in the words of the scales."""

from collections.abc import Sequence

from assessment.method.results import FactCheck, Truth
from questions import Instrument
from questions.entries import Scales


def rating_words(instrument: Instrument, rating: object, labels: Sequence[str]) -> str:
    """A rating 0-4 by its label; don't know, does not apply, not answered."""
    besides = instrument.scales.besides
    if isinstance(rating, int):
        return labels[rating]
    return {"DK": besides.dont_know, "NA": besides.does_not_apply}.get(str(rating), "Not answered")


def truth_words(scales: Scales, check: FactCheck) -> str:
    fact = scales.fact
    words = {Truth.YES: fact.yes, Truth.NO: fact.no, Truth.NA: fact.does_not_apply}
    return words.get(check.answer, fact.dont_know)
