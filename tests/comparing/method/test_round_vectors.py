"""The worked vectors of section 11, read from docs/method.md, and its tables."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from comparing.method import told_figures as told_of
from comparing.method.counted_once import DAYS_APART, How, Ledger, Traced, Use
from comparing.method.members import PRINCIPLES, Way
from comparing.method.published import essence_told
from comparing.method.told_figures import Quantiles, Told, held, told
from comparing.method.worded import COARSE, FINE, MANY, in_words
from tests.assessment.method.build import INSTRUMENT
from tests.assessment.method.page import WORDS, cases, figure, figures, table
from tests.naive import comparing as naive

CUTS = INSTRUMENT.thresholds
DAY = date(2026, 1, 1)


@cases("#", "L P-scores of those that share")
def test_a_principle(row):
    scores = figures(row["L P-scores of those that share"])
    found, said = told(scores, CUTS), naive.tell([Fraction(str(one)) for one in scores])
    expected = (figure(row["N"]), figure(row["Mean"]), row["Shown"] or None)
    assert (found.n, found.mean and found.mean.value, found.mean and found.mean.shown) == expected
    assert (said["n"], said["mean"], said["shown"]) == expected


def organisation(number: str) -> tuple[str, date]:
    return number.rstrip("+"), DAY + timedelta(365 * number.endswith("+"))


def real(number: str) -> Traced:
    whose, closed = organisation(number)
    return Traced(organisation=whose, assessment=whose, cells=number, closed=closed)


def as_naive(number: str):
    whose, closed = organisation(number)
    return {"organisation": whose, "closed": closed, "leaves": {"cells": number}}


@cases("#", "Round 1")
def test_two_rounds(row):
    first, second = row["Round 1"].split(), row["Round 2"].split()
    ledger = Ledger(Use(real(one), How.COUNTED) for one in first)
    barred = [one for one in second if ledger.bars(real(one), Way.ANONYMOUS)]
    assert barred == row["Cannot be shared"].split()
    assert len(second) - len(barred) == figure(row["N"])
    asking = [("anonymous", [as_naive(one) for one in of]) for of in (first, second)]
    assert naive.play(asking)[1] == [as_naive(one) for one in barred]


BEFORE = {
    "by name": How.NAMED,
    "counted": How.COUNTED,
    "counted, past its last day": How.COUNTED,
    "in a round that closed with five": None,
}


@cases("#", "The first")
def test_never_both(row):
    first = Traced(organisation="3", assessment="3", cells="then", closed=DAY)
    later = DAY + timedelta(figure(row["Days later"]))
    now = Traced(organisation="3", assessment="3", cells="now", closed=later)
    how = BEFORE[row["The first"]]
    ledger = Ledger([Use(first, how)] if how else [])
    then, here = (
        {"organisation": "3", "closed": at, "leaves": {"cells": at}} for at in (DAY, later)
    )
    counted, by_name = ([then] * (how is one) for one in (How.COUNTED, How.NAMED))
    for way, column in ((Way.ANONYMOUS, "Anonymously"), (Way.BY_NAME, "By name")):
        may = row[column] == "yes"
        assert (ledger.bars(now, way) is None) is may
        assert naive.may_take_part(here, way, counted, by_name) is may


@cases("#", "Own")
def test_thirds(row):
    own, first, second = (figure(row[name]) for name in ("Own", "First third", "Second third"))
    n = 100  # so that nothing stands at an end
    at = {name: held(50, n, 5) for name in told_of.SHARES}
    at |= {"third1": held(first, n, 5), "third2": held(second, n, 5)}
    assert Quantiles(**at).third(own) == row["Third"]
    edges = naive.held(first, n, 5), naive.held(second, n, 5)
    assert naive.third(Fraction(str(own)), *edges) == row["Third"]


@cases("#", "Members", "Showing a level")
def test_words(row):
    count, of = figure(row["Showing a level"]), figure(row["Members"])
    assert in_words(count, of) == naive.in_words(count, of) == row["In words"]


@cases("#", "Principle means as shown")
def test_essence(row):
    means = figures(row["Principle means as shown"])
    found = [Told(n=100, mean=held(one, 100)) for one in means] + [Told()] * (12 - len(means))
    keys = [(PRINCIPLES, code) for code in INSTRUMENT.principle]
    essence = essence_told(dict(zip(keys, found, strict=True)), CUTS.essence_needs)
    expected = (figure(row["ESSENCE"]), figure(row["At an end"]))
    assert (essence.mean, essence.at_an_end) == expected
    shown = [{"mean": one, "shown": str(one)} for one in means] + [{"mean": None}] * (
        12 - len(means)
    )
    said = naive.essence(dict(enumerate(shown)))
    assert (said["mean"], said["at_an_end"]) == expected


# Tables and words


def test_from_how_many():
    found = [figure(row["From"]) for row in table("What is told")]
    assert found == [CUTS.mean_members, CUTS.word_members, CUTS.quantile_members]
    assert found == [naive.FOR_MEAN, naive.FOR_WORDS, naive.FOR_QUANTILES]


@pytest.mark.parametrize(
    ("head", "words", "of"),
    [(f"Up to {MANY - 1} members", COARSE, 10), (f"From {MANY} members", FINE, 100)],
)
def test_the_words_and_their_shares(head, words, of):
    """Both sides of every cut, in hundredths and in tenths."""
    rows = table(head)
    assert tuple(row[head] for row in rows) == words
    for row in rows:
        low, high = bounds(row["Share in %"])
        shares = [share for share in range(0, 101, 100 // of) if low <= share < high]
        assert shares
        for share in shares:
            count = share * of // 100
            assert in_words(count, of) == naive.in_words(count, of) == row[head]


def bounds(share: str) -> tuple[float, float]:
    """'above 60 to below 80': from what on, and below what, in whole per cents."""
    numbers = [int(one) for one in share.split() if one.isdigit()]
    if share.startswith("below"):
        return 0, numbers[0]
    low = numbers[0] + share.startswith("above")
    if "or more" in share or len(numbers) == 1:
        return low, 101
    return low, numbers[1] + ("below" not in share)


def test_the_numbers_that_the_page_says():
    assert f"less than {DAYS_APART} days apart" in WORDS
    assert f"{told_of.HELD}/N and 100 - {told_of.HELD}/N" in WORDS
    assert f"rounded to the nearest {told_of.STEP}" in WORDS
    assert (
        f"lower if own < first - {told_of.NEAR}, upper if own >= second + {told_of.NEAR}" in WORDS
    )
    assert f"fewer than {CUTS.share_principles} principles have an L for P after the cut" in WORDS
    assert f"only if its band is {CUTS.share_people} or more" in WORDS
    assert "closes with six or more that share" in WORDS
