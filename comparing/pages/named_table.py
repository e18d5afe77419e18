"""The heat table: those who share by name, and their level of each principle, in words.

Found by name, filtered by a level of a principle, in the order of names either way; fifty a page.
Each choice is a part of the address, so a page can be sent on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.template.loader import render_to_string
from django.utils.translation import get_language

from assessment.method.levels import Level
from comparing.method.members import ComparedMember
from comparing.method.seen import SeenByName

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; an unknown principle or level is as if none was."""

    text: str
    principle: str
    level: str
    backwards: bool

    def address(self, **other: object) -> str:
        """Of the same choice but for ``other``."""
        found = {
            "q": self.text,
            "principle": self.principle,
            "level": self.level,
            "sort": "-name" if self.backwards else "",
            **other,
        }
        return f"?{urlencode({name: value for name, value in found.items() if value})}#members"


@dataclass(frozen=True, slots=True)
class NamedRow:
    """``number``: its place among all, by which the page of two is asked for. ``levels``: each
    beside the head of its column, which a phone repeats."""

    number: int
    name: str
    own: bool
    levels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NamedTable:
    heads: tuple[str, ...]
    rows: tuple[NamedRow, ...]
    page: Page[tuple[int, ComparedMember]]
    wanted: Wanted
    principles: tuple[tuple[str, str], ...]
    levels: tuple[str, ...]
    found: int
    of: int

    @property
    def turned(self) -> str:
        return self.wanted.address(sort="" if self.wanted.backwards else "-name")

    @property
    def pages(self) -> list[tuple[int, str]]:
        return [(n, self.wanted.address(page=n)) for n in self.page.paginator.page_range]


def wanted_of(given: Mapping[str, str], seen: SeenByName) -> Wanted:
    principle, level = given.get("principle", ""), given.get("level", "")
    return Wanted(
        text=" ".join(given.get("q", "").split())[:100],
        principle=principle if principle in seen.instrument.principle else "",
        level=level if level in list(Level) else "",
        backwards=given.get("sort") == "-name",
    )


def named_table(given: Mapping[str, str], seen: SeenByName) -> NamedTable:
    wanted, principles = wanted_of(given, seen), seen.instrument.principles
    found = [
        (number, one)
        for number, one in enumerate(seen.named.members, 1)
        if wanted.text.casefold() in one.name.casefold() and shows(one, wanted)
    ]
    if wanted.backwards:
        found.reverse()
    page = Paginator(found, A_PAGE).get_page(given.get("page"))
    return NamedTable(
        heads=tuple(one.short_name for one in principles),
        rows=tuple(named_row(seen, number, one) for number, one in page),
        page=page,
        wanted=wanted,
        principles=tuple((one.code, one.name) for one in principles),
        levels=tuple(map(str, Level)),
        found=len(found),
        of=len(seen.named.members),
    )


def named_row(seen: SeenByName, number: int, one: ComparedMember) -> NamedRow:
    figures, language = one.figures, get_language()
    pieces = tuple(
        (
            principle.short_name,
            level_piece(str(figures.levels[code]), language, close=code in figures.close),
        )
        for code, principle in seen.instrument.principle.items()
    )
    return NamedRow(number=number, name=one.name, own=seen.is_own(one), levels=pieces)


def shows(member: ComparedMember, wanted: Wanted) -> bool:
    """The level, of the principle; without a principle, of any."""
    if not wanted.level:
        return True
    levels = member.figures.levels
    shown = [levels[wanted.principle]] if wanted.principle else levels.values()
    return wanted.level in shown


@cache
def level_piece(level: str, _language: str | None, *, close: bool) -> str:
    """Rendered once: fifty members have six hundred. Its words are of one language."""
    return render_to_string("comparing/_level_close.html", {"level": level, "close": close})
