"""What a keeper fills in. ``PAPERS``: what a sheet can be printed on (``pages.slip_papers``)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.forms.numbers_of_people import Number
from organisations.form_parts import BareForm, tick_box

PAPERS = {
    "a4": gettext_lazy("A4"),
    "letter": gettext_lazy("Letter"),
}


def paper_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Paper"),
        choices=list(PAPERS.items()),
        initial=next(iter(PAPERS)),
        widget=forms.RadioSelect,
    )


class SheetForm(BareForm):
    """``paper``: a key of ``PAPERS``."""

    ready = tick_box(
        gettext_lazy("My printer is ready: the sheet is shown once"),
        required=gettext_lazy("Tick the box when your printer is ready: the sheet is shown once."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["paper"] = paper_field()
        self.order_fields(["paper", "ready"])


class MoreForm(SheetForm):
    def __init__(self, *args: Any, most: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["number"] = Number(label=_("How many more"), min_value=1, max_value=most)
        self.order_fields(["number", "paper", "ready"])


class VoidForm(BareForm):
    sure = tick_box(
        gettext_lazy("Yes, make all of these slips void"),
        required=gettext_lazy("Tick the box to make the slips void."),
    )
