"""A round as CSV: a row a figure of what is published, a row a figure of each member by name.

Each row says until when it is shown: a table has no other place for it, and rows are copied.
"""

from collections.abc import Iterator, Sequence

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.numbers import two_decimals
from comparing.method.members import ESSENCE, keys_of
from comparing.method.seen import Seen, SeenByName, SeenPublished, SeenRound
from comparing.method.told_figures import SHARES
from comparing.wording.figures_compared import names_of
from reports.spreadsheet.csv_text import Value, written, yes_no

WORDS = (*Level, *Status)
LAST_DAY = "shown until"


def comparison_csv(seen: SeenRound) -> bytes:
    if isinstance(seen, SeenByName):
        return written(NAMED_HEADS, named_rows(seen))
    return written(published_heads(seen), published_rows(seen))


def published_heads(seen: SeenPublished) -> Sequence[str]:
    """``own`` and ``third`` are columns only where somebody looks."""
    own = ("own",) if seen.own else ()
    third = ("third",) if seen.own else ()
    words = map(str, WORDS)
    figures = ("n", "mean", "shown", *SHARES, *third, *words, "why")
    return ("part", "code", "name", *own, *figures, LAST_DAY)


def published_rows(seen: SeenPublished) -> Iterator[Sequence[Value]]:
    names, essence, day = names_of(seen.instrument), seen.published.essence, day_in(seen)
    for key, one in seen.published.figures.items():
        own = (two_decimals(seen.own_value(key)),) if seen.own else ()
        third = ((found := seen.third(key)) and str(found),) if seen.own else ()
        at, words = one.quantiles, seen.published.words.get(key, {})
        mean = (one.mean.value, one.mean.shown) if one.mean else (None, None)
        quantiles = (getattr(at, name).value if at else None for name in SHARES)
        told = (words.get(word) for word in WORDS)
        yield *key, names[key][0], *own, one.n, *mean, *quantiles, *third, *told, one.why, day
    own = (two_decimals(seen.own_value(ESSENCE)),) if seen.own else ()
    shown = None if essence.mean is None else str(essence.mean)
    blank = [None] * (len(SHARES) + bool(seen.own) + len(WORDS))
    yield *ESSENCE, names[ESSENCE][0], *own, None, essence.mean, shown, *blank, essence.why, day


NAMED_HEADS = (
    "organisation",
    "programme",
    "part",
    "code",
    "name",
    "value",
    "says",
    "borderline",
    LAST_DAY,
)


def named_rows(seen: SeenByName) -> Iterator[Sequence[Value]]:
    """``says``: the level of a principle or the status of a mechanism; of a level whether it is
    borderline.
    """
    names, day = names_of(seen.instrument), day_in(seen)
    for one in seen.named.members:
        for key in keys_of(seen.instrument):
            value = two_decimals(one.figures.values[key])
            says = str(one.figures.word(key)) or None
            close = yes_no(one.figures.borderline(key))
            yield one.organisation, one.programme, *key, names[key][0], value, says, close, day


def day_in(seen: Seen) -> str | None:
    """None without a site: nothing ends by itself there."""
    return seen.last_day.isoformat() if seen.last_day else None
