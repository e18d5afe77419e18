"""Figures as pages show them."""

from collections.abc import Iterable

from django import template

from assessment.method.scores import Score
from reports.wording import figures_said
from reports.wording.plan_said import kind_words
from reports.wording.plotted import Dot

register = template.Library()
register.filter(kind_words)


@register.filter
def figure(value: float | None, cuts: Iterable[float] = ()) -> str:
    """'59', or 'no figure'; beside a cut that it is read by, '62.4'."""
    return figures_said.in_whole(value, cuts)


@register.filter
def rough_range(score: Score | Dot | None) -> str:
    """'44 to 56', or nothing where there is none."""
    return figures_said.rough_range_said(score, figures_said.in_whole) if score else ""
