"""One person's answers as one fixed-width string: the only code that knows its characters.

One character an item, in the instrument's order: ``0``-``4``, ``D`` don't know, ``N`` does not
apply, ``.`` blank. numpy reads ten thousand of them in one pass.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Special = Literal["DK", "NA"]
Answer = int | Special | None
Counts = npt.NDArray[np.int64]

CHARACTERS: dict[Answer, str] = {
    0: "0", 1: "1", 2: "2", 3: "3", 4: "4", "DK": "D", "NA": "N", None: ".",
}  # fmt: skip
ZERO, DONT_KNOW, BLANK = (ord(character) for character in "0D.")
ALL = "".join(CHARACTERS.values()).encode()

# A person's answers to a principle's practice items, at most four, summed into one number:
# the ratings (at most 16), and 17 for each answer.
RATINGS, COUNTS = 17, 5
STATES = COUNTS * RATINGS
SUMMABLE = bytes.maketrans(ALL, bytes([*(RATINGS + rating for rating in range(5)), 0, 0, 0]))


def encode(answers: Iterable[Answer]) -> str:
    """Answers in the instrument's order as one string; KeyError for anything else."""
    return "".join(CHARACTERS[answer] for answer in answers)


ANSWERS = {character: answer for answer, character in CHARACTERS.items()}


def decode(string: str) -> list[Answer]:
    """A string's answers, in the instrument's order."""
    return [ANSWERS[character] for character in string]


@dataclass(frozen=True, slots=True)
class Responses:
    """Everybody's strings of one perspective, joined; ``width`` is the number of items.

    ValueError where the length is no multiple of the width or a character is unknown.
    """

    width: int
    joined: bytes

    def __post_init__(self) -> None:
        if self.width < 1 or len(self.joined) % self.width:
            raise ValueError(f"{len(self.joined)} characters are no multiple of {self.width} items")
        if self.joined.translate(None, ALL):
            raise ValueError("answer strings hold 0 to 4, D, N and . only")

    @classmethod
    def of(cls, strings: Iterable[str], *, width: int) -> "Responses":
        return cls(width, "".join(sorted(strings)).encode("ascii"))

    def strings(self) -> list[str]:
        """Of each respondent; a row of blanks is none."""
        whole = self.joined.decode("ascii")
        rows = [whole[at : at + self.width] for at in range(0, len(whole), self.width)]
        return [row for row in rows if row.strip(".")]

    def tally(self) -> "Tally":
        """How many people answered at all, and the counts of every item.

        A respondent is someone with at least one 0-4, DK or NA (docs/method.md section 2).
        """
        characters = self.rows(self.joined)
        values = characters - np.uint8(ZERO)  # wraps: '.' becomes 254
        answered = values <= 4
        return Tally(
            people=len(characters),
            answered=per_item(answered),
            totals=per_item(values * answered),
            dont_know=per_item(characters == DONT_KNOW),
        )

    def personal(self, counted: npt.NDArray[np.bool_]) -> Counts:
        """How many people have each combination of answers to each principle's items.

        ``counted``: principles x items of a principle, true for at most four a principle.
        Returns counts of shape principles x answered x sum of ratings.
        """
        principles, items = counted.shape
        values = self.rows(self.joined.translate(SUMMABLE)) * counted.ravel()
        values = values.reshape(-1, principles, items)
        places = np.arange(principles, dtype=np.uint16) * np.uint16(STATES)
        places = np.tile(places, (len(values), 1))
        for item in np.flatnonzero(counted.any(axis=0)):
            places += values[:, :, item]
        counts = np.bincount(places.ravel(), minlength=principles * STATES)
        return counts.reshape(principles, COUNTS, RATINGS)

    def rows(self, joined: bytes) -> npt.NDArray[np.uint8]:
        """One row a respondent, one column an item; rows of blanks are left out."""
        rows = np.frombuffer(joined, dtype=np.uint8).reshape(-1, self.width)
        if b"." * self.width not in self.joined:
            return rows
        return rows[self.rows_answered()]

    def rows_answered(self) -> npt.NDArray[np.bool_]:
        characters = np.frombuffer(self.joined, dtype=np.uint8).reshape(-1, self.width)
        answered: npt.NDArray[np.bool_] = (characters != BLANK).any(axis=1)
        return answered


@dataclass(frozen=True, slots=True)
class Tally:
    """Respondents, and per item how many answered 0-4, the sum of those, how many DK."""

    people: int
    answered: Counts
    totals: Counts
    dont_know: Counts


def per_item(per_person: npt.NDArray[np.uint8] | npt.NDArray[np.bool_]) -> Counts:
    """Sums over people of numbers from 0 to 4: sixty of them fit a byte, which is quick to add."""
    people, items = per_person.shape
    whole = people - people % 60
    sixties = per_person[:whole].reshape(60, -1).view(np.uint8).sum(axis=0, dtype=np.uint8)
    sums: Counts = sixties.reshape(-1, items).sum(axis=0, dtype=np.int64)
    sums += per_person[whole:].sum(axis=0, dtype=np.int64)
    return sums
