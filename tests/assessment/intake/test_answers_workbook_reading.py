"""What people type is read as they meant it, and every fault is told with its cell."""

import subprocess
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessment.intake.answers_workbook import AnswerSheet, read_answers, write_template
from assessment.intake.answers_workbook.faults import SHOWN
from assessment.intake.uploads import UPLOAD, Limits, Refused
from assessment.method import release
from assessment.method.responses import encode
from assessment.method.results import (
    BlurredCell,
    FactCheck,
    GroupRating,
    Individuals,
    Mode,
    Panel,
    StandardRating,
    Truth,
)
from questions import Length
from questions.reading import DEFAULT_VERSION
from tests.assessment.books import (
    INSTRUMENT,
    Sheets,
    a_book,
    codes,
    group,
    person,
    rezip,
    save,
)
from tests.patience import PATIENCE

SHORT = codes(Length.SHORT)


def read(folder: Path, sheets: Sheets, limits: Limits = UPLOAD) -> AnswerSheet:
    return read_answers(save(folder, sheets), INSTRUMENT, limits)


def faults(folder: Path, sheets: Sheets, limits: Limits = UPLOAD) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        read(folder, sheets, limits)
    return refused.value.faults


def only_fault(folder: Path, sheets: Sheets) -> str:
    found = faults(folder, sheets)
    assert len(found) == 1, found
    return found[0]


def first_answers(value: Any) -> list[Any]:
    """One odd answer, the rest 3."""
    return [value] + [3] * (len(SHORT) - 1)


def test_it_feeds_release(tmp_path: Path) -> None:
    rows = [person("giving", rating) for rating in (2, 2, 3, 3, 4)]
    sheet = read(tmp_path, a_book(*rows, size_giving=7, closed_on=date(2026, 11, 20)))
    results = release(
        INSTRUMENT,
        about=sheet.about,
        own_part=sheet.own_part,
        answered=sheet.answered,
        steps=lambda *_: 0,
    )
    assert results.perspectives["giving"].cells[SHORT[0]] == BlurredCell(5, 70, "70")
    assert results.perspectives["giving"].individuals == Individuals(k=5, size=7)
    assert results.about.closed == date(2026, 11, 20)
    assert sheet.notes == ()


ANSWERS: list[tuple[Any, str]] = [
    (3, "3"), (3.0, "3"), ("3", "3"), (" 3 ", "3"), ("3.0", "3"), ("3.00", "3"), (0, "0"), (4, "4"),
    ("\u00a03\u00a0", "3"), ("DK", "D"), ("dk", "D"), (" Dk\u00a0", "D"), ("don't know", "D"),
    ("Don\u2019t  know", "D"), ("NA", "N"), ("na", "N"), ("n/a", "N"), ("N/A", "N"),
    ("does not apply", "N"), (None, "."), ("", "."), ("  ", "."), ("\u00a0", "."),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "character"), ANSWERS)
def test_ratings_as_people_type_them(tmp_path: Path, typed: Any, character: str) -> None:
    rows = [person("staff", first_answers(typed)) for _ in range(2)]
    responses = read(tmp_path, a_book(*rows)).answered["staff"].responses
    assert responses.joined.decode() == (character + "3" * (len(SHORT) - 1)) * 2


@pytest.mark.parametrize("way", ["{word}", "{n} - {word}", "{n}={word}", "{word} ({n})"])
def test_words_of_the_scale_are_its_numbers(tmp_path: Path, way: str) -> None:
    labels = INSTRUMENT.scales.practice.labels
    for rating, word in enumerate(labels):
        typed = way.format(word=word.upper(), n=rating)
        sheet = read(tmp_path, a_book(person("staff", first_answers(typed))))
        assert sheet.answered["staff"].responses.joined.decode()[0] == str(rating)
        wrong = way.format(word=word, n=(rating + 1) % len(labels))
        if wrong.casefold() != typed.casefold():
            fault = only_fault(tmp_path, a_book(person("staff", first_answers(wrong))))
            assert f"{wrong!r} is not one of 0, 1, 2, 3, 4, DK, NA" in fault


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ("4-5", "'4-5'"), (2.5, "'2.5'"), ("2.5", "'2.5'"), (5, "'5'"), (-1, "'-1'"),
        (True, "'TRUE'"), (False, "'FALSE'"), ("yes", "'yes'"), ("03", "'03'"), ("\u0663", None),
        ("D", "'D'"), ("N", "'N'"), (".", "'.'"), (1e300, None), ("x" * 99, None),
        (datetime.fromisoformat("2026-04-05"), "'2026-04-05'"),
    ],
)  # fmt: skip
def test_what_is_no_rating(tmp_path: Path, typed: Any, quoted: str | None) -> None:
    fault = only_fault(tmp_path, a_book(person("staff"), person("staff", first_answers(typed))))
    assert fault.startswith("Answers!F3: ")
    assert "is not one of 0, 1, 2, 3, 4, DK, NA" in fault
    assert quoted is None or quoted in fault
    assert len(fault) < 150


