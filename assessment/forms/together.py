"""One page of questions, then rating begins."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.forms.numbers_of_people import Number, number_of_side
from assessment.forms.what_to_ask import INSTRUMENT, instrument_field, length_field, trial_field
from assessment.room import Room, sides_in_room
from organisations.form_parts import bare_helper
from questions import Instrument, Length

MIXED = "mixed"
MUTUAL = "mutual"


class TogetherForm(forms.Form):
    """Short or full; who is in the room and how many."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Who is in the room?"),
        choices=[
            (
                MUTUAL,
                gettext_lazy("A mutual group: everybody in it both gives and receives support"),
            ),
            (MIXED, gettext_lazy("A mixed group of people from different sides")),
        ],
        widget=forms.RadioSelect,
    )
    members = Number(label=gettext_lazy("How many members are in the room?"), required=False)

    def __init__(self, *args: Any, instruments: Sequence[Instrument], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = {one.version: one for one in instruments}
        self.instrument = chosen.get(self.data.get(INSTRUMENT, ""), instruments[0])
        self.fields |= instrument_field(instruments)
        self.fields["length"] = length_field(
            self.instrument, _("How much would you like to rate?"), first=Length.SHORT
        )
        self.fields["trial"] = trial_field()
        self.ask_who_is_here(self.instrument)
        self.order_fields([INSTRUMENT, "length", "kind", "members"])

    def ask_who_is_here(self, instrument: Instrument) -> None:
        self.sides = sides_in_room(instrument.shape.panel, instrument.shape, mutual=False)
        self.fields |= {
            code: number_of_side(instrument.perspective[code].name) for code in self.sides
        }
        least = instrument.thresholds.group_people
        self.fields["members"].help_text = _(
            "At least %(least)s: a rating that fewer agree on shows who they are."
        ) % {"least": least}
        self.fields["anyway"] = forms.BooleanField(
            label=_("We know, and would like to rate it all the same"), required=False
        )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("kind") == MUTUAL:
            self.require_members(given.get("members"))
        elif given.get("kind") == MIXED and not set(self.sides) & set(self.errors):
            self.require_a_panel(given)
        return given

    def require_members(self, members: int | None) -> None:
        least = self.instrument.thresholds.group_people
        if "members" not in self.errors and (members is None or members < least):
            self.add_error("members", _("Write how many: at least %(n)s.") % {"n": least})

    def require_a_panel(self, given: dict[str, Any]) -> None:
        room = self.room()
        if not room.people:
            self.add_error(self.sides[0], _("Write how many there are of each; one is enough."))
        elif not room.counts_as_lived(self.instrument):
            self.ask_again(given)

    def ask_again(self, given: dict[str, Any]) -> None:
        """Two hours of rating that end in 'not enough evidence' are known beforehand."""
        if not given.get("anyway"):
            self.add_error(
                "anyway",
                _(
                    "At least two people in the room, and at least half of them, need to give or "
                    "receive peer support or come from a partner user-led group. Otherwise the "
                    "report will say “Not enough evidence” of every principle."
                ),
            )

    def room(self) -> Room:
        given = self.cleaned_data
        if given["kind"] == MUTUAL:
            members = self.instrument.shape.receiving
            return Room(counts={members: given["members"]}, mutual=True)
        return Room(counts={code: given.get(code) or 0 for code in self.sides})

    @property
    def helper(self) -> FormHelper:
        asked_again = ["anyway"] if "anyway" in self.errors or self.data.get("anyway") else []
        helper = bare_helper(
            *([INSTRUMENT] if INSTRUMENT in self.fields else []),
            "length",
            "kind",
            Fieldset(_("If it is a mutual group"), "members", css_class="if-mutual"),
            Fieldset(
                _("If it is a mixed group: how many of each?"),
                *self.sides,
                *asked_again,
                css_class="if-mixed pairs",
            ),
            "trial",
        )
        helper.hide_optional = True
        return helper
