"""What presses on peer support: how many of the mechanisms are seen here."""

from assessment.method.marks import Marked
from assessment.method.mechanisms import MechanismMark, Status
from reports.wording.levels_said import tally
from reports.wording.stated import stated

WHAT = "Ways in which peer support becomes a staff service."
ACTIVE = (Status.PRESENT, Status.SIGNS)
STATUSES = (*ACTIVE, Status.NOT_KNOWN, Status.NOT_EVIDENT)


def mechanisms_sentence(marked: Marked) -> str:
    """Counted by status; where nobody answered a fact, by what the warning signs show; nothing
    where nobody rated those either."""
    every = marked.mechanisms.values()
    if stated(marked.results).facts:
        return f"{WHAT} Of them: {tally([one.status for one in every], STATUSES)}."
    if all(one.score is None for one in every):
        return ""
    seen = len(mechanisms_told(marked))
    return f"{WHAT} The warning signs rated here show {f'{seen} of them' if seen else 'none'}."


def mechanisms_told(marked: Marked) -> tuple[MechanismMark, ...]:
    """Those that are present first; without facts none can be called not evident, or left open."""
    order = STATUSES if stated(marked.results).facts else ACTIVE
    return tuple(
        one for status in order for one in marked.mechanisms.values() if one.status is status
    )
