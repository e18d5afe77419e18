"""The charts of an organisation beside the others, and of a whole collaboration."""

from assessment.method.comparing import Comparison
from reports.charts.chart import Chart, printed
from reports.charts.comparison_sentences import COMPARISON_SENTENCES, COMPARISON_TITLES

COMPARISON_CHARTS = tuple(COMPARISON_TITLES)


def draw_comparison(comparison: Comparison, name: str) -> Chart:
    """One of ``COMPARISON_CHARTS``; KeyError for any other name."""
    title, sentence = COMPARISON_TITLES[name], COMPARISON_SENTENCES[name](comparison)
    # matplotlib takes a second to import: only when something is drawn.
    from reports.charts.comparison_pictures import comparison_picture  # noqa: PLC0415

    return printed(name, title, sentence, comparison_picture(comparison, name).figure)
