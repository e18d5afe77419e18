"""What holds of the whole house; the arrows between packages are import-linter's."""

import ast
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

HOUSE = Path(__file__).parents[1]
SETTINGS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = (*SETTINGS["tool"]["importlinter"]["root_packages"], "demo")


def test_no_import_goes_round_in_a_circle():
    """Imports for types alone count too: two modules that name each other are one."""
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    # CycleError says which modules, in the order in which they import each other.
    sorter = TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    )
    assert len(list(sorter.static_order())) > 300


def test_instruments_are_found_in_one_way():
    """A bare ``load`` does not look in the host's folder: an assessment of its own could not open.

    The sample workbook is made without a site, and so without a host.
    """
    loading = {
        str(path.relative_to(HOUSE))
        for package in PACKAGES
        for path in (HOUSE / package).rglob("*.py")
        if names_load(path)
    }
    reading = {name for name in loading if name.startswith("questions/")}
    assert loading - reading == {"assessment/instruments.py", "demo/make_answers.py"}


def names_load(path):
    """Whether a module takes ``load`` from questions, or calls it through a module of theirs."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    taken = (
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("questions")
        for alias in node.names
    )
    called = (
        ast.unparse(node.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return "load" in taken or any(call in {"questions.load", "reading.load"} for call in called)
