"""What a chart of an anonymous round shows of each figure."""

from dataclasses import replace

from comparing.charts.compared_spread import dots_rows, spread_entries, spread_row
from comparing.method.members import PRINCIPLES
from comparing.wording.figures_compared import rows_of
from tests.comparing.lifelike import NAMED, PUBLISHED, published_seen

SIXTEEN = PUBLISHED["sixteen"]


def first_row(seen):
    return rows_of(seen, PRINCIPLES)[0]


def test_from_twelve_on_the_mean_stands_over_the_middle_half():
    row = spread_row(SIXTEEN, first_row(SIXTEEN))
    told = first_row(SIXTEEN).told
    assert (row.mean, row.middle) == (
        told.mean.value,
        (told.quantiles.q1.value, told.quantiles.q3.value),
    )
    words = [entry.words for entry in spread_entries([row])]
    assert words[-2:] == ["Middle half of all who share", "Mean of all who share"]


def test_of_fewer_the_mean_stands_alone():
    seen = published_seen(7)
    row = spread_row(seen, first_row(seen))
    assert row.mean is not None
    assert row.middle is None


def test_a_mean_at_an_end_says_so_beside_it():
    row = first_row(SIXTEEN)
    mean = replace(row.told.mean, value=90, high=True)
    drawn = spread_row(SIXTEEN, replace(row, told=replace(row.told, mean=mean)))
    assert drawn.counted == (str(row.told.n), "90 or higher")


def test_the_reader_is_counted_among_the_members_by_name():
    assert {row.counted for row in dots_rows(NAMED["six"], PRINCIPLES)} == {("6",)}
