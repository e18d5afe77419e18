"""Every kind of bad file is refused with its own sentence, and nothing else is ever raised."""

import struct
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from assessment.intake import uploads
from assessment.intake.archive import OLE
from assessment.intake.uploads import (
    COMMAND_LINE,
    UNSTORED,
    UPLOAD,
    Limits,
    Refused,
    Spread,
    opened_book,
)
from tests.assessment.books import a_book, as_bytes, rezip

GOOD = as_bytes(a_book())
SHEET = "xl/worksheets/sheet1.xml"


def refusal(source: Path | bytes, limits: Limits = COMMAND_LINE) -> str:
    """Opens the file and reads every row; the sentences it is refused with."""
    with pytest.raises(Refused) as refused:
        read_through(source, limits)
    return " / ".join(refused.value.faults)


def read_through(source: Path | bytes, limits: Limits) -> None:
    with opened_book(source, limits) as book:
        for sheet in book.sheets:
            list(book.rows(sheet))


def with_part(name: str, content: bytes) -> bytes:
    written = BytesIO(GOOD)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


def with_sheet(content: bytes) -> bytes:
    return rezip(GOOD, lambda name, part: content if name == SHEET else part)


def rows_xml(rows: bytes, *, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>' + before + b"<worksheet xmlns="
        b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + rows
        + b"</sheetData></worksheet>"
    )


def test_a_good_file_comes_through(tmp_path: Path) -> None:
    path = tmp_path / "Answers.XLSX"
    path.write_bytes(GOOD)
    with opened_book(path, UPLOAD) as book:
        assert book.sheets == ("Assessment", "Answers", "Standards", "Facts", "Pyramid")
        assert next(book.rows("Assessment")) == ("organisation", "Rope and Anchor")


def test_defusedxml_reads_the_xml() -> None:
    assert openpyxl.DEFUSEDXML


def test_what_is_no_file(tmp_path: Path) -> None:
    assert "it is a folder" in refusal(tmp_path)
    assert refusal(tmp_path / "no.xlsx") == "no.xlsx: there is no such file"
    assert "there is no such file" in refusal(Path("a\0b.xlsx"))
    assert "cannot be read" in refusal(tmp_path / ("x" * 300))
    assert "not an ordinary file" in refusal(Path("/dev/zero"))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xlsx", b"", "it is empty"),
        ("a.csv", b"", "it is empty"),
        ("a.csv", b"code,rating\n", "it is a .csv file"),
        ("a.zip", GOOD, "take the table out of it first"),
        ("a.ods", GOOD, "it is an OpenDocument file"),
        ("a.txt", b"hello", "it is not an .xlsx spreadsheet"),
        ("a.xlsx", b"code,rating\n", "it is not an .xlsx spreadsheet"),
        ("a.xls", OLE + b"\0" * 600, "it is an old Excel file"),
        ("a.xlsx", OLE + b"\0" * 600, "it is an old Excel file"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.xlsm", GOOD, "it holds macros"),
        ("a.xlsb", GOOD, "binary Excel file"),
    ],
)
def test_other_kinds_of_file(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path).startswith(f"{name}: ")
    assert sentence in refusal(path)


@pytest.mark.parametrize("name", ["Data_All.csv", "Excel/Survey.XLSX"])
def test_a_table_that_a_survey_tool_packed(name: str) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "ID,Start time")
    assert "it is a .zip file: take the table out of it first" in refusal(packed.getvalue())


def test_an_opendocument_file_under_a_wrong_name() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office/>")
    assert "OpenDocument" in refusal(written.getvalue())


@pytest.mark.parametrize("kept", [0.02, 0.5, 0.95, 0.999])
def test_truncated(kept: float) -> None:
    assert "damaged or cut short" in refusal(GOOD[: int(len(GOOD) * kept)])


def test_a_wrong_checksum() -> None:
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))  # stored, so that one byte can be changed
    assert "damaged" in refusal(written.getvalue().replace(b"Rope and", b"Pope and"))


def test_an_encrypted_part() -> None:
    data = bytearray(GOOD)
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "protected by a password" in refusal(bytes(data))


