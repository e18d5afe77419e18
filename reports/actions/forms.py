"""What an organisation fills in about its report. Forms return domain values and save nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from assessment.models import ActionStatus
from assessment.steps.planning import GivenAction, GivenReply
from organisations.fields import Day, Paragraphs, TextLine
from organisations.form_parts import tick_box
from questions import Instrument
from questions.entries import ActionKind
from questions.suggested import suggestions
from reports.closed_assessments import ClosedAssessment, Pair, last_two
from reports.wording import said_and_done
from reports.wording.plan_said import ABOUT_THE_WHOLE, kind_explained

NO_SUCH_ASSESSMENT = _(
    "This is no closed self-assessment of this programme. The last two are shown: choose again."
)


class PlanForm(forms.Form):
    """One action of the plan; ``plan()`` is what was filled in."""

    text = TextLine(
        label=_("What will be done"),
        max_length=500,
        help_text=_("In a sentence that the people who answered would understand."),
    )
    kind = forms.ChoiceField(
        label=_("What it does"),
        choices=[(kind, kind_explained(kind)) for kind in ActionKind],
        widget=forms.RadioSelect,
        initial="build",
    )
    about = forms.ChoiceField(label=_("What it is about"), required=False)
    owner = TextLine(
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

    def plan(self) -> GivenAction:
        return GivenAction(**self.cleaned_data)


def about_choices(instrument: Instrument) -> list[tuple[object, object]]:
    """Nothing in particular, a principle, or a mechanism."""
    return [
        ("", ABOUT_THE_WHOLE),
        (_("Principles"), [(one.code, one.name) for one in instrument.principles]),
        (_("What presses on them"), [(one.code, one.name) for one in instrument.mechanisms]),
    ]


class SuggestionForm(forms.Form):
    """A suggested action, as 'companionship:0': whose it is, and its place among the others."""

    suggestion = forms.CharField(max_length=40)

    def __init__(self, *args: Any, instrument: Instrument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.suggested = suggestions(instrument)

    def clean_suggestion(self) -> GivenAction:
        code, _colon, _place = self.cleaned_data["suggestion"].partition(":")
        action = self.suggested.get(self.cleaned_data["suggestion"])
        if action is None:
            raise ValidationError(_("There is no such suggestion."))
        return GivenAction(kind=str(action.kind), text=action.text, about=code)

    def plan(self) -> GivenAction:
        planned: GivenAction = self.cleaned_data["suggestion"]
        return planned


class ReplyForm(forms.Form):
    """What is answered to one thing that was said; both empty takes the answer back."""

    not_now = TextLine(
        label=said_and_done.NOT_NOW,
        max_length=500,
        required=False,
        help_text=_(
            "If nothing is done about it now: why not. Leave it empty where your plan says what "
            "you will do."
        ),
    )
    words = Paragraphs(
        label=said_and_done.OWN_WORDS,
        max_length=1000,
        required=False,
        help_text=_("What you would say if you met the people who told you."),
    )

    def reply(self) -> GivenReply:
        return GivenReply(**self.cleaned_data)


class PublishForm(forms.Form):
    """The owner says so a second time."""

    sure = tick_box(
        _("I have read what will be shown, and whoever has the address may see it"),
        required=_("Tick this once you have read what will be shown."),
    )


class ThenAndNowForm(forms.Form):
    """Which two of a programme's assessments are compared: the last two with enough evidence,
    unless chosen."""

    before = forms.ChoiceField(label=_("Then"))
    after = forms.ChoiceField(label=_("Now"))

    def __init__(self, *args: Any, assessments: Sequence[ClosedAssessment], **options: Any) -> None:
        super().__init__(*args, **options)
        self.assessments = {str(one.assessment): one for one in assessments}
        usual_pair = last_two(tuple(assessments))
        for name, one in zip(("before", "after"), usual_pair, strict=True):
            field = self.fields[name]
            field.choices = [*self.assessments.items()]  # type: ignore[attr-defined]
            field.initial = str(one.assessment)
            field.error_messages |= {
                "invalid_choice": NO_SUCH_ASSESSMENT,
                "required": NO_SUCH_ASSESSMENT,
            }

    @classmethod
    def asked(cls, given: QueryDict, assessments: Sequence[ClosedAssessment]) -> "ThenAndNowForm":
        """As an address asks for it; without a choice there is nothing to be wrong."""
        chosen = any(name in given for name in cls.base_fields)
        return cls(given if chosen else None, assessments=assessments)

    def clean(self) -> dict[str, Any]:
        chosen: dict[str, Any] = super().clean() or self.cleaned_data
        if chosen.get("before") and chosen.get("before") == chosen.get("after"):
            self.add_error("after", _("Choose two different ones. The last two are shown."))
        return chosen

    def pair(self) -> Pair:
        """The earlier first, whichever way round they were chosen."""
        every = list(self.assessments.values())
        if not self.is_valid():
            return last_two(tuple(every))
        first, second = sorted(
            (self.assessments[self.cleaned_data[name]] for name in self.base_fields),
            key=every.index,
        )
        return first, second
