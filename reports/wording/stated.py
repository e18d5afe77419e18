"""What was answered at all: of what nobody rated a report says nothing."""

from dataclasses import dataclass

from assessment.method.results import Results, Truth


@dataclass(frozen=True, slots=True)
class Stated:
    """``principles``: whether anybody was asked, or a group rated. The rest: of which parts of its
    own part the organisation answered anything."""

    principles: bool
    standards: bool
    facts: bool
    pyramid: bool

    @property
    def own_part(self) -> bool:
        return self.standards or self.facts or self.pyramid

    @property
    def whose_view(self) -> str:
        """'what the people who answered see, and what the organisation says of itself'."""
        seen = ["what the people who answered see"] * self.principles
        said = ["what the organisation says of itself"] * self.own_part
        return ", and ".join(seen + said) or "nobody has answered yet"


def stated(results: Results) -> Stated:
    """A fact that nobody answered counts as don't know (docs/method.md, section 1)."""
    own_part = results.own_part
    checks = own_part.facts.values()
    return Stated(
        principles=bool(results.perspectives),
        standards=any(one.rating is not None for one in own_part.standards.values()),
        facts=any(one.answer is not Truth.DK or one.evidence for one in checks),
        pyramid=any(isinstance(rating, int) for rating in own_part.pyramid.values()),
    )
