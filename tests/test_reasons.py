"""Locks, caches, regular expressions and private names say why they are there.

In a comment on the line or above it, before the next blank line; or in their function's docstring.
That a reason is a good one, no test can see.
"""

import ast
import re

import pytest

from tests.test_house import HOUSE, PACKAGES

PLACES = re.compile(
    r"select_for_update\(|^\s*@(?:lru_)?cache\b|^\s*@cached_property|\bre\.compile\(|SLF001"
)
# An exception's code alone is no reason: 'noqa: SLF001 - documented' is.
REMARK = re.compile(r"#(?!\s*(?:noqa: [A-Z0-9, ]+|type: ignore\S*)$)")


def source_of(package):
    for path in sorted((HOUSE / package).rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, path.read_text(encoding="utf-8")


def explained_lines(text):
    """The numbers of the lines that belong to a function with a docstring."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            found.update(range(first, node.end_lineno + 1))
    return found


def places(text):
    """The numbers of lines that want a reason; of a file's cached properties the first."""
    lines = text.splitlines()
    found = [number for number, line in enumerate(lines) if PLACES.search(line)]
    properties = [number for number in found if "cached_property" in lines[number]]
    return [number for number in found if number not in properties[1:]]


def without_reason(text):
    lines, explained = text.splitlines(), explained_lines(text)
    for number in places(text):
        above = number
        while above and lines[above - 1].strip():
            above -= 1
        said = any(REMARK.search(line) for line in lines[above : number + 1])
        if not said and number + 1 not in explained:
            yield f"{number + 1}: {lines[number].strip()}"


@pytest.mark.parametrize("package", PACKAGES)
def test_each_place_says_why(package):
    found = [
        f"{path.relative_to(HOUSE)}:{place}"
        for path, text in source_of(package)
        for place in without_reason(text)
    ]
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "WORD = re.compile('a')",
        "@cache\ndef slow(): ...",
        "def held():\n    return rows.select_for_update()",
        "x = one._two  # noqa: SLF001",
    ],
)
def test_a_place_without_a_reason_is_seen(text):
    assert len(list(without_reason(text))) == 1
    lines = text.splitlines()
    lines[-1 if "held" in text else 0] += "  # because of what would happen"
    assert not list(without_reason("\n".join(lines)))
