"""``compare``: rounds of both kinds of a folder, their ledgers, and every refusal."""

import hashlib
import hmac
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from django.core.management import call_command

from comparing import round_publications
from comparing.round_publications import ANONYMOUS_ROUND, BY_NAME_ROUND
from tests.comparing.folder.shared_folder import (
    DAY,
    Org,
    compared,
    orgs,
    refused,
    results_json,
    write_folder,
)

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs" / "comparison.schema.json").read_text())
DOCUMENTS = {"collective-sheet.pdf", "learning-day.pdf", "learning-day.pptx"}
TABLES = {"comparison.json", "comparison.xlsx", "comparison.csv"}
CHARTS = {
    f"{name}.{kind}"
    for name in ("principles", "structure", "mechanisms")
    for kind in ("svg", "png")
}
NORTH = Org("North Trust", 58)
QUIET = Org("Quiet", None, closed="")
A_YEAR_ON, SOON = "2027-11-20", "2027-05-21"  # 182 days after DAY


@pytest.fixture(autouse=True)
def quick(monkeypatch, request):
    """Charts and documents take seconds: only where they are what is tested."""
    if "with_charts" not in request.fixturenames:
        for name, files in (("ANONYMOUS_ROUND", ANONYMOUS_ROUND), ("BY_NAME_ROUND", BY_NAME_ROUND)):
            rest = tuple(one for one in files if one.name in TABLES)
            monkeypatch.setattr(round_publications, name, rest)


@pytest.fixture
def with_charts():
    """Marks a test that draws."""


@pytest.fixture
def see(tmp_path):
    """Members to their comparison.json, each time in a new folder: 'out 1', 'out 2'."""
    made = []

    def look(members, **options):
        made.append(None)
        folder = write_folder(tmp_path / f"round {len(made)}", members)
        return compared(folder, tmp_path / f"out {len(made)}", **options)

    return look


def ledger(tmp_path, number=1):
    return tmp_path / f"out {number}" / "ledger.json"


def mutuality(found):
    return found["principles"]["mutuality"]


# Everything that is written, and what is said


def test_every_file_by_the_schema_and_a_summary_in_words(tmp_path, with_charts):  # noqa: ARG001
    members = [NORTH, *orgs(range(40, 55)), QUIET]
    folder, out = write_folder(tmp_path / "round", members), tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "manage.py", "compare", str(folder), "--out", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in out.iterdir()} == TABLES | DOCUMENTS | CHARTS | {"ledger.json"}
    found = json.loads((out / "comparison.json").read_text())
    jsonschema.validate(found, SCHEMA)
    assert (found["round"], found["viewer"], found["members"]) == ("anonymous", None, 16)
    assert (mutuality(found)["n"], mutuality(found)["mean"]) == (16, 48)
    words = " ".join(done.stdout.split())
    assert "16 assessments compared." in words
    assert "Nothing is shared by: Quiet." in words
    assert "The mean of 16 organisations is 48 on" in words
    assert "Keep ledger.json to yourself" in words
    for rank in ("rank:", "best", "worst", "13th"):
        assert rank not in words.lower()


def test_as_one_of_them(see, tmp_path, capsys):
    found = see([NORTH, *orgs(range(40, 55))], viewer="north trust")
    jsonschema.validate(found, SCHEMA)
    assert found["viewer"] == "North Trust"
    assert (mutuality(found)["own"], mutuality(found)["third"]) == (58, "upper")
    assert found["structure"]["ESSENCE"] == {"own": 58, "mean": 48, "at_an_end": 0, "why": None}
    assert "- in the upper third:" in capsys.readouterr().out
    assert not ledger(tmp_path).exists()


def test_what_everybody_reads_is_the_same(see):
    members = [NORTH, *orgs(range(40, 55))]
    for one in (see(members, viewer="North Trust"), see(members, viewer="Number 3")):
        whole = see(members)
        for part in ("principles", "mechanisms"):
            for code, told in whole[part].items():
                ours = one[part][code]
                assert {**ours, "own": None, "third": None} == told


# From how many


def test_of_five_nothing_is_drawn(see, tmp_path, capsys, with_charts):  # noqa: ARG001
    assert see([*orgs(range(50, 55)), QUIET])["members"] is None
    assert {path.name for path in (tmp_path / "out 1").iterdir()} == TABLES | {"ledger.json"}
    words = " ".join(capsys.readouterr().out.split())
    assert "5 assessments there. Nothing is shared by: Quiet. Too few for an anonymous" in words
    assert "Too few share" not in words


