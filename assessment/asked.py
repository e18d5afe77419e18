"""How a perspective is asked: through which door, and the fewest people that a figure needs."""

from assessment.instruments import instrument_of
from assessment.method.cells import least_k
from assessment.method.chance import Door
from assessment.method.results import Individuals, Mode
from assessment.models import Assessment, Perspective
from questions import Instrument


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


def fewest(assessment: Assessment, door: Door) -> int:
    return max(assessment.k, least_k(door, instrument_of(assessment).thresholds))


def smallest_k(instrument: Instrument) -> int:
    """Everybody comes through an open link until there are slips that work once."""
    return least_k(Door.OPEN, instrument.thresholds)
