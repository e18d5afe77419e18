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

CHARACTERS: dict[Answer, str] = {
    0: "0", 1: "1", 2: "2", 3: "3", 4: "4", "DK": "D", "NA": "N", None: ".",
}  # fmt: skip
ZERO, FOUR, DONT_KNOW, NOT_APPLICABLE = (ord(character) for character in "04DN")
ALLOWED = np.zeros(256, dtype=bool)
ALLOWED[[ord(character) for character in CHARACTERS.values()]] = True


def encode(answers: Iterable[Answer]) -> str:
    """Answers in the instrument's order as one string; KeyError for anything else."""
    return "".join(CHARACTERS[answer] for answer in answers)


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
        if not ALLOWED[np.frombuffer(self.joined, dtype=np.uint8)].all():
            raise ValueError("answer strings hold 0 to 4, D, N and . only")

    @classmethod
    def of(cls, strings: Iterable[str], *, width: int) -> "Responses":
        return cls(width, "".join(sorted(strings)).encode("ascii"))

    def matrix(self) -> npt.NDArray[np.uint8]:
        """Characters, one row a response, one column an item; rows of blanks are left out.

        A respondent is someone with at least one 0-4, DK or NA (method.md section 2).
        """
        rows = np.frombuffer(self.joined, dtype=np.uint8).reshape(-1, self.width)
        return rows if b"." * self.width not in self.joined else rows[(rows != ord(".")).any(1)]
