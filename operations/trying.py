"""Twelve statements to try, one of each principle: no account, and nothing is kept of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.instruments import find
from organisations.form_parts import BareForm
from organisations.support_lines import support_lines
from questions import Instrument
from questions.entries import Item, Principle
from questions.reading import DEFAULT_VERSION

MOST = 4  # the scale's last number
LOW, HIGH = 1, 3  # so little is worth a talk; so much is worth keeping
TALKED_OF = 3  # of each: more is no talk
RADIUS, MIDDLE = 100, 120  # of the radar, in its own units


@dataclass(frozen=True, slots=True)
class Tried:
    """A principle, its statement and what was chosen, None where nothing was."""

    principle: Principle
    item: Item
    rating: int | None
    words: str


class TryForm(BareForm):
    """A choice of each principle; all may be left out."""

    hide_optional = True

    def __init__(self, data: Any = None, *, instrument: Instrument) -> None:
        super().__init__(data)
        scale = instrument.scales.practice
        self.instrument = instrument
        self.labels = {str(number): label for number, label in enumerate(scale.labels)}
        self.labels["DK"] = instrument.scales.besides.dont_know
        for principle in instrument.principles:
            self.fields[principle.code] = forms.ChoiceField(
                label=statement_of(principle).text,
                choices=[*self.labels.items()],
                required=False,
                widget=forms.RadioSelect,
            )

    def tried(self) -> list[Tried]:
        return [self.one(principle) for principle in self.instrument.principles]

    def one(self, principle: Principle) -> Tried:
        chosen: str = self.cleaned_data[principle.code]
        rating = int(chosen) if chosen.isdecimal() else None
        return Tried(principle, statement_of(principle), rating, self.labels.get(chosen, ""))


def statement_of(principle: Principle) -> Item:
    """The first of its practice statements."""
    return principle.items[0]


@require_http_methods(["GET", "HEAD", "POST"])
def try_it(request: HttpRequest) -> HttpResponse:
    """What is chosen is in this request and its answer, and nowhere else."""
    posted = request.method == "POST"
    form = TryForm(request.POST if posted else None, instrument=find(DEFAULT_VERSION))
    if not form.is_valid():
        return page(request, form, status=422 if posted else 200)
    tried = form.tried()
    known = [one for one in tried if one.rating is not None]
    return page(
        request,
        form,
        tried=tried,
        sentence=sentence(known),
        spokes=list(spokes(tried)),
        outline=list(outline(tried)),
        edges=list(edges(tried)),
        rings=[RADIUS * part // MOST for part in range(1, MOST + 1)],
        talk=list(talk(known)),
        not_known=[one for one in tried if one.words == form.labels["DK"]],
    )


def page(request: HttpRequest, form: TryForm, *, status: int = 200, **more: object) -> HttpResponse:
    context: Mapping[str, object] = {
        "form": form,
        "question": form.instrument.scales.practice.question,
        "caution": form.instrument.caution,
        "support_lines": support_lines(),
        "middle": MIDDLE,
        **more,
    }
    return render(request, "operations/try.html", context, status=status)


def sentence(known: list[Tried]) -> str:
    """The radar in words."""
    if not known:
        return _("Nothing was rated, so there is nothing to draw.")
    high = sum(one.rating is not None and one.rating >= HIGH for one in known)
    low = sum(one.rating is not None and one.rating <= LOW for one in known)
    return _(
        "Of %(known)d statements that you rated, %(high)d are mostly or fully true here, and "
        "%(low)d a little or not at all."
    ) % {"known": len(known), "high": high, "low": low}


def spokes(tried: list[Tried]) -> Iterator[tuple[int, str, str, str, str]]:
    """Number, the end of each spoke, and where its number stands."""
    for place, _one in enumerate(tried):
        end, label = spot(place, len(tried), RADIUS), spot(place, len(tried), RADIUS + 12)
        yield place + 1, *end, *label


def outline(tried: list[Tried]) -> Iterator[tuple[str, str]]:
    """A dot of each that was rated, going round."""
    return (dot for place in range(len(tried)) if (dot := dot_of(tried, place)))


def edges(tried: list[Tried]) -> Iterator[tuple[str, str, str, str]]:
    """Between neighbours that were both rated: what was not is a gap."""
    for place in range(len(tried)):
        one, other = dot_of(tried, place), dot_of(tried, (place + 1) % len(tried))
        if one and other:
            yield *one, *other


def dot_of(tried: list[Tried], place: int) -> tuple[str, str] | None:
    rating = tried[place].rating
    return None if rating is None else spot(place, len(tried), RADIUS * rating / MOST)


def spot(place: int, of: int, far: float) -> tuple[str, str]:
    """From the top, clockwise; as text, so that no language writes a comma into a drawing."""
    turn = 2 * pi * place / of
    return f"{MIDDLE + far * sin(turn):.1f}", f"{MIDDLE - far * cos(turn):.1f}"


def talk(known: list[Tried]) -> Iterator[tuple[str, Tried]]:
    """What is lowest and what is highest, each with a question."""
    ordered = sorted(known, key=lambda one: one.rating or 0)
    for one in [one for one in ordered if (one.rating or 0) <= LOW][:TALKED_OF]:
        yield _("What makes it so? What would be one small step?"), one
    for one in [one for one in reversed(ordered) if (one.rating or 0) >= HIGH][:TALKED_OF]:
        yield _("Who makes it so, and how? Would others here say the same?"), one
