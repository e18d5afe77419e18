"""Which versions of an instrument can be compared: those that ask the same (sections 10 and 11)."""

from questions import Instrument


def alike(one: Instrument, other: Instrument) -> bool:
    """Of one method, every statement of the same code and revision; other words do not matter."""
    return one.method == other.method and asked(one) == asked(other)


def asked(instrument: Instrument) -> set[tuple[str, int]]:
    return {(item.code, item.revision) for one in instrument.principles for item in one.items}