def test_errors_and_formulas(tmp_path: Path) -> None:
    sheets = a_book(person("staff", first_answers("#N/A")), person("staff", first_answers("=1+2")))
    error, formula = faults(tmp_path, sheets)
    assert error == "Answers!F2: '#N/A' is an error of the spreadsheet, not an answer"
    assert formula.startswith("Answers!F3: this is a formula without a stored result")


def test_a_date_says_what_happened(tmp_path: Path) -> None:
    sheets = a_book(person("staff", first_answers(datetime.fromisoformat("2026-05-04"))))
    assert "the spreadsheet made it a date" in only_fault(tmp_path, sheets)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-3, 9),
            st.floats(allow_nan=False, allow_infinity=False),
            st.text(
                st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
                max_size=12,
            ).filter(lambda text: not text.startswith(("=", "'")) and "_x" not in text),
            st.sampled_from([typed for typed, _ in ANSWERS]),
            st.dates(date(1950, 1, 1), date(2090, 1, 1)),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_cell_is_an_answer_or_a_fault_with_its_place(tmp_path: Path, cells: list[Any]) -> None:
    sheets = a_book(*(person("staff", first_answers(cell)) for cell in cells))
    try:
        sheet = read(tmp_path, sheets)
    except Refused as refused:
        places = {int(fault.split(":")[0].removeprefix("Answers!F")) for fault in refused.faults}
        assert places <= set(range(2, len(cells) + 2))
        return
    expected = sorted(encode([naive(cell)]) + "3" * (len(SHORT) - 1) for cell in cells)
    assert sheet.answered["staff"].responses.joined.decode() == "".join(expected)


def naive(cell: Any) -> Any:
    """A second reading of a cell, by hand."""
    assert not isinstance(cell, bool)
    text = str(cell if cell is not None else "").strip().lower().replace("\u2019", "'")
    text = " ".join(text.split())
    if text in ("", "0", "1", "2", "3", "4", "0.0", "1.0", "2.0", "3.0", "4.0", "3.00", "-0.0"):
        return int(float(text)) if text else None
    return "DK" if text == "dk" or "know" in text else "NA"


def test_headers_case_spaces_order_and_empty_rows(tmp_path: Path) -> None:
    sheets = a_book(person("giving", 1), person("giving", 2))
    header, *rows = sheets["Answers"]
    backwards = [[None, *reversed(row)] for row in rows]
    names = [None, *(f" {name.upper()}\u00a0" for name in reversed(header))]
    sheets[" ANSWERS "] = [
        ["Peer support at the Anchor"], [], names, [], backwards[0], [" "], [], backwards[1], [],
    ]  # fmt: skip
    del sheets["Answers"]
    joined = read(tmp_path, sheets).answered["giving"].responses.joined
    assert joined == b"1" * len(SHORT) + b"2" * len(SHORT)


def test_a_header_too_far_down(tmp_path: Path) -> None:
    sheets = a_book()
    sheets["Answers"] = [["x"]] * 9 + sheets["Answers"]
    assert read(tmp_path, sheets).answered
    sheets["Answers"] = [["x"], *sheets["Answers"]]
    assert "none of the first 10 rows has a column named 'perspective'" in only_fault(
        tmp_path, sheets
    )


def test_names_of_perspectives_and_kinds(tmp_path: Path) -> None:
    row = person("People who receive peer support")
    row[1] = " Individual "
    assert set(read(tmp_path, a_book(row)).answered) == {"receiving"}


