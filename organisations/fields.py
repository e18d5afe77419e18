"""Form fields for what people type: words, and days."""

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


def capitalised(choices: "Iterable[tuple[str, Words]]") -> list[tuple[str, str]]:
    """As they stand by themselves in a list: with a capital."""
    return [(value, capfirst(str(label))) for value, label in choices]


def refuse_control_characters(text: str) -> None:
    """Control characters and lone surrogates; line breaks and tabs are for longer texts."""
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise ValidationError(
            _("There is a character in this that cannot be shown: type it again.")
        )


class TextLine(forms.CharField):
    """One line of text, 200 characters unless said otherwise."""

    def __init__(self, *, max_length: int = 200, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        self.validators.append(refuse_control_characters)


class Day(forms.DateField):
    """A date, as browsers send one; a year from 2000 to 2100."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not 2000 <= value.year <= 2100:
            raise ValidationError(_("Look at the year again."))
