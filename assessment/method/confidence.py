"""How much the result rests on (docs/method.md section 9)."""

from collections.abc import Mapping
from enum import StrEnum

from assessment.method.results import Results
from assessment.method.scores import Score, has_practice
from assessment.method.views import panel_counts


class Confidence(StrEnum):
    FIRM = "Firm"
    FAIR = "Fair"
    ONE_SIDED = "One-sided"


def confidence(results: Results, scores: Mapping[str, Mapping[str, Score]]) -> Confidence:
    """``scores`` by principle, then perspective. A side counts with P for 8 principles or more."""
    shape, needs = results.instrument.shape, results.instrument.thresholds.view_needs

    def counts(code: str) -> bool:
        return sum(has_practice(by_side, code) for by_side in scores.values()) >= needs

    sides = {code for code in results.perspectives if counts(code)}
    first_hand = {shape.giving, shape.receiving}
    lived, others = sides & first_hand, sides - first_hand
    members = results.about.mutual and shape.receiving in sides
    if (lived == first_hand and others) or (members and len(others) >= 2):
        return Confidence.FIRM
    if (lived and len(sides) >= 2) or members:
        return Confidence.FAIR
    if shape.panel in sides and panel_counts(results):
        return Confidence.FAIR
    return Confidence.ONE_SIDED
