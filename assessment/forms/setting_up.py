"""The steps of setting an assessment up. Each can be saved by itself, in any order."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.asked import HowAsked
from assessment.forms.numbers_of_people import LARGEST_PERSPECTIVE, Number
from assessment.forms.what_to_ask import (
    INSTRUMENT,
    instrument_field,
    length_field,
    name_field,
    trial_field,
)
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Perspective
from assessment.steps.setting_up import DAY_HAS_PASSED, HOW_MANY_SLIPS
from organisations.fields import Day, Paragraphs, TextLine
from organisations.form_parts import BareForm, bare_helper, tick_box
from organisations.models import User
from questions import Instrument, Shape

LARGEST_K = 100  # above it next to nothing would ever be shown


class BasicsForm(BareForm):
    """``instruments``: those to choose from, or the one that was chosen."""

    name = name_field()
    mutual = forms.ChoiceField(
        label=gettext_lazy("Is it a mutual group, where everybody both gives and receives?"),
        choices=[
            ("no", gettext_lazy("No: some people give peer support and others receive it")),
            ("yes", gettext_lazy("Yes: everybody is asked as a member of the group")),
        ],
        widget=forms.RadioSelect,
    )
    trial = trial_field()

    def __init__(self, *args: Any, instruments: Sequence[Instrument], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields |= instrument_field(instruments)
        self.fields["length"] = length_field(instruments[0], _("How much to ask"))
        self.order_fields(["name", INSTRUMENT, "length", "mutual", "trial"])
        self.only = instruments[0].version

    def version(self) -> str:
        """Of the instrument."""
        version: str = self.cleaned_data.get(INSTRUMENT, self.only)
        return version

    def basics(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "name": given["name"],
            "length": given["length"],
            "mutual": given["mutual"] == "yes",
            "trial": given["trial"],
        }


SLIPS = ("slips", gettext_lazy("Each person alone, with a paper slip that works once"))
SHARED_LINK = ("link", gettext_lazy("Each person alone, through one link that all of them share"))
GROUP = ("group", gettext_lazy("One or more groups, each agreeing one rating together"))
NOT_ASKED = ("", gettext_lazy("Not asked"))
ANSWERED = {
    SLIPS[0]: (Mode.INDIVIDUAL, Door.EACH),
    SHARED_LINK[0]: (Mode.INDIVIDUAL, Door.OPEN),
    GROUP[0]: (Mode.GROUP, Door.EACH),
}


def chosen_as(perspective: Perspective) -> str:
    """Which of these it was."""
    how = Mode(perspective.mode), Door(perspective.door)
    return GROUP[0] if how[0] is Mode.GROUP else next(k for k, v in ANSWERED.items() if v == how)


@dataclass(frozen=True, slots=True)
class PerspectiveQuestions:
    """The two questions of one perspective, as the page shows them."""

    name: str
    who: str
    mode: forms.BoundField
    size: forms.BoundField | None


class PeopleForm(forms.Form):
    """Every perspective: not asked, alone with slips or a link, or groups; and how many it has."""

    def __init__(self, *args: Any, instrument: Instrument, mutual: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.instrument, self.mutual = instrument, mutual
        self.codes = instrument.shape.asked(mutual=mutual)
        for code in self.codes:
            self.add_perspective(code)

    def add_perspective(self, code: str) -> None:
        self.fields[code] = forms.ChoiceField(
            label=_("How they answer"),
            choices=ways_to_answer(code, self.instrument.shape),
            required=False,
            widget=forms.RadioSelect,
        )
        if code != self.instrument.shape.panel:
            self.fields[f"{code}_size"] = Number(
                label=_("How many people there are"),
                required=False,
                min_value=1,
                max_value=LARGEST_PERSPECTIVE,
            )

    def asked(self) -> list[PerspectiveQuestions]:
        return [
            PerspectiveQuestions(
                name=self.instrument.name_of(code, mutual=self.mutual),
                who=self.instrument.perspective[code].who,
                mode=self[code],
                size=self[f"{code}_size"] if code != self.instrument.shape.panel else None,
            )
            for code in self.codes
        ]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(given.get(code) for code in self.codes):
            raise ValidationError(_("Choose at least one perspective to ask."))
        for code in self.codes:
            self.clean_size(code, given)
        return given

    def clean_size(self, code: str, given: Mapping[str, Any]) -> None:
        size = f"{code}_size"
        if given.get(code) == SLIPS[0] and size in given and not given[size]:
            self.add_error(size, HOW_MANY_SLIPS)

    def chosen(self) -> Mapping[str, HowAsked]:
        return {code: self.how_asked(code) for code in self.codes if self.cleaned_data[code]}

    def how_asked(self, code: str) -> HowAsked:
        mode, door = ANSWERED[self.cleaned_data[code]]
        return HowAsked(mode, self.cleaned_data.get(f"{code}_size"), door)


def ways_to_answer(code: str, shape: Shape) -> list[tuple[str, str | Promise]]:
    """A panel is always a group; where there are rarely five people, a group stands first."""
    if code == shape.panel:
        together = gettext_lazy("One mixed group, agreeing one rating together")
        return [(GROUP[0], together), NOT_ASKED]
    if code in shape.rarely_five:
        return [GROUP, SLIPS, SHARED_LINK, NOT_ASKED]
    return [SLIPS, SHARED_LINK, GROUP, NOT_ASKED]


class PrivacyForm(BareForm):
    """How few people make a result hidden, until when answers are taken, who keeps the slips."""

    def __init__(
        self, *args: Any, least: int, least_open: int, keepers: Sequence[User], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.keepers = {str(person.pk): person for person in keepers}
        self.fields["k"] = Number(
            label=_("Fewest people"),
            min_value=least,
            max_value=LARGEST_K,
            help_text=_(
                "If fewer people than this answer a statement, its result is hidden from "
                "everybody. %(least)s or more, and %(open)s or more where people share a link; a "
                "larger number protects people better and hides more. It cannot be changed once "
                "this is open."
            )
            % {"least": least, "open": least_open},
        )
        self.fields["closes_on"] = closing_day(required=False)
        self.fields["keeper"] = keeper_field(self.keepers, required=False)

    def limits(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "k": given["k"],
            "closes_on": given["closes_on"],
            "keeper": self.keepers.get(given["keeper"]),
        }


KEEPER_HINT = gettext_lazy(
    "The keeper prints the slips and is the only one who can agree to closing early. Best is "
    "somebody whom those who answer trust, such as a member of a user-led partner."
)


def keeper_field(keepers: Mapping[str, User], *, required: bool) -> forms.ChoiceField:
    nobody = [] if required else [("", _("Nobody yet"))]
    return forms.ChoiceField(
        label=_("Who keeps the slips"),
        choices=[*((pk, str(person)) for pk, person in keepers.items()), *nobody],
        required=required,
        widget=forms.RadioSelect,
        help_text=KEEPER_HINT,
    )


class KeeperForm(BareForm):
    """Another keeper, while it is open."""

    def __init__(self, *args: Any, keepers: Sequence[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.keepers = {str(person.pk): person for person in keepers}
        self.fields["keeper"] = keeper_field(self.keepers, required=True)

    def keeper(self) -> User:
        return self.keepers[self.cleaned_data["keeper"]]


class EarlyForm(BareForm):
    reason = TextLine(
        label=gettext_lazy("Why it should close before its day"),
        max_length=300,
        help_text=gettext_lazy("The keeper reads it and decides."),
    )


class FutureDay(Day):
    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value < timezone.localdate():
            raise ValidationError(DAY_HAS_PASSED)


def closing_day(*, required: bool) -> Day:
    return FutureDay(
        label=_("Closing day"),
        required=required,
        help_text=_(
            "Whoever answers alone is told this day, and it holds: nobody can close it before "
            "unless the keeper agrees, and it can only be moved on. Nothing closes by itself."
        ),
    )


def contact_field() -> TextLine:
    return TextLine(
        label=gettext_lazy("Whom people can ask about this"),
        required=False,
        help_text=gettext_lazy("A name, with a telephone number or an e-mail address."),
    )


class WordsForm(forms.Form):
    contact = contact_field()
    welcome = Paragraphs(label=gettext_lazy("Welcome"), required=False, rows=7)
    privacy_notice = Paragraphs(label=gettext_lazy("Privacy notice"), required=False, rows=16)

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name].strip() for name in self.fields}

    @property
    def helper(self) -> FormHelper:
        helper = bare_helper("contact", Div("welcome", "privacy_notice"))
        helper.hide_optional = True
        return helper


class OpenForm(BareForm):
    sure = tick_box(
        gettext_lazy("Yes, open it for answers now"),
        required=gettext_lazy("Tick the box to open it."),
    )


class DiscardForm(BareForm):
    sure = tick_box(
        gettext_lazy("Yes, discard it: this cannot be undone"),
        required=gettext_lazy("Tick the box to discard it."),
    )


class ExtendForm(BareForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["closes_on"] = closing_day(required=True)

    def day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["closes_on"]
        return day


class MendForm(BareForm):
    """Whom to ask, the welcome, and of each perspective of individuals how many people it has."""

    contact = contact_field()
    welcome = Paragraphs(label=gettext_lazy("Welcome"), required=False, rows=7)

    def __init__(self, *args: Any, names: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.codes = tuple(names)
        for code, name in names.items():
            self.fields[f"{code}_size"] = Number(
                label=_("How many people: %(who)s") % {"who": name},
                required=False,
                min_value=1,
                max_value=LARGEST_PERSPECTIVE,
            )

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name].strip() for name in ("contact", "welcome")}

    def sizes(self) -> dict[str, int]:
        """Those that are said; a box that was emptied changes nothing."""
        given = ((code, self.cleaned_data[f"{code}_size"]) for code in self.codes)
        return {code: size for code, size in given if size}


class LeaveOutForm(BareForm):
    reason = TextLine(
        label=gettext_lazy("Why it is left out"),
        max_length=300,
        help_text=gettext_lazy("Your team reads it, on its page and on its report."),
    )


class ThrowAwayForm(BareForm):
    sure = tick_box(
        gettext_lazy("Yes, throw the trial away: this cannot be undone"),
        required=gettext_lazy("Tick the box to throw it away."),
    )


class CloseForm(BareForm):
    sure = tick_box(
        gettext_lazy("Yes, close it: this cannot be undone"),
        required=gettext_lazy("Tick the box to close it."),
    )
