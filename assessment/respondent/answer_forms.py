"""What a respondent fills in, as domain values. No form here knows of saving."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assessment.drafts import LONGEST_COMMENT
from assessment.forms.numbers_of_people import number_of_side
from assessment.method.responses import Answer, encode
from assessment.respondent.wording_choice import Words
from assessment.resume_words import WORDS_IN_CODE, tidy_code, typed_words, unknown_words
from assessment.room import Room, fewest_in_room, sides_in_room
from assessment.slip_codes import in_groups, looks_like_a_slip_code, tidy_slip_code
from organisations.fields import Paragraphs
from organisations.form_parts import BareForm, bare_helper
from questions import Instrument, Kind
from questions.entries import Item

# A value of its own, because Django would show an empty one as chosen from the start.
BLANK = "blank"
SPECIAL: dict[str, Answer] = {"DK": "DK", "NA": "NA", BLANK: None, "": None}
RATINGS = set("01234")  # docs/method.md section 1


def answer_of(value: str) -> Answer:
    return SPECIAL[value] if value in SPECIAL else int(value)


def field_value(answer: Answer) -> str:
    return BLANK if answer is None else str(answer)


def chosen_in(data: Mapping[str, str], items: Iterable[Item]) -> dict[str, Answer] | None:
    """The answers of a page as it was sent; None where a value is none of those that it offers.

    ``StatementsForm``, which says what is wrong, takes longer to make than answers to save.
    """
    values = {item.code: data.get(item.code, "") for item in items}
    known = all(value in SPECIAL or value in RATINGS for value in values.values())
    return {code: answer_of(value) for code, value in values.items()} if known else None


def changed_in(answers: dict[str, Answer], seen: str) -> dict[str, Answer]:
    """What was answered otherwise than the page had it when it came (``seen``).

    A second page of the same statements, opened before the first was saved, must not wipe what
    the first saved. Everything, where a page does not say what it had.
    """
    if len(seen) != len(answers):
        return answers
    was = dict(zip(answers, seen, strict=True))
    return {code: now for code, now in answers.items() if encode([now]) != was[code]}


class StatementsForm(forms.Form):
    """The statements of one principle. Everything may be left blank; nothing is chosen before."""

    def __init__(
        self,
        *args: Any,
        instrument: Instrument,
        items: Iterable[Item],
        perspective: str,
        mutual: bool,
        words: Words,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"auto_id": "%s", **kwargs})
        self.items, self.words = tuple(items), words
        for item in self.items:
            self.fields[item.code] = forms.ChoiceField(
                label=item_text(item, perspective, words, mutual=mutual),
                help_text=item.plain_for(mutual=mutual),
                choices=answer_choices(instrument, item.kind),
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def helper(self) -> FormHelper:
        helper = bare_helper()
        helper.field_template = "assessment/respondent/_statement.html"
        helper.explained = self.words is Words.EXPLAINED
        helper.layout = Layout(*self.blocks())
        return helper

    def blocks(self) -> Iterator[Div]:
        """The statements under their question; no question without one."""
        for kind in (Kind.PRACTICE, Kind.WARNING):
            if codes := [item.code for item in self.items if item.kind is kind]:
                yield Div(block_heading(kind), *codes, css_class=BLOCK[kind])


BLOCK = {Kind.PRACTICE: None, Kind.WARNING: "warnings"}


def block_heading(kind: str) -> HTML:
    """The question a block asks; its words come from the context the form is rendered with."""
    return HTML(f"{{% include 'assessment/respondent/_{kind}_heading.html' %}}")


def item_text(item: Item, perspective: str, words: Words, *, mutual: bool) -> str:
    """A statement in the words that the person chose, as it is asked of a group like theirs."""
    if words is Words.SHORTER:
        return item.shorter_for(mutual=mutual)
    return item.text_for(perspective, mutual=mutual)


def answer_choices(instrument: Instrument, kind: Kind) -> list[tuple[str, str]]:
    """0 to 4, then what may be answered besides; the last one takes an answer back."""
    scales = instrument.scales
    scale = scales.warning if kind is Kind.WARNING else scales.practice
    return [
        *((str(rating), label) for rating, label in enumerate(scale.labels)),
        ("DK", scales.besides.dont_know),
        ("NA", scales.besides.does_not_apply),
        (BLANK, _("Leave this one blank")),
    ]


class BeginForm(BareForm):
    """``words``: as the start page shows them now; the links above it change them."""

    words = forms.CharField(required=False, widget=forms.HiddenInput)

    def chosen(self) -> Words:
        return Words.read(self.cleaned_data["words"])


class SlipForm(BeginForm):
    slip = forms.CharField(
        label=gettext_lazy("The code on your slip"),
        max_length=100,
        help_text=gettext_lazy("Twelve letters and figures. Capitals and spaces do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    field_order = ("slip", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.brought:
            self.fields["slip"].widget = forms.HiddenInput()

    @property
    def brought(self) -> str:
        """The code that a slip's QR code brought, as it is printed: nobody need type it."""
        code = str(self.initial.get("slip", ""))
        if self.is_bound or not looks_like_a_slip_code(code):
            return ""
        return in_groups(tidy_slip_code(code))

    def clean_slip(self) -> str:
        code: str = self.cleaned_data["slip"]
        if not looks_like_a_slip_code(code):
            raise ValidationError(
                _("The code on a slip has twelve characters, such as “7K4M Q2XW 9TRB”.")
            )
        return tidy_slip_code(code)


