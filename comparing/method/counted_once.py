"""An assessment counts anonymously once, or is shared by name: never both (section 11).

A ledger remembers which, as keyed digests: it holds no figure and no name, and is kept when all
else is deleted, because a file once downloaded does not forget.
"""

import hmac
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from comparing.method.members import Way
from comparing.method.shared_document import cells_text
from comparing.method.sharing import Shared

DAYS_APART = 183  # two of one organisation closed nearer than this are one
CHECKED = "a key fits where this comes out"


class How(StrEnum):
    """What an assessment was used for."""

    COUNTED = "counted"
    NAMED = "named"


USED = {Way.ANONYMOUS: How.COUNTED, Way.BY_NAME: How.NAMED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """An assessment without its figures: digests of whose it is, of which, and of its cells.

    ``cells`` is empty where there is no site: whoever compares sees the files.
    """

    organisation: str
    assessment: str
    cells: str
    closed: date

    def is_one_with(self, other: "Traced") -> bool:
        """Of one organisation and near in time, or the same cells whosoever's."""
        near = abs((self.closed - other.closed).days) < DAYS_APART
        same = bool(self.cells) and self.cells == other.cells
        return (self.organisation == other.organisation and near) or same


@dataclass(frozen=True, slots=True)
class Use:
    traced: Traced
    how: How


@dataclass(frozen=True, slots=True)
class Digests:
    """Of one key. Without it nobody finds a name by trying all there are."""

    key: bytes

    def traced(
        self, organisation: str, programme: str, closed: date, shared: Shared | None = None
    ) -> Traced:
        return Traced(
            organisation=self.of(folded(organisation)),
            assessment=self.of(f"{folded(organisation)}\n{folded(programme)}"),
            cells=self.of(cells_text(shared)) if shared else "",
            closed=closed,
        )

    def of(self, text: str) -> str:
        return hmac.new(self.key, text.encode(), sha256).hexdigest()

    @property
    def check(self) -> str:
        """Whether a ledger was made with this key."""
        return self.of(CHECKED)


# The typographic apostrophe, and what nobody sees: soft hyphen, no width, joiner, byte-order mark.
ALIKE = {0x2019: "'", 0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


def folded(name: str) -> str:
    """One name in capitals, with the other apostrophe or another form of its accents, is one."""
    return unicodedata.normalize("NFC", name.translate(ALIKE)).strip().casefold()


class Ledger:
    """What was counted and named before."""

    def __init__(self, entries: Iterable[Use] = ()) -> None:
        self.by_organisation: dict[str, list[Use]] = defaultdict(list)
        self.by_cells: dict[str, list[Use]] = defaultdict(list)
        for entry in entries:
            self.by_organisation[entry.traced.organisation].append(entry)
            self.by_cells[entry.traced.cells].append(entry)

    def uses_of(self, traced: Traced) -> Iterator[How]:
        """How an assessment that is one with this was used; asked of each pair."""
        near = self.by_organisation.get(traced.organisation, [])
        same = self.by_cells.get(traced.cells, [])
        return (entry.how for entry in (*near, *same) if traced.is_one_with(entry.traced))

    def bars(self, traced: Traced, way: Way) -> How | None:
        """Why it cannot be shared in this way; None where it can."""
        uses = set(self.uses_of(traced))
        if How.COUNTED in uses:
            return How.COUNTED
        return How.NAMED if way is Way.ANONYMOUS and How.NAMED in uses else None
