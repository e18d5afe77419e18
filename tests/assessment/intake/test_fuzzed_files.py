"""Whatever happens to a file on its way, it is read or refused: nothing else is ever raised."""

import random
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from assessment.intake.answers_workbook import read_answers
from assessment.intake.uploads import UPLOAD, Refused
from tests.assessment.books import INSTRUMENT, a_book, as_bytes, group, person, rezip

GOOD = as_bytes(
    a_book(person("giving"), person("staff", 2), group("panel", 4), closed_on="2026-11-20")
)

with ZipFile(BytesIO(GOOD)) as archive:
    PARTS = archive.namelist()


def damaged(seed: int) -> bytes:
    """A copy with some bytes changed, cut short, or with a part changed and packed again."""
    chance = random.Random(seed)
    kind = chance.choice(["bytes", "cut", "part", "part", "part"])
    if kind == "cut":
        return GOOD[: chance.randrange(len(GOOD))]
    if kind == "bytes":
        return changed(GOOD, chance)
    chosen = chance.choice(PARTS)
    return rezip(GOOD, lambda name, part: changed(part, chance) if name == chosen else part)


def changed(data: bytes, chance: random.Random) -> bytes:
    copy = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 40])):
        place = chance.randrange(len(copy))
        action = chance.choice(["flip", "digit", "cut", "repeat"])
        if action == "flip":
            copy[place] = chance.randrange(256)
        elif action == "digit":
            copy[place : place + 1] = chance.choice([b"9", b"-1", b"1e9", b"", b'"', b"<", b"&"])
        elif action == "cut" and len(copy) > 20:
            del copy[place : place + chance.randrange(20)]
        else:
            copy[place:place] = copy[place : place + chance.randrange(200)]
    return bytes(copy)


def outcomes(seeds: range, path: Path) -> Counter[str]:
    """How many were read and how many refused; whatever else is raised comes through."""
    counted = Counter[str]()
    for seed in seeds:
        path.write_bytes(damaged(seed))
        try:
            read_answers(path, INSTRUMENT, UPLOAD)
        except Refused as refused:
            counted["refused" if refused.faults else "refused without a word"] += 1
        else:
            counted["read"] += 1
    return counted


def test_forty_damaged_files(tmp_path: Path) -> None:
    counted = outcomes(range(40), tmp_path / "answers.xlsx")
    assert counted["refused"] >= 10
    assert counted["refused"] + counted["read"] == 40


@pytest.mark.check
def test_ten_thousand_damaged_files(tmp_path: Path) -> None:
    counted = outcomes(range(40, 10_040), tmp_path / "answers.xlsx")
    assert counted["refused"] > 5_000
    assert counted["read"] > 100
    assert counted["refused"] + counted["read"] == 10_000
