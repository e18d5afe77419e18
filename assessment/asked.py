"""How a perspective is asked: through which door, and the fewest people that a figure needs."""

from dataclasses import dataclass

from assessment.instruments import instrument_of
from assessment.method.doors import Door, least_k
from assessment.method.results import Individuals, Mode
from assessment.models import Assessment, Perspective
from questions import Instrument


@dataclass(frozen=True, slots=True)
class HowAsked:
    """What is chosen for a perspective. ``size``: how many people, None where nobody said."""

    mode: Mode
    size: int | None = None
    door: Door = Door.EACH


def individuals_of(assessment: Assessment, perspective: Perspective) -> Individuals | None:
    """None of a group, whose agreed rating is no secret.

    An assessment may ask for more people than its doors do, never for fewer.
    """
    if perspective.mode == Mode.GROUP:
        return None
    return Individuals(
        door=Door(perspective.door),
        k=fewest(assessment, Door(perspective.door)),
        size=perspective.size,
    )


def fewest_of(perspective: Perspective) -> int:
    """Of individuals, by the door they come through."""
    return fewest(perspective.assessment, Door(perspective.door))


def fewest(assessment: Assessment, door: Door) -> int:
    return max(assessment.k, least_k(door, instrument_of(assessment).thresholds))


def smallest_k(instrument: Instrument) -> int:
    """What slips need; whoever comes through an open link is asked for more (``fewest``)."""
    return least_k(Door.EACH, instrument.thresholds)