def test_an_unusual_compression() -> None:
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), zipfile.ZIP_LZMA)
    assert "packed in an unusual way" in refusal(written.getvalue())


def test_macros() -> None:
    assert "holds macros" in refusal(with_part("xl/vbaProject.bin", b"x"))
    enabled = rezip(
        GOOD,
        lambda _, part: part.replace(b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main"),
    )
    assert "holds macros" in refusal(enabled)


@pytest.mark.parametrize("name", ["/etc/passwd", "xl/../../a", "..\\a", "C:/a", "\\a"])
def test_names_that_point_outside(name: str) -> None:
    assert "points outside the file" in refusal(with_part(name, b"x"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [SHEET, SHEET.upper()])
def test_two_parts_of_one_name(name: str) -> None:
    assert "the same name" in refusal(with_part(name, b"<x/>"))


def test_limits_both_sides() -> None:
    exact = replace(COMMAND_LINE, file_bytes=len(GOOD))
    with opened_book(GOOD, exact):
        pass
    assert "larger than" in refusal(GOOD, replace(exact, file_bytes=len(GOOD) - 1))
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        members, inflated = archive.infolist(), sum(m.file_size for m in archive.infolist())
    with opened_book(GOOD, replace(COMMAND_LINE, members=len(members), inflated_bytes=inflated)):
        pass
    assert "parts" in refusal(GOOD, replace(COMMAND_LINE, members=len(members) - 1))
    assert "unpacks to" in refusal(GOOD, replace(COMMAND_LINE, inflated_bytes=inflated - 1))


def test_all_faults_of_the_contents_at_once() -> None:
    text = refusal(with_part("../vbaProject.bin", b"x"), replace(COMMAND_LINE, members=3))
    assert all(part in text for part in ("parts", "points outside", "macros"))


@pytest.fixture
def no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is parsed all the same is damaged, and refused as that."""
    monkeypatch.setattr(uploads, "opened_workbook", None)


@pytest.mark.usefixtures("no_parser")
def test_a_zip_bomb_is_refused_unparsed() -> None:
    bomb = with_sheet(rows_xml(b" " * 30_000_000))
    assert len(bomb) < 100_000
    assert "unpacks to" in refusal(bomb)


def test_a_bomb_that_lies_about_its_size() -> None:
    data = bytearray(with_part("xl/big.bin", b"\0" * 10_000_000))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        place = data.rindex(b"PK\x01\x02")
        assert archive.infolist()[-1].file_size == 10_000_000
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    assert "damaged" in refusal(bytes(data))


def cells_xml(rows: int) -> bytes:
    return rows_xml((b'<row r="1">' + b'<c r="A1"><v>1</v></c>' * 1000 + b"</row>") * rows)


@pytest.mark.usefixtures("no_parser")
def test_cells_are_counted_before_they_are_parsed() -> None:
    few = replace(COMMAND_LINE, cells=50_000, ratio=10_000)
    assert "more than 50,000 cells" in refusal(with_sheet(cells_xml(51)), few)


@pytest.mark.check
@pytest.mark.usefixtures("no_parser")
def test_ten_million_cells_are_refused_unparsed() -> None:
    data = with_sheet(cells_xml(10_000))
    generous = replace(COMMAND_LINE, ratio=10_000)
    assert "more than 8,000,000 cells" in refusal(data, generous)


def test_tags_that_are_no_cells_are_counted_too() -> None:
    data = with_sheet(rows_xml(b"<a/>" * 400_000))
    assert "cells" in refusal(data, replace(COMMAND_LINE, cells=50_000))


def test_cells_far_to_the_right_are_counted_with_what_lies_between() -> None:
    """30 KB of them took 1.3 GB and half a minute."""
    rows = b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (n, n) for n in range(1, 301))
    assert "far wider than it is full" in refusal(with_sheet(rows_xml(rows)), UPLOAD)
    with opened_book(with_sheet(rows_xml(rows[:4_000].rsplit(b"<row", 1)[0])), UPLOAD):
        pass


def test_a_text_counts_as_often_as_it_is_referred_to() -> None:
    """A file of 7 KB, whose cells refer to one text of a million characters, took 20 s."""
    spread, text = Spread(UPLOAD, "Answers"), "most ly " * 125_000
    spread.count((text,) * 50)
    with pytest.raises(Refused, match="Answers holds far more text"):
        spread.count((text, None, 3))


XXE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("dtd", [XXE, LAUGHS, b"<!DOCTYPE x>"])
def test_dtd_and_entities(dtd: bytes) -> None:
    assert "DTD or entities" in refusal(with_sheet(rows_xml(b"", before=dtd)))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"])
def test_dtd_in_another_encoding(encoding: str) -> None:
    text = rows_xml(b"", before=XXE).decode().replace("UTF-8", encoding)
    assert "unusual encoding" in refusal(with_sheet(text.encode(encoding)))


def test_an_encoding_declared_late() -> None:
    declared = b'<?xml version="1.0"' + b" " * 5_000 + b'encoding="cp037"?>'
    assert "unusual encoding" in refusal(with_sheet(declared + "<!DOCTYPE x>".encode("cp037")))


def test_dtd_across_two_chunks() -> None:
    filler = b"<!--" + b"x" * ((1 << 20) - 60) + b"-->"
    for shift in range(12):
        content = rows_xml(b"", before=filler + b" " * shift + b"<!DOCTYPE x>")
        assert "DTD or entities" in refusal(with_sheet(content))


def test_parts_that_are_missing_or_broken() -> None:
    for missing in ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        data = rezip(GOOD, lambda name, part, m=missing: None if name == m else part)
        assert refusal(data)
    assert "damaged" in refusal(with_sheet(rows_xml(b"<row>")[:-20]))
    assert "damaged" in refusal(
        with_sheet(rows_xml(b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>'))
    )
    assert "damaged" in refusal(with_sheet(rows_xml(b'<row r="1"><c r="1A"><v>1</v></c></row>')))
    assert "damaged" in refusal(with_sheet(rows_xml(b'<row r="1"><c r="A1"><v>NaN</v></c></row>')))


def test_parts_that_are_no_xml_may_hold_anything() -> None:
    settings = "Printer".encode("utf-16-le") + b"<!DOCTYPE"
    with opened_book(with_part("xl/printerSettings/printerSettings1.bin", settings), UPLOAD):
        pass
    with opened_book(with_part("xl/media/image1.svg", b"<!DOCTYPE svg><svg/>"), UPLOAD):
        pass


def test_a_strict_file_says_so() -> None:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    assert "'strict'" in refusal(rezip(GOOD, lambda _, part: part.replace(main, strict)))


def test_a_row_number_beyond_any_sheet() -> None:
    data = with_sheet(rows_xml(b'<row r="99999999999"><c><v>1</v></c></row>'))
    assert "more rows than a sheet can have" in refusal(data)


def test_a_wrong_dimension_hides_nothing() -> None:
    data = rezip(GOOD, lambda _, part: part.replace(b'ref="A1:B2"', b'ref="A1:A1"'))
    with opened_book(data, UPLOAD) as book:
        assert list(book.rows("Assessment"))[1] == ("form", "short")


def test_formulas_with_and_without_a_stored_result() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append([1, "=1+1", None, "=A1"])
    written = BytesIO()
    workbook.save(written)
    stored = rezip(
        written.getvalue(),
        lambda _, part: part.replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>").replace(
            b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"
        ),
    )
    with opened_book(stored, UPLOAD) as book:
        assert book.has_formulas
        assert list(book.rows("Sheet")) == [(1, 2, None, UNSTORED)]


def test_real_files_are_far_from_the_ratio() -> None:
    """The most repetitive real sheet: everybody gives the same answers, with DK for words."""
    data = as_bytes({"Answers": [["giving", "individual", None, None, None, *["DK"] * 72]] * 500})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        inflated = sum(member.file_size for member in archive.infolist())
    assert 10 < inflated / len(data) < UPLOAD.ratio / 2
