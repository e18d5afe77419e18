"""What a zip file gives away before anything in it is parsed: size, parts, what they hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import numpy as np

MB = 1_000_000
CHUNK = 1 << 20  # inflated at a time: a bomb is seen before it fills the memory
TAGS_PER_CELL = 6  # <c>, <v> or <is><t>, and their ends: more than this are not a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a file may hold: bytes, zip members, inflated bytes, rows of a sheet, cells.

    ``ratio`` is inflated bytes to bytes. Measured: 10,000 rows of the same answers 15 written by
    openpyxl and 17 saved again by LibreOffice, of random answers 11 and 12, of nothing but text
    21 and 18, 100,000 rows 11 to 16. Below ``RATIO_FROM`` inflated bytes it harms nobody.
    """

    file_bytes: int
    members: int
    inflated_bytes: int
    ratio: int
    rows: int
    cells: int

    @property
    def places(self) -> int:
        """Of a table with every gap filled: one cell far to the right makes a wide row of each."""
        return GAPS * self.cells


GAPS = 4  # a table of which three quarters are blank is still one
RATIO_FROM = 2 * MB
UPLOAD = Limits(
    file_bytes=5 * MB, members=200, inflated_bytes=50 * MB, ratio=100, rows=5_000, cells=1_000_000
)
COMMAND_LINE = Limits(
    file_bytes=50 * MB,
    members=200,
    inflated_bytes=500 * MB,
    ratio=100,
    rows=100_000,
    cells=8_000_000,
)


class Refused(ValueError):
    """Everything that is wrong with a file, one sentence each, in ``faults``."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


SAVE_AGAIN = "open it in Excel or LibreOffice and save it as .xlsx"
DAMAGED = f"it is damaged or cut short: {SAVE_AGAIN}, or send it again"
NOT_XLSX = f"it is not an .xlsx spreadsheet: {SAVE_AGAIN}"
PROTECTED = "it is protected by a password: remove it and save again"
MACROS = "it holds macros: save it as .xlsx (without macros)"
BOMB = "it unpacks to far more than an answers workbook holds"
ENTITIES = "it holds definitions of its own (DTD or entities), which no spreadsheet needs"
MOSTLY_GAPS = "is far wider than it is full: remove the columns that hold nothing"
ZIPPED = "it is a .zip file: take the table out of it first, and send that"
TABLES = (".csv", ".tsv", ".xlsx")
OTHER_KINDS = {
    ".csv": "it is a .csv file, one table without its sheets: send the .xlsx workbook, "
    "or make one of a survey tool's export with from_export",
    ".ods": f"it is an OpenDocument file: {SAVE_AGAIN}",
    ".xls": f"it is an old Excel file (.xls): {SAVE_AGAIN}",
    ".xlsb": f"it is a binary Excel file (.xlsb): {SAVE_AGAIN}",
    ".zip": ZIPPED,
    ".xlsm": MACROS,
    ".xltm": MACROS,
}


def refuse_file(faults: Iterable[str]) -> None:
    if found := tuple(faults):
        raise Refused(found)


# How files of old Excel begin, and new ones that have a password.
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def content_faults(data: bytes, limits: Limits) -> Iterator[str]:
    if not data:
        yield "it is empty"
    elif len(data) > limits.file_bytes:
        yield f"it is larger than {limits.file_bytes // MB} MB, the most that is allowed"
    elif data.startswith(OLE):
        protected = "EncryptedPackage".encode("utf-16-le") in data
        yield PROTECTED if protected else OTHER_KINDS[".xls"]
    elif not data.startswith(b"PK"):
        yield NOT_XLSX


def member_faults(members: list[ZipInfo], limits: Limits) -> Iterator[str]:
    """What the zip's table of contents already gives away."""
    names = [member.filename.lower() for member in members]
    if len(members) > limits.members:
        yield f"it has {len(members):,} parts; at most {limits.members} are allowed"
    if len(set(names)) < len(names):
        yield "two of its parts have the same name"
    if any(is_outside(name) for name in names):
        yield "one of its parts has a name that points outside the file"
    if any(member.flag_bits & 0x1 for member in members):
        yield PROTECTED
    if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
        yield f"it is packed in an unusual way: {SAVE_AGAIN}"
    if any(name.endswith("vbaproject.bin") for name in names):
        yield MACROS
    if "[content_types].xml" not in names:
        yield what_else(names)


def what_else(names: list[str]) -> str:
    """Google Forms, SurveyMonkey and Qualtrics pack what they export."""
    if any(name.endswith(TABLES) for name in names):
        return ZIPPED
    return OTHER_KINDS[".ods"] if "mimetype" in names else NOT_XLSX


