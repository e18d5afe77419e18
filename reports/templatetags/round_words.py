"""How the pages of a round put figures of others into words."""

from django import template
from django.utils.translation import gettext as _

from assessment.method.numbers import whole

register = template.Library()


@register.filter
def shown(value: float | None) -> str:
    """'59', or that it may not be shown; the page says why."""
    return _("not shown") if value is None else whole(value)
