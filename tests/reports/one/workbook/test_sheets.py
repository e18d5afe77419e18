"""The file as a file: sheets, tables, view, print, charts, properties."""

import datetime
import re
from xml.etree import ElementTree

import pytest

from assessment.method.results import OwnPart
from reports.one.workbook import report_workbook
from reports.wording.board_said import board_page
from tests.naive.arithmetic import in_a_spreadsheet
from tests.reports.one.workbook.cast import CAST, own_part, results_of
from tests.reports.one.workbook.conftest import report_of

NAMES = [
    "Board page", "Summary", "Principles", "Actions", "Standards", "Pyramid", "Mechanisms",
    "Facts", "Statements", "How each number was made",
]  # fmt: skip
OWN_PART = {"Standards", "Pyramid", "Facts"}
RATED = {"Principles", "Statements"}
LEFT_OUT = {
    "big trust": set(),
    "mutual group": OWN_PART,
    "short length": set(),
    "too few": OWN_PART | {"Mechanisms"},
    "nobody": OWN_PART | RATED | {"Mechanisms"},
}
DRAWN = {
    "big trust": ["board page", "principles", "standards"],
    "mutual group": ["board page", "principles"],
    "short length": ["board page", "principles", "standards"],
    "too few": [],
    "nobody": [],
}
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.mark.parametrize("case", CAST)
def test_sheet_names(reports, case):
    """What nobody rated has no sheet."""
    names = [name for name in NAMES if name not in LEFT_OUT[case]]
    assert reports[case].book.sheetnames == names


@pytest.mark.parametrize("part", ["standards", "pyramid", "facts"])
def test_each_part_that_was_answered_has_its_sheet(part):
    own = OwnPart(**{part: getattr(own_part(), part)})
    book = report_of(results_of({}, own_part=own)).book
    assert not RATED & set(book.sheetnames)
    assert OWN_PART & set(book.sheetnames) == {part.capitalize()}


def test_one_table_with_a_row(report):
    for sheet in report.book:
        (table,) = sheet.tables.values()
        heads, *rows = sheet[table.ref]
        assert rows
        assert [cell.value for cell in heads] == [column.name for column in table.tableColumns]
        assert len({cell.value.casefold() for cell in heads}) == len(heads)
        assert re.fullmatch(r"[A-Za-z_]+", table.displayName)


def test_table_names_are_told_apart(report):
    names = [name for sheet in report.book for name in sheet.tables]
    assert len(set(names)) == len(names) == len(report.book.sheetnames)


def test_head_is_frozen_and_printed_on_every_page(report):
    for sheet in report.book:
        (table,) = sheet.tables.values()
        head = int(re.search(r"\d+", table.ref).group())
        assert int(re.search(r"\d+", sheet.freeze_panes).group()) == head + 1
        assert head < 12
        assert sheet.print_title_rows == f"${head}:${head}"


def test_print_set_up(report):
    for sheet in report.book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        wide = sheet.title == "Principles" and len(report.marked.results.perspectives) > 1
        assert sheet.page_setup.fitToWidth == (2 if wide else 1)
        one_sheet = sheet.title in {"Board page", "Principles"}
        assert sheet.page_setup.fitToHeight == int(one_sheet)
        assert not sheet.sheet_view.showGridLines
        assert "not a validated measure" in sheet.oddFooter.center.text


def test_what_goes_on_paper_unless_somebody_wants_more(report):
    """Nothing under another table's head; of what is long its title and notes, which say so."""
    for sheet in report.book:
        (table,) = sheet.tables.values()
        head, last = (int(number) for number in re.findall(r"\d+", table.ref))
        if sheet.title in {"Statements", "How each number was made"}:
            assert sheet.print_area.endswith(f"${head - 1}")
            notes = [sheet.cell(row, 1).value for row in range(1, head)]
            assert "Left out of the usual print" in " ".join(filter(None, notes))
        elif sheet.title in {"Summary", "Standards"}:
            assert sheet.print_area.endswith(f"${last}")
        else:
            assert not sheet.print_area


def test_caution_stands_under_the_title(report):
    sheet, caution = report.book["Summary"], report.marked.results.instrument.caution
    assert " ".join(sheet.cell(row, 1).value for row in (2, 3)).startswith(caution)


