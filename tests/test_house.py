"""What holds of the whole house; the arrows between packages are import-linter's."""

import ast
import re
import tomllib
from collections import Counter, defaultdict
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

HOUSE = Path(__file__).parents[1]
SETTINGS = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
MAY_SHARE = {"__init__", "access", "apps", "models", "urls"}
CODE = {".py", ".html", ".svg", ".typ", ".css"}
KINDS = ("steps", "forms", "pages")  # folders of one subject, seen from three sides
PACKAGES = (*SETTINGS["tool"]["importlinter"]["root_packages"], "demo")


def test_no_import_goes_round_in_a_circle():
    """Imports for types alone count too: two modules that name each other are one."""
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    # CycleError says which modules, in the order in which they import each other.
    sorter = TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    )
    assert len(list(sorter.static_order())) > 300


def test_a_name_of_a_module_says_which_it_is():
    """Steps, forms and pages of one subject may share theirs; commands are named for who types."""
    found = defaultdict(set)
    for package in PACKAGES:
        for path in (HOUSE / package).rglob("*.py"):
            folder = path.parent
            if path.stem not in MAY_SHARE and folder.name not in ("commands", "migrations"):
                found[path.stem].add(folder.parent if folder.name in KINDS else folder)
    assert len(found) > 250
    assert not {name: folders for name, folders in found.items() if len(folders) > 1}


def test_no_package_holds_a_third_of_the_code():
    """Lines of modules, templates and the stylesheet, benchmarks and demo among them; no tests, and
    no migrations, which Django writes. A package's templates count as its own."""
    lines = Counter()
    for top in (*PACKAGES, "benchmarks", "templates", "static"):
        for path in (HOUSE / top).rglob("*.*"):
            if path.suffix in CODE and path.parent.name != "migrations":
                whose = path.relative_to(HOUSE / "templates" if top == "templates" else HOUSE)
                lines[whose.parts[0]] += len(path.read_text(encoding="utf-8").splitlines())
    [(_, largest)] = lines.most_common(1)
    assert lines.total() > 40_000
    assert 3 * largest < lines.total()


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


@cache
def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def names_load(path):
    """Whether a module takes ``load`` from questions, or calls it through a module of theirs."""
    tree = parsed(path)
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


MAKING = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def test_nothing_is_made_inside_what_is_being_made():
    """No comprehension within another, but for what ``any`` and ``all`` ask, and no conditional
    expression within another: the inner one is a function, or has a name."""
    read, nested = 0, []
    for package in (*PACKAGES, "benchmarks"):
        for path in (HOUSE / package).rglob("*.py"):
            tree, read = parsed(path), read + 1
            lines = [node.lineno for node in ast.walk(tree) if holds_another(node)]
            nested += [f"{path.relative_to(HOUSE)}:{line}" for line in lines]
    assert read > 400
    assert not nested


def holds_another(node):
    if isinstance(node, ast.IfExp):
        return any(isinstance(inner, ast.IfExp) for inner in inside(node))
    if isinstance(node, MAKING):
        within = list(inside(node))
        return not asked_in(within).issuperset(one for one in within if isinstance(one, MAKING))
    return False


def inside(node):
    within = ast.walk(node)
    next(within)
    return within


def asked_in(nodes):
    """What ``any`` and ``all`` are given."""
    return {
        node.args[0]
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"any", "all"}
    }


@pytest.mark.parametrize(
    ("code", "nested"),
    [
        ("[[b for b in a] for a in c]", True),
        ("{a: {*(b for b in a)} for a in c}", True),
        ("[a for a in c if sum(b for b in a)]", True),
        ("[a for a in c if any(b for b in a)]", False),
        ("[any([b for b in d] for d in a) for a in c]", True),
        ("[b for a in c for b in a]", False),
        ("1 if a else 2 if b else 3", True),
        ("f'{1 if a else 2}{3 if b else 4}'", False),
    ],
)
def test_what_counts_as_nested(code, nested):
    assert any(map(holds_another, ast.walk(ast.parse(code)))) is nested


COUNTED = re.compile(
    r"\b(\d\d+|three|four|five|six|seven|eight|nine|ten|fourteen|twenty|twenty.five) "
    r"(\w+ )?(statements|standards|facts|layers|domains|warning signs|items|mechanisms|ways in)\b",
    re.IGNORECASE,
)


def test_how_many_there_are_of_anything_is_counted_and_not_written():
    """Another shape may ask more: what is said of one must not be said of all."""
    templates = (HOUSE / "templates").rglob("*.*")
    told = [path for package in PACKAGES for path in (HOUSE / package).rglob("*.toml")]
    written = {path: path.read_text(encoding="utf-8") for path in (*templates, *told)}
    for package in PACKAGES:
        for path in (HOUSE / package).rglob("*.py"):
            written[path] = "\n".join(texts_of(path))
    asking = HOUSE / "questions" / "instruments"
    found = {
        (path.name, match[0])
        for path, text in written.items()
        if asking not in path.parents
        for match in COUNTED.finditer(text)
    }
    assert len(written) > 400
    assert not found


def texts_of(path):
    """The texts in a module, without its docstrings, which give examples."""
    tree = parsed(path)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value
