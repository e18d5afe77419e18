"""The command that reads paper: what it says, what it writes, and what it never does."""

import io

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from assessment.intake.answers_workbook import read_answers
from assessment.intake.uploads import Refused
from operations.management.commands import read_paper
from papers.out.layouts import Look
from papers.reading.marking import ReadLine, Unsure
from papers.reading.piles import Asked, Piles, ReadPage, ReadSheet
from questions import Length, load
from questions.reading import DEFAULT_VERSION

CODES = [item.code for item in load().items(Length.SHORT)]


def sheet(answers, *, asked=(), perspective="receiving", words=b"", assessment="1234567"):
    look = Look(DEFAULT_VERSION, perspective, Length.SHORT, mutual=False)
    lines = tuple(ReadLine(code, one) for code, one in zip(CODES, answers, strict=True))
    unsure = tuple(Asked(code, "3", Unsure.TWO, b"", "scan.pdf, page 2") for code in asked)
    page = ReadPage(assessment, look, 1, 1, "scan.pdf, page 2", lines, unsure, words)
    return ReadSheet(assessment, look, (page,))


@pytest.fixture
def run(monkeypatch, tmp_path):
    """``run(sheets)``: what the command says of them; its file, if any, is ``answers.xlsx``."""
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-")

    said = io.StringIO()

    def running(sheets, told=(), *, out=True):
        piles = Piles(list(sheets), list(told))
        monkeypatch.setattr(read_paper, "read_files", lambda *_given: piles)
        running.said = said.getvalue
        more = ["--out", str(tmp_path / "answers.xlsx")] if out else []
        call_command("read_paper", str(scan), *more, stdout=said, stderr=said)
        return said.getvalue()

    return running


def test_whole_questionnaires_become_an_answers_workbook(run, tmp_path):
    said = run([sheet("3" * 36), sheet("0D1N." + "4" * 31, perspective="panel")])
    assert "holds 2 questionnaires" in said
    assert "0 cells begin with 'look'" in said
    book = load_rows(tmp_path / "answers.xlsx")
    assert book[0][:2] == ("receiving", "individual")
    assert book[1][:2] == ("panel", "group")
    assert book[0][5:] == (3,) * 36
    assert book[1][5:10] == (0, "DK", 1, "NA", None)


def test_nobody_else_on_the_computer_opens_it(run, tmp_path):
    run([sheet("3" * 36)])
    assert (tmp_path / "answers.xlsx").stat().st_mode & 0o777 == 0o600


def load_rows(path):
    rows = load_workbook(path)["Answers"].iter_rows(min_row=3, values_only=True)
    return [row[: 5 + len(CODES)] for row in rows if any(row)]


def test_what_is_unsure_is_a_fault_until_somebody_looks(run, tmp_path):
    said = run([sheet("3" * 36, asked=[CODES[1]])])
    assert f"look at {CODES[1]} (scan.pdf, page 2): more than one box is marked" in said
    path = tmp_path / "answers.xlsx"
    assert load_rows(path)[0][6] == "look: more than one box is marked"
    with pytest.raises(Refused) as refused:
        read_answers(path, load())
    assert any("look: more than one box" in fault for fault in refused.value.faults)


def test_what_was_left_out_is_said(run):
    said = run([sheet("3" * 36, words=b"ink")], ["scan.pdf, page 9: page 4 is missing."], out=False)
    assert "page 4 is missing" in said
    assert "own words, which this does not read" in said
    assert "Nothing was written" in said


@pytest.mark.parametrize(
    ("sheets", "because"),
    [
        ([], "no whole questionnaire"),
        ([sheet("3" * 36), sheet("3" * 36, assessment="7654321")], "more than one self-assessment"),
    ],
)
def test_what_cannot_be_one_workbook_is_refused(run, tmp_path, sheets, because):
    with pytest.raises(SystemExit):
        run(sheets)
    assert because in run.said()
    assert not (tmp_path / "answers.xlsx").exists()


def test_a_workbook_that_is_there_is_never_written_over(run, tmp_path):
    path = tmp_path / "answers.xlsx"
    path.write_text("begun")
    with pytest.raises(SystemExit):
        run([sheet("3" * 36)])
    assert path.read_text() == "begun"
