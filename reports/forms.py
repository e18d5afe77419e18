"""What an organisation fills in about its report. Forms return domain values and save nothing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.models import ActionStatus
from assessment.planning import Plan
from organisations.fields import Line, refuse_control_characters
from questions import Instrument
from questions.entries import Action

LONGEST_NOTE = 5000
NOT_LINES = str.maketrans("", "", "\r\n\t")
KINDS = (
    ("protect", _("Protect: stop, exempt or renegotiate something")),
    ("build", _("Build: grow something")),
)


def refuse_control_characters_in_lines(text: str) -> None:
    refuse_control_characters(text.translate(NOT_LINES))


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
    due = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    status = forms.ChoiceField(
        label=_("How it stands"), choices=ActionStatus.choices, initial=ActionStatus.PLANNED
    )
    notes = forms.CharField(
        label=_("Notes"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[refuse_control_characters_in_lines],
        help_text=_("Shown to your team only."),
    )

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["about"].choices = about_choices(instrument)  # type: ignore[attr-defined]

    def plan(self) -> Plan:
        return Plan(**self.cleaned_data)


def about_choices(instrument: Instrument) -> list[tuple[str, object]]:
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


def suggestions(instrument: Instrument) -> dict[str, Action]:
    """Every suggested action by its name in a form."""
    return {
        f"{one.code}:{place}": action
        for one in (*instrument.principles, *instrument.mechanisms)
        for place, action in enumerate(one.actions)
    }


class PublishForm(forms.Form):
    """The owner says so a second time."""

    sure = forms.BooleanField(
        label=_("I have read what will be shown, and whoever has the address may see it"),
        error_messages={"required": _("Tick this once you have read what will be shown.")},
    )
