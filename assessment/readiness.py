"""What is still to be said before an assessment opens, and what is worth a thought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessment.asked import fewest
from assessment.instruments import instrument_of
from assessment.method.doors import Door
from assessment.method.results import Mode, Panel
from assessment.method.views import panel_is_lived
from assessment.models import Assessment, Perspective


@dataclass(frozen=True, slots=True)
class Gap:
    """``needed``: it cannot open without; ``step``: where it is said."""

    step: str
    sentence: str
    needed: bool = False


def gaps(assessment: Assessment, perspectives: Sequence[Perspective]) -> list[Gap]:
    return [
        *gaps_in_the_way(assessment, perspectives),
        *worth_a_thought(assessment, perspectives),
    ]


def gaps_in_the_way(assessment: Assessment, perspectives: Sequence[Perspective]) -> Iterator[Gap]:
    if not perspectives:
        yield Gap("people", _("Nobody is asked yet: choose at least one perspective."), needed=True)
    alone = [one for one in perspectives if one.mode == Mode.INDIVIDUAL]
    if alone and assessment.closes_on is None:
        words = _("It does not say yet on which day it closes: whoever answers alone is told.")
        yield Gap("privacy", words, needed=True)
    if any(one.door == Door.EACH for one in alone) and assessment.keeper_id is None:
        yield Gap("privacy", _("Nobody keeps the slips yet: name a keeper."), needed=True)


def worth_a_thought(assessment: Assessment, perspectives: Sequence[Perspective]) -> Iterator[Gap]:
    if perspectives and not asks_lived_experience(assessment, perspectives):
        yield Gap(
            "people",
            _(
                "Nobody who gives or receives peer support is asked by themselves. Without them "
                "the report says “Not enough evidence” of every principle, unless a mixed panel "
                "has enough of them in it."
            ),
        )
    yield from too_small(assessment, perspectives)
    if assessment.started_from_id and assessment.privacy_notice:
        words = _("The privacy notice is last time\N{RIGHT SINGLE QUOTATION MARK}s: read it again.")
        yield Gap("words", words)
    if not assessment.contact:
        yield Gap("words", _("It does not say yet whom people can ask about this."))


def asks_lived_experience(assessment: Assessment, perspectives: Sequence[Perspective]) -> bool:
    lived = instrument_of(assessment).shape.lived
    return any(perspective.code in lived for perspective in perspectives)


def too_small(assessment: Assessment, perspectives: Sequence[Perspective]) -> Iterator[Gap]:
    """Perspectives whose figures could never be shown, however many of them answer."""
    instrument = instrument_of(assessment)
    for perspective in perspectives:
        size, k = perspective.size, fewest(assessment, Door(perspective.door))
        if perspective.mode == Mode.INDIVIDUAL and size is not None and size < k:
            yield Gap(
                "people",
                _(
                    "Of %(who)s there are %(size)s, fewer than %(k)s: what they answer one by one "
                    "would always be hidden. Ask them as a group."
                )
                % {
                    "who": instrument.name_of(perspective.code, mutual=assessment.mutual),
                    "size": size,
                    "k": k,
                },
            )


def panel_would_count(assessment: Assessment) -> bool:
    """Whether the panel would be a lived-experience view (docs/method.md section 5)."""
    panel = Panel(assessment.panel_people, assessment.panel_lived)
    return panel_is_lived(panel, instrument_of(assessment).thresholds)
