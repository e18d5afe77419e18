"""``score`` takes an export as it takes the workbook; what was settled is kept for next time."""

import json
from datetime import date

import pytest
from django.core.management import call_command

from assessment.intake.answers_workbook import read_answers
from assessment.method.results import About
from operations.management.commands import score
from papers.exports import fill, sheet_of
from tests.papers.test_exports import (
    ANSWERS,
    INSTRUMENT,
    SHORT,
    as_csv,
    as_xlsx,
    google_forms,
    limesurvey,
    matched,
    microsoft_forms,
)


@pytest.fixture
def scored(monkeypatch):
    """What would be scored, without the minute that drawing takes."""
    sheets = []
    monkeypatch.setattr(score.Command, "score", lambda _, sheet, *__: sheets.append(sheet))
    return sheets


def run(path, *options):
    call_command("score", str(path), "--out", str(path.parent / "report"), *options)


def saved(folder, content, name="forms.csv"):
    path = folder / name
    path.write_bytes(content)
    return path


def test_an_export_gives_the_same_as_its_workbook(tmp_path):
    found = matched(tmp_path, as_csv(microsoft_forms()))
    out = tmp_path / "answers.xlsx"
    out.write_bytes(fill(found, INSTRUMENT))
    by_workbook = read_answers(out, INSTRUMENT)
    straight = sheet_of(found, INSTRUMENT, by_workbook.about)
    assert straight.answered == by_workbook.answered
    assert straight.own_part == by_workbook.own_part


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_is_shown_first_and_scored_when_somebody_says_so(tmp_path, capsys, scored, kind):
    content = as_csv(google_forms()) if kind == "csv" else as_xlsx(google_forms())
    path = saved(tmp_path, content, f"forms.{kind}")
    options = ("--as", "People who receive peer support", "--organisation", "Rope and Anchor")
    run(path, *options, "--closed-on", "20 Nov 2026")
    shown = capsys.readouterr().out
    assert f"{SHORT[0].code:<20} How true is this here? [" in shown
    assert f"{'receiving':<20} {len(ANSWERS)} people, all of them" in shown
    assert "left over: Timestamp" in shown
    assert "Nothing was scored." in shown
    assert not scored
    run(path, *options, "--closed-on", "20 Nov 2026", "--as-shown")
    (sheet,) = scored
    assert len(sheet.answered["receiving"].responses.strings()) == len(ANSWERS)
    day = date(2026, 11, 20)
    assert sheet.about == About(
        organisation="Rope and Anchor", closed=day, length=sheet.about.length
    )


def test_what_is_settled_once_is_read_the_next_time(tmp_path, capsys, scored):
    head, *rows = google_forms()
    head = [cell.replace(f"[{SHORT_TEXT}]", "[We said it otherwise]") for cell in head]
    rows = [[*(cell.replace("Mostly", "Mainly") for cell in row), "Service users"] for row in rows]
    rows[0][-1] = ""
    rows[1][-1] = "staff"
    path, mapping = saved(tmp_path, as_csv([[*head, "I am"], *rows])), tmp_path / "next.json"
    times = sum(row.count("Mainly") for row in rows)
    assert times
    with pytest.raises(SystemExit):
        run(path, "--mapping", str(mapping))
    said = capsys.readouterr()
    assert "1 of the short length's statements have no column" in said.err
    settle(mapping, "columns", next(one for one in head if "otherwise" in one), SHORT[0].code)
    with pytest.raises(SystemExit):
        run(path, "--mapping", str(mapping), "--as", "receiving")
    scale = ", ".join(INSTRUMENT.scales.practice.labels)
    assert (
        f"'Mainly' ({times} times): not one of {scale}; did you mean Mostly?"
        in capsys.readouterr().err
    )
    settle(mapping, "answers", "Mainly", "3")
    settle(mapping, "perspectives", "Service users", "receiving")
    rows[0][-1] = "giving"
    path.write_bytes(as_csv([[*head, "I am"], *rows]))
    run(path, "--mapping", str(mapping), "--as-shown")
    assert set(scored[0].answered) == {"giving", "staff", "receiving"}
    assert "by the column 'I am'" in capsys.readouterr().out


