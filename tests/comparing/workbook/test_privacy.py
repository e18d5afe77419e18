"""Nothing that may not be shown can be read from any part of the file."""

import random
import re
from dataclasses import replace

import pytest

from comparing.method.members import Figures, Sharing, keys_of
from comparing.workbook import comparison_csv, named_csv
from tests.comparing.workbook.cast import INSTRUMENT, figures, member, members, seen, whole
from tests.comparing.workbook.conftest import told


def otherwise(made: Figures) -> Figures:
    """Other figures, levels and statuses, with the same ones missing."""
    luck = random.Random(99)
    return Figures(
        values={k: None if v is None else luck.uniform(0, 100) for k, v in made.values.items()},
        levels=dict(zip(made.levels, reversed(list(made.levels.values())), strict=True)),
        statuses=dict(zip(made.statuses, reversed(list(made.statuses.values())), strict=True)),
    )


def changed(found):
    return [replace(one, figures=otherwise(one.figures)) for one in found]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_whatever_few_others_have_the_file_is_the_same(count):
    viewer, others = member(50), members(count)
    one, other = seen([*others, viewer]), seen([*changed(others), viewer])
    assert told(one).content == told(other).content
    assert comparison_csv(one) == comparison_csv(other)


def test_five_others_are_read():
    """So that the test above can fail."""
    viewer, others = member(50), members(5)
    assert told(seen([*others, viewer])).content != told(seen([*changed(others), viewer])).content


@pytest.mark.parametrize("few", [1, 4])
def test_few_anonymous_beside_named_are_not_read(few):
    """The figure is of the named alone, whatever the few have."""
    named = [member(n, Sharing.NAMED, figures=figures(n, gaps=False)) for n in range(20)]
    quiet = [member(n, figures=figures(n, gaps=False)) for n in range(60, 60 + few)]
    one, other = whole([*named, *quiet]), whole([*named, *changed(quiet)])
    assert told(one).content == told(other).content


def test_no_anonymous_organisation_is_named(files):
    for name in ("five", "twelve others", "sixteen", "a thousand"):
        file = files[name]
        known = {one.name for one in file.comparison.named}
        known |= {file.comparison.viewer.name} if file.comparison.viewer else set()
        text = "\n".join(file.parts.values())
        assert set(re.findall(r"Organisation \d{4}", text)) <= known


def test_no_highest_and_no_lowest_of_the_anonymous():
    """Two figures that nobody else has are nowhere in the file."""
    found = [member(n, figures=figures(n, gaps=False)) for n in range(14)]
    found[3] = replace(found[3], figures=figures(3, gaps=False, mutuality=1.7))
    found[4] = replace(found[4], figures=figures(4, gaps=False, mutuality=98.3))
    comparison = whole(found)
    text = "\n".join(told(comparison).parts.values()) + comparison_csv(comparison).decode()
    assert f"{sum(one.figures.values['principles', 'mutuality'] for one in found) / 14:.1f}" in text
    assert not re.search(r"\b(1\.7|98\.3)\b", text)


def test_only_the_named_have_rows():
    found = [*members(12), member(70, Sharing.NAMED)]
    rows = named_csv(whole(found)).decode("utf-8-sig").splitlines()[1:]
    assert len(rows) == len(list(keys_of(INSTRUMENT)))
    assert all(row.startswith("Organisation 0070,") for row in rows)