def test_groups_in_row_order(tmp_path: Path) -> None:
    one, other = group("partner", 9, 4), group("partner", "3", 0)
    one[3:5] = ["two local groups", " We could not agree on\nthe first. "]
    panel = ["panel", None, None, None, None, *[2] * len(SHORT)]
    sheet = read(tmp_path, a_book(one, other, panel))
    assert sheet.answered["partner"].mode is Mode.GROUP
    assert sheet.answered["partner"].groups == (
        GroupRating(9, "two local groups", "We could not agree on\nthe first."),
        GroupRating(3),
    )
    assert sheet.answered["panel"].groups == (GroupRating(None),)
    assert sheet.about.panel == Panel(None, None)


def test_rows_without_answers_are_no_respondents(tmp_path: Path) -> None:
    empty = ["giving", "group", None, None, "Nobody came."] + [None] * len(SHORT)
    sheet = read(tmp_path, a_book(person("giving"), empty, ["panel"], ["panel"]))
    assert len(sheet.answered["giving"].responses.joined) == len(SHORT)
    assert "panel" not in sheet.answered
    assert sheet.about.panel is None
    (note,) = sheet.notes
    assert "'different view' on rows without answers was not read" in note


def test_all_faults_at_once(tmp_path: Path) -> None:
    rows = [person("giving"), person(""), person("nobody"), person("staff", first_answers(9))]
    sheets = a_book(*rows, k=4, size_giving=2.5, closed_on="soon", colour="blue")
    sheets["Standards"] = [["code", "rating"], ["S01", 7], ["S99", 1]]
    del sheets["Pyramid"]
    assert [fault.split(":")[0] for fault in faults(tmp_path, sheets)] == [
        "Assessment!A6", "Assessment!B5", "Assessment!B3", "Assessment!B4", "Answers!A3",
        "Answers!A4", "Answers!F5", "Standards!B2", "Standards!A3", "Pyramid",
    ]  # fmt: skip


def test_columns_that_are_wrong(tmp_path: Path) -> None:
    sheets = a_book(person("giving"))
    header, row = sheets["Answers"]
    left_out = ("kind", "respect-1")
    kept = [(name, value) for name, value in zip(header, row, strict=True) if name not in left_out]
    sheets["Answers"] = [
        [*(name for name, _ in kept), "respect-2", "mutuality-3", "mutualty-1"],
        [*(value for _, value in kept), 3, 3, 3, "x"],
    ]
    text = "\n".join(faults(tmp_path, sheets))
    assert "the column 'respect-2' is already at" in text
    assert "'mutuality-3' is an item of the full form; this file says form: short" in text
    assert "there is no column 'mutualty-1'; is it 'mutuality-1'?" in text
    assert "Answers: the column 'kind' is missing" in text
    assert "Answers: the column 'respect-1' is missing" in text
    assert "this column holds something and has no name" in text


def test_a_short_file_that_says_full(tmp_path: Path) -> None:
    sheets = a_book(person("giving"))
    sheets["Assessment"][1][1] = "full"
    assert "if this is the short form, write short" in only_fault(tmp_path, sheets)


def test_the_form_of_a_file_that_does_not_say_it_right(tmp_path: Path) -> None:
    sheets = a_book(person("giving"), length=Length.SHORT)
    sheets["Assessment"][1][1] = "medium"
    assert only_fault(tmp_path, sheets) == ("Assessment!B2: 'medium' is not one of full, short")


