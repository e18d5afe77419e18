"""JSON Schema (2020-12) of the types that a file is made of.

Whatever writes a file for other programs returns TypedDicts; ``published_schema`` makes the file's
schema of them, and ``manage.py schemas`` writes it into docs/. What Python's types cannot say
stands beside them as keywords of JSON Schema: ``Annotated[int, {"minimum": 1}]``. A table's
docstring is its description.
"""

import json
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

Schema = dict[str, Any]

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def published_schema(file: type, *, title: str) -> str:
    """Of the TypedDict of a whole file, as text."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps(dialect | schema_of(file), ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: Any) -> Schema:
    """KeyError for a type that stands in no file yet: teach it here."""
    make = MAKERS.get(get_origin(kind))
    if make:
        return make(*get_args(kind))
    if is_typeddict(kind):
        return table(kind)
    if issubclass(kind, Enum):
        return one_of_these(*(one.value for one in kind))
    return {"type": PLAIN[kind]}


def with_keywords(kind: Any, *keywords: Schema) -> Schema:
    """The later one counts; codes say all that their type would."""
    found = {key: value for one in keywords for key, value in one.items()}
    return found if "enum" in found else schema_of(kind) | found


def one_of(*kinds: Any) -> Schema:
    choices = [schema_of(kind) for kind in kinds]
    if all(choice.keys() == {"type"} for choice in choices):
        return {"type": [choice["type"] for choice in choices]}
    return {"oneOf": choices}


def list_of(kind: Any) -> Schema:
    return {"type": "array", "items": schema_of(kind)}


def keyed(key: Any, value: Any) -> Schema:
    """A table whose keys are codes or anything."""
    names = {} if key is str else {"propertyNames": schema_of(key)}
    return {"type": "object", **names, "additionalProperties": schema_of(value)}


def table(kind: Any) -> Schema:
    """A table that has these keys and no others."""
    hints = get_type_hints(kind, include_extras=True)
    said = {"description": " ".join(kind.__doc__.split())} if kind.__doc__ else {}
    return {
        "type": "object",
        **said,
        "properties": {key: schema_of(value) for key, value in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }


def one_of_these(*values: Any) -> Schema:
    return {"enum": list(values)}


MAKERS = {
    Annotated: with_keywords,
    Union: one_of,
    UnionType: one_of,
    Literal: one_of_these,
    list: list_of,
    dict: keyed,
}
