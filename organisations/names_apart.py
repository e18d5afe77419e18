"""A name in a sentence that a page says once, such as after a form was taken.

Templates set names apart themselves; this is for sentences that are made in Python and shown as
they are.
"""

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe


def with_names(sentence: str, **names: object) -> SafeString:
    """'%(who)s keeps the slips now.' with each name in a ``<bdi>``: one that is written from right
    to left turns nothing else."""
    apart = {gap: format_html("<bdi>{}</bdi>", name) for gap, name in names.items()}
    return mark_safe(escape(sentence) % apart)  # noqa: S308 (both halves are escaped)
