"""Which instrument: one way to find it for site and commands, a host's own files included."""

from pathlib import Path
from typing import Protocol

from django.conf import settings

from questions import Instrument, load


class Asking(Protocol):
    """An assessment or a round: ``instrument`` is the version it asks."""

    @property
    def instrument(self) -> str: ...


def instrument_of(asking: Asking) -> Instrument:
    return find(asking.instrument)


def find(version: str) -> Instrument:
    """InstrumentError names the versions there are, or what is wrong with the file."""
    folder: Path | None = settings.INSTRUMENTS_DIR
    return load(version, folder)