def test_of_six_that_lack_a_part_it_is_that_part_that_is_not_shown(see, capsys):
    see([replace(one, standards=0) for one in orgs(range(50, 56))])
    words = " ".join(capsys.readouterr().out.split())
    assert "Not shown on structure and roots: too few. Essence is 53" in words
    assert "Too few share" not in words


def test_by_name_nobody_is_not_too_few(see, tmp_path, capsys):
    """All were counted before, and are left out."""
    six = orgs(range(50, 56))
    see(six)
    see(six, by_name=True, beside=[ledger(tmp_path)])
    assert "Too few" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("count", "mean", "words", "median"),
    [(5, 0, 0, 0), (6, 1, 0, 0), (7, 1, 0, 0), (8, 1, 1, 0), (11, 1, 1, 0), (12, 1, 1, 1)],
)
def test_figures_from_6_8_and_12(see, count, mean, words, median):
    found = see(orgs(range(50, 50 + count)))
    jsonschema.validate(found, SCHEMA)
    shown = mutuality(found)
    assert found["members"] == (count if mean else None)
    assert [shown[name] is not None for name in ("mean", "levels", "median")] == [
        *map(bool, (mean, words, median))
    ]
    assert shown["why"] == (None if mean else "too few")
    assert found["actions"] == {}


def test_too_few_count_nobody(see, tmp_path, capsys):
    see(orgs([50, 51, 52, 53, 54]))
    said = capsys.readouterr().out
    assert "nothing is published and nothing counts" in " ".join(said.split())
    assert json.loads(ledger(tmp_path).read_text())["assessments"] == []
    assert see(orgs([50, 51, 52, 53, 54, 55]), beside=[ledger(tmp_path)])["members"] == 6


# By name


def test_by_name(see):
    wards, home = Org("Ashdown", 58, "Wards"), Org("Ashdown", 59, "home")
    found = see([Org("Zeta", 40), wards, home, Org("émile", 61)], by_name=True, viewer="ashdown")
    jsonschema.validate(found, SCHEMA)
    assert found["members"] == ["Ashdown: home", "Ashdown: Wards", "Zeta", "émile"]
    assert (found["round"], found["viewer"]) == ("by name", "Ashdown")
    assert mutuality(found)["Ashdown: Wards"] == {"value": 58, "level": "Watch"}
    assert found["domains"]["A"]["Zeta"] == {"value": 75}
    assert set(found["mechanisms"]["M1"]["Zeta"]) == {"value", "status"}


def test_one_name_stands_once(tmp_path, capsys):
    folder = write_folder(tmp_path / "round", [NORTH, Org("North trust", 60, closed=A_YEAR_ON)])
    said = refused(capsys, "compare", folder, out=tmp_path / "out", by_name=True)
    assert "North trust: rows 2 and 3 have one name; keep one of them" in said


# Counted once


def test_the_vector_of_two_rounds(see, tmp_path, capsys):
    see(orgs(range(40, 48)))
    again = [Org(f"Number {n}", 40 + n) for n in range(4)]
    new = [Org(f"Number {n}", 60 + n, closed=A_YEAR_ON) for n in range(4, 12)]
    capsys.readouterr()
    found = see([*again, *new], beside=[ledger(tmp_path)])
    assert found["members"] == 8
    said = " ".join(capsys.readouterr().out.split())
    for n in range(4):
        assert f"- Number {n} is left out: it was counted in an anonymous round before" in said
    assert "Number 4 is left out" not in said


@pytest.mark.parametrize(("day", "members"), [(SOON, None), ("2027-05-22", 6)])
def test_half_a_year_apart(see, tmp_path, day, members):
    """182 days, and 183."""
    see(orgs(range(40, 46)))
    later = [Org(f"Number {n}", 60 + n, "Other wards", closed=day) for n in range(6)]
    found = see(later, beside=[ledger(tmp_path)])
    assert found["members"] == members


