"""From a TOML file to an :class:`Instrument`, or every reason why not.

A fault is one sentence: file, entry, what is wrong. ``build`` follows the types of
``questions.entries``, so a new key needs a field there and nothing here.
"""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from questions.entries import InstrumentError
from questions.instrument import Instrument

BUNDLED = Path(__file__).parent / "instruments"
LARGEST_FILE = 2_000_000  # bytes; the bundled file has about 150,000


def read_instrument(path: Path) -> Instrument:
    """The instrument in a file; InstrumentError with every fault, each naming the file."""
    try:
        instrument: Instrument = build(Instrument, parse(path), "the file")
    except InstrumentError as error:
        raise InstrumentError(f"{path.name}: {fault}" for fault in error.faults) from error
    return instrument


def parse(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InstrumentError([f"it is larger than {LARGEST_FILE:,} bytes"])
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InstrumentError([f"it cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise InstrumentError(["it is not text in UTF-8"]) from error
    except tomllib.TOMLDecodeError as error:
        raise InstrumentError([f"it is not TOML: {error}"]) from error
    except RecursionError as error:
        raise InstrumentError(["it is nested too deeply"]) from error


def numbers(version: str) -> list[int]:
    """Versions in order: 2026.10 comes after 2026.9."""
    return [int(number) for number in re.findall(r"[0-9]+", version)]


def instrument_files(folder: Path | None) -> dict[str, Path]:
    """Version to file, the newest first: a file's name is its version."""
    files = sorted(folder.glob("*.toml")) if folder else []
    return {path.stem: path for path in sorted(files, key=lambda p: numbers(p.stem), reverse=True)}


DEFAULT_VERSION = next(iter(instrument_files(BUNDLED)))


# Never forgotten, because a file that has been used is never edited. A refusal is not kept: the
# host who adds or mends a file need not start the site again.
@cache
def load(version: str = DEFAULT_VERSION, folder: Path | None = None) -> Instrument:
    """The instrument of a version, bundled or in ``folder``, where a host has its own.

    InstrumentError names the versions there are. A host's file that takes the name of a bundled
    one is refused: results say which version they rest on, and that must not mean two things.
    """
    bundled, own = instrument_files(BUNDLED), instrument_files(folder)
    if version in bundled and version in own:
        message = f"{own[version]}: the version {version} is bundled already; rename it"
        raise InstrumentError([message])
    files = bundled | own
    if version not in files:
        raise InstrumentError([f"there is no instrument '{version}', only {', '.join(files)}"])
    instrument = read_instrument(files[version])
    if instrument.version != version:
        message = f"{files[version].name}: its version is '{instrument.version}', not its name"
        raise InstrumentError([message])
    return instrument


def build(kind: Any, value: Any, where: str) -> Any:
    """A value of TOML as the type ``kind``; ``where`` names the entry in faults."""
    if dataclasses.is_dataclass(kind):
        return build_entry(kind, value, where)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return build_tuple(arguments[0], value, where)
    if origin in (Union, UnionType):
        return build(next(a for a in arguments if a is not NoneType), value, where)
    if origin is Mapping:
        table = expect(dict, value, where)
        return {key: build(arguments[1], entry, f"{where}, {key}") for key, entry in table.items()}
    if issubclass(kind, StrEnum):
        return build_choice(kind, value, where)
    return expect(kind, value, where)


def build_entry(kind: Any, value: Any, where: str) -> Any:
    table = expect(dict, value, where)
    hints = get_type_hints(kind)
    fields = {f.metadata.get("key", f.name): f for f in dataclasses.fields(kind)}
    faults = [
        f"{where}: unknown key '{key}'; known are {', '.join(fields)}"
        for key in table
        if key not in fields
    ]
    given = {}
    for key, entry_field in fields.items():
        if key in table:
            try:
                inside = f"{where}, {key}" if where != "the file" else key
                given[entry_field.name] = build(hints[entry_field.name], table[key], inside)
            except InstrumentError as error:
                faults += error.faults
        elif required(entry_field):
            faults.append(f"{where}: '{key}' is missing")
    if faults:
        raise InstrumentError(faults)
    try:
        return kind(**given)
    except InstrumentError as error:
        at = "" if where == "the file" else f"{where}: "
        raise InstrumentError(f"{at}{fault}" for fault in error.faults) from error


def required(entry_field: "dataclasses.Field[Any]") -> bool:
    missing = dataclasses.MISSING
    return entry_field.default is missing and entry_field.default_factory is missing


def build_tuple(kind: Any, value: Any, where: str) -> tuple[Any, ...]:
    built: list[Any] = []
    faults: list[str] = []
    for number, entry in enumerate(expect(list, value, where), start=1):
        try:
            built.append(build(kind, entry, f"{where}, {entry_label(entry, number)}"))
        except InstrumentError as error:
            faults += error.faults
    if faults:
        raise InstrumentError(faults)
    return tuple(built)


def entry_label(entry: Any, number: int) -> str:
    """What an entry is called in a fault: its code or name, else its place."""
    named = entry.get("code") or entry.get("name") if isinstance(entry, dict) else None
    return named if isinstance(named, str) else f"entry {number}"


def build_choice(kind: type[StrEnum], value: Any, where: str) -> StrEnum:
    choices = [choice.value for choice in kind]
    if value not in choices:
        raise InstrumentError([f"{where}: '{value}' is not one of {', '.join(choices)}"])
    return kind(value)


TYPE_NAMES = {
    str: "text",
    dict: "a table",
    list: "a list",
    int: "a whole number",
    float: "a number",
}


def expect(kind: Any, value: Any, where: str) -> Any:
    if kind is float and type(value) in (int, float):
        return float(value)
    if kind is bool and value in (True, False) and type(value) is bool:
        return value
    if type(value) is not kind:
        wanted = TYPE_NAMES.get(kind, "true or false")
        raise InstrumentError([f"{where}: {wanted} is expected, not {value!r}"])
    if kind is str and not value.strip():
        raise InstrumentError([f"{where}: the text is empty"])
    return value