def is_outside(name: str) -> bool:
    # A backslash parts folders too, where somebody unpacks on Windows.
    parts = re.split(r"[/\\]", name)
    return parts[0] == "" or parts[0].endswith(":") or ".." in parts


def scan(archive: ZipFile, data: bytes, limits: Limits) -> "Counted":
    """Inflate every part, counting as it goes, and look into it.

    zipfile compares each part with its checksum on the way.
    """
    most = min(limits.inflated_bytes, max(RATIO_FROM, limits.ratio * len(data)))
    counted = Counted(limits=limits, most=most)
    for member in archive.infolist():
        with archive.open(member) as part:
            counted.look_into(part, member.filename.lower())
    if not counted.has_workbook:
        raise Refused([NOT_XLSX])
    return counted


XML_PARTS = (".xml", ".rels", ".vml")  # others (images, printer settings) openpyxl never opens
# Parts that are parsed, by where every program puts them. In others, such as what Power Query and
# SharePoint leave under customXml/, UTF-16 does no harm as long as nothing leads a parser to them.
READ_PARTS = (
    "[content_types].xml", "_rels/", "docprops/", "xl/_rels/", "xl/workbook", "xl/worksheets/",
    "xl/sharedstrings", "xl/styles", "xl/theme/",
)  # fmt: skip
UNUSUAL = f"a part of it is in an unusual encoding: {SAVE_AGAIN}"
WORKBOOK_TYPE = b"spreadsheetml.sheet.main+xml"
STRICT = b"purl.oclc.org/ooxml"
FORMULAS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
OVERLAP = 64  # bytes kept from one chunk to the next, so that no word is cut in two


@dataclass(slots=True, kw_only=True)
class Counted:
    """What has been seen of a zip so far."""

    limits: Limits
    most: int
    inflated: int = 0
    cells: int = 0
    tags: int = 0
    has_formulas: bool = False
    has_workbook: bool = False
    unseen: set[str] = field(default_factory=set)  # parts that ``search`` could not look into

    def look_into(self, part: IO[bytes], name: str) -> None:
        tail = b""
        while chunk := part.read(CHUNK):
            self.count(chunk)
            if name.endswith(XML_PARTS):
                if not tail and is_unusual(chunk):
                    if name.startswith(READ_PARTS):
                        raise Refused([UNUSUAL])
                    self.unseen.add(name)
                self.search(tail + chunk, name)
            tail = chunk[-OVERLAP:]

    def count(self, chunk: bytes) -> None:
        """Bytes, tags and cells; with numpy in a third of the time of ``bytes.count``."""
        self.inflated += len(chunk)
        if self.inflated > self.most:
            raise Refused([BOMB])
        characters = np.frombuffer(chunk, dtype=np.uint8)
        opening = characters == ord("<")
        self.tags += int(np.count_nonzero(opening))
        # '<c' and then a space, '>' or '/', all below the letters: not <col> or <cols>
        cells = opening[:-2] & (characters[1:-1] == ord("c")) & (characters[2:] < ord("A"))
        self.cells += int(np.count_nonzero(cells))
        if self.cells > self.limits.cells or self.tags > TAGS_PER_CELL * self.limits.cells:
            raise Refused([f"it holds more than {self.limits.cells:,} cells"])

    def search(self, text: bytes, name: str) -> None:
        """Looks for one rare character first: that costs next to nothing."""
        if b"!" in text and (b"<!DOCTYPE" in text or b"<!ENTITY" in text):
            raise Refused([ENTITIES])
        if name == "[content_types].xml":
            if b"macroEnabled" in text or b"macrosheet" in text:
                raise Refused([MACROS])
            self.has_workbook = self.has_workbook or WORKBOOK_TYPE in text
        if name == "xl/workbook.xml" and STRICT in text:
            raise Refused([f"it is a 'strict' .xlsx file: {SAVE_AGAIN}, not strict"])
        if not self.has_formulas and b"f" in text:
            self.has_formulas = any(mark in text for mark in FORMULAS)


def is_unusual(beginning: bytes) -> bool:
    """Anything but UTF-8 would hide what ``search`` looks for; Excel and LibreOffice write it."""
    if b"\x00" in beginning[:4] or beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    # The encoding that the XML declaration names, behind a mark of UTF-8 and blanks.
    declared = re.match(rb"""[\xef\xbb\xbf\s]*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""", beginning)
    return declared is not None and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii")
