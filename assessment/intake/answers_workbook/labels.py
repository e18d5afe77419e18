"""Answers by their words: 'mostly', '3', '3 - mostly', '(3) mostly' and 'mostly (3)' are all 3.

A number beside a word must be the word's: '4 - mostly' is nobody's answer.
"""

from collections.abc import Mapping

from assessment.intake.answers_workbook.values import WORDS, plain_text
from assessment.method.responses import Answer
from questions import Instrument, Kind
from questions.entries import Scale


def tidy(text: str) -> str:
    """What is compared: letters and figures alone."""
    return "".join(filter(str.isalnum, plain_text(text)))


def is_words(text: str) -> bool:
    """'-3' has the letters and figures of 3, and '#N/A', a spreadsheet's error, those of 'n/a'."""
    return any(map(str.isalpha, text)) and not text.strip().startswith("#")


def scale_of(instrument: Instrument, kind: Kind) -> Scale:
    return instrument.scales.warning if kind is Kind.WARNING else instrument.scales.practice


def answer_names(instrument: Instrument, kind: Kind) -> Mapping[str, Answer]:
    """By what is compared of them."""
    besides = instrument.scales.besides
    names: dict[str, Answer] = {tidy(word): answer for word, answer in WORDS.items()}
    names |= {tidy(besides.dont_know): "DK", tidy(besides.does_not_apply): "NA"}
    for rating, label in enumerate(scale_of(instrument, kind).labels):
        word = tidy(label)
        names |= dict.fromkeys((word, f"{rating}", f"{rating}{word}", f"{word}{rating}"), rating)
    return names
