"""Instruments that are not bundled: a host's own, the first, and one of a shape older than any.

The first has the newest's words in the shape of method 1, and ``METHOD_1`` is a report of then, as
the code of then wrote it. The older one is the newest with something taken out of every part, as if
that had been added since: nothing of the program knows it but the tables of versions, where it is
put for a test.
"""

import copy
import json
import tomllib
from dataclasses import replace
from pathlib import Path

from assessment.method import readers
from questions import shape
from questions.reading import BUNDLED, DEFAULT_VERSION
from questions.shape import FIRST, NEWEST
from reports.wording import explained

TABLE = tomllib.loads((BUNDLED / f"{DEFAULT_VERSION}.toml").read_text(encoding="utf-8"))
METHOD_1 = (Path(__file__).parent / "method-1.json").read_text(encoding="utf-8")
OWN_NAME = "Giving and taking, as we say"
OWN_VERSION, FIRST_VERSION, OLDER_VERSION = "ours-1", "2026.1", "1999.1"
*_, LAST_MECHANISM = NEWEST.mechanisms
LATER = {
    "perspectives": {"commissioner"},
    "standards": {NEWEST.standards[-1]},
    "facts": set(NEWEST.mechanisms[LAST_MECHANISM].facts),
    "layers": {NEWEST.layers[2]},
    "mechanisms": {LAST_MECHANISM},
}


def without(codes, kind):
    return tuple(code for code in codes if code not in LATER[kind])


def groups_without(groups, kind):
    return {key: without(codes, kind) for key, codes in groups.items()}


OLDER = replace(
    NEWEST,
    method="0",
    sides={code: NEWEST.sides[code] for code in without(NEWEST.sides, "perspectives")},
    rarely_five=without(NEWEST.rarely_five, "perspectives"),
    practice=NEWEST.practice[:-1],
    domains=groups_without(NEWEST.domains, "standards"),
    classes=groups_without(NEWEST.classes, "standards"),
    facts=without(NEWEST.facts, "facts"),
    layers=without(NEWEST.layers, "layers"),
    mechanisms={code: NEWEST.mechanisms[code] for code in without(NEWEST.mechanisms, "mechanisms")},
)


def own_table():
    table = copy.deepcopy(TABLE) | {"version": OWN_VERSION, "title": "Ours: words of our own"}
    table["principles"][0]["name"] = OWN_NAME
    return table


def first_table():
    """The newest's words in the first shape; a file of then does not name its method."""
    table = copy.deepcopy(TABLE) | {"version": FIRST_VERSION}
    del table["method"]
    for kind, known in (("perspectives", FIRST.sides), ("facts", FIRST.facts)):
        table[kind] = [entry for entry in table[kind] if entry["code"] in known]
    table["profiles"] = [one for one in table["profiles"] if one["name"] in FIRST.profiles]
    return table


def older_table():
    table = copy.deepcopy(TABLE) | {"version": OLDER_VERSION, "method": OLDER.method}
    for kind, later in LATER.items():
        table[kind] = [entry for entry in table[kind] if entry["code"] not in later]
    for principle in table["principles"]:
        kept = OLDER.items_of(principle["code"])
        principle["items"] = [item for item in principle["items"] if item["code"] in kept]
    return table


def add_older_method(monkeypatch):
    """Put into every table that goes by method version."""
    newest, older = NEWEST.method, OLDER.method
    monkeypatch.setitem(shape.SHAPES, older, OLDER)
    monkeypatch.setitem(readers.READERS, older, readers.READERS[newest])
    monkeypatch.setitem(explained.EXPLAINED, older, explained.EXPLAINED[newest])


def write_instrument(folder, table):
    text = "\n".join(f"{key} = {as_toml(value)}" for key, value in table.items())
    (folder / f"{table['version']}.toml").write_text(text, encoding="utf-8")


def as_toml(value):
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {as_toml(one)}" for key, one in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
