"""Starting from last time, and deciding what is still true of what was said then."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from assessment.forms.what_to_ask import name_field
from assessment.models import Assessment
from organisations.form_parts import BareForm
from organisations.models import Programme

STILL, CLEAR, LATER = "still", "clear", ""
DECISIONS = [
    (STILL, gettext_lazy("Still true")),
    (CLEAR, gettext_lazy("Not true any more: clear it")),
    (LATER, gettext_lazy("Not decided yet")),
]


class AgainForm(BareForm):
    name = name_field()


class StillTrueForm(forms.Form):
    """A choice for each code that waits."""

    def __init__(self, data: Any = None, *, codes: Sequence[str]) -> None:
        super().__init__(data)
        for code in codes:
            self.fields[code] = forms.ChoiceField(
                label=gettext_lazy("Is it still true?"),
                choices=DECISIONS,
                required=False,
                initial=LATER,
                widget=forms.RadioSelect,
            )

    def decided(self, how: str) -> list[str]:
        return [code for code, said in self.cleaned_data.items() if said == how]


class TakeStandardsForm(BareForm):
    """``sources``: the organisation's other programmes, and what was brought into this one."""

    def __init__(
        self, *args: Any, sources: Sequence[Programme | Assessment], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.sources = {str(one.pk): one for one in sources}
        self.fields["programme"] = forms.ChoiceField(
            label=gettext_lazy("From where"),
            choices=[(pk, named(one)) for pk, one in self.sources.items()],
            widget=forms.RadioSelect,
        )

    def source(self) -> Programme | Assessment:
        return self.sources[self.cleaned_data["programme"]]


def named(source: Programme | Assessment) -> str:
    if isinstance(source, Programme):
        return source.name
    return gettext("%(name)s (brought in)") % {"name": source.name}
