"""What a reader's own figures stand beside, and which member is its own."""

from comparing.method.members import ESSENCE, PRINCIPLES
from comparing.method.told_figures import Third
from tests.comparing.lifelike import named_seen, published_seen

MUTUALITY = (PRINCIPLES, "mutuality")


def test_own_figures_stand_beside_the_published_ones():
    seen = published_seen(16, own=3)
    own = seen.own.figures.values[MUTUALITY]
    assert seen.own_figures is seen.own.figures
    assert seen.own_value(MUTUALITY) == own
    assert seen.third(MUTUALITY) is seen.published.figures[MUTUALITY].third(own)
    assert seen.third(MUTUALITY) in Third
    assert seen.document()["viewer"] == seen.own.organisation
    assert seen.instrument is seen.published.instrument


def test_of_essence_no_third_is_told():
    """It is the mean of means, and no ranking."""
    seen = published_seen(16, own=3)
    assert seen.own_value(ESSENCE) is not None
    assert seen.third(ESSENCE) is None


def test_whoever_shares_nothing_sees_what_is_published_alone():
    seen = published_seen(16, own=None)
    assert (seen.own_figures, seen.own_value(MUTUALITY), seen.third(MUTUALITY)) == (None,) * 3
    assert seen.document()["viewer"] is None


def test_among_names_the_readers_own_is_known():
    seen = named_seen(3, viewer="Member number 1")
    assert [seen.is_own(one) for one in seen.named.members] == [False, True, False]
    assert list(seen.named.by_name) == [one.name for one in seen.named.members]
    assert seen.document()["viewer"] == "Member number 1"
    assert seen.instrument is seen.named.instrument
    assert not any(map(named_seen(3, viewer=None).is_own, seen.named.members))
