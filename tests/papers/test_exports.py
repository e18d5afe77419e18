"""Exports of other survey tools, each in the shape that tool writes, become an answers workbook."""

import csv
import io
import random
from itertools import chain

import pytest
from django.core.management import call_command
from openpyxl import Workbook

from assessment.intake.answers_workbook import read_answers
from assessment.intake.answers_workbook.labels import tidy
from assessment.intake.uploads import UPLOAD, Refused
from papers.exports import match, read_table
from papers.exports.headings import item_names
from papers.exports.survey_table import table_in
from questions import Kind, Length, load

INSTRUMENT = load()
SHORT = INSTRUMENT.items(Length.SHORT)
chance = random.Random(12)
ANSWERS = [[chance.choice((0, 1, 2, 3, 4, "DK", "NA", None)) for _ in SHORT] for _ in range(9)]


def label(item, answer):
    scale = INSTRUMENT.scales.warning if item.kind is Kind.WARNING else INSTRUMENT.scales.practice
    besides = {"DK": INSTRUMENT.scales.besides.dont_know, "NA": "does not apply", None: ""}
    return besides[answer] if answer in besides else scale.labels[answer]


def labels(answers):
    return [label(item, answer) for item, answer in zip(SHORT, answers, strict=True)]


def numbered(answers):
    shown = (
        "" if a is None else f"{a} - {label(i, a)}" for i, a in zip(SHORT, answers, strict=True)
    )
    return [one.replace("DK - ", "").replace("NA - ", "") for one in shown]


def text_of(item):
    return item.text_for("receiving", mutual=False)


def microsoft_forms():
    head = ["ID", "Start time", "Email", *(f"{n}. {text_of(i)}" for n, i in enumerate(SHORT, 1))]
    return [head, *(["1", "11/20/26 9:02", "anonymous", *labels(one)] for one in ANSWERS)]


def google_forms():
    head = ["Timestamp", *(f"How true is this here? [{text_of(i)}]" for i in SHORT)]
    return [head, *(["20/11/2026 09:02:11", *labels(one)] for one in ANSWERS)]


def limesurvey():
    head = ["id", "submitdate", *(i.code for i in SHORT)]
    return [
        head,
        *(["7", "2026-11-20", *("" if a is None else str(a) for a in one)] for one in ANSWERS),
    ]


def surveymonkey():
    question = ["Respondent ID", "Your view", *[""] * (len(SHORT) - 1)]
    under = [
        "",
        *(
            i.shorter_for(mutual=False).replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
            for i in SHORT
        ),
    ]
    return [question, under, *(["118", *numbered(one)] for one in ANSWERS)]


def qualtrics():
    ids = ["StartDate", *(f"Q2_{n}" for n, _ in enumerate(SHORT, 1))]
    asked = ["Start Date", *(f"How true is this here? - {text_of(i)}" for i in SHORT)]
    imported = [f'{{"ImportId":"QID2_{n}"}}' for n in range(len(SHORT) + 1)]
    return [ids, asked, imported, *(["2026-11-20", *labels(one)] for one in ANSWERS)]


TOOLS = [microsoft_forms, google_forms, limesurvey, surveymonkey, qualtrics]


def as_csv(rows, *, delimiter=",", encoding="utf-8"):
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode(encoding)


def as_xlsx(rows):
    book, written = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(written)
    return written.getvalue()


def matched(tmp_path, content, name="export.csv", perspective="receiving"):
    path = tmp_path / name
    path.write_bytes(content)
    return match(read_table(path), INSTRUMENT, perspective)


def test_no_wording_stands_for_two_items():
    for item in INSTRUMENT.all_items:
        for text in (item.code, item.text, item.shorter, text_of(item)):
            assert item_names(INSTRUMENT)[tidy(text)] is item


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.__name__)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_tool_gives_the_same_answers(tmp_path, tool, kind):
    content = as_csv(tool()) if kind == "csv" else as_xlsx(tool())
    found = matched(tmp_path, content, f"export.{kind}")
    assert not found.faults
    assert found.length is Length.SHORT
    expected = [one for one in ANSWERS if set(one) != {None}]
    codes = [item.code for item in SHORT]
    assert found.rows == [("receiving", dict(zip(codes, one, strict=True))) for one in expected]
    assert len(found.columns) == len(SHORT)
    assert len(found.left_over) == len(tool()[0]) - len(SHORT)


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ","), ("utf-16", "\t"), ("cp1252", ";")],
)
def test_as_spreadsheets_write_it(tmp_path, encoding, delimiter):
    content = as_csv(surveymonkey(), encoding=encoding, delimiter=delimiter)
    found = matched(tmp_path, content)
    assert not found.faults
    assert len(found.rows) == len(ANSWERS)


