"""How private answers come in, and the fewest that a door needs (docs/method.md section 3)."""

from enum import StrEnum

from questions import Thresholds


class Door(StrEnum):
    """How private answers came: one a person by a slip that works once, or through one open link
    with which anybody can answer more than once."""

    EACH = "each"
    OPEN = "open"


def least_k(door: Door, thresholds: Thresholds) -> int:
    """Through an open link anybody can answer more than once, so more are needed."""
    return thresholds.k if door is Door.EACH else thresholds.k_open
