"""The sentences that a page shares with the spreadsheet, the charts and the terminal."""

from assessment.method import Marked
from assessment.method.levels import Level
from questions import attributions
from reports.wording import (
    answered_said,
    board_said,
    cautions_said,
    explained,
    levels_said,
    mechanisms_said,
    own_part_said,
    people_said,
    principles_said,
    profile_said,
    pyramid_said,
    standards_said,
)


def sentences(marked: Marked) -> dict[str, str]:
    """By the names that templates know them by."""
    results = marked.results
    return {
        "gloss": levels_said.gloss(results.instrument),
        "confidence": profile_said.confidence_sentence(marked),
        "decides": levels_said.decides(results),
        "holding": board_said.holding(marked),
        "none_holding": levels_said.none_at(Level.HOLDING),
        "none_at_risk": levels_said.none_at(Level.AT_RISK),
        "nothing_known": levels_said.NOTHING_KNOWN,
        "nobody": answered_said.NOBODY,
        "withheld": people_said.withheld(results),
        "conventions": explained.CONVENTIONS,
        "spokes": cautions_said.SPOKES,
        "parted": principles_said.parted_sentence(marked),
        "blurred": cautions_said.blurred(results),
        "why_blurred": explained.why_blurred(results),
        "mechanisms": mechanisms_said.mechanisms_sentence(marked),
        "structure": profile_said.structure_sentence(marked),
        "structure_alone": own_part_said.STRUCTURE_ALONE,
        "left_blank": standards_said.left_blank(marked),
        "standards_credit": attributions.STANDARDS,
        "pyramid_title": pyramid_said.TITLE,
        "pyramid_credit": attributions.PYRAMID,
    }
