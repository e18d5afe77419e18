"""The file between looking and putting in: sealed, in the page alone, for this person.

The site keeps nothing of it, and nobody has to choose it twice. What comes back is read anew.
"""

import zlib
from dataclasses import dataclass
from uuid import UUID

from organisations.accounts.at_rest import Unreadable, seal, unseal

LONGEST = 900_000  # characters; a form may have a million (DATA_UPLOAD_MAX_MEMORY_SIZE)


@dataclass(frozen=True, slots=True)
class HeldFile:
    name: str
    data: bytes


def sealed_for(file: HeldFile, user: int, assessment: UUID) -> str:
    """Longer than ``LONGEST`` where the file is too big to be held."""
    packed = zlib.compress(file.data)
    head = f"{user} {assessment} {file.name}".encode()
    return seal(head + b"\0" + packed).decode("ascii")


def held_in(sealed: str, user: int, assessment: UUID) -> HeldFile | None:
    """None where it is not what this page gave to this person."""
    try:
        head, packed = unseal(sealed.encode()).split(b"\0", 1)
    except (Unreadable, ValueError):
        return None
    whose, of, name = head.decode().split(" ", 2)
    if (whose, of) != (str(user), str(assessment)):
        return None
    return HeldFile(name, zlib.decompress(packed))