SHORT_TEXT = SHORT[0].text_for("receiving", mutual=False)


def settle(mapping, part, text, value):
    """As somebody changes it in an editor."""
    found = json.loads(mapping.read_text())
    assert found[part].get(text, "") == ""
    found[part][text] = value
    mapping.write_text(json.dumps(found))


def test_a_perspective_that_is_none_is_told_once_with_its_count(tmp_path):
    head, *rows = limesurvey()
    whose = ["receiving"] * 6 + ["recieving"] * 3
    told = [[*head, "I am"], *([*row, one] for row, one in zip(rows, whose, strict=True))]
    (fault,) = matched(tmp_path, as_csv(told), perspective=None).faults
    assert fault.startswith("'recieving' (3 times): not one of giving, receiving")
    assert fault.endswith("did you mean receiving?")


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("columns", {"A": "respect-99"}, "there is no statement 'respect-99'"),
        ("answers", {"Mainly": "9"}, "'9' is not one of 0, 1, 2, 3, 4, DK, NA, blank"),
        ("perspectives", {"Us": "us"}, "there is no perspective 'us'"),
        ("this is", "something else", "this is no mapping"),
        ("columns", ["A"], "this is no mapping"),
        ("answers", {"Mainly": 3}, "this is no mapping"),
    ],
)
def test_a_mapping_that_is_wrong_says_where(tmp_path, capsys, part, value, said):
    path, mapping = saved(tmp_path, as_csv(limesurvey())), tmp_path / "next.json"
    run(path, "--as", "receiving", "--mapping", str(mapping))
    found = json.loads(mapping.read_text())
    mapping.write_text(json.dumps(found | {part: value}))
    with pytest.raises(SystemExit):
        run(path, "--as", "receiving", "--mapping", str(mapping))
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as", "panel"), "a panel rates together"),
        (("--as", "giving", "--mutual"), "in a mutual group everybody gives and receives"),
        (("--as", "nobody"), "'nobody' is none of giving, receiving"),
        (("--as", "giving", "--closed-on", "31/02/2026"), "--closed-on: '31/02/2026' is not a"),
        (("--as", "giving", "--organisation", "x" * 201), "--organisation: the name has 201"),
    ],
)
def test_what_the_method_does_not_know_is_refused(tmp_path, capsys, options, said):
    path = saved(tmp_path, as_csv(limesurvey()))
    with pytest.raises(SystemExit):
        run(path, *options, "--as-shown")
    assert said in capsys.readouterr().err


def test_a_spreadsheet_of_something_else_is_told_in_one_line(tmp_path, capsys):
    path = saved(tmp_path, as_xlsx([["Rota", "Monday"], ["Ann", "Bo"]]), "rota.xlsx")
    with pytest.raises(SystemExit):
        run(path)
    said = capsys.readouterr()
    assert said.out == ""
    _, fault = said.err.strip().split("\n")
    assert fault.startswith("- rota.xlsx: this is not the answers workbook")


def test_a_column_of_slips_is_shown_and_kept_and_changes_no_answer(tmp_path, capsys, scored):
    head, *rows = limesurvey()
    path = saved(tmp_path, as_csv([[*head, "Code"], *([*row, "7K4M"] for row in rows)]))
    mapping = tmp_path / "next.json"
    named = ("--as", "receiving", "--organisation", "A", "--closed-on", "20 Nov 2026")
    run(path, *named, "--mapping", str(mapping), "--as-shown")
    assert f"{'slip':<20} Code" in capsys.readouterr().out
    assert json.loads(mapping.read_text())["columns"]["Code"] == "slip"
    run(path, *named, "--mapping", str(mapping), "--as-shown")
    assert scored[0].answered == scored[1].answered
