"""One version of everything asked, and every number compared with."""

from dataclasses import dataclass

from questions.checks import faults_of
from questions.contents import Contents
from questions.entries import InstrumentError


@dataclass(frozen=True, kw_only=True)
class Instrument(Contents):
    """Contents that hold together: whoever has one need not ask. InstrumentError otherwise."""

    def __post_init__(self) -> None:
        faults = list(faults_of(self))
        if faults:
            raise InstrumentError(faults)
