"""The organisation's own part in three sections, told apart by one value.

``OwnPartSection`` joins what a section asks with its rows, its form and its step, so that one view
saves all three and shows both texts where two people changed the same entry.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessment.forms.own_part import (
    THEIRS,
    ChoiceForm,
    EntryForm,
    FactForm,
    LayerForm,
    StandardForm,
    digest_of_given,
)
from assessment.models import Assessment
from assessment.own_part import FactCheck, OwnPartEntry, PyramidLayer, StandardRating
from assessment.steps import own_part
from organisations.fields import Paragraphs
from organisations.models import User
from organisations.refusal import Conflict
from questions import Instrument

MakeForm = Callable[[Any, OwnPartEntry], EntryForm]


@dataclass(frozen=True, slots=True)
class OwnPartSection:
    """``codes`` are those of one page; ``make`` gives the form of an entry, bound or not."""

    model: type[OwnPartEntry]
    rows: Callable[[Assessment], Any]
    codes: Sequence[str]
    make: MakeForm
    save: Callable[..., OwnPartEntry]

    def entries(self, assessment: Assessment) -> list[OwnPartEntry]:
        """One for each code, not saved where nobody has written it: one query."""
        rows = self.rows(assessment).select_related("changed_by").filter(code__in=self.codes)
        found = {row.code: row for row in rows}
        return [found.get(code) or self.model(code=code) for code in self.codes]

    def forms(self, assessment: Assessment, data: QueryDict | None = None) -> list[EntryForm]:
        """Of every entry, or of those that were sent."""
        entries = self.entries(assessment)
        if data is None:
            return [self.make(None, entry) for entry in entries]
        return [self.make(data, entry) for entry in entries if f"{entry.code}-version" in data]


def standards_part(instrument: Instrument, domain: str) -> OwnPartSection:
    return OwnPartSection(
        StandardRating,
        lambda assessment: assessment.standard_ratings,
        instrument.standards_of_domain(domain),
        lambda data, entry: StandardForm(
            data, entry=entry, standard=instrument.standard[entry.code], instrument=instrument
        ),
        own_part.rate_standard,
    )


def facts_part(instrument: Instrument) -> OwnPartSection:
    return OwnPartSection(
        FactCheck,
        lambda assessment: assessment.fact_checks,
        [fact.code for fact in instrument.facts],
        lambda data, entry: FactForm(
            data, entry=entry, fact=instrument.fact[entry.code], instrument=instrument
        ),
        own_part.check_fact,
    )


def pyramid_part(instrument: Instrument) -> OwnPartSection:
    layers = {layer.code: layer for layer in instrument.layers}
    return OwnPartSection(
        PyramidLayer,
        lambda assessment: assessment.pyramid_layers,
        list(layers),
        lambda data, entry: LayerForm(
            data, entry=entry, layer=layers[entry.code], instrument=instrument
        ),
        own_part.rate_layer,
    )


def part_of(instrument: Instrument, code: str) -> OwnPartSection | None:
    """The part that an entry belongs to; None for a code that nothing has."""
    if code in instrument.standard:
        return standards_part(instrument, instrument.standard[code].domain)
    for part in (facts_part(instrument), pyramid_part(instrument)):
        if code in part.codes:
            return part
    return None


class EntryLine(NamedTuple):
    """One field of an entry as it reads: 'Evidence', its text. ``long`` text may hold links."""

    label: str
    text: str
    long: bool


def entry_lines(form: EntryForm, said: Mapping[str, object]) -> list[EntryLine]:
    """What an entry says, by field of the form; what is blank is left out."""
    return [line for name in form.names if (line := entry_line(form, name, said)).text]


def entry_line(form: EntryForm, name: str, said: Mapping[str, object]) -> EntryLine:
    field = form.fields[name]
    value = said.get(form.names[name], said.get(name)) or ""
    choices = dict(getattr(field, "choices", ()))
    text = str(choices.get(value, value)) if value else ""
    return EntryLine(str(field.label), text, isinstance(field, Paragraphs))


def said_by(entry: OwnPartEntry, form: EntryForm) -> dict[str, object]:
    return {held: own_part.plain_value(getattr(entry, held)) for held in form.names.values()}


@dataclass(frozen=True, slots=True)
class Clash:
    """Two texts of one entry: ``form`` holds mine, over theirs as it stands now."""

    form: EntryForm
    theirs: OwnPartEntry
    choice: ChoiceForm

    @property
    def lines(self) -> list[EntryLine]:
        return entry_lines(self.form, said_by(self.theirs, self.form))


def save_each(
    part: OwnPartSection, assessment: Assessment, forms: Sequence[EntryForm], who: User
) -> list[tuple[EntryForm, OwnPartEntry]]:
    """Save what was touched, entry by entry; returns those that somebody else changed first."""
    clashes = []
    for form in forms:
        if form.untouched:
            continue
        try:
            part.save(
                assessment=assessment,
                code=form.entry.code,
                version=form.version_seen,
                who=who,
                **form.given(),
            )
        except Conflict as conflict:
            if isinstance(conflict.theirs, OwnPartEntry):
                clashes.append((form, conflict.theirs))
    return clashes


def clash(
    part: OwnPartSection, data: QueryDict, theirs: OwnPartEntry, choice: ChoiceForm | None = None
) -> Clash:
    """My text again, now over theirs: saving it from here is a choice."""
    over = data.copy()
    form = part.make(None, theirs)
    over[f"{theirs.code}-version"] = str(theirs.version)
    over[f"{theirs.code}-was"] = digest_of_given(
        {name: getattr(theirs, held) for name, held in form.names.items()}
    )
    return Clash(part.make(over, theirs), theirs, choice or ChoiceForm(prefix=theirs.code))


def clash_choices(data: QueryDict, forms: Sequence[EntryForm]) -> dict[str, ChoiceForm]:
    return {form.entry.code: ChoiceForm(data, prefix=form.entry.code) for form in forms}


def kept_theirs(choice: ChoiceForm) -> bool:
    return choice.is_valid() and bool(choice.cleaned_data["keep"] == THEIRS)


def saved_sentence(number: int) -> str:
    return _("Saved.") if number else _("Nothing was changed, so nothing was saved.")
