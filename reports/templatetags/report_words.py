"""How the pages of a report put figures into words: whole numbers, a word where one is missing."""

from django import template
from django.utils.translation import gettext as _

from assessment.method.numbers import whole
from reports.wording.plan_said import kind_words

register = template.Library()
register.filter(kind_words)


@register.filter
def figure(value: float | None) -> str:
    """'59', or 'no figure': a missing one is never a nought."""
    return _("no figure") if value is None else whole(value)


@register.filter
def rough_range(score: object) -> str:
    """'44 to 56', or nothing where there is none."""
    low, high = getattr(score, "low", None), getattr(score, "high", None)
    if low is None or high is None:
        return ""
    return _("%(low)s to %(high)s") % {"low": whole(low), "high": whole(high)}
