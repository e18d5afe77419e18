"""What a member offers or asks for; ``entry()`` is what was filled in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from comparing.party import Exchange
from comparing.steps.exchanging import Offer
from organisations.fields import Paragraphs, capitalised
from questions import Instrument


class ExchangeForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=capitalised(Exchange.Kind.choices),
        widget=forms.RadioSelect,
    )
    principle = forms.ChoiceField(label=_("About which principle"))
    words = Paragraphs(
        label=_("In a few words"),
        rows=3,
        max_length=500,
        help_text=_("No figures: what you do, or what you would like to hear about."),
    )
    address = forms.EmailField(
        label=_("To whom members may write"),
        help_text=_("An e-mail address. Every member of the collaboration sees it."),
    )

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["principle"].choices = [  # type: ignore[attr-defined]
            (one.code, one.name) for one in instrument.principles
        ]

    def entry(self) -> Offer:
        return Offer(**self.cleaned_data)
