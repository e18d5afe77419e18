"""Keys that lie outside the database: one file each in ``KEYS_DIR``, for the site's user alone.

An assessment's private key is made when it opens and read only by closing, so whoever reads the
database, its log or a copy of either opens no answer. Beside it lie the key of the draft of a room
that rates together, and one that knows a file of answers again. A file is destroyed only where the
database says so (``DoomedKey``): whoever restores an older database by mistake loses no key.
"""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from nacl.public import PrivateKey
from nacl.utils import random

from organisations.refusal import Refusal

ENDING, ROOM_ENDING, FILES_ENDING = ".key", ".room", ".files"
UNFINISHED = ".unfinished"


class KeyIsMissing(Refusal):
    """The answers cannot be opened, by anybody, until the key's file is back."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The key to these answers is not on this server, so they cannot be opened. Nothing "
                "was changed. Ask whoever runs this site to put it back from the copy of its keys."
            )
        )


class KeyCannotBeKept(Refusal):
    """The disk is full, or the folder is not the site's to write into."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The key that protects the answers could not be stored, so nothing was opened. Ask "
                "whoever runs this site to look at its folder of keys (KEYS_DIR)."
            )
        )


def folder() -> Path:
    return Path(settings.KEYS_DIR)


def key_file(assessment: UUID) -> Path:
    return folder() / f"{assessment}{ENDING}"


def room_file(assessment: UUID) -> Path:
    return folder() / f"{assessment}{ROOM_ENDING}"


def files_file(assessment: UUID) -> Path:
    return folder() / f"{assessment}{FILES_ENDING}"


def make_pair(assessment: UUID) -> str:
    """A new pair: the private key into its file; returns the public one, in hexadecimal.

    The caller holds the assessment's lock. What an opening that failed left is replaced: nothing
    was ever sealed to it.
    """
    private = PrivateKey.generate()
    keep(key_file(assessment), bytes(private))
    return bytes(private.public_key).hex()


def keep_room(assessment: UUID, key: bytes) -> None:
    keep(room_file(assessment), key)


def private_key(assessment: UUID, public: str) -> PrivateKey:
    """For closing alone. KeyIsMissing where there is none, or one that opens nothing here."""
    private = PrivateKey(read(key_file(assessment)))
    if bytes(private.public_key).hex() != public:
        raise KeyIsMissing
    return private


def room_key(assessment: UUID) -> bytes:
    return read(room_file(assessment))


def new_files_key(assessment: UUID) -> bytes:
    """The caller holds the assessment's lock, and no digest was made with an earlier one."""
    key = random(PrivateKey.SIZE)
    keep(files_file(assessment), key)
    return key


def files_key(assessment: UUID) -> bytes:
    return read(files_file(assessment))


def read(file: Path) -> bytes:
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        raise KeyIsMissing from None
    if len(found) != PrivateKey.SIZE:
        raise KeyIsMissing
    return found


def keep(file: Path, key: bytes) -> None:
    """Whole or not at all, and on the disk before anything rests on it."""
    try:
        write_whole(file, key)
    except OSError:
        raise KeyCannotBeKept from None


def write_whole(file: Path, key: bytes) -> None:
    unfinished = file.with_name(file.name + UNFINISHED)
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        out.write(key)
        out.flush()
        os.fsync(out.fileno())
    unfinished.replace(file)
    sync_folder(file.parent)


def destroy(assessment: UUID) -> None:
    """Overwritten, then removed; again, it changes nothing. OSError where it cannot be done now."""
    for file in (key_file(assessment), room_file(assessment), files_file(assessment)):
        destroy_file(file.with_name(file.name + UNFINISHED))
        destroy_file(file)
    sync_folder(folder())


def destroy_file(file: Path) -> None:
    """On most disks that overwrites the key. Where it does not (copy-on-write, flash), the file is
    gone all the same, and docs/deploy.md says what to put KEYS_DIR on."""
    try:
        with file.open("r+b") as key:
            key.write(random(max(PrivateKey.SIZE, file.stat().st_size)))
            key.flush()
            os.fsync(key.fileno())
    except FileNotFoundError:
        return
    file.unlink(missing_ok=True)


def sync_folder(path: Path) -> None:
    """That a file is there, or gone, survives a power cut only once its folder is written."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
