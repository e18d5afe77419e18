"""Charts and downloads: drawn once, safely named, never opened in the site's own name."""

import gzip
import json
from xml.etree import ElementTree as ET

import pytest

from assessment.steps import planning
from questions import load
from reports import kept, kept_charts
from reports.one.charts import CHARTS
from reports.one.report_publications import REPORT_PUBLICATIONS
from tests.assessment.answered import open_assessment
from tests.cast import signed_in
from tests.reports.builder import closed_with, sample

EVERY = [one.name for one in REPORT_PUBLICATIONS]


@pytest.fixture
def address(cast):
    evil = '../"x";\r\nSet-Cookie: a=b; ünï/=cmd'
    assessment = closed_with(cast, sample(organisation=evil, programme="Café & friends"))
    planning.publish(assessment=assessment, who=cast.owner)  # a poster of the page it turns on
    return f"/assessments/{assessment.pk}/report/"


@pytest.mark.one_in(3)
@pytest.mark.parametrize("name", EVERY)
def test_every_file_is_for_saving_under_a_safe_name(cast, address, name):
    answer = signed_in(cast.viewer).get(address + name)
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == (
        f'attachment; filename="x-set-cookie-ab-unicmd-cafe-friends-2026-11-20-{name}"'
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers


def test_a_chart_is_drawn_once_whoever_asks_and_after_a_start(cast, address, drawn):
    for person in (cast.viewer, cast.owner):
        for kind in ("svg", "png"):
            assert signed_in(person).get(f"{address}map.{kind}").status_code == 200
    kept.read_kept.cache_clear()  # as after a start: only the cache of the site is left
    signed_in(cast.editor).get(f"{address}map.svg")
    assert drawn == ["map"]


def test_the_page_itself_draws_nothing(cast, address, drawn):
    signed_in(cast.viewer).get(address)
    assert drawn == []


def test_a_chart_is_drawn_anew_when_what_draws_it_changes(cast, address, drawn, monkeypatch):
    signed_in(cast.viewer).get(f"{address}map.svg")
    monkeypatch.setattr(kept_charts, "libraries", lambda: ["matplotlib 99"])
    signed_in(cast.viewer).get(f"{address}map.svg")
    assert drawn == ["map", "map"]


@pytest.mark.parametrize("name", CHARTS)
def test_an_svg_is_the_same_packed_or_not(cast, address, name):
    packed = signed_in(cast.viewer, headers={"accept-encoding": "br, gzip"}).get(
        f"{address}{name}.svg"
    )
    plain = signed_in(cast.viewer).get(f"{address}{name}.svg")
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert packed["Content-Type"] == plain["Content-Type"] == "image/svg+xml"
    assert gzip.decompress(packed.content) == plain.content
    assert ET.fromstring(plain.content).tag.endswith("}svg")
    assert len(packed.content) < 25_000


def test_a_png_is_one(cast, address):
    answer = signed_in(cast.viewer).get(f"{address}pyramid.png")
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_the_json_is_what_closing_stored(cast):
    assessment = closed_with(cast, sample())
    answer = signed_in(cast.viewer).get(f"/assessments/{assessment.pk}/report/results.json")
    assert answer.content.decode() == assessment.report.results
    assert json.loads(answer.content)["method"] == load().method


@pytest.mark.parametrize("name", ["nothing.svg", "map.gif", "report.odt", "..", "map"])
def test_there_is_no_other_file(cast, address, name):
    assert signed_in(cast.viewer).get(address + name).status_code == 404


@pytest.mark.parametrize("name", ["map.svg", "cells.csv"])
def test_a_stranger_finds_the_same_nothing_everywhere(cast, address, name):
    opened = open_assessment(cast)
    client = signed_in(cast.stranger)
    answers = [client.get(address + name), client.get(f"/assessments/{opened.pk}/report/{name}")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
