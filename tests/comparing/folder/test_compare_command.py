"""``compare``: the worked cases of docs/method.md section 11, and every refusal."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from comparing import round_publications
from comparing.round_publications import ROUND_PUBLICATIONS
from operations.management.commands import compare
from tests.comparing.folder.shared_folder import (
    Org,
    compared,
    orgs,
    refused,
    results_json,
    write_folder,
)

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs" / "comparison.schema.json").read_text())
CHARTS = ("principles", "domains", "mechanisms", "levels", "named")
FILES = {
    *("comparison.json", "comparison.xlsx", "comparison.csv", "named.csv"),
    *(f"{name}.{kind}" for name in CHARTS for kind in ("svg", "png")),
}
NORTH = Org("North Trust", 58, "named")


@pytest.fixture(autouse=True)
def quick(monkeypatch, request):
    """Charts take seconds: only where they are what is tested."""
    if "with_charts" not in request.fixturenames:
        drawing = [one for one in ROUND_PUBLICATIONS if one.is_picture]
        rest = tuple(one for one in ROUND_PUBLICATIONS if one not in drawing)
        monkeypatch.setattr(compare, "ROUND_PUBLICATIONS", rest)


@pytest.fixture
def with_charts():
    """Marks a test that draws."""


@pytest.fixture
def see(tmp_path):
    """Members to their comparison.json, each time in a new folder."""
    made = []

    def look(members, **options):
        made.append(None)
        folder = write_folder(tmp_path / f"round {len(made)}", members)
        return compared(folder, tmp_path / f"out {len(made)}", **options)

    return look


def mutuality(found):
    one = found["principles"]["mutuality"]
    return one["others"], one["mean"], one["median"], one["levels"], one.get("third")


# Everything that is written, and what is said


@pytest.fixture
def everything(tmp_path, with_charts):  # noqa: ARG001 (draws)
    folder = write_folder(
        tmp_path / "round", [NORTH, *orgs(range(40, 52)), Org("Quiet", None, "no")]
    )
    out = tmp_path / "out"
    command = ["compare", str(folder), "--out", str(out), "--as", "north trust"]
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return out, done


def test_every_file_by_the_schema_and_a_summary_in_words(everything):
    out, done = everything
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in out.iterdir()} == FILES
    assert {path.name for path in out.parent.iterdir()} == {"round", "out"}
    found = json.loads((out / "comparison.json").read_text())
    jsonschema.validate(found, SCHEMA)
    assert (found["viewer"], found["sharing"]) == ("North Trust", 13)
    assert mutuality(found)[:3] == (12, 45.5, 45.5)
    words = " ".join(done.stdout.split())
    assert "13 organisations share their results: 1 by name, 12 anonymously" in words
    assert "1 organisation shares nothing" in words
    assert "- upper third: all 12 principles" in words
    assert "mean needs 5 others" in words  # FORMAL: nobody answered enough standards
    for rank in ("rank:", "first", "best", "worst", "13th"):
        assert rank not in words.replace("open comparison.xlsx first", "").lower()


def test_a_comparison_replaces_an_earlier_one_whole(see, tmp_path):
    see([NORTH])
    folder = write_folder(tmp_path / "more", [NORTH, *orgs([1, 2])])
    assert compared(folder, tmp_path / "out 1")["sharing"] == 3
    assert not list(tmp_path.glob(".report-*"))


def test_one_that_shares_alone_sees_itself(see):
    found = see([NORTH], viewer="North Trust")
    assert found["principles"]["mutuality"]["own"] == 58
    assert mutuality(found)[:2] == (0, None)


# Counts, on both sides of every cut


@pytest.mark.parametrize(
    ("others", "mean", "third", "median"),
    [
        (4, False, False, False),
        (5, True, False, False),
        (8, True, False, False),
        (9, True, True, False),
        (11, True, True, False),
        (12, True, True, True),
    ],
)
def test_figures_from_5_9_and_12_others(see, others, mean, third, median):
    found = see([NORTH, *orgs(range(50, 50 + others))], viewer="NORTH  trust")
    count, *shown = mutuality(found)
    assert count == others
    assert [one is not None for one in shown] == [mean, median, median, third]


def test_the_viewers_own_is_left_out_and_the_collaborations_view_has_none(see):
    members = [NORTH, *orgs([40, 50, 60, 70, 80])]
    member, whole = see(members, viewer="North Trust"), see(members)
    assert mutuality(member)[:2] == (5, 60)
    assert mutuality(whole)[:2] == (6, 59.67)
    assert "own" not in whole["principles"]["mutuality"]
    assert whole["viewer"] is None
    jsonschema.validate(whole, SCHEMA)


@pytest.mark.parametrize(("anonymous", "counted"), [(0, 6), (1, 6), (4, 6), (5, 11)])
def test_named_beside_anonymous(see, anonymous, counted):
    members = [*orgs([50] * 6, sharing="named"), *orgs([90] * anonymous)]
    found = see(members)
    assert mutuality(found)[:2] == (counted, 50 if counted == 6 else 68.18)
    assert ("only those who share by name" in found["principles"]["mutuality"]["why"]) == (
        anonymous in (1, 4)
    )
    assert len(found["named"]) == 6
    assert "anonymous" not in json.dumps(found["named"])


def test_a_split_by_kind_only_when_every_part_allows_it(see):
    trusts, groups = orgs([40] * 5), orgs([70] * 5, kind="user-led")
    renamed = [replace(one, name=f"group {n}") for n, one in enumerate(groups)]
    kinds = see([*trusts, *renamed])["principles"]["mutuality"]["kinds"]
    assert {kind: part["mean"] for kind, part in kinds.items()} == {"trust": 40, "user-led": 70}
    assert see([*trusts, *renamed[:4]])["principles"]["mutuality"]["kinds"] == {}


# What does not leave


def test_six_peer_supporters_change_nothing_outside(see):
    six = Org("Six", 90, n=6)
    assert json.loads(results_json(six))["principles"]["mutuality"]["L"]["P"] == 90
    found = see([*orgs([10, 20, 30, 40, 50]), six], viewer="six")
    assert found["principles"]["mutuality"]["own"] is None
    assert mutuality(see([*orgs([10, 20, 30, 40, 50]), six]))[:2] == (5, 30)
    assert found["domains"]["A"]["own"] == 75  # its own part leaves


def test_anonymous_names_and_files_are_nowhere(see, tmp_path):
    see([NORTH, *(Org(f"canary {n}", 50 + n) for n in range(6))], viewer="North Trust")
    for path in (tmp_path / "out 1").iterdir():
        assert b"canary" not in path.read_bytes(), path


def test_a_results_json_compares_as_its_cut_does(see, tmp_path):
    members = [NORTH, *orgs([40, 50, 60, 70, 80])]
    cut = see(members)
    for one in members:
        (tmp_path / "round 1" / one.file).write_text(results_json(one))
    whole = compared(tmp_path / "round 1", tmp_path / "whole")
    assert whole | {"version": None} == cut | {"version": None}


# Leaving by difference


EIGHT = orgs([11, 22, 33, 44, 55, 66, 77, 88])
THEN = "out 1/comparison.json"


@pytest.mark.parametrize("leaving", [1, 2])
def test_one_or_two_leave_and_nothing_is_made(see, tmp_path, capsys, leaving):
    assert mutuality(see(EIGHT))[:2] == (8, 49.5)
    folder = write_folder(tmp_path / "later", EIGHT[leaving:])
    said = refused(
        capsys, "compare", folder, out=tmp_path / "never", previous=tmp_path / THEN, viewer=None
    )
    assert f"Only {leaving} of the organisations differ" in said
    assert not (tmp_path / "never").exists()


def test_three_leave_and_figures_are_made(see, tmp_path):
    see(EIGHT)
    assert mutuality(see(EIGHT[3:], previous=tmp_path / THEN))[:2] == (5, 66)


def test_nobody_differs_and_figures_are_made(see, tmp_path):
    assert mutuality(see(EIGHT)) == mutuality(see(EIGHT, previous=tmp_path / THEN))


def test_one_anonymous_among_three_is_held_back(see, tmp_path):
    """Two named ones go with it: everybody can subtract those."""
    named = orgs([50] * 2, sharing="named")
    see([*EIGHT, *named])
    found = see(EIGHT[1:], previous=tmp_path / THEN)
    assert mutuality(found)[1] is None
    assert "fewer than 3 organisations differ" in found["principles"]["mutuality"]["why"]


def test_a_viewer_among_the_three_that_differ_sees_no_difference_of_two(see, tmp_path):
    see(EIGHT, viewer=EIGHT[0].name)
    now = [*(replace(one, practice=99) for one in EIGHT[:3]), *EIGHT[3:]]
    again = see(now, viewer=EIGHT[0].name, previous=tmp_path / THEN)
    assert mutuality(again)[1] is None
    assert mutuality(see(now, viewer=EIGHT[7].name, previous=tmp_path / THEN))[1] is not None


def test_back_again_after_a_version_between_is_seen(see, tmp_path, capsys):
    """Three leave, two of them return and another comes: beside the first only two differ."""
    see(EIGHT)
    see(EIGHT[3:], previous=tmp_path / THEN)
    folder = write_folder(tmp_path / "later", [*EIGHT[1:], Org("new", 5)])
    previous = tmp_path / "out 2" / "comparison.json"
    said = refused(capsys, "compare", folder, out=tmp_path / "never", previous=previous)
    assert "Only 2 of the organisations differ" in said


def test_two_leave_and_one_comes_and_figures_are_made(see, tmp_path):
    """The file says of nobody who they are, and still three are told from two."""
    see(EIGHT)
    assert mutuality(see([*EIGHT[2:], Org("new", 5)], previous=tmp_path / THEN))[1] is not None


def test_two_share_anew_and_nothing_is_made(see, tmp_path, capsys):
    see(EIGHT)
    now = [*(replace(one, practice=99) for one in EIGHT[:2]), *EIGHT[2:]]
    folder = write_folder(tmp_path / "later", now)
    said = refused(capsys, "compare", folder, out=tmp_path / "never", previous=tmp_path / THEN)
    assert "Only 2 of the organisations differ" in said


def test_named_now_and_anonymous_before(see, tmp_path, capsys):
    see(EIGHT)
    now = [replace(EIGHT[0], sharing="named"), *EIGHT[1:5], *orgs([1, 2, 3], kind="other")]
    folder = write_folder(tmp_path / "later", [replace(one, name=f"{one.name}.") for one in now])
    said = refused(capsys, "compare", folder, out=tmp_path / "never", previous=tmp_path / THEN)
    assert "shares by name what it shared anonymously" in said
    assert f"{now[0].name}.: " in said


def test_no_digest_is_found_by_trying_every_figure(see, tmp_path):
    """Of one who shares three ratings there are few figures; the salt in the file is not enough."""
    found = see([Org("Bare", None)])
    ((who, how, digest),) = found["version"]["members"]
    assert how == "anonymous"
    see([Org("Bare", None)], previous=tmp_path / THEN)
    from comparing.folder.sealed_versions import secret_of  # noqa: PLC0415
    from comparing.method.members import ComparedMember, Sharing, digest_of, figures_of  # noqa: PLC0415
    from comparing.method.sharing import leaving  # noqa: PLC0415
    from comparing.method.traces import who_of  # noqa: PLC0415

    figures = figures_of(leaving(Org("Bare", None).results()))
    guess = ComparedMember(name="Bare", kind="trust", sharing=Sharing.ANONYMOUS, figures=figures)
    salt = found["version"]["salt"]
    assert digest_of(guess, salt) != digest
    assert who_of(guess, salt) != who
    secret = secret_of(salt)  # the guess itself is right
    assert (who_of(guess, secret), digest_of(guess, secret)) == (who, digest)


# Refusals


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "it is no comparison.json"),
        ("{}", "it is no comparison.json"),
        (
            '{"version": {"salt": "x", "members": [], "have": {}, "split": []}, "earlier": []}',
            "SECRET_KEY",
        ),
    ],
)
def test_a_wrong_previous_file_is_named(tmp_path, capsys, content, why):
    wrong = tmp_path / "wrong.json"
    wrong.write_text(content)
    folder = write_folder(tmp_path / "round", EIGHT)
    said = refused(capsys, "compare", folder, out=tmp_path / "out", previous=wrong)
    assert why in said
    assert "wrong.json" in said or why == "SECRET_KEY"
    missing = refused(capsys, "compare", folder, out=tmp_path / "out", previous=tmp_path / "none")
    assert "none: there is no such file" in missing
    assert not (tmp_path / "out").exists()


def test_another_installation_cannot_tell_who_differs(see, tmp_path, capsys, settings):
    see(EIGHT)
    settings.SECRET_KEY = "another"
    folder = write_folder(tmp_path / "later", EIGHT[1:])
    said = refused(capsys, "compare", folder, out=tmp_path / "never", previous=tmp_path / THEN)
    assert "made with another SECRET_KEY" in said


def test_who_may_see(tmp_path, capsys):
    folder = write_folder(tmp_path / "round", [*EIGHT, Org("Quiet", None, "no")])
    out = tmp_path / "out"
    said = refused(capsys, "compare", folder, out=out, viewer="quiet")
    assert "a member that shares nothing sees nothing of the others" in said
    assert "there is no 'Nobody' in sharing.csv" in refused(
        capsys, "compare", folder, out=out, viewer="Nobody"
    )
    assert not out.exists()


def test_every_fault_of_the_folder_and_nothing_written(tmp_path, capsys):
    folder = write_folder(tmp_path / "round", EIGHT)
    with (folder / "sharing.csv").open("a") as listing:
        listing.write("\nNorth,charity,none.json,perhaps\n")
    said = refused(capsys, "compare", folder, out=tmp_path / "out")
    assert "was not compared; nothing was written." in said
    assert len(said.splitlines()) == 4
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be(tmp_path, capsys):
    folder = write_folder(tmp_path / "round", EIGHT)
    (tmp_path / "out").write_text("kept")
    assert "--out needs a folder" in refused(capsys, "compare", folder, out=tmp_path / "out")
    assert (tmp_path / "out").read_text() == "kept"


def test_a_run_that_fails_leaves_what_was_there(see, tmp_path, monkeypatch):
    see(EIGHT)
    before = (tmp_path / THEN).read_bytes()
    monkeypatch.setattr(round_publications, "comparison_csv", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        compared(write_folder(tmp_path / "later", EIGHT[3:]), tmp_path / "out 1")
    assert (tmp_path / THEN).read_bytes() == before
    assert not list(tmp_path.glob(".report-*"))
