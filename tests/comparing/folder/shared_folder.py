"""A folder of shared results and its sharing.csv, for the tests of ``share`` and ``compare``."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from assessment.method import mark, to_json
from comparing.method.shared_document import to_shared_json
from comparing.method.sharing import leaving
from tests.assessment.method.build import scored

HEADS = "organisation,kind,programme,closed,file"
DAY = "2026-11-20"


@dataclass(frozen=True)
class Org:
    """``practice``: P of every principle; None where it shares nothing."""

    name: str
    practice: float | None = 60
    programme: str = ""
    closed: str = DAY
    kind: str = "trust"
    n: int = 100
    warning: float = 20
    standards: int = 9  # rated, from the first on

    @property
    def file(self) -> str:
        if self.practice is None:
            return ""
        name = " ".join([self.name, self.programme, self.closed]).lower()
        return f"{name.replace(' ', '-')}.json"

    @property
    def row(self) -> str:
        return ",".join([self.name, self.kind, self.programme, self.closed, self.file])

    def text(self) -> str:
        return to_shared_json(leaving(self.results()))

    def results(self) -> Any:
        sides = {"receiving": (self.practice, self.warning)}
        return scored(
            sides, n=self.n, standards={f"S0{n}": 3 for n in range(1, self.standards + 1)}
        )


def orgs(figures: Iterable[float], **of: Any) -> list[Org]:
    """Trusts unless ``of`` says otherwise, named for their place."""
    return [Org(f"Number {n}", p, **of) for n, p in enumerate(figures)]


def write_folder(folder: Path, members: Sequence[Org]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for one in members:
        if one.file:
            (folder / one.file).write_text(one.text())
    (folder / "sharing.csv").write_text("\n".join([HEADS, *(one.row for one in members)]))
    return folder


def compared(folder: Path, out: Path, **options: Any) -> dict[str, Any]:
    """The comparison.json that ``compare`` writes; ``viewer`` is --as."""
    call_command("compare", str(folder), out=out, **options)
    return json.loads((out / "comparison.json").read_text())


def refused(capsys: pytest.CaptureFixture[str], *command: Any, **options: Any) -> str:
    """What a command says when it refuses, after checking that it exits with status 2."""
    with pytest.raises(SystemExit) as caught:
        call_command(*map(str, command), **options)
    assert caught.value.code == 2
    return capsys.readouterr().err


def results_json(one: Org) -> str:
    return to_json(mark(one.results()))
