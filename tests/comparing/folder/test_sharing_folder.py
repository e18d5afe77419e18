"""Reading FOLDER and its sharing.csv: every fault at once, and any spreadsheet program's CSV."""

import json
from dataclasses import replace

import pytest

from assessment.intake.uploads import Refused
from comparing.folder.members_folder import read_folder
from organisations.models import OrganisationKind
from questions import load
from questions.reading import DEFAULT_VERSION
from questions.shape import NEWEST
from tests.comparing.folder.shared_folder import DAY, HEADS, Org, results_json, write_folder

NORTH = Org("North Trust", 60, "Wards")
SOUTH = Org("South Peers", 40, kind="user-led")
QUIET = Org("Quiet House", None, kind="voluntary", closed="")


def read(folder):
    return read_folder(folder, load(), OrganisationKind.values)


def as_read(folder):
    """But for the rows, which blank ones move."""
    found = read(folder)
    return [(replace(one.line, row=0), one.shared) for one in found.shares], found.silent


def faults(folder):
    with pytest.raises(Refused) as caught:
        read(folder)
    return list(caught.value.faults)


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path / "round", [NORTH, SOUTH, QUIET])


def listed(folder, *rows, heads=HEADS):
    (folder / "sharing.csv").write_text("\n".join([heads, *rows]))
    return folder


def test_those_who_share_and_those_who_do_not(folder):
    found = read(folder)
    assert [(one.line.name, one.line.kind, one.line.closed) for one in found.shares] == [
        ("North Trust: Wards", "trust", "2026-11-20"),
        ("South Peers", "user-led", "2026-11-20"),
    ]
    assert found.shares[0].member().figures.values["principles", "respect"] == 60
    assert found.silent == ("Quiet House",)


@pytest.mark.parametrize(
    "written",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode(),
        lambda text: b"sep=;\r\n" + text.replace(",", ";").replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r\n\r\n,,,,\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: b"\n\n" + text.encode(),
        lambda text: text.replace(",", " , ").encode(),
        lambda text: text.replace(HEADS, " Organisation,KIND,Programme, closed,FILE ").encode(),
        lambda text: text.replace("trust,", "TRUST,").encode(),
        lambda text: text.replace("North Trust", '"North  Trust"').encode(),
        lambda text: text.replace("\n", ",notes\n").encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: text.replace("North", "\ufeffNor\u200bth").encode(),
        lambda text: text.replace(f",{DAY},", ",20/11/2026,").encode(),
        lambda text: text.replace(f",{DAY},", ",20 November 2026,").encode(),
    ],
)
def test_any_spreadsheet_programs_csv_will_do(folder, written):
    expected = as_read(folder)
    listing = folder / "sharing.csv"
    listing.write_bytes(written(listing.read_text()))
    assert as_read(folder) == expected


@pytest.mark.parametrize("name", ["=North", "+North", "-North", "@North"])
def test_a_quote_before_a_formula_is_no_part_of_the_name(folder, name):
    listed(folder, f"'{name},trust,,{DAY},{NORTH.file}")
    assert read(folder).shares[0].line.name == name


def test_every_fault_at_once_with_its_row_and_column(folder):
    (folder / "broken.json").write_text("{")
    (folder / "latin.json").write_bytes('{"é": 1}'.encode("latin-1"))
    (folder / "large.json").write_bytes(b" " * 5_000_001)
    (folder / "other.json").write_text(json.dumps({"method": "2", "instrument": "1999.1"}))
    (folder / "newer.json").write_text(json.dumps({"method": "99", "instrument": DEFAULT_VERSION}))
    few = Org("Few", 60, n=7)
    (folder / "few.json").write_text(few.text())
    listed(
        folder,
        f"North Trust,charity,Wards,{DAY},{NORTH.file}",
        f"north  TRUST,trust,WARDS,{DAY},{SOUTH.file}",
        f",trust,,{DAY},missing.json",
        "Two,trust,,2026-13-01,",
        f"Three,,,{DAY},{NORTH.file}",
        f"Four,trust,,{DAY},../outside.json",
        f"Five,trust,,{DAY},/etc/hostname",
        f"Six,trust,,{DAY},broken.json",
        f"Seven,trust,,{DAY},latin.json",
        f"Eight,trust,,{DAY},large.json",
        f"Nine,trust,,{DAY},other.json",
        f"Ten,trust,,{DAY},newer.json",
        f"Eleven,trust,,{DAY},.",
        "Twelve,trust,,,few.json",
        "Thirteen,trust,,31 November 2026,",
    )
    found = faults(folder)
    assert found == sorted(found, key=lambda fault: int(fault.split("row ")[1].split(",")[0]))
    for row, column, what in (
        (2, "kind", "'charity' is not known; write one of trust, user-led, voluntary, other"),
        (3, "organisation", "'north TRUST: WARDS' of this day is in row 2 already; each has one"),
        (4, "organisation", "it is empty; write the name of the organisation"),
        (4, "file", "missing.json: there is no such file"),
        (5, "closed", "'2026-13-01' is no day; write the day it closed as YYYY-MM-DD"),
        (6, "file", f"{NORTH.file}: row 2 names it already; each has a file of its own"),
        (6, "kind", "it is empty; write one of trust, user-led, voluntary, other"),
        (7, "file", "../outside.json: it lies outside the folder; copy it into it"),
        (8, "file", "/etc/hostname: it lies outside the folder; copy it into it"),
        (10, "file", "latin.json: it is not text in UTF-8: save it again as UTF-8"),
        (11, "file", "large.json: it is larger than 5 MB"),
        (14, "file", ".: it is not an ordinary file"),
        (15, "closed", "it is empty; write the day it closed as YYYY-MM-DD"),
        (15, "file", "few.json: it cannot be shared: of what leaves, 0 of 12 principles have"),
        (16, "closed", "'31 November 2026' is no day; write the day it closed as YYYY-MM-DD"),
    ):
        assert any(one.startswith(f"sharing.csv, row {row}, {column}: {what}") for one in found)
    (broken,) = [fault for fault in found if "broken.json" in fault]
    assert "row 9, file: broken.json: this is not JSON" in broken
    (unknown,) = (f for f in found if f"no instrument '1999.1', only {DEFAULT_VERSION}" in f)
    assert "row 12" in unknown
    assert "the version of Essence that made the file reads it" in unknown
    assert any(
        "row 13" in f and f"method: it is '99', and only '{NEWEST.method}'" in f for f in found
    )
    assert len(found) == 18


