"""A ``comparison.json`` read back: whole, or refused with a sentence."""

import datetime
import json

import pytest

from comparing.method.comparison_document import (
    ComparisonError,
    Headed,
    headed_in,
    published_document,
    published_in,
    read_comparison,
    to_comparison_json,
)
from comparing.method.published import publish
from tests.assessment.method.build import INSTRUMENT
from tests.comparing.lifelike import ACTIONS, members

HEADED = Headed(name="Common Thread: Autumn", last_day=datetime.date(2027, 1, 31))
PUBLISHED = {count: publish(members(count), INSTRUMENT, ACTIONS) for count in (5, 6, 8, 13)}
DOCUMENT = published_document(PUBLISHED[13], HEADED)


@pytest.mark.parametrize("count", PUBLISHED)
def test_what_was_written_is_read(count):
    """Nothing, means, levels in words, and everything."""
    text = to_comparison_json(published_document(PUBLISHED[count], HEADED))
    found = read_comparison(text)
    assert published_in(found, INSTRUMENT) == PUBLISHED[count]
    assert headed_in(found) == HEADED


def test_a_round_without_a_last_day():
    assert headed_in({"name": "Of a folder", "last_day": None}) == Headed(name="Of a folder")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "it is not JSON"), ("[" * 100_000, "it is not JSON"),
        ("[]", "no comparison.json of an anonymous round"),
        ('{"round": "by name"}', "no comparison.json of an anonymous round"),
    ],
)  # fmt: skip
def test_what_is_no_such_file(text, why):
    with pytest.raises(ComparisonError, match=why):
        read_comparison(text)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("members",), "13"), (("members",), True), (("structure", "ESSENCE", "mean"), 101),
        (("principles", "mutuality", "mean"), -1), (("principles", "mutuality", "n"), 3),
        (("principles", "mutuality", "n"), 10**9), (("principles", "mutuality", "q1"), None),
        (("principles", "mutuality"), []), (("actions", "M9:9"), "most"),
        (("actions", ACTIONS[0]), "a crowd"),
        (("principles", "mutuality", "levels"), {"Holding": "most"}),
        (("principles", "mutuality", "levels", "Holding"), "a crowd"),
    ],
)  # fmt: skip
def test_one_wrong_place_and_it_is_not_whole(path, value):
    with pytest.raises(ComparisonError, match="not whole"):
        published_in(changed(*path, value=value), INSTRUMENT)


@pytest.mark.parametrize("method", ["9", None])
def test_of_another_method_it_says_who_reads_it(method):
    with pytest.raises(ComparisonError, match="not of method 2: the version of Essence that made"):
        published_in(changed("method", value=method), INSTRUMENT)


@pytest.mark.parametrize(
    ("key", "value"), [("name", None), ("last_day", 20270131), ("last_day", "the last of January")]
)
def test_a_head_that_is_none(key, value):
    with pytest.raises(ComparisonError, match="not whole"):
        headed_in(changed(key, value=value))


def changed(*path, value):
    found = json.loads(json.dumps(DOCUMENT))
    place = found
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return found