class CodeForm(BareForm):
    """The four words, in any case and with anything between them, and what waits for them
    (``answers_in_hand``)."""

    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    code = forms.CharField(
        label=gettext_lazy("Your code of four words"),
        max_length=200,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if unknown := unknown_words(code):
            raise ValidationError(not_ours(unknown))
        if len(typed_words(code)) != WORDS_IN_CODE:
            raise ValidationError(_("A code has four words, such as “amber bridge lemon quilt”."))
        return tidy_code(code)


def not_ours(words: list[str]) -> str:
    named = ", ".join(f"“{word}”" for word in words)
    return ngettext(
        "%(words)s is not one of our words: look at how it is spelt.",
        "%(words)s are not among our words: look at how they are spelt.",
        len(words),
    ) % {"words": named}


WORD = "one_word"


class WordForm(BareForm):
    """One of the four words, or all of them."""

    one_word = forms.CharField(
        label=gettext_lazy("One of your four words"),
        max_length=200,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_one_word(self) -> str:
        typed: str = self.cleaned_data[WORD]
        if unknown := unknown_words(typed):
            raise ValidationError(not_ours(unknown))
        return typed


class RoomForm(BareForm):
    """How many of each side are in the room, each person counted once; never names."""

    hide_optional = True

    def __init__(
        self, *args: Any, instrument: Instrument, perspective: str, mutual: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mutual, self.least = mutual, fewest_in_room(perspective, instrument)
        self.sides = sides_in_room(perspective, instrument.shape, mutual=mutual)
        for code in self.sides:
            self.fields[code] = number_of_side(instrument.name_of(code, mutual=mutual))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and self.room().people < self.least:
            self.add_error(
                self.sides[0],
                _("Write how many there are of each: at least %(least)s in all.")
                % {"least": self.least},
            )
        return given

    def room(self) -> Room:
        counts = {code: self.cleaned_data.get(code) or 0 for code in self.sides}
        return Room(counts=counts, mutual=self.mutual)


class LastForm(BareForm):
    """The one box at the end."""

    hide_optional = True
    text = Paragraphs(
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "aria-describedby": "read-by"}),
    )

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
        self.initial["seen"] = digest(self.initial.get("text", ""))

    def written(self) -> str:
        return str(self.cleaned_data["text"])

    def is_unchanged(self) -> bool:
        """The box was left as it came."""
        return digest(self.written()) == str(self.cleaned_data["seen"])

    def is_behind(self, kept: str) -> bool:
        """It came before another window saved what is ``kept`` now, and says something else."""
        seen: str = self.cleaned_data["seen"]
        return "" not in (kept, seen) and seen != digest(kept) and self.written() != kept


def digest(text: str) -> str:
    """Tells two texts apart, in a page that holds one of them."""
    return sha256(text.encode()).hexdigest()[:16]
