"""The charts of an organisation beside the others, and of a whole collaboration.

A new one: what it shows, in a module here; what it means, in ``wording.comparison_sentences``; and
a line in ``COMPARISON_CHARTS``.
"""

from assessment.method.language import capital
from comparing.charts.compared_spread import domains_spread, mechanisms_spread, principles_spread
from comparing.charts.level_counts import level_counts
from comparing.charts.named_heat import named_heat
from comparing.method.comparing import Comparison
from comparing.wording.comparison_sentences import (
    domains_sentence,
    levels_sentence,
    mechanisms_sentence,
    named_sentence,
    principles_sentence,
)
from reports.drawing.chart import Design, chart_list
from reports.drawing.parts import Foot
from reports.wording.cautions_said import CAUTION, SCORES


def beside_whom(comparison: Comparison, caution: str) -> Foot:
    """'Northfield NHS Trust beside the others of its round; 16 organisations share.'"""
    count, viewer = comparison.sharing, comparison.viewer
    share = f"{count} organisation{'s share' if count != 1 else ' shares'}."
    if viewer is None:
        return Foot((), f"The collaboration's own view; {share}", caution)
    rest = f"beside the others of its round; {share}"
    return Foot(((viewer.name, 0.5),), rest, caution, between=" ")


def scores_beside(comparison: Comparison) -> Foot:
    return beside_whom(comparison, SCORES)


def levels_beside(comparison: Comparison) -> Foot:
    return beside_whom(comparison, capital(CAUTION))


COMPARISON_CHARTS = chart_list(
    Design(
        name="principles",
        title="The twelve principles across organisations",
        sentence=principles_sentence,
        parts=principles_spread,
        foot=scores_beside,
    ),
    Design(
        name="domains",
        title="Standards, structure and essence across organisations",
        sentence=domains_sentence,
        parts=domains_spread,
        foot=scores_beside,
    ),
    Design(
        name="mechanisms",
        title="Mechanisms of professionalisation across organisations",
        sentence=mechanisms_sentence,
        parts=mechanisms_spread,
        foot=scores_beside,
    ),
    Design(
        name="levels",
        title="How many organisations show each level",
        sentence=levels_sentence,
        parts=level_counts,
        foot=levels_beside,
    ),
    Design(
        name="named",
        title="Levels of those who share by name",
        sentence=named_sentence,
        parts=named_heat,
        foot=levels_beside,
    ),
)
