"""What is asked: instruments as TOML files and the frozen types that read them."""

from questions.entries import InstrumentError, Kind, Length, Side
from questions.instrument import Instrument
from questions.reading import load, read_instrument
from questions.shape import Shape
from questions.thresholds import Thresholds

__all__ = [
    "Instrument",
    "InstrumentError",
    "Kind",
    "Length",
    "Shape",
    "Side",
    "Thresholds",
    "load",
    "read_instrument",
]
