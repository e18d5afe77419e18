"""A member's level says that it is borderline wherever it is listed, and a figure beside a cut has
its decimal, below the cut never the cut's own (docs/method.md, Arithmetic and section 6)."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from django.template.loader import render_to_string
from openpyxl import load_workbook

from assessment.method.levels import Level
from comparing.charts.named_heat import named_heat
from comparing.documents.beside_report import beside_blocks
from comparing.folder.sharing_words import sharing_words
from comparing.method.members import ESSENCE, PRINCIPLES
from comparing.method.named import Named
from comparing.method.sharing import leaving
from comparing.pages.named_table import named_table
from comparing.pages.pair_page import sections
from comparing.pages.round_parts import parts
from comparing.wording.named_said import dots_sentence
from comparing.wording.published_said import essence_sentence
from comparing.wording.sharing_table import sharing_table
from comparing.workbook import round_workbook
from comparing.workbook.comparison_csv import comparison_csv
from reports.documents.outline import Table, Words
from tests.assessment.method.build import scored
from tests.comparing.lifelike import INSTRUMENT, NAMED, PUBLISHED

KEY = (PRINCIPLES, "mutuality")
NEAR, SAID = 62.47, "62.4"  # 62 would hide the cut, 62.5 would reach it


def near(member):
    """Watch by a hair, and nothing else borderline."""
    figures = member.figures
    values = {**figures.values, KEY: NEAR, ESSENCE: NEAR}
    levels = {**figures.levels, "mutuality": Level.WATCH}
    close = frozenset({"mutuality"})
    return replace(member, figures=replace(figures, values=values, levels=levels, close=close))


@pytest.fixture(scope="module")
def by_name():
    seen = NAMED["six"]
    first, second, *_rest = seen.named.members
    return replace(seen, named=Named(INSTRUMENT, (near(first), second)))


@pytest.fixture(scope="module")
def beside():
    seen = next(one for one in PUBLISHED.values() if one.own and one.published.members)
    return replace(seen, own=near(seen.own))


def rows_of(book, sheet):
    return list(load_workbook(BytesIO(book))[sheet].iter_rows(values_only=True))


def test_members_by_name(by_name):
    (heat,) = named_heat(by_name)
    assert [row.close for row in heat.rows] == [(0,), ()]
    table = named_table({}, by_name)
    assert [
        ["borderline" in one for _head, one in row.levels].count(True) for row in table.rows
    ] == [1, 0]
    (_title, principles), *_ = sections(by_name, by_name.named.members)
    (_name, figure, level, close), _other = principles[0].cells
    assert (figure, level, close) == (SAID, "Watch", True)
    alone = replace(by_name, named=Named(INSTRUMENT, by_name.named.members[:1] * 2))
    assert f"{SAID} to {SAID}" in dots_sentence(alone, PRINCIPLES)


def test_files_of_members_by_name(by_name):
    book = round_workbook(by_name)
    name = by_name.named.members[0].name
    (levels,) = (row for row in rows_of(book, "Levels") if row[0] == name)
    assert levels[1] == "Watch, borderline"
    assert [str(one).endswith("borderline") for one in levels].count(True) == 1
    (figures,) = (row for row in rows_of(book, "Figures") if row[0] == name)
    assert figures[1] == float(SAID)
    rows = csv.DictReader(StringIO(comparison_csv(by_name).decode("utf-8-sig")))
    found = [row["borderline"] for row in rows if row["code"] == "mutuality"]
    assert found == ["yes", "no"]


def test_own_beside_what_is_published(beside, rf):
    words = [one.text for one in beside_blocks(beside) if isinstance(one, Words)]
    tables = [one for one in beside_blocks(beside) if isinstance(one, Table)]
    assert tables[0].rows[0][1] == SAID
    assert f"Your own is {SAID}." in essence_sentence(beside)
    assert essence_sentence(beside) in words
    shown = parts(rf.get("/"), beside, lambda name: name)
    html = render_to_string(
        "comparing/_published_table.html",
        {**shown, "rows": shown["principles"], "says": "Own level", "as_level": True},
    )
    assert html.count("borderline") == 1
    assert SAID in html
    row = next(r for r in rows_of(round_workbook(beside), "Principles") if r[0] == "Mutuality")
    assert "Watch, borderline" in row
    assert float(SAID) in row


def test_what_is_agreed_to():
    shared = leaving(scored({"receiving": (62, 36)}, n=10))
    table = sharing_table(shared)
    assert all(one.close and one.shown == "62.0" for one in table.principles)
    assert {line.behind for one in table.perspectives for line in one.statements} == {"10 to 14"}
    assert "62.0" in sharing_words(table)
    assert sharing_words(table).count("Watch, borderline") == len(table.principles)
