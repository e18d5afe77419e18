"""No module comes to itself by way of others; the arrows between packages are import-linter's."""

import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

HOUSE = Path(__file__).parents[1]


def test_no_import_goes_round_in_a_circle():
    """Imports for types alone count too: two modules that name each other are one."""
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    packages = settings["tool"]["importlinter"]["root_packages"]
    graph = grimp.build_graph(*packages, "demo", cache_dir=None)
    # CycleError says which modules, in the order in which they import each other.
    sorter = TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    )
    assert len(list(sorter.static_order())) > 300
