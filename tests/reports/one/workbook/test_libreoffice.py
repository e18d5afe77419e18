"""LibreOffice opens the report, and what it saves holds the same."""

import subprocess
import warnings

from openpyxl import load_workbook

from tests.patience import PATIENCE


def test_round_trip(trust, soffice, tmp_path):
    given, folder = tmp_path / "report.xlsx", tmp_path / "saved"
    given.write_bytes(trust.content)
    subprocess.run(
        [*soffice, "--convert-to", "xlsx", "--outdir", str(folder), str(given)],
        check=True, capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of openpyxl, for LibreOffice's extensions
        saved = load_workbook(folder / "report.xlsx")
    assert saved.sheetnames == trust.book.sheetnames
    for sheet in trust.book:
        for row in sheet.iter_rows():
            for cell in row:
                assert saved[sheet.title][cell.coordinate].value == cell.value
    assert [len(sheet._charts) for sheet in saved] == [1, 1, 0, 0, 1, 0, 0, 0, 0, 0]


def test_prints(trust, soffice, tmp_path):
    given = tmp_path / "report.xlsx"
    given.write_bytes(trust.content)
    subprocess.run(
        [*soffice, "--convert-to", "pdf", "--outdir", str(tmp_path), str(given)],
        check=True, capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
