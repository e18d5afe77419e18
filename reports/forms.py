"""What an organisation fills in about its report. Forms return domain values and save nothing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.forms.fields import Paragraphs, tick
from assessment.models import ActionStatus
from assessment.planning import Plan, suggestions
from organisations.fields import Day, Line
from questions import Instrument

KINDS = (
    ("protect", _("Protect: stop, exempt or renegotiate something")),
    ("build", _("Build: grow something")),
)


class PlanForm(forms.Form):
    """One action of the plan; ``plan()`` is what was filled in."""

    text = Line(
        label=_("What will be done"),
        max_length=500,
        help_text=_("In a sentence that the people who answered would understand."),
    )
    kind = forms.ChoiceField(
        label=_("What it does"), choices=KINDS, widget=forms.RadioSelect, initial="build"
    )
    about = forms.ChoiceField(label=_("What it is about"), required=False)
    owner = Line(
        label=_("Who sees to it"),
        max_length=100,
        required=False,
        help_text=_("Shown to your team only."),
    )
    due = Day(label=_("By when"), required=False)
    status = forms.ChoiceField(
        label=_("How it stands"), choices=ActionStatus.choices, initial=ActionStatus.PLANNED
    )
    notes = Paragraphs(label=_("Notes"), required=False, help_text=_("Shown to your team only."))

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["about"].choices = about_choices(instrument)  # type: ignore[attr-defined]

    def plan(self) -> Plan:
        return Plan(**self.cleaned_data)


def about_choices(instrument: Instrument) -> list[tuple[object, object]]:
    """Nothing in particular, a principle, or a mechanism."""
    return [
        ("", _("Peer support here as a whole")),
        (_("Principles"), [(one.code, one.name) for one in instrument.principles]),
        (_("What presses on them"), [(one.code, one.name) for one in instrument.mechanisms]),
    ]


class SuggestionForm(forms.Form):
    """A suggested action, as 'companionship:0': whose it is, and its place among the others."""

    suggestion = forms.CharField(max_length=40)

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.suggested = suggestions(instrument)

    def clean_suggestion(self) -> Plan:
        code, _colon, _place = self.cleaned_data["suggestion"].partition(":")
        action = self.suggested.get(self.cleaned_data["suggestion"])
        if action is None:
            raise ValidationError(_("There is no such suggestion."))
        return Plan(kind=str(action.kind), text=action.text, about=code)

    def plan(self) -> Plan:
        planned: Plan = self.cleaned_data["suggestion"]
        return planned


class PublishForm(forms.Form):
    """The owner says so a second time."""

    sure = tick(
        _("I have read what will be shown, and whoever has the address may see it"),
        required=_("Tick this once you have read what will be shown."),
    )
