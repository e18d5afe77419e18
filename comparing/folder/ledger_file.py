"""``ledger.json``: what was counted or named before, for the next comparison without a site.

It stays with whoever compares. It holds keyed digests and days; with another key it says nothing,
so a key that does not fit is refused.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assessment.intake.uploads import Refused
from comparing.folder.shared_file import bytes_of, shared_text
from comparing.method.counted_once import Digests, How, Traced, Use

NAME = "ledger.json"


def ledger_json(entries: Iterable[Use], digests: Digests, method: str) -> bytes:
    found = {
        "method": method,
        "check": digests.check,
        "assessments": [entry_part(one) for one in entries],
    }
    return (json.dumps(found, indent=1) + "\n").encode()


def entry_part(entry: Use) -> dict[str, str]:
    traced = entry.traced
    return {
        "assessment": traced.assessment,
        "organisation": traced.organisation,
        "closed": traced.closed.isoformat(),
        "how": str(entry.how),
    }


def read_ledgers(files: Sequence[Path], digests: Digests) -> list[Use]:
    """Of any number; Refused with what is wrong with each."""
    found: list[Use] = []
    faults: list[str] = []
    for file in files:
        try:
            found += read_ledger(shared_text(file), digests)
        except Refused as error:
            faults += [f"{file}: {why}" for why in error.faults]
    if faults:
        raise Refused(faults)
    return found


def read_ledger(text: str, digests: Digests) -> list[Use]:
    try:
        found = json.loads(text)
        check, entries = found["check"], [read_entry(one) for one in found["assessments"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused([f"it is no ledger: name a {NAME} that compare wrote"]) from error
    if check != digests.check:
        raise Refused(["it was made with another key: give that one with --key"])
    return entries


def read_entry(part: Mapping[str, Any]) -> Use:
    traced = Traced(
        organisation=str(part["organisation"]),
        assessment=str(part["assessment"]),
        cells="",
        closed=date.fromisoformat(part["closed"]),
    )
    return Use(traced, How(part["how"]))


def key_in(file: Path) -> bytes:
    """Without the line end that an editor puts there."""
    key = bytes_of(file).strip()
    if not key:
        raise Refused([f"{file}: it is empty; a key is any text that nobody guesses"])
    return key
