"""The charts of an organisation beside the others, and of a whole collaboration."""

from comparing.method.comparing import Comparison
from comparing.wording.comparison_sentences import COMPARISON_SENTENCES, COMPARISON_TITLES
from reports.drawing.chart import Chart, Picture, printed

COMPARISON_CHARTS = tuple(COMPARISON_TITLES)


def draw_comparison(comparison: Comparison, name: str) -> Chart:
    """One of ``COMPARISON_CHARTS``; KeyError for any other name."""
    found = Picture(name, COMPARISON_TITLES[name], COMPARISON_SENTENCES[name](comparison))
    # matplotlib takes a second to import: only when something is drawn.
    from comparing.charts.compared_pictures import comparison_picture  # noqa: PLC0415

    return printed(found, comparison_picture(comparison, name).figure)
