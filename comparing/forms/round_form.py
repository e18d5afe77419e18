"""What an admin says of a round before it opens; ``plan()`` is what was filled in."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.forms.what_to_ask import INSTRUMENT, instrument_field
from assessment.steps.setting_up import DAY_HAS_PASSED
from comparing.method.members import Way
from comparing.models import WAYS, Readers
from comparing.steps.rounds import Plan
from organisations.fields import Day, TextLine, capitalised
from organisations.models import OrganisationKind
from questions import Instrument

FIELDS = ("name", "way", "kind", "opens", "closes", "ends", "readers")


class RoundForm(forms.Form):
    """``instruments``: those to choose from; asked only where there are several."""

    name = TextLine(
        label=gettext_lazy("Name of the round"),
        max_length=100,
        help_text=gettext_lazy("Such as: Spring 2027."),
    )
    way = forms.ChoiceField(
        label=gettext_lazy("How it compares"),
        choices=WAYS,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "For an anonymous round invite eight or more: of exactly six, half the figures are "
            "missing, and with fewer nothing is published. By name two are enough."
        ),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("For which organisations"),
        required=False,
        choices=[("", gettext_lazy("All kinds")), *capitalised(OrganisationKind.choices)],
        help_text=gettext_lazy(
            "There is no split by kind later: whoever wants trusts apart makes a round for them."
        ),
    )
    opens = Day(
        label=gettext_lazy("Members may share from"),
        help_text=gettext_lazy("From this day on nothing of the round can be changed."),
    )
    closes = Day(
        label=gettext_lazy("Closes on"),
        required=False,
        help_text=gettext_lazy(
            "Of an anonymous round only. It closes by itself at the beginning of that day, never "
            "earlier, and what it publishes is made once."
        ),
    )
    ends = Day(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("After it nothing of the round is shown any more."),
    )
    readers = forms.ChoiceField(
        label=gettext_lazy("Who reads what an anonymous round publishes"),
        choices=capitalised(Readers.choices),
        widget=forms.RadioSelect,
        initial=Readers.SHARERS,
        help_text=gettext_lazy("The people of the collaboration read it too."),
    )

    def __init__(self, *args: Any, instruments: Sequence[Instrument], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields |= instrument_field(instruments)
        self.only = instruments[0].version

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        opens, ends = given.get("opens"), given.get("ends")
        if opens and opens < timezone.localdate():
            self.add_error("opens", DAY_HAS_PASSED)
        if given.get("way") == Way.ANONYMOUS:
            self.check_closing(given.get("closes"), opens, ends)
        elif opens and ends and ends < opens:
            self.add_error("ends", _("This is before the day it opens."))
        return given

    def check_closing(
        self,
        closes: datetime.date | None,
        opens: datetime.date | None,
        ends: datetime.date | None,
    ) -> None:
        if "closes" in self.errors:
            return
        if closes is None:
            self.add_error("closes", _("Say on which day the anonymous round closes."))
        elif opens and closes <= opens:
            self.add_error("closes", _("It closes at the earliest on the day after it opens."))
        elif ends and ends < closes:
            self.add_error("ends", _("This is before the day it closes."))

    def plan(self) -> Plan:
        given = self.cleaned_data
        return Plan(
            **{name: given[name] for name in FIELDS if name != "way"},
            way=Way(given["way"]),
            instrument=given.get(INSTRUMENT, self.only),
        )
