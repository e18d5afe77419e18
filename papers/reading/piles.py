"""Pages to whole questionnaires, and what cannot be put together.

No page says whose it is. So pages belong together that lie together: each questionnaire ends where
all its pages have come, in whatever order they lay. A pile sorted by page (all first pages, then
all second ones) is put together by place. A page too many would move all that come after it: so of
whatever did not lie in order, among others, a person is asked whether it is one person's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from papers.out.layouts import Look
from papers.reading.marking import BLANK, ReadLine, Unsure


@dataclass(frozen=True, slots=True)
class Asked:
    """A line that a person must look at. ``picture``: a small JPEG of it."""

    code: str
    likely: str
    why: Unsure
    picture: bytes
    place: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """``place``: the picture it was in. ``words``: a picture of the frame, where there is ink."""

    assessment: str
    look: Look
    page: int
    pages: int
    place: str
    lines: tuple[ReadLine, ...]
    asked: tuple[Asked, ...] = ()
    words: bytes = b""
    slips: tuple[str, ...] = ()

    def pile(self) -> tuple[str, Look]:
        return self.assessment, self.look

    def sure(self) -> dict[str, str]:
        return {line.code: line.answer for line in self.lines if line.unsure is None}

    def is_marked(self) -> bool:
        return any(line.unsure is not None or line.answer != BLANK for line in self.lines)


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """One whole questionnaire. ``sorted_by_page``, ``out_of_order``: how its pages lay among
    others, so that they belong together is a guess. ``like``: where the same answers lay before."""

    assessment: str
    look: Look
    pages: tuple[ReadPage, ...]
    sorted_by_page: bool = False
    out_of_order: bool = False
    like: str = ""

    def is_guess(self) -> bool:
        return self.sorted_by_page or self.out_of_order

    def empty(self) -> list[str]:
        """Where pages lay on which nothing is marked, if others have marks."""
        empty = [page.place for page in self.pages if page.lines and not page.is_marked()]
        return empty if len(empty) < sum(bool(page.lines) for page in self.pages) else []

    def answers(self) -> dict[str, str]:
        """Item code to character; the likeliest where a person is asked."""
        return {line.code: line.answer for page in self.pages for line in page.lines}

    def asked(self) -> list[Asked]:
        return [one for page in self.pages for one in page.asked]

    def words(self) -> list[bytes]:
        return [page.words for page in self.pages if page.words]

    def slips(self) -> list[str]:
        return [slip for page in self.pages for slip in page.slips]

    def place(self) -> str:
        return self.pages[0].place


@dataclass(slots=True)
class Piles:
    """``told``: what was left out and why, a sentence each."""

    sheets: list[ReadSheet] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def put_together(pages: Iterable[ReadPage]) -> Piles:
    piles, lying = Piles(), defaultdict(list)
    for page in pages:
        lying[page.pile()].append(page)
    for pile in lying.values():
        if is_sorted_by_page(pile):
            by_place(pile, piles)
        else:
            one_after_another(pile, piles)
    return piles


def is_sorted_by_page(pile: list[ReadPage]) -> bool:
    """All first pages, then all second ones: as many of each, two at least."""
    numbers = [page.page for page in pile]
    counts = Counter(numbers)
    of_each = set(counts.values())
    whole = len(counts) == pile[0].pages and pile[0].pages > 1
    return whole and len(of_each) == 1 and of_each != {1} and numbers == sorted(numbers)


def by_place(pile: list[ReadPage], piles: Piles) -> None:
    copies = len(pile) // pile[0].pages
    for nth in range(copies):
        piles.sheets.append(sheet(pile[nth::copies], sorted_by_page=True))


def one_after_another(pile: list[ReadPage], piles: Piles) -> None:
    lying: dict[int, ReadPage] = {}
    just_whole: dict[int, ReadPage] = {}
    whole: list[ReadSheet] = []
    for page in pile:
        before = lying.get(page.page) or (None if lying else again(page, just_whole))
        if before is not None and same_answers(before, page):
            piles.told.append(
                f"{page.place}: page {page.page} is there twice, with the same answers (also "
                f"{before.place}). It counts once."
            )
            if page.page in lying and len(page.asked) < len(before.asked):
                lying[page.page] = page  # the sharper one, in the place of the other
            continue
        if page.page in lying:
            tell_missing(lying, piles)
            lying = {}
        lying[page.page] = page
        if len(lying) == page.pages:
            among_others = len(pile) > page.pages
            mixed = among_others and not is_in_order(list(lying))
            whole.append(sheet(lying.values(), out_of_order=mixed, like=twin(lying, whole)))
            lying, just_whole = {}, lying
    piles.sheets.extend(whole)
    if lying:
        tell_missing(lying, piles)


def again(page: ReadPage, just_whole: dict[int, ReadPage]) -> ReadPage | None:
    """Photographed once more after its sheet was whole. With the first of its pages a new one
    begins, whichever that is."""
    begins = next(iter(just_whole), page.page)
    return None if page.page == begins else just_whole.get(page.page)


def is_in_order(numbers: list[int]) -> bool:
    return numbers in (sorted(numbers), sorted(numbers, reverse=True))


def same_answers(one: ReadPage, other: ReadPage) -> bool:
    """Photographed twice: what is sure in both is the same. Without a mark it says nothing."""
    mine, others = one.sure(), other.sure()
    both = mine.keys() & others.keys()
    seen = {mine[code] for code in both}
    return all(mine[code] == others[code] for code in both) and (
        not one.lines or bool(seen - {BLANK})
    )


def twin(lying: dict[int, ReadPage], whole: list[ReadSheet]) -> str:
    """Two who agree are two, but a sheet photographed twice looks like them."""
    for before in whole:
        pairs = [(page, lying[page.page]) for page in before.pages]
        marked = [(one, other) for one, other in pairs if one.is_marked() or other.is_marked()]
        if marked and all(same_answers(one, other) for one, other in marked):
            return before.place()
    return ""


def tell_missing(lying: dict[int, ReadPage], piles: Piles) -> None:
    some = next(iter(lying.values()))
    missing = [str(number) for number in range(1, some.pages + 1) if number not in lying]
    piles.told.append(
        f"{some.place}: a questionnaire without its page {', '.join(missing)}, counted from the "
        "first with statements. It is left out: only whole ones are taken."
    )


def sheet(pages: Iterable[ReadPage], **how: Any) -> ReadSheet:
    ordered = tuple(sorted(pages, key=lambda page: page.page))
    return ReadSheet(ordered[0].assessment, ordered[0].look, ordered, **how)


def with_slips(page: ReadPage, slips: Iterable[str]) -> ReadPage:
    return replace(page, slips=tuple(slips))
