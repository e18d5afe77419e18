"""The commands as a person runs them: files, words, refusals, exit status."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from assessment.intake.answers_workbook import read_answers
from demo import make_answers
from questions import Length, load
from questions.reading import DEFAULT_VERSION
from reports.one.report_publications import CHANGED_POSTERS, REPORT_PUBLICATIONS
from reports.publications import unbundled
from tests.instruments import OWN_VERSION, own_table, write_instrument

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "demo" / "answers.xlsx"
# Without a page that tells those who answered: there is none where there is no site.
FILES = {one.name for one in set(unbundled(REPORT_PUBLICATIONS)) - set(CHANGED_POSTERS)}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The bundled sample scored once: its folder, and what was printed."""
    out = tmp_path_factory.mktemp("scored") / "report"
    done = run("score", SAMPLE, "--out", out)
    assert done.returncode == 0, done.stderr
    return out, done


def run(*arguments):
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_score_writes_every_file_and_nothing_else(report):
    out, _ = report
    assert {path.name for path in out.iterdir()} == FILES
    assert [path.name for path in out.parent.iterdir()] == ["report"]


def test_score_says_it_in_words_with_what_holds_first(report):
    _, done = report
    words = " ".join(done.stdout.split())
    assert "Use it to talk, not to rank." in words
    assert "Structure ahead of essence. Of the 12 principles, 3 are Holding" in words
    assert words.index("Mutuality: Holding") < words.index("Independence: At risk, seen from")
    assert "Confidence: Firm." in words
    assert done.stderr == ""


def test_scoring_twice_writes_the_same_bytes(report, tmp_path):
    out, _ = report
    assert run("score", SAMPLE, "--out", tmp_path / "again").returncode == 0
    for name in FILES:
        assert (out / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


def test_a_workbook_that_is_none_writes_nothing(tmp_path):
    odd = tmp_path / "odd.xlsx"
    odd.write_text("hello")
    done = run("score", odd, "--out", tmp_path / "report")
    assert done.returncode == 2
    assert "odd.xlsx was not scored; nothing was written." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "report").exists()


def test_a_report_that_cannot_be_written_leaves_nothing_half_done(tmp_path):
    (tmp_path / "report").write_text("a file where the folder should be")
    done = run("score", SAMPLE, "--out", tmp_path / "report")
    assert done.returncode == 2
    assert "is a file; --out needs a folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_an_unknown_instrument_names_those_there_are():
    done = run("score", SAMPLE, "--out", "unused", "--instrument", "1999")
    assert done.returncode == 2
    assert f"there is no instrument '1999', only {DEFAULT_VERSION}" in done.stderr


@pytest.mark.parametrize("length", list(Length))
def test_a_template_is_written_once_and_never_over_a_file(length, tmp_path, capsys):
    target = tmp_path / "ours.xlsx"
    call_command("answers_template", str(target), length=length)
    assert f"ready to fill in ({length} length)" in capsys.readouterr().out
    before = target.read_bytes()
    with pytest.raises(SystemExit) as caught:
        call_command("answers_template", str(target))
    assert caught.value.code == 2
    assert target.read_bytes() == before


def test_a_template_needs_the_right_ending(tmp_path):
    done = run("answers_template", tmp_path / "ours.ods")
    assert done.returncode == 2
    assert "has to end in .xlsx" in done.stderr


def test_check_instrument_says_yes_or_every_fault(tmp_path, capsys):
    bundled = ROOT / "questions" / "instruments" / f"{DEFAULT_VERSION}.toml"
    call_command("check_instrument", str(bundled))
    said = capsys.readouterr().out
    assert f"can be used: version {DEFAULT_VERSION}, 72 items" in said
    assert "Note" not in said
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(bundled.read_text().replace("gap = 20 ", "gapp = 20 "))
    done = run("check_instrument", wrong)
    assert done.returncode == 2
    assert "wrong.toml: thresholds: unknown key 'gapp'" in done.stderr
    assert "wrong.toml: thresholds: 'gap' is missing" in done.stderr


@pytest.mark.parametrize(("revision", "noted"), [(1, True), (2, False)])
def test_check_instrument_notes_other_words_of_the_same_revision(tmp_path, capsys, revision, noted):
    table = own_table()
    item = table["principles"][0]["items"][0]
    item |= {"text": "We give and we take.", "revision": revision}
    write_instrument(tmp_path, table)
    call_command("check_instrument", str(tmp_path / f"{OWN_VERSION}.toml"))
    assert (f"Note: {item['code']}: the words are not those" in capsys.readouterr().out) == noted


def test_the_bundled_sample_is_what_its_maker_makes(tmp_path):
    """After a change to instrument or template: ``python -m demo.make_answers``."""
    again = tmp_path / "again.xlsx"
    again.write_bytes(make_answers.filled_workbook(load()))
    assert read_answers(again, load()) == read_answers(SAMPLE, load())