def test_what_counted_is_not_named_and_what_was_named_does_not_count(see, tmp_path, capsys):
    see([NORTH, *orgs(range(40, 46))])
    found = see([NORTH, Org("South", 50)], by_name=True, beside=[ledger(tmp_path)])
    assert found["members"] == ["South"]
    both = [ledger(tmp_path), ledger(tmp_path, 2)]
    new = orgs(range(60, 66), closed=A_YEAR_ON)
    capsys.readouterr()
    found = see([Org("South", 50), *new], beside=both)
    assert found["members"] == 6
    assert "South is left out: it was shared by name before" in " ".join(
        capsys.readouterr().out.split()
    )
    assert see([Org("South", 50), NORTH], by_name=True, beside=both)["members"] == ["South"]


def test_two_programmes_of_one_organisation(see, tmp_path, capsys):
    pair = [Org("North", 50, "Wards"), Org("NORTH", 51, "Home")]
    assert len(see(pair, by_name=True)["members"]) == 2
    folder = write_folder(tmp_path / "anonymous", [*pair, *orgs(range(40, 46))])
    said = refused(capsys, "compare", folder, out=tmp_path / "never")
    assert "- NORTH: rows 2 and 3; an organisation takes part in an anonymous round with" in said


def test_two_programmes_are_asked_after_those_left_out(see, tmp_path):
    see([Org("North", 50, "Wards"), *orgs(range(40, 46))])
    both = [Org("North", 50, "Wards"), Org("North", 51, "Home", A_YEAR_ON)]
    more = [Org(f"Other {n}", 60 + n) for n in range(6)]
    assert see([*both, *more], beside=[ledger(tmp_path)])["members"] == 7


def test_the_ledger_holds_keyed_digests_and_nothing_else(see, tmp_path, settings):
    see([Org("North Trust", 50, " Wärds"), *orgs(range(40, 46))])
    text = ledger(tmp_path).read_text()
    found = json.loads(text)
    key = settings.SECRET_KEY.encode()

    def digest(words):
        return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()

    assert found["assessments"][0] == {
        "assessment": digest("north trust\nwärds"),
        "organisation": digest("north trust"),
        "closed": DAY,
        "how": "counted",
    }
    assert len(found["assessments"]) == 7
    for word in ("North", "Wards", "50"):
        assert word not in text.replace(DAY, "").replace("50", "", text.count("50") - 0)
    for file in TABLES - {"comparison.xlsx"}:
        said = (tmp_path / "out 1" / file).read_text()
        assert not any(one["organisation"] in said for one in found["assessments"])


def test_a_key_of_ones_own(see, tmp_path, capsys, settings):
    key = tmp_path / "key"
    key.write_text("a key that nobody guesses\n")
    see(orgs(range(40, 46)), key=key)
    settings.SECRET_KEY = "of another installation"
    assert see(orgs(range(40, 46)), key=key, beside=[ledger(tmp_path)])["members"] is None
    folder = write_folder(tmp_path / "again", orgs(range(40, 46)))
    never = tmp_path / "never"
    said = refused(capsys, "compare", folder, out=never, beside=[ledger(tmp_path)])
    assert "it was made with another key: give that one with --key" in said
    assert not never.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"check": "x"}', '{"assessments": [{}]}'])
def test_a_ledger_that_is_none(tmp_path, capsys, content):
    (tmp_path / "ledger.json").write_text(content)
    folder = write_folder(tmp_path / "round", orgs([50]))
    said = refused(
        capsys, "compare", folder, out=tmp_path / "out", beside=[tmp_path / "ledger.json"]
    )
    assert "it is no ledger: name a ledger.json that compare wrote" in said


def test_an_empty_key(tmp_path, capsys):
    (tmp_path / "key").write_text("\n")
    folder = write_folder(tmp_path / "round", orgs([50]))
    said = refused(capsys, "compare", folder, out=tmp_path / "out", key=tmp_path / "key")
    assert "key: it is empty" in said


# Who may see


def test_a_folder_for_each(see, tmp_path):
    members = [NORTH, Org("North Trust ?", 59), *orgs(range(40, 45))]
    see(members, everybody=True)
    out = tmp_path / "out 1"
    homes = {path.name for path in out.iterdir() if path.is_dir()}
    assert homes == {"north-trust", "north-trust-2", *(f"number-{n}" for n in range(5))}
    for home in homes:
        assert {path.name for path in (out / home).iterdir()} == TABLES
    own = json.loads((out / "north-trust" / "comparison.json").read_text())
    assert (own["viewer"], mutuality(own)["own"]) == ("North Trust", 58)
    assert mutuality(json.loads((out / "comparison.json").read_text()))["own"] is None


