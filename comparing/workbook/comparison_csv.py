"""A comparison as CSV: a row a figure, and a row a figure of each named member."""

from collections.abc import Iterator, Sequence

from assessment.method.numbers import two_decimals
from comparing.method.comparing import Compared, Comparison
from comparing.method.counting import WORDS
from comparing.method.members import MECHANISMS, PRINCIPLES, ComparedMember, Key
from comparing.workbook.compared_words import compared_names
from reports.spreadsheet.csv_text import Value, written

COUNTED = tuple((part, word) for part, (_, words, _) in WORDS.items() for word in words)


def comparison_csv(comparison: Comparison) -> bytes:
    """Figures have two decimals; what may not be shown is empty, and ``why`` says why.

    ``own`` and ``third`` are columns only where somebody looks.
    """
    own = ("own",) if comparison.viewer else ()
    third = ("third",) if comparison.viewer else ()
    spread = ("others", "mean", "median", "q1", "q3")
    counted = (word for _, word in COUNTED)
    heads = ("part", "code", "name", *own, *spread, *third, *counted, "why")
    return written(heads, figure_rows(comparison))


def figure_rows(comparison: Comparison) -> Iterator[Sequence[Value]]:
    names = compared_names(comparison.instrument)
    for key, one in comparison.figures.items():
        spread = one.others, *map(two_decimals, (one.mean, one.median, one.q1, one.q3))
        own = (two_decimals(one.own),) if comparison.viewer else ()
        third = (one.third and str(one.third),) if comparison.viewer else ()
        yield *key, names[key], *own, *spread, *third, *count_values(key, one), one.why


def count_values(key: Key, one: Compared) -> Iterator[int | None]:
    """Of every level and status; those of another part are empty."""
    for part, word in COUNTED:
        yield one.counts[word] if one.counts and part == key[0] else None


def named_csv(comparison: Comparison) -> bytes:
    """``says``: the level of a principle or the status of a mechanism."""
    heads = ("organisation", "kind", "part", "code", "name", "value", "says")
    return written(heads, named_rows(comparison))


def named_rows(comparison: Comparison) -> Iterator[Sequence[Value]]:
    names = compared_names(comparison.instrument)
    for member in comparison.named:
        for key, value in member.figures.values.items():
            told = member.name, member.kind, *key, names[key]
            yield *told, two_decimals(value), word_of_member(member, key)


def word_of_member(member: ComparedMember, key: Key) -> str | None:
    part, code = key
    if part == PRINCIPLES:
        return str(member.figures.levels[code])
    return member.figures.statuses[code] if part == MECHANISMS else None
