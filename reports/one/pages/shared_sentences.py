"""The sentences that a page shares with the spreadsheet, the charts and the terminal."""

from assessment.method import Marked
from assessment.method.levels import Level
from questions import attributions
from reports.wording import (
    answered_said,
    board_said,
    explained,
    figures_said,
    levels_said,
    own_part_said,
    profile_said,
    pyramid_said,
)
from reports.wording.people_said import fewest


def sentences(marked: Marked) -> dict[str, str]:
    """By the names that templates know them by."""
    results = marked.results
    return {
        "gloss": levels_said.gloss(results.instrument),
        "confidence": profile_said.confidence_sentence(marked),
        "decides": levels_said.DECIDES,
        "none_holding": levels_said.none_at(Level.HOLDING),
        "nothing_known": board_said.NOT_KNOWN,
        "none_at_risk": levels_said.none_at(Level.AT_RISK),
        "nobody": answered_said.NOBODY,
        "withheld": figures_said.withheld_below(fewest(results)),
        "conventions": explained.CONVENTIONS,
        "structure_alone": own_part_said.STRUCTURE_ALONE,
        "standards_credit": attributions.STANDARDS,
        "pyramid_title": pyramid_said.TITLE,
        "pyramid_credit": attributions.PYRAMID,
    }