@pytest.mark.parametrize(
    ("rows", "labels", "place", "sentence"),
    [
        ([person("")], {}, "Answers!A2", "answers and no perspective"),
        ([person("patients")], {}, "Answers!A2", "'patients' is not one of giving"),
        ([["giving", None, 1, 1, 1, *[3] * len(SHORT)]], {}, "Answers!B2", "no kind"),
        ([["giving", "both", *person("x")[2:]]], {}, "Answers!B2", "'both' is not one of"),
        ([person("giving"), group("giving", 4)], {}, "Answers!B3", "it is one or the other"),
        ([person("panel")], {}, "Answers!B2", "a panel rates together"),
        ([group("panel", 4), group("panel", 4)], {}, "Answers!A3", "one panel at most"),
        ([person("giving")], {"mutual_group": "yes"}, "Answers!A2", "write receiving"),
        ([group("partner", None)], {}, "Answers!C2", "3 or more"),
        ([group("partner", 2)], {}, "Answers!C2", "3 or more"),
        ([group("partner", 2.5)], {}, "Answers!C2", "'2.5' is not a whole number"),
        ([group("partner", "some")], {}, "Answers!C2", "'some' is not a whole number"),
        ([group("partner", True)], {}, "Answers!C2", "'TRUE' is not a whole number"),
        ([person("giving", None)], {}, "Answers", "nobody has answered"),
        ([person("giving")], {"k": 4}, "Assessment!B3", "'4' is not a whole number of 5 or more"),
        ([person("giving")], {"k": 5.5}, "Assessment!B3", "'5.5' is not a whole number"),
        ([person("giving")], {"mutual_group": "perhaps"}, "Assessment!B3", "is not one of yes, no"),
        ([person("giving")], {"closed_on": 46000}, "Assessment!B3", "is not a date"),
        ([person("giving")], {"closed_on": "31/02/2026"}, "Assessment!B3", "is not a date"),
        ([person("giving")], {"closed_on": "31/02/2026"}, "Assessment!B3", "is no such day"),
        ([person("giving")], {"closed_on": "31/12/1999"}, "Assessment!B3", "2000 to 2100"),
        ([person("giving")], {"closed_on": date(2101, 1, 1)}, "Assessment!B3", "2000 to 2100"),
        ([person("giving")], {"organisation": "x" * 201}, "Assessment!B1", "201 characters"),
        ([person("giving")], {"size_giving": 0}, "Assessment!B3", "is 0 and somebody answered"),
        ([person("giving")], {"size_giving": -1}, "Assessment!B3", "whole number of 0 or more"),
        ([person("giving")], {"size_panel": 3}, "Assessment!A3", "there is no label 'size panel'"),
        ([person("giving")], {"colour": "blue"}, "Assessment!A3", "there is no label 'colour'"),
        ([person("giving")], {"setting": "a\u0085b"}, "Assessment!B3", "U+0085"),
        ([person("giving")], {"setting": "x" * 5001}, "Assessment!B3", "5,001 characters"),
        (
            [group("panel", 4)],
            {"people_in_panel": 4, "lived_experience_in_panel": 5},
            "Assessment!B4",
            "5 with lived experience are more than the 4 people",
        ),
    ],
)
def test_each_fault(
    tmp_path: Path, rows: list[list[Any]], labels: dict[str, Any], place: str, sentence: str
) -> None:
    fault = only_fault(tmp_path, a_book(*rows, **labels))
    assert fault.startswith(f"{place}: ")
    assert sentence in fault


def test_the_near_side_of_those_faults(tmp_path: Path) -> None:
    rows = [person("receiving"), group("partner", 3), group("panel", 1)]
    labels = {
        "mutual group": "YES", "k": "6", "size giving": 0, "size receiving": 1,
        "setting": "x" * 5000, "people in panel": 4, "lived experience in panel": 4,
        "closed on": "20/11/2026", "colour": None,
    }  # fmt: skip
    sheet = read(tmp_path, a_book(*rows, **labels))
    about = sheet.about
    assert sheet.answered["receiving"].individuals == Individuals(k=6, size=1)
    assert (about.mutual, about.panel) == (True, Panel(4, 4))
    assert about.closed == date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [date(2026, 11, 2), datetime.fromisoformat("2026-11-02T09:00"), "2026-11-02", "02/11/2026",
     "2.11.2026", " 2/11/2026 ", "2026-11-02 00:00:00"],
)  # fmt: skip
def test_dates(tmp_path: Path, typed: Any) -> None:
    assert read(tmp_path, a_book(closed_on=typed)).about.closed == date(2026, 11, 2)


def test_assessment_in_any_order_with_header_and_decoration(tmp_path: Path) -> None:
    sheets = a_book(person("receiving"))
    sheets["Assessment"] = [
        [None, "Please keep this safe"], [None, "Label", "Value", "what to write"], [],
        [None, "K", None, 9], [None, "Size receiving:", "20"], [None, " FORM ", "Short"],
        [None, "organisation", 1234.0], [None, "closed on", None],
        [None, "Questions", float(DEFAULT_VERSION)],
    ]  # fmt: skip
    sheet = read(tmp_path, sheets)
    assert (sheet.about.organisation, sheet.about.closed) == ("1234", None)
    assert sheet.answered["receiving"].individuals == Individuals(k=5, size=20)


