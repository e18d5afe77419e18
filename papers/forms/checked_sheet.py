"""One questionnaire as it was read: what is unsure has to be chosen, the rest can be changed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import instrument_of, items_asked
from assessment.method.responses import ANSWERS, Answer
from assessment.models import Link
from assessment.respondent.answer_forms import (
    BLANK,
    answer_choices,
    answer_of,
    field_value,
    item_text,
)
from assessment.respondent.wording_choice import Words
from assessment.steps.answering import has_slips
from organisations.form_parts import BareForm
from organisations.typed_again import NOT_KEPT
from papers.forms.beside_answers import OwnWords, SlipCode
from papers.forms.pile import SheetInHand
from questions import Instrument, Kind


class Asked(NamedTuple):
    """A line that somebody must look at; ``likely``: what it may mean, empty where unclear."""

    field: BoundField
    why: str
    likely: str
    picture: str


class Plain(NamedTuple):
    """What was read unasked of a principle; ``said``: its answers in words, in order."""

    name: str
    said: str
    fields: list[BoundField]


class CheckedSheetForm(BareForm):
    """Nothing unsure is chosen before: what goes in unseen would be the machine's answer."""

    def __init__(self, *args: Any, link: Link, sheet: SheetInHand, **more: Any) -> None:
        super().__init__(*args, **more | {"prefix": NOT_KEPT})
        self.link, self.sheet = link, sheet
        assessment = link.perspective.assessment
        instrument, mutual = instrument_of(assessment), assessment.mutual
        self.codes = [item.code for item in items_asked(assessment)]
        unsure = {one.code for one in sheet.unsure}
        for item in sorted(items_asked(assessment), key=lambda item: item.code not in unsure):
            self.fields[item.code] = forms.ChoiceField(
                label=item_text(item, link.perspective.code, Words.PLAIN, mutual=mutual),
                choices=choices(instrument, item.kind),
                widget=forms.RadioSelect,
                initial=None if item.code in unsure else value_read(sheet, item.code),
                error_messages={"required": gettext_lazy("Look at its picture, and choose.")},
            )
        self.fields["own_words"] = OwnWords()
        if has_slips(link):
            slip = sheet.slips[0] if len(sheet.slips) == 1 else ""
            missing = gettext_lazy("Type its code: without a slip it cannot be put in.")
            errors = {"required": missing}
            self.fields["slip"] = SlipCode(initial=slip, error_messages=errors)

    def unsure(self) -> Iterator[Asked]:
        for one in self.sheet.unsure:
            said = dict(self.fields[one.code].choices)  # type: ignore[attr-defined]
            likely = ANSWERS[one.likely]
            guess = "" if likely is None else said[field_value(likely)]
            yield Asked(self[one.code], one.why, guess, one.picture)

    def plain(self) -> Iterator[Plain]:
        """A principle at a time, as the sheet has them."""
        unsure = {one.code for one in self.sheet.unsure}
        assessment = self.link.perspective.assessment
        for principle in instrument_of(assessment).principles:
            codes = {item.code for item in principle.items} - unsure
            fields = [self[code] for code in self.codes if code in codes]
            if fields:
                yield Plain(principle.name, ", ".join(map(in_words, fields)), fields)

    def beside(self) -> Iterator[BoundField]:
        return (self[name] for name in self.fields if name not in self.codes)

    def answers(self) -> dict[str, Answer]:
        return {code: answer_of(self.cleaned_data[code]) for code in self.codes}

    def counted(self) -> dict[str, int]:
        """To be held against the paper, before anybody has looked."""
        unsure = {one.code for one in self.sheet.unsure}
        read = [self.sheet.answers[code] for code in self.codes if code not in unsure]
        left_out = sum(ANSWERS[one] is None for one in read)
        return {"answered": len(read) - left_out, "left_out": left_out, "unsure": len(unsure)}


def in_words(field: BoundField) -> str:
    said: str = dict(field.field.choices).get(field.value(), "")  # type: ignore[attr-defined]
    return said


def value_read(sheet: SheetInHand, code: str) -> str:
    return field_value(ANSWERS[sheet.answers[code]])


def choices(instrument: Instrument, kind: Kind) -> list[tuple[str, str]]:
    return [*answer_choices(instrument, kind)[:-1], (BLANK, _("Left out on the sheet"))]