def test_a_column_may_say_whose_each_row_is(tmp_path):
    head, *rows = google_forms()
    whose = ["People who receive peer support", "staff", "Giving"] * 3
    told = [[*head, "I am"], *([*row, one] for row, one in zip(rows, whose, strict=True))]
    found = matched(tmp_path, as_csv(told), perspective=None)
    assert [code for code, _ in found.rows] == ["receiving", "staff", "giving"] * 3
    assert "I am" not in found.left_over


def test_an_answer_that_is_none_is_told_once_with_its_count(tmp_path):
    head, *rows = google_forms()
    rows = [[cell.replace("Mostly", "Mosty") for cell in row] for row in rows]
    times = sum(row.count("Mosty") for row in rows)
    found = matched(tmp_path, as_csv([head, *rows]))
    scale = ", ".join(INSTRUMENT.scales.practice.labels)
    assert found.faults == [
        f"'Mosty' ({times} times): not one of {scale}; did you mean Mostly?",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"Name,Age\nAnn,4\n", "no column is known"),
        (as_csv([row[:-1] for row in google_forms()]), "1 of the short length's statements"),
        (as_csv([[*row, row[-1]] for row in limesurvey()]), "stands above two columns"),
        (as_csv(google_forms()[:1]), "nobody has answered"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path, content, said):
    try:
        faults = matched(tmp_path, content).faults
    except Refused as refused:
        faults = refused.faults
    assert any(said in one for one in faults), faults


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"x," * 16_384 + b"x\n", "it has 16,385 columns; 16,384 are the most"),
        (b"x," * 16_383 + b"x\n" + b"a\n" * 300, "it is far wider than it is full"),
    ],
)
def test_one_wide_row_widens_no_others_beyond_measure(content, said):
    """100 KB of them took 2 GB."""
    with pytest.raises(Refused, match=said):
        table_in(content, "export.csv", UPLOAD)


def test_words_are_suggested_for_what_somebody_may_have_spelt_so(tmp_path):
    """Not for 5 MB of them: that took 45 seconds."""
    head, *_rows = limesurvey()
    near = [[1, 2, *[f"mostl{row}{n}" for n in range(len(SHORT))]] for row in range(9)]
    long = [[1, 2, *[f"{'mostly' * 20}{column.code}" for column in SHORT]]]
    for rows, meant in ((near, 100), (long, 0)):
        faults = matched(tmp_path, as_csv([head, *rows])).faults
        assert len(faults) == len(rows) * len(SHORT)
        assert sum("did you mean" in one for one in faults) == meant


def test_two_sheets_of_answers_are_a_fault(tmp_path):
    book, written = Workbook(), io.BytesIO()
    book.active.append(["a"])
    book.create_sheet("More").append(["b"])
    book.save(written)
    with pytest.raises(Refused, match="2 sheets hold something"):
        matched(tmp_path, written.getvalue(), "export.xlsx")


def test_whose_answers_must_be_known(tmp_path):
    (fault,) = matched(tmp_path, as_csv(google_forms()), perspective=None).faults
    assert fault.startswith("no column says which perspective each person has")


def test_the_command_shows_first_and_writes_what_score_reads(tmp_path, capsys):
    export, out = tmp_path / "forms.csv", tmp_path / "answers.xlsx"
    export.write_bytes(as_csv(microsoft_forms()))
    call_command("from_export", str(export), "--as", "receiving")
    shown = capsys.readouterr().out
    assert f"{SHORT[0].code:<20} 1. {text_of(SHORT[0])}" in shown
    assert "left over: Email" in shown
    assert "Nothing was written" in shown
    call_command("from_export", str(export), "--as", "receiving", "--out", str(out))
    read = read_answers(out, INSTRUMENT)
    strings = "".join(read.answered["receiving"].responses.strings())
    assert len(strings) == len(list(chain.from_iterable(ANSWERS)))
    for perspective, path in (("nobody", out), ("receiving", out)):
        with pytest.raises(SystemExit):
            call_command("from_export", str(export), "--as", perspective, "--out", str(path))
