"""Rows are read as openpyxl reads them, however a program wrote their cells."""

import random
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from assessment.intake import sheet_rows
from assessment.intake.sheet_rows import values_of

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
FOOT = "</sheetData></worksheet>"

# Of each kind what programs write, and what nobody should.
WITHIN = (
    *("<v>3</v>", "<v>2.50</v>", "<v>1e2</v>", "<v>-1</v>", "<v>0</v>", "<v></v>", "<v> 4</v>", ""),
    *("<is><t>DK</t></is>", "<is><t></t></is>", '<is><t xml:space="preserve"> a </t></is>'),
    *("<is><r><t>in </t></r><r><t>pieces</t></r></is>", "<is></is>", "<is><t>a</t><t>b</t></is>"),
    *('<is odd="1"><t>a</t></is>', "<is><t>a<b/>c</t></is>", "<v>x</v>", "<v>99</v>"),
    *("<f>1+1</f>", "<f>1+1</f><v>2</v>", "<v>2</v><f>1+1</f>", "<v>1</v><v>2</v>"),
    *("<extLst/>", "<v>1<!-- said --></v>", "<is><t>x</t><phoneticPr/></is>"),
)
KINDS = (None, "n", "s", "inlineStr", "str", "b", "e", "d")
STYLES_USED = (None, "0", "1", "2", "01")


@pytest.fixture(scope="module")
def book():
    """With shared texts, and styles of which one is a day and one a time."""
    made = Workbook()
    made.active.append(["zero", "one", "two", "three", "four"])
    made.active["A2"].number_format = "yyyy-mm-dd"
    made.active["B2"].number_format = "[h]:mm"
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def with_rows(book, rows):
    content = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, f"{HEAD}{rows}{FOOT}" if name == SHEET else old.read(name))
    return content.getvalue()


def read(content, rows_of):
    """The rows, or the kind of error."""
    sheet = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
    sheet.reset_dimensions()
    try:
        return [tuple(row) for row in rows_of(sheet)]
    except Exception as error:  # noqa: BLE001 - whatever openpyxl raises
        return type(error)


def as_openpyxl(sheet):
    return sheet.iter_rows(values_only=True)


def cell(kind, style, within, coordinate):
    given = (("r", coordinate), ("t", kind), ("s", style))
    attributes = "".join(f' {name}="{value}"' for name, value in given if value is not None)
    return f"<c{attributes}>{within}</c>"


@pytest.mark.one_in(5)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES_USED)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_every_kind_of_cell(book, kind, style):
    """Alone; after a plain one of its column and style; and before one without a place."""
    for within in WITHIN:
        plain, last = cell("n", style, "<v>1</v>", "A1"), cell("n", None, "<v>9</v>", None)
        for rows in (
            f'<row r="1">{cell(kind, style, within, "A1")}{last}</row>',
            f'<row r="1">{plain}</row><row r="2">{cell(kind, style, within, "A2")}{last}</row>',
        ):
            content = with_rows(book, rows)
            assert read(content, values_of) == read(content, as_openpyxl), rows


@pytest.mark.parametrize(
    "coordinate", ["B2", "b2", "AA2", "B", "2", "B2C", "B-2", "1B", "B\uff12", "", "XFD2", "$B$2"]
)
def test_every_place(book, coordinate):
    plain = "".join(cell("n", None, "<v>1</v>", f"{letters}1") for letters in ("A", "B", "AA"))
    odd = cell("n", None, "<v>5</v>", coordinate) + cell("n", None, "<v>6</v>", None)
    content = with_rows(book, f'<row r="1">{plain}</row><row r="2">{odd}</row>')
    assert read(content, values_of) == read(content, as_openpyxl)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_sheets_by_chance(book, seed):
    chance = random.Random(seed)
    rows = "".join(
        f'<row r="{number}">{"".join(chance_cells(chance, number))}</row>'
        for number in sorted(chance.sample(range(1, 30), 12))
    )
    content = with_rows(book, rows)
    assert read(content, values_of) == read(content, as_openpyxl)


def chance_cells(chance, number):
    usual = (("n", "<v>3</v>"), ("s", "<v>2</v>"), ("inlineStr", "<is><t>NA</t></is>"))
    kinds = [*usual] * 5 + [(None, "<v>1.5</v>"), ("str", "<v>typed</v>"), ("b", "<v>1</v>")]
    for letters in sorted(chance.sample("ABCDEFGH", 5)):
        kind, within = chance.choice(kinds)
        yield cell(kind, chance.choice(STYLES_USED), within, f"{letters}{number}")


def test_most_cells_are_read_here(book, monkeypatch):
    """Only the first of each column and style goes to openpyxl, or this would be no faster."""
    asked = []
    slowly = sheet_rows.QuickParser.slowly

    def noted(parser, element):
        asked.append(element.get("r"))
        return slowly(parser, element)

    monkeypatch.setattr(sheet_rows.QuickParser, "slowly", noted)
    rows = "".join(
        f'<row r="{n}">{cell("n", None, "<v>1</v>", f"A{n}")}'
        f"{cell('inlineStr', None, '<is><t>DK</t></is>', f'B{n}')}"
        f"{cell('s', '0', '<v>1</v>', f'C{n}')}</row>"
        for n in range(1, 50)
    )
    read(with_rows(book, rows), values_of)
    assert asked == ["A1", "B1", "C1"]
