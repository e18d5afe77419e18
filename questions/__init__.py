"""What is asked: instruments as TOML files and the frozen types that read them."""

from questions.entries import Form, InstrumentError, Kind
from questions.instrument import Instrument
from questions.reading import load, read_instrument
from questions.thresholds import Thresholds

__all__ = [
    "Form",
    "Instrument",
    "InstrumentError",
    "Kind",
    "Thresholds",
    "load",
    "read_instrument",
]
