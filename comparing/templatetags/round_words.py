"""How the pages of a round put figures of others into words."""

from django import template
from django.utils.translation import gettext as _

from assessment.method.numbers import whole
from comparing.method.comparing import Compared
from comparing.method.counting import Third

register = template.Library()


@register.filter
def shown(value: float | None) -> str:
    """'59', or that it may not be shown; the page says why."""
    return _("not shown") if value is None else whole(value)


@register.filter
def third_words(third: Third | None) -> str:
    """Of the others' figures, the part where one's own lies."""
    words = {
        Third.UPPER: _("upper third"),
        Third.MIDDLE: _("middle third"),
        Third.LOWER: _("lower third"),
    }
    return words[third] if third else _("not shown")


@register.filter
def middle_half(one: Compared) -> str:
    """'44 to 61', from the lower to the upper quartile."""
    if one.q1 is None or one.q3 is None:
        return _("not shown")
    return _("%(low)s to %(high)s") % {"low": whole(one.q1), "high": whole(one.q3)}
