"""results.json, its schema and its reader: what one of them takes, the others take."""

import copy
import json
import operator
from collections.abc import Iterator
from functools import reduce
from random import Random
from typing import Any

import jsonschema
import pytest

from assessment.method import from_json
from assessment.method.cells import cell_of_groups, cell_of_individuals
from assessment.method.document import cell_part
from assessment.method.document_reading import DocumentError, Part, read_cell
from assessment.method.doors import Door
from assessment.method.results import Individuals
from tests.assessment.method.build import INSTRUMENT, Case, people
from tests.assessment.method.layouts import random_case
from tests.test_house import HOUSE

PUBLISHED = json.loads((HOUSE / "docs" / "results.schema.json").read_text(encoding="utf-8"))
SCHEMA = jsonschema.Draft202012Validator(PUBLISHED, format_checker=jsonschema.FormatChecker())
EVERY_PART = Case(
    answers={
        "giving": people([3] * 12, practice=3, warning=1, length="short"),
        "receiving": people([3] * 4, length="short"),
        "panel": people([2], practice=2, warning=2, length="short"),
    },
    groups=frozenset({"panel"}),
    panel=(5, 3),
    length="short",
)
# Worked out again from the rest, or only told.
WORKED_OUT = ("principles", "structure", "mechanisms", "confidence", "comments")
WHOLE = json.loads(EVERY_PART.json())
ABSENT = object()
WRONG = ({"odd": 1}, [1], -1, 1.5, "odd", None, ABSENT)

Path = tuple[str | int, ...]


@pytest.mark.parametrize("seed", range(20))
def test_every_file_follows_the_schema(seed):
    SCHEMA.validate(json.loads(random_case(Random(seed)).json()))


def test_a_withheld_cell_with_a_figure_does_not():
    found = json.loads(EVERY_PART.json())
    assert found["cells"]["receiving"]["mutuality-1"].keys() == {"withheld"}
    found["cells"]["receiving"]["mutuality-1"]["n"] = 3
    assert not SCHEMA.is_valid(found)


def places(found: Any, path: Path = ()) -> Iterator[Path]:
    """Every place below the whole."""
    keys = (
        found if isinstance(found, dict) else range(len(found)) if isinstance(found, list) else ()
    )
    for key in keys:
        yield (*path, key)
        yield from places(found[key], (*path, key))


def kinds_of_places(found: dict[str, Any]) -> Iterator[Path]:
    """One place of each kind: what holds of one standard holds of every one."""
    seen = set()
    for path in places({key: found[key] for key in found if key not in WORKED_OUT}):
        coded = 2 if path[0] == "cells" else 1  # the level whose keys are codes, all alike
        kind = (*path[:coded], *path[coded + 1 :])
        if len(path) <= coded or kind not in seen:
            seen.add(kind)
            yield path


def broken(path: Path, wrong: object) -> dict[str, Any]:
    """The file with this at the place, or without the place where it is ABSENT."""
    found = copy.deepcopy(WHOLE)
    table = reduce(operator.getitem, path[:-1], found)
    if wrong is ABSENT:
        del table[path[-1]]
    else:
        table[path[-1]] = wrong
    return found


@pytest.mark.parametrize(
    "path", [*kinds_of_places(WHOLE)], ids=lambda path: "-".join(map(str, path))
)
def test_what_the_schema_refuses_the_reader_refuses_and_says_where(path):
    refused = [found for wrong in WRONG if not SCHEMA.is_valid(found := broken(path, wrong))]
    assert refused
    for found in refused:
        with pytest.raises(DocumentError) as error:
            from_json(json.dumps(found), INSTRUMENT)
        assert any(str(name) in str(error.value) for name in path[-2:])


def test_a_figure_of_individuals_is_a_whole_number():
    """Blurred before it was released; the schema cannot tell a cell's perspective."""
    found = json.loads(EVERY_PART.json())
    found["cells"]["giving"]["mutuality-1"]["value"] += 0.5
    with pytest.raises(DocumentError, match="mutuality-1, value: a whole number is expected"):
        from_json(json.dumps(found), INSTRUMENT)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_what_is_not_json_is_no_results(text):
    with pytest.raises(DocumentError, match="this is not JSON"):
        from_json(text, INSTRUMENT)


def test_a_table_and_a_list_are_told_apart():
    with pytest.raises(DocumentError, match="a table is expected"):
        from_json("[]", INSTRUMENT)
    with pytest.raises(DocumentError, match="top, groups: a list is expected"):
        Part({"groups": {}}, "top").parts("groups")


GIVING, GROUPS = ("cells", "giving", "mutuality-1"), ("cells", "panel", "mutuality-1")


@pytest.mark.parametrize(
    ("place", "given", "why"),
    [
        (GIVING, {"n": 11, "value": 75, "shown": "75"}, "11 is never told of how many"),
        (GIVING, {"n": 10, "value": 98, "shown": "98"}, "no answers of 10 people"),
        (GIVING, {"n": 5, "value": 22, "shown": "22"}, "no answers of 5 people"),
        (GIVING, {"n": 8, "value": 90, "shown": "90"}, "no answers of 8 people"),
        (GIVING, {"n": 10, "value": 97, "shown": "97"}, "shown as '97 or higher'"),
        (GIVING, {"n": 10, "value": 75, "shown": "all"}, "shown as '75'"),
        (GROUPS, {"n": 1, "value": 60, "shown": "60"}, "no answers of 1 people or groups"),
        (GROUPS, {"n": 3, "value": 16.66, "shown": "17"}, "no answers of 3 people or groups"),
        (GROUPS, {"n": 3, "value": 16.67, "shown": "16.67"}, "shown as '17'"),
    ],
)
def test_a_figure_that_no_answers_can_have_is_refused(place, given, why):
    with pytest.raises(DocumentError, match=why) as error:
        from_json(json.dumps(broken(place, given)), INSTRUMENT)
    assert "mutuality-1" in str(error.value)


@pytest.mark.parametrize(("key", "told"), [("responded", 13), ("m", 12)])
def test_so_is_a_number_of_people_that_is_never_told(key, told):
    found = broken(("perspectives", "giving", key), told)
    found["perspectives"]["giving"]["sd"] = 15
    with pytest.raises(DocumentError, match=f"{key}: {told} is never told of how many"):
        from_json(json.dumps(found), INSTRUMENT)


@pytest.mark.parametrize("k", [5, 7, 10, 12])
def test_whatever_is_released_is_taken(k):
    """Every sum of up to sixty people with every step, and of up to nine groups."""
    thresholds, how = INSTRUMENT.thresholds, Individuals(Door.EACH, k)
    for n in range(k, 61):
        for total in range(4 * n + 1):
            released = cell_of_individuals(n, total, 0, k, thresholds)
            assert read_cell(Part(cell_part(released), "cell"), how, thresholds) == released
    for n in range(1, 10):
        for total in range(4 * n + 1):
            agreed = cell_of_groups(n, total)
            assert read_cell(Part(cell_part(agreed), "cell"), None, thresholds) == agreed
