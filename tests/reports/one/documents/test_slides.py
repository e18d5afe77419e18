"""Three slides: their words, and charts whose figures are the report's own."""

import time
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessment.method.numbers import one_decimal
from reports.documents.slides import pptx
from reports.one.documents.report_slides import report_slides
from reports.wording.board_said import board_page
from tests.reports.one.charts.cast import CAST

CUTS = (37.5, 62.5)


@pytest.fixture(params=CAST)
def case(request):
    return CAST[request.param]


def opened(case):
    return Presentation(BytesIO(pptx(report_slides(case)))).slides


def words_of(slide):
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def flat(words):
    return " ".join(words.replace("\x0b", " ").split())


def charts_of(slide):
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_three_slides_say_what_the_board_page_says(case):
    slides, page = list(opened(case)), board_page(case)
    assert len(slides) == 3
    first, second, third = (flat(words_of(slide)) for slide in slides)
    assert page.verdict in first
    assert page.holds in first
    assert page.what in first
    assert page.not_heard in second
    for risk in page.protect:
        assert f"{risk.name}: {risk.standing}. {risk.why}" in third
    assert page.protect_none in third
    assert [slide.shapes.title.text_frame.text.strip() for slide in slides[1:]] == [
        "The twelve principles",
        page.protect_head,
    ]


def test_charts_hold_the_figures_of_the_report(case):
    first, second, third = opened(case)
    (counts,) = charts_of(first)
    assert list(counts.plots[0].series[0].values) == [n for _, n in board_page(case).tally]
    marks = list(case.principles.values())
    views = {
        "Lived-experience view": [one_decimal(mark.views.practice, CUTS) for mark in marks],
        "Others' view": [one_decimal(mark.views.others, CUTS) for mark in marks],
    }
    shown = {s.name: list(s.values) for chart in charts_of(second) for s in chart.plots[0].series}
    assert shown == {
        name: known for name, known in views.items() if any(v is not None for v in known)
    }
    by_name = {mark.principle.name: mark.views for mark in marks}
    for chart in charts_of(third):
        practice, warning = (list(series.values) for series in chart.plots[0].series)
        risks = [by_name[name] for name in chart.plots[0].categories]
        assert practice == [one_decimal(one.practice, CUTS) for one in risks]
        assert warning == [one_decimal(one.warning, CUTS) for one in risks]


def test_every_chart_has_words_and_a_workbook_to_edit_it_by(case):
    for slide in opened(case):
        for shape in slide.shapes:
            if shape.has_chart:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
                blob = shape.chart.part.chart_workbook.xlsx_part.blob
                assert load_workbook(BytesIO(blob)).active.max_row > 2


def test_no_clock_is_in_the_bytes(monkeypatch):
    once = pptx(report_slides(CAST["lifelike"]))
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert pptx(report_slides(CAST["lifelike"])) == once
    with ZipFile(BytesIO(once)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        books = [name for name in archive.namelist() if name.endswith(".xlsx")]
        assert len(books) == 3
        for name in books:
            with ZipFile(BytesIO(archive.read(name))) as book:
                assert b"1980-01-01T00:00:00Z" in book.read("docProps/core.xml")
