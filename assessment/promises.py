"""What people are promised about their answers, in the same words wherever they read it.

On the start page, on paper, when they have sent, in the notice they are given, and on the page that
closes it all.
"""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def promises(k: int) -> dict[str, str]:
    """By the names that templates know them by."""
    return {
        "hidden_below": hidden_below(k),
        "answers_deleted": answers_deleted(),
        "everybodys_deleted": everybodys_deleted(),
        "copies_kept": copies_kept(),
    }


def answers_deleted() -> str:
    return _(
        "When this closes, your answers are deleted from this site and only group figures are kept."
    )


def everybodys_deleted() -> str:
    """The same to an owner, who is about to close it."""
    return _(
        "When this closes, everybody\N{RIGHT SINGLE QUOTATION MARK}s answers are deleted from this "
        "site and only group figures are kept."
    )


def copies_kept() -> str:
    return _(
        "Copies made for safety while it was open are kept by %(host)s for up to %(days)s days."
    ) % {"host": settings.HOST_NAME, "days": settings.BACKUP_DAYS}


def hidden_below(k: int) -> str:
    return ngettext(
        "If fewer than %(k)d person of that group answers a statement, its result is hidden.",
        "If fewer than %(k)d people of that group answer a statement, its result is hidden.",
        k,
    ) % {"k": k}