def test_an_older_template_is_named_as_such_and_how_to_get_the_new_one(tmp_path: Path) -> None:
    """With that alone, whatever else is wrong: its statements were others."""
    sheets = a_book(person("nobody"), k=4)
    del sheets["Assessment"][-1]
    fault = only_fault(tmp_path, sheets)
    assert fault.startswith("Assessment: an older template, which does not say what was asked;")
    assert "manage.py answers_template NEW.xlsx" in fault


def test_another_instruments_template_says_what_reads_it(
    tmp_path: Path, own_instrument: str
) -> None:
    for version, who in (
        (own_instrument, f"which 'score --instrument {own_instrument}' reads"),
        ("2026.1", "an older or other template, which this program does not have"),
    ):
        fault = only_fault(tmp_path, a_book(person("nobody"), questions=version))
        assert fault.startswith(f"Assessment!B3: its questions are '{version}', {who}")
        assert "manage.py answers_template NEW.xlsx" in fault


def test_assessment_labels_twice_or_values_without(tmp_path: Path) -> None:
    sheets = a_book(person("giving"))
    sheets["Assessment"] += [["k", 5], ["K", 6], [None, "lost"]]
    twice, lost = faults(tmp_path, sheets)
    assert twice == "Assessment!A5: 'k' stands in row 4 already"
    assert lost.startswith("Assessment!A6: there is a value beside this cell")


def test_notes_tell_what_was_accepted(tmp_path: Path) -> None:
    odd = person("giving")
    odd[2], odd[4] = "many", "my own view"
    sheets = a_book(odd, person("giving"), group("panel", 5), size_giving=1, people_in_panel=4)
    sheet = read(tmp_path, sheets)
    assert len(sheet.notes) == 5, sheet.notes
    text = "\n".join(sheet.notes)
    assert "'people' on rows of individuals was not read" in text
    assert "'size giving' is 1 and 2 answered" in text
    assert "the panel's row says 5 people and the sheet Assessment 4" in text
    assert "is not stated, so the panel cannot count" in text
    assert sheet.about.panel == Panel(4, None)
    assert "my own view" not in text


def test_the_own_part(tmp_path: Path) -> None:
    sheets = a_book(person("giving"))
    sheets["Standards"] = [
        ["25 standards"], ["Evidence", "Code", "notes", "Rating"],
        ["minutes of May", "s2", "x", "4.0"], [None, "S25", None, "na"], [None, "S03"], [],
    ]  # fmt: skip
    sheets["Facts"] = [
        ["code", "answer", "date", "evidence"], ["F01", True, "2026-11-02", "seen"],
        ["f2", "n"], ["F03", "not true here"], ["F04", "N/A"], ["F05", None], ["F06", "True here"],
    ]  # fmt: skip
    sheets["Pyramid"] = [["code", "layer", "rating"], ["L5", None, 0], ["l1", "x", "DK"]]
    sheet = read(tmp_path, sheets)
    own_part = sheet.own_part
    assert own_part.standards["S02"] == StandardRating(4, "minutes of May")
    assert own_part.standards["S25"] == StandardRating("NA")
    assert own_part.standards["S03"] == own_part.standards["S01"] == StandardRating()
    assert own_part.facts["F01"] == FactCheck(Truth.YES, date(2026, 11, 2), "seen")
    truths = [own_part.facts[f"F0{n}"].answer for n in range(2, 8)]
    assert truths == [Truth.NO, Truth.NO, Truth.NA, Truth.DK, Truth.YES, Truth.DK]
    assert own_part.pyramid == {"L1": "DK", "L2": None, "L3": None, "L4": None, "L5": 0}
    assert list(own_part.standards) == list(INSTRUMENT.standard)
    assert sheet.notes == ("Standards: what stands in the column of C2 was not read",)


def test_faults_of_the_own_part(tmp_path: Path) -> None:
    sheets = a_book(person("giving"))
    sheets["Standards"] = [["code", "rating", "evidence"], ["S1", 1], ["S01", 2], [None, 3]]
    sheets["Facts"] = [["code", "answer", "date"], ["F01", "maybe"], ["F02", 1, "June"]]
    sheets["Pyramid"] = [["code", "layer"], ["L6", "x"]]
    assert [fault.split(":")[0] for fault in faults(tmp_path, sheets)] == [
        "Standards!A3", "Standards!A4", "Facts!B2", "Facts!B3", "Facts!C3", "Pyramid", "Pyramid!A2",
    ]  # fmt: skip


