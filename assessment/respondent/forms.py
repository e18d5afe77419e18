"""What a respondent fills in, as domain values. No form here knows of saving."""

import re
from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.answering import LONGEST_COMMENT
from assessment.drafts import looks_like_a_code, tidy
from assessment.method.responses import Answer
from assessment.respondent.words import Words
from questions import Instrument, Kind
from questions.entries import Item

LARGEST_GROUP = 500
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# A value of its own, because Django would show an empty one as chosen from the start.
BLANK = "blank"
SPECIAL: dict[str, Answer] = {"DK": "DK", "NA": "NA", BLANK: None, "": None}


def answer_of(value: str) -> Answer:
    return SPECIAL[value] if value in SPECIAL else int(value)


def value_of(answer: Answer) -> str:
    return BLANK if answer is None else str(answer)


class StatementsForm(forms.Form):
    """The statements of one principle. Everything may be left blank; nothing is chosen before."""

    def __init__(
        self,
        *args: Any,
        instrument: Instrument,
        items: Iterable[Item],
        perspective: str,
        words: Words,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"auto_id": "%s", **kwargs})
        self.items, self.words = tuple(items), words
        for item in self.items:
            self.fields[item.code] = forms.ChoiceField(
                label=text_of(item, perspective, words),
                help_text=item.plain,
                choices=choices_of(instrument, item.kind),
                widget=forms.RadioSelect,
                required=False,
            )

    def answers(self) -> dict[str, Answer]:
        return {code: answer_of(value) for code, value in self.cleaned_data.items()}

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.field_template = "assessment/respondent/_statement.html"
        helper.explained = self.words is Words.EXPLAINED
        helper.layout = Layout(
            heading("practice"),
            *(item.code for item in self.items if item.kind is Kind.PRACTICE),
            Div(
                heading("warning"),
                *(item.code for item in self.items if item.kind is Kind.WARNING),
                css_class="warnings",
            ),
        )
        return helper


def heading(kind: str) -> HTML:
    """The question a block asks; its words come from the context the form is rendered with."""
    return HTML(f"{{% include 'assessment/respondent/_{kind}_heading.html' %}}")


def text_of(item: Item, perspective: str, words: Words) -> str:
    return item.shorter if words is Words.SHORTER else item.text_for(perspective)


def choices_of(instrument: Instrument, kind: Kind) -> list[tuple[str, str]]:
    """0 to 4, then what may be answered besides; the last one takes an answer back."""
    scales = instrument.scales
    scale = scales.warning if kind is Kind.WARNING else scales.practice
    return [
        *((str(rating), label) for rating, label in enumerate(scale.labels)),
        ("DK", scales.besides.dont_know),
        ("NA", scales.besides.does_not_apply),
        (BLANK, _("Leave this one blank")),
    ]


class PlainText(forms.CharField):
    """Several lines of text, with line ends as one character and nothing that cannot be written."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value))
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def validate(self, value: Any) -> None:
        super().validate(value)
        if UNWRITABLE.search(value):
            raise ValidationError(_("This holds characters that cannot be kept. Type it again."))


class BeginForm(forms.Form):
    words = forms.ChoiceField(
        label=gettext_lazy("How would you like the statements?"),
        choices=Words.choices,
        widget=forms.RadioSelect,
    )

    def chosen(self) -> Words:
        return Words(self.cleaned_data["words"])

    @property
    def helper(self) -> FormHelper:
        return bare_helper()


class CodeForm(forms.Form):
    """The four words, in any case and with anything between them."""

    code = forms.CharField(
        label=gettext_lazy("Your code of four words"),
        max_length=200,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not looks_like_a_code(code):
            raise ValidationError(_("A code has four words, such as “amber bridge lemon walk”."))
        return tidy(code)

    @property
    def helper(self) -> FormHelper:
        return bare_helper()


class RoomForm(forms.Form):
    """How many are in the room, and which perspectives they come from; never names."""

    def __init__(self, *args: Any, least: int, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"] = forms.IntegerField(
            label=_("How many people there are"),
            help_text=_("At least %(least)s.") % {"least": least} if least > 1 else "",
            error_messages={"required": _("Write a number.")},
            min_value=least,
            max_value=LARGEST_GROUP,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )
        self.fields["drawn_from"] = forms.MultipleChoiceField(
            label=_("Who they are"),
            help_text=_("Choose all that fit."),
            choices=[(name, name) for name in names],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one.")},
        )

    def group(self) -> dict[str, object]:
        """As it is kept: {"people": 6, "from": "people who give ..., people who receive ..."}."""
        return {
            "people": self.cleaned_data["people"],
            "from": ", ".join(self.cleaned_data["drawn_from"]),
        }

    @property
    def helper(self) -> FormHelper:
        return bare_helper()


class LastForm(forms.Form):
    """The one box at the end."""

    text = PlainText(
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "aria-describedby": "read-by"}),
    )

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label

    def written(self) -> str:
        return str(self.cleaned_data["text"])

    @property
    def helper(self) -> FormHelper:
        return bare_helper()


def bare_helper() -> FormHelper:
    """Fields only: the page has the form, its token and its buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.hide_optional = True
    return helper
