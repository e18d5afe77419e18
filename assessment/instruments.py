"""Which instrument: one way to find it for site and commands, a host's own files included."""

from pathlib import Path
from typing import Protocol

from django.conf import settings

from assessment.models import Assessment
from questions import Instrument, InstrumentError, Length, load
from questions.entries import Item
from questions.reading import BUNDLED, instrument_files
from questions.shape import NEWEST


class Asking(Protocol):
    """An assessment, or a time of comparing: ``instrument`` is the version it asks."""

    @property
    def instrument(self) -> str: ...


def instrument_of(asking: Asking) -> Instrument:
    return find(asking.instrument)


def items_asked(assessment: Assessment) -> tuple[Item, ...]:
    """Of its length, in the order of an answer string."""
    return instrument_of(assessment).items(Length(assessment.length))


def find(version: str) -> Instrument:
    """InstrumentError names the versions there are, or what is wrong with the file."""
    return load(version, host_folder())


def host_folder() -> Path | None:
    folder: Path | None = settings.INSTRUMENTS_DIR
    return folder


def to_choose_from() -> list[Instrument]:
    """What can be asked anew: the bundled ones, the newest first, then the host's own.

    Only those that are whole, and of the method that reports are made by: an older one is still
    read. A file that is not whole is tried again each time, about 0.1 s, so that it is there as
    soon as it is mended.
    """
    versions = [*instrument_files(BUNDLED), *instrument_files(host_folder())]
    found = filter(None, map(find_whole, versions))
    return [instrument for instrument in found if instrument.shape is NEWEST]


def find_whole(version: str) -> Instrument | None:
    try:
        return find(version)
    except InstrumentError:
        return None
