"""``share``: what leaves, what does not, and the same words in file and table."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from django.core.management import call_command

from assessment.method import mark, to_json
from assessment.method.results import FactCheck, GroupRating, StandardRating, Truth
from questions.reading import DEFAULT_VERSION
from questions.shape import NEWEST
from tests.assessment.method.build import Case, person
from tests.comparing.folder.shared_folder import Org, refused, results_json

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "shared.schema.json").read_text())
SIX, TEN = [person(4, 0)] * 6, [person(2, 1)] * 10
CANARY = "canary"


def results(giving=SIX):
    """Six who give, ten who receive, one partner group, and words in every place for words."""
    case = Case(
        {"giving": giving, "receiving": TEN, "partner": [person(3, 1)]},
        groups=frozenset(["partner"]),
        sizes={"giving": 4391, "receiving": 4391},
        standards={"S01": 3},
        facts={"F02": "yes"},
    )
    found = case.results()
    partner = replace(found.perspectives["partner"], groups=(GroupRating(4391, CANARY, CANARY),))
    said = found.own_part
    return replace(
        found,
        about=replace(
            found.about,
            organisation=f"{CANARY} Trust",
            programme=CANARY,
            setting=CANARY,
            closed=date(1987, 6, 5),
        ),
        perspectives={**found.perspectives, "partner": partner},
        own_part=replace(
            said,
            standards={**said.standards, "S01": StandardRating(3, CANARY)},
            facts={**said.facts, "F02": FactCheck(Truth.YES, date(1987, 6, 5), CANARY)},
        ),
    )


@pytest.fixture
def home(tmp_path):
    file = tmp_path / "results.json"
    file.write_text(to_json(mark(results())))
    return file


def share(file, out):
    call_command("share", str(file), out=out)
    return out.read_text()


def test_only_what_leaves_is_written_and_said(home, capsys):
    at_home = home.read_text()
    assert json.loads(at_home)["cells"]["giving"]["respect-1"]["n"] == 5
    text = share(home, home.parent / "member.json")
    jsonschema.validate(json.loads(text), SCHEMA)
    printed = capsys.readouterr().out
    for canary in (CANARY, "4391", "1987", "giving"):
        assert canary in at_home
        assert canary not in text
    for canary in (CANARY, "4391", "1987", "Giving", "People who give"):
        assert canary not in printed
    assert '"n": 5' not in text
    assert json.loads(text)["cells"]["receiving"]["respect-1"]["n"] == 10
    assert "sd" not in json.loads(text)


def test_what_six_say_changes_no_byte(home):
    before = share(home, home.parent / "member.json")
    home.write_text(to_json(mark(results(giving=[person(0, 4)] * 6))))
    assert share(home, home.parent / "again.json") == before


@pytest.mark.parametrize("side", ["receiving", "partner"])
def test_words_put_where_a_figure_is_shown_are_refused(home, capsys, side):
    doctored = json.loads(home.read_text())
    doctored["cells"][side]["respect-1"]["shown"] = CANARY
    home.write_text(json.dumps(doctored))
    out = home.parent / "member.json"
    assert f"it is '{CANARY}', and this value is shown as" in refused(
        capsys, "share", home, out=out
    )
    assert not out.exists()


def test_the_table_in_words(home, capsys):
    share(home, home.parent / "member.json")
    printed = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in printed.splitlines()]
    assert "Statement Receiving Partner groups" in lines
    assert "respect-1 50 (10 to 14) 75 (1)" in lines
    assert "People who receive peer support: 72 of 72 figures leave" in lines
    assert "Partner user-led groups: 72 of 72 figures leave, each agreed by a group" in lines
    assert "S01 Roles that everyone can describe In place" in lines
    assert any(line.startswith("F02 True here") for line in lines)
    assert "62.5 Mutuality Holding, borderline" in lines  # the mean of 50 and 75
    assert "no figure Structure: formal standards" in lines
    for word in ("fewer than 8 people", "Evidence, comments and different views", "Dates", "name"):
        assert word in printed.split("WHAT DOES NOT LEAVE")[1]


def test_what_has_left_comes_out_the_same(home):
    once = share(home, home.parent / "once.json")
    assert share(home.parent / "once.json", home.parent / "twice.json") == once


def test_nothing_that_people_answered_may_leave(home, capsys):
    home.write_text(results_json(Org("Few", 60, n=5)))
    assert json.loads(share(home, home.parent / "member.json"))["cells"] == {}
    assert "Nothing of what people answered leaves" in capsys.readouterr().out


def test_it_never_writes_over_what_stays_at_home(home, capsys):
    before = home.read_text()
    assert "what stays at home would be lost" in refused(capsys, "share", home, out=home)
    assert home.read_text() == before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{", "this is not JSON"),
        (b"\xff\xfe", "it is not text in UTF-8"),
        (b" " * 5_000_001, "it is larger than 5 MB"),
        (
            b'{"method": "1", "instrument": "1999.1"}',
            f"no instrument '1999.1', only {DEFAULT_VERSION}; the version of Essence that made",
        ),
        (
            json.dumps({"method": "99", "instrument": DEFAULT_VERSION}).encode(),
            f"it is '99', and only '{NEWEST.method}' is understood",
        ),
        (b"[" * 100_000, "this is not JSON"),
    ],
)
def test_refusals_write_nothing(tmp_path, capsys, content, why):
    file = tmp_path / "results.json"
    file.write_bytes(content)
    said = refused(capsys, "share", file, out=tmp_path / "member.json")
    assert "results.json was not shared; nothing was written." in said
    assert why in said
    assert [path.name for path in tmp_path.iterdir()] == ["results.json"]


def test_no_file_and_a_folder(home, capsys):
    out = home.parent / "member.json"
    assert "there is no such file" in refused(capsys, "share", home.parent / "none", out=out)
    assert "not an ordinary file" in refused(capsys, "share", home.parent, out=out)
    assert "is a folder" in refused(capsys, "share", home, out=home.parent)
