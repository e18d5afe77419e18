"""A questionnaire typed from paper: a row of characters for each principle, without a mouse."""

import secrets
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.instruments import instrument_of
from assessment.method.responses import ANSWERS, Answer
from assessment.models import Assessment
from organisations.form_parts import BareForm
from organisations.typed_again import NOT_KEPT
from papers.forms.beside_answers import OwnWords, SlipCode
from questions import Length

LEFT_OUT = "."  # one statement; "-" alone leaves out a whole principle
WHOLE_PRINCIPLE = "-"


class Row(forms.CharField):
    """As many characters as a principle has statements: 0 to 4, D, N, or . for one left out."""

    def __init__(self, *, length: int, **options: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
        super().__init__(max_length=60, required=False, widget=widget, **options)
        self.length = length

    def clean(self, value: Any) -> str:
        typed = "".join(str(super().clean(value)).upper().split())
        if typed == WHOLE_PRINCIPLE:
            return LEFT_OUT * self.length
        if not set(typed) <= set(ANSWERS):
            raise ValidationError(_("Type 0 to 4, D, N, or a full stop for one that was left out."))
        if typed and len(typed) != self.length:
            said = ngettext(
                "It has %(asked)d statement; you typed %(typed)d.",
                "It has %(asked)d statements; you typed %(typed)d.",
                self.length,
            )
            raise ValidationError(said % {"asked": self.length, "typed": len(typed)})
        return typed


class TypedSheetForm(BareForm):
    """``with_slip``: each questionnaire comes with one, and cannot be put in without.

    ``sheet``: a random number, so that a page sent twice counts once.
    """

    hide_optional = True

    def __init__(self, data: QueryDict | None, *, assessment: Assessment, with_slip: bool) -> None:
        number = f"{NOT_KEPT}-sheet"
        if data is not None and not data.get(number):  # it came back empty by way of signing in
            data = data.copy()
            data[number] = secrets.token_hex()
        super().__init__(data, prefix=NOT_KEPT)
        length = Length(assessment.length)
        self.rows = {}
        for principle in instrument_of(assessment).principles:
            items = [one for one in principle.items if length is Length.FULL or one.short_form]
            self.rows[principle.code] = [one.code for one in items]
            self.fields[principle.code] = Row(length=len(items), label=principle.name)
        if with_slip:
            self.fields["slip"] = SlipCode(required=False)
        self.fields["own_words"] = OwnWords()
        self.fields["sheet"] = forms.CharField(
            required=False,
            max_length=64,
            widget=forms.HiddenInput,
            initial=secrets.token_hex,
        )

    def unfinished(self) -> list[str]:
        """Fields that have still to be typed, in their order."""
        wanted = [*self.rows, *(["slip"] if "slip" in self.fields else [])]
        return [name for name in wanted if not self.cleaned_data.get(name)]

    def focus(self, name: str) -> None:
        """Where the next key goes."""
        self.fields[name].widget.attrs["autofocus"] = True

    def answers(self) -> dict[str, Answer]:
        found: dict[str, Answer] = {}
        for name, codes in self.rows.items():
            typed = self.cleaned_data[name]
            found |= {code: ANSWERS[one] for code, one in zip(codes, typed, strict=True)}
        return found
