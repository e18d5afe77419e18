"""What an owner says when sharing, and the ticks before what cannot be undone."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from assessment.forms.form_parts import tick_box
from assessment.models import Assessment
from comparing.agreement import Agreement
from comparing.models import Round, Share, Way
from organisations.fields import Day

WAYS = (
    (Way.ANONYMOUS, _("Anonymously: only in figures of several organisations together")),
    (Way.NAMED, _("By name: members of the round see your organisation's own figures")),
)
A_YEAR = timedelta(days=365)


class ShareForm(forms.Form):
    """Which assessment, how, and until when; ``agreement()`` is what was filled in."""

    assessment = forms.ChoiceField(label=_("Which self-assessment"), widget=forms.RadioSelect)
    way = forms.ChoiceField(label=_("How"), choices=WAYS, widget=forms.RadioSelect)
    until = Day(
        label=_("Until"),
        help_text=_("The last day. After it your figures are removed, as if you took them back."),
    )

    def __init__(
        self, *args: Any, round_: Round, fitting: Sequence[Assessment], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.round, self.by_number = round_, {str(one.pk): one for one in fitting}
        self.fields["assessment"].choices = [  # type: ignore[attr-defined]
            (number, assessment_described(one)) for number, one in self.by_number.items()
        ]

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < timezone.localdate():
            raise ValidationError(_("This day has passed: choose a later one."))
        if not self.round.is_closed and until < self.round.closes:
            raise ValidationError(
                _("The round is planned to close on %(day)s: choose that day or a later one."),
                params={"day": date_format(self.round.closes, "j F Y")},
            )
        return until

    def agreement(self) -> Agreement:
        given = self.cleaned_data
        return Agreement(
            assessment=self.by_number[given["assessment"]],
            way=given["way"],
            until=given["until"],
        )


def assessment_described(assessment: Assessment) -> str:
    return _("%(name)s, %(programme)s, closed on %(day)s") % {
        "name": assessment.name,
        "programme": assessment.programme.name,
        "day": date_format(assessment.closed_at, "j F Y") if assessment.closed_at else "",
    }


def initial(round_: Round, share: Share | None, fitting: Sequence[Assessment]) -> dict[str, object]:
    """What is shared already; else the newest, for a year after the round closes."""
    if share is not None:
        return {"assessment": share.assessment_id, "way": share.way, "until": share.until}
    until = max(round_.closes, timezone.localdate()) + A_YEAR
    return {"assessment": fitting[0].pk if len(fitting) == 1 else None, "until": until}


class AgreeForm(forms.Form):
    """``seen``: the digest of the preview that stands above the tick."""

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    sure = tick_box(
        _("I have read what leaves and what it means, and I agree for my organisation"),
        required=_("Tick this once you have read what leaves."),
    )


class CloseRoundForm(forms.Form):
    sure = tick_box(
        _("Close the round: its figures are made now, once"),
        required=_("Tick this if the round is to be closed."),
    )
