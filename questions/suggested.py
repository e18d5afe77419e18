"""Every action that an instrument suggests, by a name of its own."""

from questions import Instrument
from questions.entries import Action, Mechanism, Principle


def suggestions(instrument: Instrument) -> dict[str, Action]:
    """By its name, 'M2:0': what it is about, and its place among the others."""
    entries: list[Principle | Mechanism] = [*instrument.principles, *instrument.mechanisms]
    return {
        f"{one.code}:{place}": action for one in entries for place, action in enumerate(one.actions)
    }