def test_who_may_see(see, tmp_path, capsys):
    see(orgs(range(40, 46)))
    members = [
        Org("Number 0", 40),
        Org("Quiet", None, closed=""),
        *orgs(range(60, 66), kind="other"),
    ]
    members[2:] = [Org(f"New {n}", 60 + n) for n in range(6)]
    folder = write_folder(tmp_path / "again", members)
    for viewer, why in (
        ("quiet", "--as: quiet shares nothing, so it sees nothing of the others"),
        ("Number 0", "--as: Number 0 is left out of this round, so it sees nothing of it"),
        ("Nobody", "--as: there is no 'Nobody' in sharing.csv; write the name as it stands there"),
    ):
        said = refused(
            capsys,
            "compare",
            folder,
            out=tmp_path / "never",
            viewer=viewer,
            beside=[ledger(tmp_path)],
        )
        assert why in said


def test_a_members_view_is_not_written_beside_a_ledger(see, tmp_path, capsys):
    see([NORTH, *orgs(range(40, 55))])
    folder, out = tmp_path / "round 1", tmp_path / "out 1"
    said = refused(capsys, "compare", folder, out=out, viewer="North Trust")
    assert "holds ledger.json of a round: write a member's own view elsewhere" in said


def test_nothing_anonymous_stands_in_the_collaborations_files(see, tmp_path):
    see([Org("Canary Trust", 58, "Warbler ward"), *orgs(range(40, 55))])
    for path in (tmp_path / "out 1").iterdir():
        said = path.read_bytes().decode("utf-8", "replace")
        assert "Canary" not in said
        assert "Warbler" not in said


def test_the_same_results_under_two_names_are_told(see, capsys):
    see([Org("North", 50), Org("South", 50), *orgs(range(60, 66))], by_name=True)
    said = " ".join(capsys.readouterr().out.split())
    assert "- North and South have the same results: is one of them a copy" in said


def test_anonymously_the_same_results_count_for_nobody_twice(tmp_path, capsys):
    """Five copies and one other: else what is published of six would be about that one."""
    members = [*(Org(f"Copy {n}", 50) for n in range(5)), Org("Victim", 71)]
    folder, out = write_folder(tmp_path / "copies", members), tmp_path / "none"
    said = refused(capsys, "compare", folder, out=out)
    assert "Copy 0 and Copy 1 share the same results, which count once: empty one file" in said
    assert not out.exists()


# Refusals


def test_every_fault_and_nothing_written(tmp_path, capsys):
    folder = write_folder(tmp_path / "round", orgs([50, 51]))
    (folder / orgs([50])[0].file).write_text("{")
    (tmp_path / "old.json").write_text("{")
    out = tmp_path / "out"
    said = refused(capsys, "compare", folder, out=out, beside=[tmp_path / "old.json"])
    assert "was not compared; nothing was written." in said
    assert "this is not JSON" in said
    assert "it is no ledger" in said
    assert not out.exists()


def test_a_file_where_the_folder_should_be(tmp_path, capsys):
    folder = write_folder(tmp_path / "round", orgs([50]))
    (tmp_path / "out").write_text("here already")
    assert "is a file; --out needs a folder" in refused(
        capsys, "compare", folder, out=tmp_path / "out"
    )
    assert (tmp_path / "out").read_text() == "here already"


def test_a_results_json_compares_as_its_cut_does(see, tmp_path):
    members = orgs(range(40, 48))
    found = see(members)
    for one in members:
        (tmp_path / "round 1" / one.file).write_text(results_json(one))
    assert compared(tmp_path / "round 1", tmp_path / "again") == found


def test_any_number_of_ledgers_on_the_command_line(see, tmp_path):
    see(orgs(range(40, 46)))
    see([Org("South", 50)], by_name=True)
    folder = write_folder(tmp_path / "third", orgs(range(40, 46)))
    out = tmp_path / "third out"
    files = [str(ledger(tmp_path, number)) for number in (1, 2)]
    call_command("compare", str(folder), "--out", str(out), "--beside", *files)
    assert json.loads((out / "comparison.json").read_text())["members"] is None
