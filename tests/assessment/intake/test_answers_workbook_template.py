"""The empty workbook says what it must, is safe to open, and cannot be typed over by a slip."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from assessment.intake.answers_workbook import layout, look, write_template
from assessment.intake.uploads import UPLOAD, opened_book
from questions import Kind, Length
from tests.assessment.books import INSTRUMENT, RESPONDENT, codes

WARNING = (
    "This file holds each person's answers. One trusted holder; keep it off shared drives; "
    "delete it once the report is made."
)


@pytest.fixture(scope="module", params=list(Length))
def length(request: pytest.FixtureRequest) -> Length:
    return Length(request.param)


@pytest.fixture(scope="module")
def written(length: Length) -> bytes:
    return write_template(INSTRUMENT, length)


@pytest.fixture(scope="module")
def workbook(written: bytes) -> Workbook:
    return load_workbook(BytesIO(written))


def rules(sheet: Any) -> dict[str, Any]:
    """The validation of each column, by its letter."""
    return {str(v.sqref).rstrip("0123456789:")[:2].strip("0123456789"): v
            for v in sheet.data_validations.dataValidation}  # fmt: skip


def test_sheets_in_order_and_the_warning_where_it_opens(workbook: Workbook) -> None:
    assert workbook.sheetnames == [
        "Assessment", "Answers", "Standards", "Facts", "Pyramid", "How to fill this in",
    ]  # fmt: skip
    assert workbook.active is workbook["Assessment"]
    assert workbook["Assessment"]["A2"].value == WARNING
    assert workbook["How to fill this in"]["A2"].value == WARNING


def test_assessment(workbook: Workbook, length: Length) -> None:
    sheet = workbook["Assessment"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [row[0] for row in rows] == [
        "organisation", "programme", "setting", "closed on", "form", "questions", "k",
        "mutual group", "people in panel", "lived experience in panel", "size giving",
        "size receiving", "size partner", "size staff", "size commissioner",
    ]  # fmt: skip
    values = {label: value for label, value, _ in rows if value is not None}
    assert values == {
        "form": length.value,
        "questions": INSTRUMENT.version,
        "k": 5,
        "mutual group": "no",
    }
    assert all(advice for _, _, advice in rows)


def test_columns_of_answers(workbook: Workbook, length: Length) -> None:
    sheet = workbook["Answers"]
    assert [cell.value for cell in sheet[2]] == [*RESPONDENT, *codes(length)]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.max_row) == ("C3", "$1:$2", 2)
    for column, item in enumerate(INSTRUMENT.items(length), start=6):
        above = sheet.cell(1, column).value
        assert item.text in above
        assert (item.kind is Kind.WARNING) == above.startswith("WARNING SIGN")


def test_every_item_has_a_drop_down_that_explains_it(workbook: Workbook, length: Length) -> None:
    sheet = workbook["Answers"]
    found = rules(sheet)
    assert len(found) == 5 + len(codes(length))
    for column, item in enumerate(INSTRUMENT.items(length), start=6):
        rule = found[get_column_letter(column)]
        assert rule.formula1 == '"0,1,2,3,4,DK,NA"'
        assert item.text in rule.prompt
        scale = (
            INSTRUMENT.scales.warning if item.kind is Kind.WARNING else INSTRUMENT.scales.practice
        )
        assert all(label in rule.prompt for label in scale.labels)
        assert "NA Does not apply" in rule.prompt
    for each in workbook:
        for rule in each.data_validations.dataValidation:
            assert len(rule.promptTitle) <= 32
            assert len(rule.prompt) <= 255
            assert len(rule.error) <= 255
            assert len(rule.errorTitle) <= 32


def test_the_own_part_sheets_hold_the_instrument(workbook: Workbook) -> None:
    standards = list(workbook["Standards"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in standards] == list(INSTRUMENT.standard)
    for row, standard in zip(standards, INSTRUMENT.standards, strict=True):
        assert row[2] is row[3] is None
        assert all(anchor in row[4] for anchor in standard.anchors)
    assert [cell.value for cell in workbook["Standards"][1]][:4] == [
        "code", "name", "rating", "evidence",
    ]  # fmt: skip
    assert [cell.value for cell in workbook["Facts"][1]][:5] == [
        "code", "statement", "answer", "date", "evidence",
    ]  # fmt: skip
    assert [cell.value for cell in workbook["Pyramid"][1]][:3] == ["code", "layer", "rating"]
    facts = [(row[0].value, row[1].value) for row in workbook["Facts"].iter_rows(min_row=2)]
    assert facts == [(fact.code, fact.text) for fact in INSTRUMENT.facts]


def test_the_guide(workbook: Workbook) -> None:
    rows = workbook["How to fill this in"].iter_rows(values_only=True)
    text = "\n".join(str(value) for row in rows for value in row if value)
    assert "{" not in text
    parts = (
        *(perspective.who for perspective in INSTRUMENT.perspectives),
        "python manage.py score", "at least 3", "members of the group", INSTRUMENT.caution,
        "Skipped", "I don't know",
    )  # fmt: skip
    for part in parts:
        assert part.lower() in text.lower()


def test_protected_but_for_what_is_filled_in(workbook: Workbook) -> None:
    for sheet in workbook:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for allowed in ("sort", "formatColumns", "insertRows", "deleteRows"):
            assert getattr(sheet.protection, allowed) is False
    assert not workbook["Assessment"]["B5"].protection.locked
    assert workbook["Assessment"]["B9"].protection.locked  # the form belongs to the columns
    assert not workbook["Standards"]["C2"].protection.locked
    assert workbook["Standards"]["B2"].protection.locked
    answers = workbook["Answers"]
    assert answers["F2"].protection.locked
    assert not answers.column_dimensions["F"].protection.locked


def test_bands_follow_the_principles(workbook: Workbook, length: Length) -> None:
    sheet = workbook["Answers"]
    colours = [
        sheet.column_dimensions[get_column_letter(column)].fill.start_color.rgb
        for column in range(6, 6 + len(codes(length)))
    ]
    size = len(codes(length)) // 12
    assert [colours[i * size] for i in range(3)] == ["00FFFFFF", "00E3ECEA", "00FFFFFF"]
    assert len(set(colours[:size])) == 1


def test_text_is_text_and_the_file_is_small(written: bytes) -> None:
    assert len(written) < 60_000
    with zipfile.ZipFile(BytesIO(written)) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
        assert len(sheets) == 6
        assert not any(b"<f>" in archive.read(name) for name in sheets)
    with opened_book(written, UPLOAD) as book:
        assert not book.has_formulas


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-", "@here", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula(text: str) -> None:
    workbook = Workbook()
    look.write(workbook.worksheets[0], 1, 1, text, look.STATEMENT)
    saved = BytesIO()
    workbook.save(saved)
    cell = load_workbook(saved).worksheets[0]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_layout_is_what_the_issue_names() -> None:
    assert layout.WARNING == WARNING
    assert list(layout.RESPONDENT) == RESPONDENT
