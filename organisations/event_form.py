"""What an editor fills in about something that happened."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.fields import Day, TextLine


class EventForm(forms.Form):
    day = Day(label=_("When"), help_text=_("Where only the month is known, its first day."))
    text = TextLine(
        label=_("What happened"),
        help_text=_("In a few words, for example: tender won by another host. Name no person."),
    )