def test_a_damaged_file_names_the_place(folder):
    broken = json.loads(NORTH.text())
    broken["cells"]["receiving"]["respect-1"]["value"] = 101
    (folder / NORTH.file).write_text(json.dumps(broken))
    place = "results.json, cells, receiving, respect-1, value"
    (found,) = faults(folder)
    assert found.startswith(f"sharing.csv, row 2, file: {NORTH.file}: {place}: a number from 1")


def test_missing_and_doubled_columns(folder):
    listed(folder, heads="organisation,sort,file,programme,closed,File")
    assert faults(folder) == [
        f"sharing.csv: there is {what}; its columns are {', '.join(HEADS.split(','))}"
        for what in ("no column 'kind'", "more than one column 'file'")
    ]


@pytest.mark.parametrize("text", ["", "\n\n", HEADS, f"{HEADS}\nQuiet,trust,,,\n"])
def test_nobody_shares(folder, text):
    (folder / "sharing.csv").write_text(text)
    assert any("nobody shares" in fault or "no column" in fault for fault in faults(folder))


def test_no_list_no_folder_no_text(folder, tmp_path):
    assert "there is no such file" in faults(tmp_path / "nowhere")[0]
    (folder / "sharing.csv").write_bytes(b"organisation\0kind")
    assert "it is not a table of text: save it as .csv" in faults(folder)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_as_excel_saves_it_keeps_its_accents(folder, encoding):
    listing = f"{HEADS}\nCaffè\u2019s,trust,,{DAY},{NORTH.file}\n"
    (folder / "sharing.csv").write_bytes(listing.encode(encoding))
    assert read(folder).shares[0].line.name == "Caffè\u2019s"


def test_a_file_name_from_a_mac_is_the_same_name(folder):
    (folder / NORTH.file).rename(folder / "caffe\u0300.json")
    listed(folder, f"North Trust,trust,,{DAY},caff\u00e8.json")
    assert read(folder).shares[0].line.file == "caff\u00e8.json"
    (folder / "caffe\u0300.json").rename(folder.parent / "outside.json")
    (folder / "caffe\u0300.json").symlink_to(folder.parent / "outside.json")
    assert "it lies outside the folder" in faults(folder)[0]


def test_a_quote_that_is_not_closed_swallows_nobody(folder):
    listed(folder, f'"North Trust,trust,,{DAY},{NORTH.file}', SOUTH.row)
    assert "it cannot be read" in faults(folder)[0]


def test_names_that_cannot_be_shown(folder):
    listed(folder, f"North\u202eTrust,trust,,{DAY},{NORTH.file}", f"{'N' * 201},trust,,,")
    found = faults(folder)
    assert (
        "row 2, organisation, programme or file: it holds characters that cannot be shown"
        in found[0]
    )
    assert "row 3, organisation: it is longer than 200 characters" in found[1]


def test_a_link_that_leads_out_of_the_folder(folder, tmp_path):
    (tmp_path / "elsewhere.json").write_text(NORTH.text())
    (folder / NORTH.file).unlink()
    (folder / NORTH.file).symlink_to(tmp_path / "elsewhere.json")
    assert "it lies outside the folder" in faults(folder)[0]
    (folder / NORTH.file).unlink()
    (folder / NORTH.file).symlink_to(folder / NORTH.file)
    assert "it lies outside the folder" in faults(folder)[0]


def test_a_results_json_is_cut_the_same_way(folder):
    expected = read(folder)
    for one in (NORTH, SOUTH):
        (folder / one.file).write_text(results_json(one))
    assert read(folder) == expected
