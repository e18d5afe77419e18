"""results.json, its schema and its reader: what one of them takes, the others take."""

import copy
import json
import operator
from collections.abc import Iterator
from functools import reduce
from random import Random
from typing import Any, Literal

import jsonschema
import pytest

from assessment.method import from_json
from assessment.method.document_reading import DocumentError, Part
from assessment.method.document_types import ResultsJson
from assessment.method.json_schema import published_schema, schema_of
from tests.assessment.method.build import INSTRUMENT, Case, people
from tests.assessment.method.layouts import random_case

SCHEMA = jsonschema.Draft202012Validator(
    schema_of(ResultsJson), format_checker=jsonschema.FormatChecker()
)
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
WORKED_OUT = ("principles", "structure", "mechanisms", "confidence")
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


def test_a_schema_says_what_it_is_of():
    schema = json.loads(published_schema(ResultsJson, title="Ours"))
    assert (schema["title"], schema["$schema"]) == ("Ours", SCHEMA.META_SCHEMA["$schema"])
    assert schema_of(Literal["anonymous", "named"]) == {"enum": ["anonymous", "named"]}
