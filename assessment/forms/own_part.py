"""One entry of the organisation's own part: a standard, a fact, a layer of the pyramid.

Many stand on one page. Each says which version it was written over, and what that said (a digest):
what somebody did not touch is not saved over somebody else's words.
"""

import hashlib
import json
import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.own_part import OwnPartEntry
from assessment.steps.own_part import plain_value
from organisations.fields import Day, Paragraphs, TextLine
from questions import Instrument
from questions.entries import Fact, Layer, Standard

Choices = list[tuple[str, str]]
# Ends in a letter, digit or slash: the full stop or bracket after it is the sentence's.
ADDRESS = re.compile(r"https?://[^\s<>\"']+[\w/]")
MINE, THEIRS = "mine", "theirs"


def digest_of_given(given: dict[str, Any]) -> str:
    text = json.dumps({name: plain_value(value) for name, value in given.items()}, sort_keys=True)
    # 64 bits tell what somebody saw from what they changed; nothing is kept secret by it.
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class EntryForm(forms.Form):
    """``given`` are the fields that a step of ``assessment.steps.own_part`` takes, by its names."""

    names: ClassVar[dict[str, str]]  # field of the form to field of the entry
    heading: str  # what is asked, by its name or, for a fact, in its words
    before: object = None  # what was said of it before and waits, as the page shows it

    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    was = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, entry: OwnPartEntry, choices: Choices, **options: Any
    ) -> None:
        initial = {field: getattr(entry, held) for field, held in self.names.items()}
        initial |= {"version": entry.version, "was": digest_of_given(initial)}
        super().__init__(data, prefix=entry.code, initial=initial, **options)
        self.entry = entry
        answer = next(iter(self.names))
        self.fields[answer].choices = choices  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        return {field: self.cleaned_data[field] for field in self.names}

    @property
    def version_seen(self) -> int:
        version: int = self.cleaned_data["version"]
        return version

    @property
    def untouched(self) -> bool:
        """The person left it as it was when they opened the page."""
        return bool(digest_of_given(self.given()) == self.cleaned_data["was"])

    @property
    def links(self) -> list[str]:
        """Addresses that stand in the saved evidence, to follow."""
        return ADDRESS.findall(self.entry.evidence)

    @property
    def rows(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not self[name].is_hidden]


def rating_field(label: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, widget=forms.RadioSelect)


def agreed_by() -> forms.CharField:
    return TextLine(
        label=gettext_lazy("Who agreed it"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Such as “steering group, with three peer supporters”."),
    )


class StandardForm(EntryForm):
    names: ClassVar[dict[str, str]] = {
        "rating": "rating",
        "evidence": "evidence",
        "agreed_by": "agreed_by",
    }

    rating = rating_field()
    evidence = Paragraphs(label=gettext_lazy("Evidence"), required=False)
    agreed_by = agreed_by()

    def __init__(
        self,
        data: Any = None,
        *,
        entry: OwnPartEntry,
        standard: Standard,
        instrument: Instrument,
    ) -> None:
        super().__init__(data, entry=entry, choices=anchor_choices(standard, instrument))
        self.asked, self.heading = standard, standard.name
        self.fields["rating"].label = instrument.scales.standard.question
        self.fields["evidence"].help_text = standard.evidence + " " + _("Links may stand in it.")


class FactForm(EntryForm):
    names: ClassVar[dict[str, str]] = {
        "answer": "answer",
        "on": "date",
        "evidence": "evidence",
        "agreed_by": "agreed_by",
    }

    answer = rating_field()
    on = Day(
        label=gettext_lazy("Date"),
        required=False,
        help_text=gettext_lazy("When this was last looked into."),
    )
    evidence = Paragraphs(
        label=gettext_lazy("Evidence"),
        required=False,
        rows=3,
        help_text=gettext_lazy("How you know. Links may stand in it."),
    )
    agreed_by = agreed_by()

    def __init__(
        self, data: Any = None, *, entry: OwnPartEntry, fact: Fact, instrument: Instrument
    ) -> None:
        super().__init__(data, entry=entry, choices=fact_choices(instrument))
        self.asked, self.heading = fact, fact.text
        self.fields["answer"].label = instrument.scales.fact.question

    @property
    def first(self) -> list[forms.BoundField]:
        return [self["answer"]]

    @property
    def beside(self) -> list[forms.BoundField]:
        """What stands folded under the answer."""
        return [self[name] for name in ("on", "evidence", "agreed_by")]

    @property
    def unfolded(self) -> bool:
        return any(field.errors or field.value() for field in self.beside)


class LayerForm(EntryForm):
    names: ClassVar[dict[str, str]] = {"rating": "rating"}

    rating = rating_field()

    def __init__(
        self, data: Any = None, *, entry: OwnPartEntry, layer: Layer, instrument: Instrument
    ) -> None:
        labels = list(instrument.scales.pyramid.labels)
        super().__init__(data, entry=entry, choices=scale(labels, instrument))
        self.asked, self.heading = layer, layer.name
        self.fields["rating"].label = instrument.scales.pyramid.question


class ChoiceForm(forms.Form):
    """Between one's own words and somebody else's, where both changed the same entry."""

    keep = forms.ChoiceField(
        label=gettext_lazy("Which is to stand?"),
        choices=[
            (MINE, gettext_lazy("Mine, as it stands in the boxes below")),
            (THEIRS, gettext_lazy("Theirs")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )


def anchor_choices(standard: Standard, instrument: Instrument) -> Choices:
    return scale(list(standard.anchors), instrument)


def scale(labels: list[str], instrument: Instrument) -> Choices:
    besides = instrument.scales.besides
    return [
        *((str(number), f"{number}: {label}") for number, label in enumerate(labels)),
        ("NA", besides.does_not_apply),
        ("DK", besides.dont_know),
        ("", _("Not rated yet")),
    ]


def fact_choices(instrument: Instrument) -> Choices:
    words = instrument.scales.fact
    return [
        ("yes", words.yes),
        ("no", words.no),
        ("NA", words.does_not_apply),
        ("DK", words.dont_know),
        ("", _("Not answered yet")),
    ]
