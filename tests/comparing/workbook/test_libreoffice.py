"""LibreOffice opens a comparison, and what it saves holds the same."""

import subprocess
import warnings

import pytest
from openpyxl import load_workbook


@pytest.mark.parametrize("name", ["by kind", "nobody", "odd names"])
def test_round_trip(files, name, soffice, tmp_path):
    given, folder = tmp_path / "comparison.xlsx", tmp_path / "saved"
    given.write_bytes(files[name].content)
    subprocess.run(
        [*soffice, "--convert-to", "xlsx", "--outdir", str(folder), str(given)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of openpyxl, for LibreOffice's extensions
        saved = load_workbook(folder / "comparison.xlsx")
    book = files[name].book
    assert saved.sheetnames == book.sheetnames
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert saved[sheet.title][cell.coordinate].value == cell.value
    assert sum(len(sheet._charts) for sheet in saved) == len(files[name].charts)
