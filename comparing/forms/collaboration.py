"""What people of a collaboration fill in, and owners who bring an organisation into it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.fields import TextLine
from organisations.models import Organisation
from organisations.parties.people_forms import JoinForm


class BringForm(JoinForm):
    """Which of the organisations that somebody owns becomes a member; it gives the organisation."""

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        self.by_number = {str(one.pk): one for one in organisations}
        self.fields["organisation"] = forms.ChoiceField(
            label=_("Which organisation joins"),
            choices=[(pk, one.name) for pk, one in self.by_number.items()],
            initial=next(iter(self.by_number)) if len(self.by_number) == 1 else None,
            widget=forms.RadioSelect,
        )

    def clean_organisation(self) -> Organisation:
        return self.by_number[self.cleaned_data["organisation"]]


class AboutForm(forms.Form):
    """What a collaboration is called and what it is for."""

    name = TextLine(label=_("Name"))
    about = forms.CharField(
        label=_("What it is for"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Organisations read this before they join."),
    )
