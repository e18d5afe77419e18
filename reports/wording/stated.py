"""What the organisation said of itself at all: of what nobody rated a report says nothing."""

from dataclasses import dataclass

from assessment.method.results import Results, Truth


@dataclass(frozen=True, slots=True)
class Stated:
    """Which parts of its own part an organisation answered anything of."""

    standards: bool
    facts: bool
    pyramid: bool

    @property
    def anything(self) -> bool:
        return self.standards or self.facts or self.pyramid


def stated(results: Results) -> Stated:
    """A fact that nobody answered counts as don't know (docs/method.md, section 1)."""
    own_part = results.own_part
    checks = own_part.facts.values()
    return Stated(
        standards=any(one.rating is not None for one in own_part.standards.values()),
        facts=any(one.answer is not Truth.DK or one.evidence for one in checks),
        pyramid=any(isinstance(rating, int) for rating in own_part.pyramid.values()),
    )
