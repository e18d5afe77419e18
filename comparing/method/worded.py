"""How many of those that share show something, in words (docs/method.md section 11).

Words so wide that one member, or two together, do not read from them what each of the others is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.members import MECHANISMS, PRINCIPLES, ComparedMember, Key
from questions import Instrument

MANY = 16  # members, from whom on the finer words are used
# Each word and the share in per cent from which on it is used; ``about half`` takes in both ends.
HALF = "about half"
COARSE = ("fewer than half", HALF, "more than half")
FINE = ("few", "some", HALF, "most", "nearly all")
WORDS = (*dict.fromkeys(COARSE + FINE),)


def in_words(count: int, of: int) -> str:
    """In whole numbers throughout: 60 % is exactly 60."""
    percent = 100 * count
    if of < MANY:
        return COARSE[(percent >= 40 * of) + (percent > 60 * of)]
    cuts = (percent >= 20 * of, percent >= 40 * of, percent > 60 * of, percent >= 80 * of)
    return FINE[sum(cuts)]


def worded(shown: Sequence[str], words: Iterable[str]) -> dict[str, str]:
    """Of what each member shows, all there is to show, named by nobody or not."""
    counts = Counter(shown)
    return {str(word): in_words(counts[word], len(shown)) for word in words}


def words_told(
    members: Sequence[ComparedMember], instrument: Instrument
) -> dict[Key, dict[str, str]]:
    """Of every principle and mechanism; nothing where too few share."""
    if len(members) < instrument.thresholds.word_members:
        return {}

    def levels(code: str) -> dict[str, str]:
        return worded([one.figures.levels[code] for one in members], Level)

    def statuses(code: str) -> dict[str, str]:
        return worded([one.figures.statuses[code] for one in members], Status)

    return {
        **{(PRINCIPLES, code): levels(code) for code in instrument.principle},
        **{(MECHANISMS, one.code): statuses(one.code) for one in instrument.mechanisms},
    }


def actions_told(
    members: Sequence[ComparedMember], instrument: Instrument, actions: Iterable[str]
) -> dict[str, str]:
    """Of every suggested action, planned by anybody or not; nothing where too few share."""
    if len(members) < instrument.thresholds.quantile_members:
        return {}
    counts = Counter(action for one in members for action in one.planned)
    return {action: in_words(counts[action], len(members)) for action in actions}
