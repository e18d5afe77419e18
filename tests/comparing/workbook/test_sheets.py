"""The file as a file: sheets, tables, print, charts, rules, text."""

import re

from openpyxl.utils import range_boundaries

from comparing.workbook import comparison_workbook
from tests.comparing.workbook.cast import CAST, ODD
from tests.comparing.workbook.conftest import CHOSEN, MADE, TITLE, told
from tests.reports.one.workbook.files import CHART, cached, pointed_at

ALWAYS = ["Summary", "Principles", "Standards and structure", "Mechanisms", "Named members"]
LAST = ["By kind", "How each number was made"]
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_sheet_names(file):
    named = ["Named figures"] if file.comparison.named else []
    assert file.book.sheetnames == [*ALWAYS, *named, *LAST]


def test_chosen_actions_have_a_sheet():
    names = told(CAST["sixteen"], chosen=CHOSEN).book.sheetnames
    assert names[4] == "What members chose to do"


def test_one_table_a_sheet_with_a_row_and_heads_told_apart(file):
    names = []
    for sheet in file.book:
        (table,) = sheet.tables.values()
        heads, *rows = sheet[table.ref]
        assert rows
        assert [cell.value for cell in heads] == [column.name for column in table.tableColumns]
        names.append(table.displayName)
    assert len(set(names)) == len(names)


def test_no_formula_and_no_merged_cell(file):
    for name, text in file.parts.items():
        if name.startswith("xl/worksheets/sheet"):
            assert not re.search(r"<f[\s>/]", text)
            assert "mergeCell" not in text


def test_print_set_up(file):
    for sheet in file.book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert "not a validated measure" in sheet.oddFooter.center.text


def test_every_sheet_says_whose_comparison_it_is(file):
    for sheet in file.book:
        above = " ".join(str(c.value) for row in sheet["A1:C8"] for c in row if c.value)
        assert TITLE in above


def test_the_caution_comes_first(file):
    assert file.book["Summary"]["A2"].value.startswith("Drafted from published work")
    words = " ".join(str(row["Finding"]) for row in file.table("Summary"))
    assert "Never a rank or a league table" in words


def test_charts_hold_what_their_cells_hold(file):
    for chart in file.charts:
        for reference in chart.iter(f"{CHART}numRef"):
            held = {n: float(value) for n, value in cached(reference).items()}
            assert held == pointed_at(file, reference)
        for reference in chart.iter(f"{CHART}strRef"):
            assert cached(reference) == pointed_at(file, reference)


def test_which_charts_there_are(files):
    def kinds(name):
        found = files[name].charts
        return [
            kind for chart in found for kind in ("radarChart", "barChart")
            if chart.find(f".//{CHART}{kind}") is not None
        ]  # fmt: skip

    assert kinds("nobody") == kinds("four") == []
    assert kinds("five") == ["radarChart"] * 2
    assert kinds("twelve others") == ["radarChart", "barChart", "radarChart", "barChart"]
    assert kinds("by kind") == ["radarChart", "barChart", "radarChart", "barChart", "barChart"]


def dashes(chart):
    lines = f".//{CHART}ser/{CHART}spPr/{DRAWING}ln/{DRAWING}prstDash"
    return [found.get("val") for found in chart.findall(lines)]


def test_own_is_solid_and_a_mean_is_dashed(files):
    assert dashes(files["nine others"].charts[0]) == ["solid", "dash"]
    assert dashes(files["sixteen"].charts[0]) == ["dash"]


def test_bars_are_told_apart_in_grey(files):
    chart = files["twelve others"].charts[1]
    fills = []
    for properties in chart.findall(f".//{CHART}ser/{CHART}spPr"):
        pattern = properties.find(f"{DRAWING}pattFill")
        solid = properties.find(f"{DRAWING}solidFill/{DRAWING}srgbClr")
        fills.append(solid.get("val") if pattern is None else pattern.get("prst"))
    assert len(fills) == len(set(fills)) == 6


def test_charts_have_alt_text(files):
    drawings = [t for n, t in files["by kind"].parts.items() if n.startswith("xl/drawings/drawing")]
    words = [found for text in drawings for found in re.findall(r'descr="([^"]+)"', text)]
    assert len(words) == 5
    assert all(word.startswith(("Radar chart of the", "Bar chart: ")) for word in words)


def rules(sheet):
    return {str(r.sqref): list(r.rules) for r in sheet.conditional_formatting}


def test_named_levels_have_the_level_rules(files):
    file = files["sixteen"]
    ((place, found),) = rules(file.book["Named members"]).items()
    left, top, right, bottom = range_boundaries(place)
    assert (left, right, bottom - top + 1) == (3, 14, 8)
    assert next(rule.text for rule in found) == "Holding"
    assert len(found) == 6


def test_thirds_are_told_apart_by_word_and_border_alone(files):
    for name in ("Principles", "Standards and structure", "Mechanisms"):
        found = [r for some in rules(files["nine others"].book[name]).values() for r in some]
        lower, upper = (r for r in found if "third" in r.text)
        assert (lower.text, upper.text) == ("Lower third", "Upper third")
        assert (lower.dxf.border.left.style, upper.dxf.border.left.style) == ("dashed", "thin")
        assert lower.dxf.border.left.color.rgb == upper.dxf.border.left.color.rgb
        for rule in (lower, upper):
            assert rule.dxf.fill is None
            assert rule.dxf.font is None


def test_without_somebody_who_looks_there_is_no_third(files):
    for sheet in files["sixteen"].book:
        found = [r for some in rules(sheet).values() for r in some]
        assert not [rule for rule in found if "third" in rule.text]


def test_odd_names_stay_text(files):
    sheet = files["odd names"].book["Named members"]
    found = {cell.value: cell for (cell,) in sheet["A6:A30"] if cell.value}
    for name in ODD:
        clean = name.replace("\x00", "").replace("\x1b", "")
        assert found[clean].data_type == "s"
        assert found[clean].quotePrefix == (clean[0] in "=+-@")


def test_properties(files):
    found = files["sixteen"].book.properties
    assert (found.title, found.creator) == (f"Peer support compared: {TITLE}", TITLE)
    assert found.created.date() == found.modified.date() == MADE
    assert found.lastModifiedBy is None


def test_the_same_comparison_makes_the_same_bytes(file):
    again = comparison_workbook(file.comparison, title=TITLE, made=MADE)
    assert again == file.content


def test_a_day_that_is_not_known():
    found = comparison_workbook(CAST["five"], title="\x00=1", made=None)
    assert found == comparison_workbook(CAST["five"], title="\x00=1", made=None)
