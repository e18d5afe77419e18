"""What a self-assessment is called, which of the host's instruments it asks, and how much of it."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.promises import how_long
from organisations.fields import TextLine
from questions import Instrument, Length

INSTRUMENT = "instrument"


def name_field() -> TextLine:
    return TextLine(
        label=gettext_lazy("What to call this self-assessment"),
        max_length=100,
        help_text=gettext_lazy("Such as “Autumn 2026”. It stands at the head of its report."),
    )


def trial_field() -> forms.BooleanField:
    return forms.BooleanField(
        label=gettext_lazy("Only to try it out: it never counts"),
        required=False,
        help_text=gettext_lazy(
            "A trial is told to whoever answers, stands in nothing that is compared, and can be "
            "thrown away. It cannot be made one once it is open, nor one that counts."
        ),
    )


def instrument_field(instruments: Sequence[Instrument]) -> dict[str, forms.ChoiceField]:
    """Asked only where there is more than one; the first is what most will want."""
    if len(instruments) < 2:
        return {}
    field = forms.ChoiceField(
        label=_("Which questionnaire"),
        choices=[(one.version, f"{one.title} ({one.version})") for one in instruments],
        initial=instruments[0].version,
        widget=forms.RadioSelect,
        help_text=_("It cannot be changed afterwards: every figure rests on its words."),
    )
    return {INSTRUMENT: field}


def length_field(
    instrument: Instrument, label: str, first: Length | None = None
) -> forms.ChoiceField:
    """With how many statements each asks and how long that may take; ``first`` is ticked."""
    told = {Length.FULL: _("Full: %(n)d statements."), Length.SHORT: _("Short: %(n)d statements.")}

    def choice(length: Length) -> tuple[str, str]:
        asks = told[length] % {"n": len(instrument.items(length))}
        return length.value, f"{asks} {how_long(length)}"

    choices = [choice(length) for length in sorted(told, key=lambda one: one is not first)]
    return forms.ChoiceField(label=label, choices=choices, initial=first, widget=forms.RadioSelect)
