"""Strings sealed to an assessment's public key, joined in sorted order (libsodium's sealed box).

Each begins with a public key of its own that was made for it and forgotten, so its bytes are
random: where it stands among the others says nothing of when it came or what is in it. All strings
of one box have one width; what has no width of its own is padded to it.
"""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator

from nacl.bindings import crypto_box_SEALBYTES, sodium_pad, sodium_unpad
from nacl.public import PrivateKey, PublicKey, SealedBox

OVERHEAD: int = crypto_box_SEALBYTES
# 5,000 characters are at most 20,000 bytes; a room's words hold who was there besides.
COMMENT_WIDTH, ROOM_WIDTH = 20_480, 24_576

Progress = Callable[[Iterable[bytes]], Iterable[bytes]]


def sealed_width(width: int) -> int:
    return width + OVERHEAD


def seal(public: str, data: bytes) -> bytes:
    """``public``: in hexadecimal. Whoever sealed it cannot open it again."""
    return bytes(SealedBox(PublicKey(bytes.fromhex(public))).encrypt(data))


def put_among(joined: bytes, sealed: bytes) -> bytes:
    """One more, in its sorted place."""
    width = len(sealed)
    place = width * bisect(
        range(len(joined) // width),
        sealed,
        key=lambda row: joined[row * width : (row + 1) * width],
    )
    return b"".join((joined[:place], sealed, joined[place:]))


def put_all_among(joined: bytes, sealed: Iterable[bytes], width: int) -> bytes:
    """Many at once; ``width``: of each, sealed."""
    return b"".join(sorted((*Strings(joined, width), *sealed)))


def open_all(joined: bytes, width: int, key: PrivateKey, progress: Progress) -> list[bytes]:
    """What is in each; nacl.exceptions.CryptoError where one was changed."""
    box = SealedBox(key)
    return [box.decrypt(one) for one in progress(Strings(joined, sealed_width(width)))]


class Strings:
    """The sealed strings of a box, one after the other; it has a length, for a progress bar."""

    def __init__(self, joined: bytes, width: int) -> None:
        if len(joined) % width:
            raise ValueError(f"{len(joined)} bytes are no multiple of {width}")
        self.joined, self.width = joined, width

    def __len__(self) -> int:
        return len(self.joined) // self.width

    def __iter__(self) -> Iterator[bytes]:
        for at in range(0, len(self.joined), self.width):
            yield self.joined[at : at + self.width]


def padded(text: str, width: int) -> bytes:
    """ValueError for what is too long: a width that grew would tell of what is in it."""
    data = text.encode()
    if len(data) >= width:
        raise ValueError(f"{len(data)} bytes do not fit {width}")
    return bytes(sodium_pad(data, width))


def unpadded(data: bytes, width: int) -> str:
    return bytes(sodium_unpad(data, width)).decode()
