"""Form fields for what people type: words, and days."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from organisations.text_rule import (
    LONGEST_NAME,
    LONGEST_TEXT,
    code_point,
    kept,
    seen,
    unwritable,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words


def capitalised(choices: "Iterable[tuple[str, Words]]") -> list[tuple[str, str]]:
    """As they stand by themselves in a list: with a capital."""
    return [(value, capfirst(str(label))) for value, label in choices]


def refuse_unwritable(text: str, *, lines: bool = False) -> None:
    """By the one rule for texts; several lines only where there may be."""
    if found := unwritable(text, lines=lines):
        raise ValidationError(
            _("There is a character in this that cannot be kept (%(name)s): type it again."),
            params={"name": code_point(found)},
        )


class TextLine(forms.CharField):
    """One line of text, 200 characters unless said otherwise."""

    def __init__(self, *, max_length: int = LONGEST_NAME, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        self.validators.append(refuse_unwritable)

    def to_python(self, value: Any) -> str:
        return seen(str(super().to_python(value))).strip()


class Paragraphs(forms.CharField):
    """Several lines, line ends as one character, at most 5,000 characters of it."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        options.setdefault("max_length", LONGEST_TEXT)
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        return kept(str(super().to_python(value))).strip()

    def validate(self, value: Any) -> None:
        super().validate(value)
        refuse_unwritable(value, lines=True)


class Day(forms.DateField):
    """A date, as browsers send one; a year from 2000 to 2100."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not 2000 <= value.year <= 2100:
            raise ValidationError(_("Look at the year again."))