def test_no_formula_and_no_merged_cell_in_any_sheet(report):
    sheets = [text for name, text in report.parts.items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(report.book.sheetnames)
    for text in sheets:
        assert not re.search(r"<f[\s>/]", text)
        assert "mergeCell" not in text


def test_dimension_reaches_every_cell(report):
    for number, sheet in enumerate(report.book, 1):
        text = report.parts[f"xl/worksheets/sheet{number}.xml"]
        assert f'<dimension ref="{sheet.calculate_dimension()}" />' in text


def test_levels_are_formatted_with_their_words(report):
    for name in {"Summary", "Principles"} & set(report.book.sheetnames):
        rules = [r for part in report.book[name].conditional_formatting for r in part.rules]
        assert [rule.text for rule in rules] == [
            "Holding", "Watch", "Under-developed", "Under pressure", "At risk",
            "Not enough evidence",
        ]  # fmt: skip
        looks = [(r.dxf.font.b, r.dxf.font.i, r.dxf.border.left.style) for r in rules]
        shapes = [rule.dxf.numFmt.formatCode for rule in rules]
        assert len(set(shapes)) == 6
        assert len(set(looks)) >= 4


def test_actions_have_a_drop_down(report):
    sheet = report.book["Actions"]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"planned,under way,done,dropped"'
    (table,) = sheet.tables.values()
    first, last = table.ref.removeprefix("A").split(":H")
    assert table.tableColumns[6].name == "Status"
    assert str(choice.sqref) == f"G{int(first) + 1}:G{last}"


def charts(report):
    return {n: ElementTree.fromstring(t) for n, t in report.parts.items() if "charts/chart" in n}


@pytest.mark.parametrize("case", CAST)
def test_radars_of_what_was_rated_hold_what_their_cells_hold(reports, case):
    report = reports[case]
    found = charts(report)
    assert len(found) == len(DRAWN[case])
    for chart in found.values():
        assert chart.find(f".//{CHART}radarChart") is not None
        for reference in (*chart.iter(f"{CHART}numRef"), *chart.iter(f"{CHART}strRef")):
            sheet, place = reference.find(f"{CHART}f").text.rsplit("!", 1)
            cells = report.book[sheet.strip("'")][place.replace("$", "")]
            rows = cells if isinstance(cells, tuple) else ((cells,),)
            values = {n: row[0].value for n, row in enumerate(rows) if row[0].value is not None}
            cached = {
                int(point.get("idx")): point.find(f"{CHART}v").text
                for point in reference.iter(f"{CHART}pt")
            }
            if reference.tag == f"{CHART}numRef":
                cached = {n: float(value) for n, value in cached.items()}
            assert values == cached


@pytest.mark.parametrize("case", [case for case, drawn in DRAWN.items() if drawn])
def test_radar_is_in_the_order_of_the_principles_and_leaves_gaps(reports, case):
    report = reports[case]
    chart = charts(report)["xl/charts/chart1.xml"]
    labels = [v.text for v in chart.find(f".//{CHART}cat").iter(f"{CHART}v")]
    marks = list(report.marked.principles.values())
    assert labels == [mark.principle.short_name for mark in marks]
    assert chart.find(f".//{CHART}dispBlanksAs").get("val") == "gap"
    lived = chart.find(f".//{CHART}ser/{CHART}val")
    drawn = {int(p.get("idx")): float(p[0].text) for p in lived.iter(f"{CHART}pt")}
    expected = {
        n: in_a_spreadsheet(mark.views.practice)
        for n, mark in enumerate(marks)
        if mark.views.practice is not None
    }
    assert drawn == expected


def test_lived_experience_is_solid_and_others_dashed(trust):
    chart = charts(trust)["xl/charts/chart1.xml"]
    lines = f".//{CHART}ser/{CHART}spPr/{DRAWING}ln/{DRAWING}prstDash"
    dashes = [found.get("val") for found in chart.findall(lines)]
    symbols = [found.get("val") for found in chart.iter(f"{CHART}symbol")]
    assert dashes == ["solid", "dash"]
    assert len(set(symbols)) == 2


@pytest.mark.parametrize("case", CAST)
def test_charts_have_alt_text(reports, case):
    report = reports[case]
    drawings = [t for n, t in report.parts.items() if n.startswith("xl/drawings/drawing")]
    words = [
        found.get("descr")
        for drawing in drawings
        for found in ElementTree.fromstring(drawing).iter()
        if found.tag.endswith("cNvPr")
    ]
    twelve = "the twelve principles"
    about = {"board page": twelve, "principles": twelve, "standards": "the seven domains"}
    for drawn, said in zip(DRAWN[case], words, strict=True):
        assert f"Radar chart of {about[drawn]}" in said
    for mark in report.marked.principles.values() if words else ():
        figure = mark.views.practice
        shown = "no figure" if figure is None else f"{in_a_spreadsheet(figure):.1f}"
        assert all(f"{mark.principle.short_name} {shown}" in said for said in words[:2])


def test_properties_name_no_software_and_no_machine(trust):
    found = trust.book.properties
    assert found.title == "Peer support self-assessment: Northfield and Vale NHS Trust"
    assert found.creator == "Northfield and Vale NHS Trust"
    assert found.created == found.modified == datetime.datetime(2026, 11, 20)  # noqa: DTZ001 - a file has no zone
    assert found.lastModifiedBy is None


def test_the_same_results_make_the_same_bytes(report):
    assert report_workbook(report.marked) == report.content


@pytest.mark.parametrize("case", CAST)
def test_the_board_page_says_first_what_a_board_reads(reports, case):
    """Its verdict above, then the twelve, what holds and what to protect."""
    report, sheet = reports[case], reports[case].book["Board page"]
    board = board_page(report.marked)
    above = " ".join(sheet.cell(row, 1).value or "" for row in range(1, sheet_head(sheet)))
    rows = report.table("Board page")
    assert above.startswith(f"{board.name} {board.verdict}")
    assert board.meant in above
    assert [row["In words"] for row in rows[:12]] == [one.standing for one in board.twelve]
    said = [row["In words"] for row in rows]
    assert board.holds in said
    assert [one.name for one in board.protect] == [
        row["About"] for row in rows if row["Part"] == board.protect_head and row["About"]
    ]
    assert set(board.planned) <= set(said)


def sheet_head(sheet):
    (table,) = sheet.tables.values()
    return int(re.search(r"\d+", table.ref).group())
