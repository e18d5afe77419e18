"""What was said, paired with what the plan and an owner's reply say to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.method import Marked
from assessment.method.language import on_day
from assessment.models import ActionStatus
from assessment.steps.planning import GivenReply
from reports.actions.plan import Plan, Planned
from reports.wording import said_and_done
from reports.wording.said_and_done import Pair, Said, things_said

Replies = tuple[tuple[str, GivenReply], ...]  # by the code of what was said

LABELS = {
    ActionStatus.DONE: said_and_done.WE_DID,
    ActionStatus.UNDER_WAY: said_and_done.WE_WILL,
    ActionStatus.PLANNED: said_and_done.WE_WILL,
    ActionStatus.DROPPED: said_and_done.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the page 'you said, what changed' may be told with.

    ``address``: None while the page is off, empty where nobody else could open it.
    """

    replies: Replies = ()
    address: str | None = None


NOT_TOLD = Told()


def replies_of(kept: Mapping[str, Mapping[str, str]]) -> Replies:
    """As the report keeps them."""
    return tuple((about, GivenReply(**given)) for about, given in kept.items())


def pairs_of(marked: Marked, plan: Plan, replies: Replies) -> tuple[Pair, ...]:
    """Every thing that was said, answered or not."""
    given = dict(replies)
    return tuple(
        Pair(said, tuple(answers(said, plan, given.get(said.code, GivenReply()))))
        for said in things_said(marked)
    )


def answers(said: Said, plan: Plan, given: GivenReply) -> Iterator[tuple[str, str]]:
    for status, label in LABELS.items():
        for one in plan:
            if (one.about, one.status) == (said.code, status):
                yield label, in_a_line(one)
    if given.not_now:
        yield said_and_done.NOT_NOW, given.not_now
    if given.words:
        yield said_and_done.OWN_WORDS, given.words


def in_a_line(one: Planned) -> str:
    """'Meet weekly. Under way, by 1 March 2027.', without who sees to it."""
    ahead = one.status in (ActionStatus.PLANNED, ActionStatus.UNDER_WAY)
    begun = one.standing.capitalize() if one.status == ActionStatus.UNDER_WAY else ""
    until = f"by {on_day(one.due)}" if one.due and ahead else ""
    when = ", ".join(filter(None, (begun, until)))
    ended = one.text if one.text.endswith((".", "!", "?")) else f"{one.text}."
    return f"{ended} {when[:1].upper()}{when[1:]}." if when else ended


def besides(plan: Plan, pairs: tuple[Pair, ...]) -> Plan:
    """The rest of the plan: about the whole, or about what nobody said anything of."""
    said = {pair.said.code for pair in pairs}
    return tuple(one for one in plan if one.about not in said)
