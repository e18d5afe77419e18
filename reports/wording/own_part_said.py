"""What the organisation says of itself, in the words of the scales."""

from collections.abc import Sequence

from assessment.method.results import FactCheck, Truth
from questions import Instrument
from questions.entries import Scales

STRUCTURE_ALONE = "Structure alone is never a risk; structure without essence is."


def rating_words(instrument: Instrument, rating: object, labels: Sequence[str]) -> str:
    """A rating 0-4 by its label; that it is not known, does not apply, or was not answered.

    "I don't know" is what a person ticks; of an organisation it is said as of its facts.
    """
    if isinstance(rating, int):
        return labels[rating]
    fact = instrument.scales.fact
    return {"DK": fact.dont_know, "NA": fact.does_not_apply}.get(str(rating), "Not answered")


def truth_words(scales: Scales, check: FactCheck) -> str:
    fact = scales.fact
    words = {Truth.YES: fact.yes, Truth.NO: fact.no, Truth.NA: fact.does_not_apply}
    return words.get(check.answer, fact.dont_know)
