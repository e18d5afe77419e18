"""What an owner says when sharing, and the tick before what cannot be undone."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.models import Assessment
from organisations.form_parts import tick_box


class ShareForm(forms.Form):
    """Which assessment, of those that can be shared."""

    assessment = forms.ChoiceField(
        label=gettext_lazy("Which self-assessment"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, fitting: Sequence[Assessment], **options: Any) -> None:
        super().__init__(*args, **options)
        self.by_number = {str(one.pk): one for one in fitting}
        self.fields["assessment"].choices = [  # type: ignore[attr-defined]
            (number, assessment_described(one)) for number, one in self.by_number.items()
        ]

    def clean_assessment(self) -> Assessment:
        return self.by_number[self.cleaned_data["assessment"]]


def assessment_described(assessment: Assessment) -> str:
    return _("%(name)s, %(programme)s, closed on %(day)s") % {
        "name": assessment.name,
        "programme": assessment.programme.name,
        "day": date_format(assessment.closed_at, "j F Y") if assessment.closed_at else "",
    }


class AgreeForm(forms.Form):
    """``seen``: the digest of the preview that stands above the tick."""

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    sure = tick_box(
        gettext_lazy("I have read what leaves and what it means, and I agree for my organisation"),
        required=gettext_lazy("Tick this once you have read what leaves."),
    )
