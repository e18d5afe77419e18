"""What docstrings and comments point at is there: modules, names in them, pages of docs/."""

import ast
import builtins
import importlib
import io
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
FOLDERS = (
    "questions", "organisations", "assessment", "papers", "reports", "comparing", "operations",
    "config", "demo", "tests", "benchmarks",
)  # fmt: skip
FILES = [
    path
    for folder in FOLDERS
    for path in sorted((HOUSE / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
DOTTED = re.compile(r"``([A-Za-z_]\w*(?:\.\w+)+)``")  # a.b and a.b.c; not .b, not a
FILE_NAME = re.compile(r"\.(css|csv|html|json|md|png|py|sqlite3|svg|toml|txt|xlsx)$")
PAGE = re.compile(r"[\w./-]*\w\.md\b")
TABLE = re.compile(r"^\| module \|.*\n\|[-|]+\|\n((?:\|.*\n?)+)", re.MULTILINE)


def module_of(path):
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = tuple(map(module_of, FILES))


@cache
def docstrings(path):
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return [ast.get_docstring(node) or "" for node in nodes if isinstance(node, documented)]


def comments(path):
    source = io.StringIO(path.read_text(encoding="utf-8"))
    return [
        one.string
        for one in tokenize.generate_tokens(source.readline)
        if one.type == tokenize.COMMENT
    ]


def mentions(pattern, words_of=docstrings):
    return [
        (path, found)
        for path in FILES
        for words in words_of(path)
        for found in pattern.findall(words)
    ]


def has(owner, names):
    """Attributes after each other; a field of a frozen type may have no value in its class."""
    for name in names:
        if name in getattr(owner, "__annotations__", {}):
            return True
        if not hasattr(owner, name):
            return False
        owner = getattr(owner, name)
    return True


def is_there(name, path):
    """Known where it is said, or a module, or in one; a module may go by the last of its parts."""
    parts = name.split(".")
    if has(importlib.import_module(module_of(path)), parts) or has(builtins, parts):
        return True
    for count in range(1, len(parts) + 1):
        said = f".{'.'.join(parts[:count])}"
        for module in MODULES:
            if f".{module}".endswith(said) and has(importlib.import_module(module), parts[count:]):
                return True
    return False


def test_every_name_with_a_dot_is_there():
    said = [(path, name) for path, name in mentions(DOTTED) if not FILE_NAME.search(name)]
    assert len(said) > 30
    missing = [f"{module_of(path)}: {name}" for path, name in said if not is_there(name, path)]
    assert not missing


@pytest.mark.parametrize("name", ["assessment.stepping", "closing.clean_up", "Mark.nothing"])
def test_a_name_that_is_nowhere_is_seen(name):
    assert not is_there(name, HOUSE / "assessment" / "models.py")


def test_every_page_is_in_docs():
    said = [*mentions(PAGE), *mentions(PAGE, comments)]
    assert len(said) > 50
    missing = [f"{module_of(path)}: {page}" for path, page in said if not (HOUSE / page).is_file()]
    assert not missing


def test_every_table_of_a_package_names_modules_of_it():
    tables = [(path, rows) for path, rows in mentions(TABLE) if path.name == "__init__.py"]
    assert len(tables) > 5
    missing = [
        f"{module_of(path)}: {name}"
        for path, rows in tables
        for row in rows.splitlines()
        for name in row.split("|")[1].strip().split(", ")
        if not (path.parent / f"{name}.py").is_file() and not (path.parent / name).is_dir()
    ]
    assert not missing
