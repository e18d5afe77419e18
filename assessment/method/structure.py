"""Structure and essence: its standards beside its essence (docs/method.md section 7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.method.numbers import at_least, below, mean
from assessment.method.results import OwnPart, Results
from questions import Instrument, Shape, Thresholds
from questions.entries import StandardClass


class Profile(StrEnum):
    STRUCTURE_AHEAD = "Structure ahead of essence"
    TOGETHER = "Essence and structure together"
    ESSENCE_AHEAD = "Essence ahead of structure"
    EARLY_DAYS = "Early days"
    MIXED = "Mixed"
    PRINCIPLES_ALONE = "Principles alone"
    NOT_ENOUGH = "Not enough evidence"


class Mark(StrEnum):
    UNROOTED = "Unrooted"
    UNSUPPORTED = "Unsupported"
    TOP_HEAVY = "Top-heavy"


@dataclass(frozen=True, slots=True)
class StructureFigures:
    """FORMAL, ROOTED, SUPPORT, ESSENCE and the domains, 0-100 or missing; what they make."""

    formal: float | None
    rooted: float | None
    support: float | None
    essence: float | None
    domains: Mapping[str, float | None]
    profile: Profile
    marks: tuple[Mark, ...]


def structure(results: Results, lived_practice: Iterable[float | None]) -> StructureFigures:
    """``lived_practice``: the lived-experience P of every principle, None where it has none."""
    instrument, own_part = results.instrument, results.own_part
    thresholds = instrument.thresholds

    def share(codes: tuple[str, ...], needs: float) -> float | None:
        return standards_score(own_part, codes, needs)

    formal = share(instrument.standards_of_class(StandardClass.FORMAL), thresholds.formal_needs)
    rooted = share(instrument.standards_of_class(StandardClass.GROUNDING), thresholds.rooted_needs)
    support = share(instrument.structure.support, thresholds.support_needs)
    essence = essence_score(lived_practice, thresholds)
    return StructureFigures(
        formal=formal,
        rooted=rooted,
        support=support,
        essence=essence,
        domains=domain_scores(instrument, own_part),
        profile=profile(formal, essence, thresholds),
        marks=tuple(marks(rooted, support, own_part, instrument)),
    )


def standards_score(own_part: OwnPart, codes: tuple[str, ...], needs: float) -> float | None:
    """25 x the mean of the ratings 0-4; None where fewer than ``needs`` were answered."""
    found = (own_part.standards.get(code) for code in codes)
    ratings = [rating.rating for rating in found if rating and isinstance(rating.rating, int)]
    return None if len(ratings) < needs else mean(25 * rating for rating in ratings)


def domain_scores(instrument: Instrument, own_part: OwnPart) -> dict[str, float | None]:
    """Domain code to its score; half of its standards must be answered."""
    codes = {
        domain.code: instrument.standards_of_domain(domain.code) for domain in instrument.domains
    }
    return {
        domain: standards_score(own_part, standards, len(standards) / 2)
        for domain, standards in codes.items()
    }


def essence_score(lived_practice: Iterable[float | None], thresholds: Thresholds) -> float | None:
    present = [figure for figure in lived_practice if figure is not None]
    return mean(present) if len(present) >= thresholds.essence_needs else None


def profile(formal: float | None, essence: float | None, thresholds: Thresholds) -> Profile:
    """The first of section 7's that applies; without ratings of standards, the principles alone."""
    if essence is None:
        return Profile.NOT_ENOUGH
    if formal is None:
        return Profile.PRINCIPLES_ALONE
    structured, alive = at_least(formal, thresholds.high), at_least(essence, thresholds.high)
    if structured and not alive and at_least(formal - essence, thresholds.profile_lead):
        return Profile.STRUCTURE_AHEAD
    if alive:
        return Profile.TOGETHER if structured else Profile.ESSENCE_AHEAD
    if below(essence, thresholds.low) and below(formal, thresholds.low):
        return Profile.EARLY_DAYS
    return Profile.MIXED


def marks(
    rooted: float | None, support: float | None, own_part: OwnPart, instrument: Instrument
) -> Iterable[Mark]:
    thresholds = instrument.thresholds
    if rooted is not None and below(rooted, thresholds.low):
        yield Mark.UNROOTED
    if support is not None and below(support, thresholds.low):
        yield Mark.UNSUPPORTED
    lead = pyramid_lead(own_part, instrument.shape)
    if lead is not None and at_least(lead, thresholds.top_heavy):
        yield Mark.TOP_HEAVY


def pyramid_lead(own_part: OwnPart, shape: Shape) -> float | None:
    """How far paid support stands above the mean of the base layers; None where one is blank."""
    paid = own_part.pyramid.get(shape.paid)
    base = [own_part.pyramid.get(layer) for layer in shape.base]
    rated = [rating for rating in base if isinstance(rating, int)]
    if not isinstance(paid, int) or len(rated) < len(base):
        return None
    return paid - sum(rated) / len(rated)
