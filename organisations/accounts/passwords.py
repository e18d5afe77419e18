"""What makes a password too easy although it is long enough."""

import re
from itertools import pairwise

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

REPEATED = re.compile(r"(.+?)\1+", re.DOTALL)  # the shortest piece that all of it repeats
LEAST_DIFFERENT = 5  # characters: "aaaaaaabbbbb" has two
AFTER_A_WORD = "0123456789!?.*#_-"  # what people add to a common word to make it longer


class NotTooEasy:
    """Refuses one piece said over and over, a few characters, and a common word made longer."""

    def __init__(self) -> None:
        self.common = CommonPasswordValidator().passwords

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002 - Django's
        repeated = REPEATED.fullmatch(password)
        if repeated or len(set(password)) < LEAST_DIFFERENT:
            raise ValidationError(_("This repeats itself: choose words that differ."))
        if is_a_run(password) or self.is_common_made_longer(password.lower()):
            raise ValidationError(_("This is easy to guess: choose words that nobody expects."))

    def is_common_made_longer(self, password: str) -> bool:
        return password.rstrip(AFTER_A_WORD) in self.common

    def get_help_text(self) -> str:
        return _("Words that do not belong together are better than one word made longer.")


def is_a_run(password: str) -> bool:
    """'abcdefghijkl', '1234567890123' and the like, either way round."""
    steps = {(ord(b) - ord(a)) % 10 for a, b in pairwise(password)}
    return steps in ({1}, {9})