def test_sheets_missing_or_twice(tmp_path: Path) -> None:
    sheets = a_book()
    sheets[" facts"] = []
    del sheets["Standards"]
    assert faults(tmp_path, sheets) == (
        "Standards: this sheet is missing",
        "Facts: there are 2 sheets with this name",
    )
    assert "Answers: this sheet is missing" in faults(tmp_path, {"Assessment": []})


def test_no_more_faults_than_a_person_can_read(tmp_path: Path) -> None:
    rows = [person("staff", 7) for _ in range(10)]
    found = faults(tmp_path, a_book(*rows))
    assert len(found) == SHOWN + 1
    assert found[-1] == f"Answers: and {10 * len(SHORT) - SHOWN:,} more faults like these"


def test_rows_up_to_the_limit(tmp_path: Path) -> None:
    sheets = a_book(*[person("staff")] * 5)
    few = Limits(
        file_bytes=10**6, members=200, inflated_bytes=10**7, ratio=100, rows=5, cells=10**5
    )
    assert read(tmp_path, sheets, few).answered
    sheets["Answers"].append(person("staff"))
    assert faults(tmp_path, sheets, few) == ("Answers: more than 5 rows are filled in",)


def test_progress_now_and_then(tmp_path: Path) -> None:
    path = save(tmp_path, a_book(*[person("staff")] * 250))
    told: list[int] = []
    read_answers(path, INSTRUMENT, UPLOAD, told.append)
    assert told == [100, 200]


def fill(length: Length) -> bytes:
    """The real template, filled in by hand as it were."""
    workbook = load_workbook(BytesIO(write_template(INSTRUMENT, length)))
    workbook["Assessment"]["B5"] = "Rope and Anchor"
    workbook["Assessment"]["B8"] = date(2026, 11, 20)
    answers = workbook["Answers"]
    for row in range(3, 9):
        for column, value in enumerate(person("giving", row % 5, length), start=1):
            answers.cell(row, column).value = value
    answers.cell(4, 6).value = "dk"
    workbook["Standards"]["C2"], workbook["Standards"]["D2"] = 4, "the leaflet"
    workbook["Facts"]["C2"], workbook["Facts"]["D2"] = "yes", date(2026, 10, 1)
    workbook["Pyramid"]["C2"] = 3
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()


def check_filled(path: Path, length: Length) -> None:
    sheet = read_answers(path, INSTRUMENT, UPLOAD)
    assert sheet.notes == ()
    assert (sheet.about.organisation, sheet.about.length) == ("Rope and Anchor", length)
    assert sheet.about.closed == date(2026, 11, 20)
    items = len(INSTRUMENT.items(length))
    expected = [str(row % 5) * items for row in range(3, 9)]
    expected[1] = "D" + expected[1][1:]
    assert sheet.answered["giving"].responses.joined.decode() == "".join(sorted(expected))
    assert sheet.own_part.standards["S01"] == StandardRating(4, "the leaflet")
    assert sheet.own_part.facts["F01"] == FactCheck(Truth.YES, date(2026, 10, 1))
    assert sheet.own_part.pyramid["L1"] == 3


@pytest.mark.parametrize("length", list(Length))
def test_the_template_filled_in(tmp_path: Path, length: Length) -> None:
    path = tmp_path / "filled.xlsx"
    path.write_bytes(fill(length))
    check_filled(path, length)


def test_as_excel_saves_it(tmp_path: Path) -> None:
    """Excel adds printer settings and an extension list that openpyxl warns about."""
    extensions = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14='
        b'"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations/>'
        b"</ext></extLst></worksheet>"
    )
    path = tmp_path / "filled.xlsx"
    path.write_bytes(
        rezip(fill(Length.SHORT), lambda _, part: part.replace(b"</worksheet>", extensions))
    )
    check_filled(path, Length.SHORT)


def test_saved_again_by_libreoffice(tmp_path: Path, soffice: list[str]) -> None:
    path = tmp_path / "filled.xlsx"
    path.write_bytes(fill(Length.FULL))
    saved = tmp_path / "saved"
    command = [*soffice, "--convert-to", "xlsx", "--outdir", saved, path]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    check_filled(saved / "filled.xlsx", Length.FULL)
    workbook = load_workbook(saved / "filled.xlsx")
    assert workbook["Answers"].protection.sheet
