"""The parts that a questionnaire has beside its answers, however it comes in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.drafts import LONGEST_COMMENT
from assessment.slip_codes import looks_like_a_slip_code, tidy_slip_code
from organisations.fields import Paragraphs


class SlipCode(forms.CharField):
    """As people type it, in the end twelve letters and figures."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=gettext_lazy("The code on the slip that came with it"),
            max_length=100,
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            **options,
        )

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value))
        if typed and not looks_like_a_slip_code(typed):
            raise ValidationError(_("A slip has twelve letters and figures."))
        return tidy_slip_code(typed)


class OwnWords(Paragraphs):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=gettext_lazy("Own words, word for word, if there are any"),
            max_length=LONGEST_COMMENT,
            required=False,
            **options,
        )
