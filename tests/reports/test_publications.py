"""One list a subject: page, address, zip and command have the same files, byte for byte."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.urls import reverse

from assessment.method import from_json
from assessment.models import ClosedReport
from assessment.steps import planning
from organisations.models import Programme
from questions import load
from reports.one.report_publications import CHANGED_POSTERS, REPORT_PUBLICATIONS
from reports.programmes.side_by_side_publications import SIDE_BY_SIDE_PUBLICATIONS
from reports.publications import ZIP, unbundled
from reports.years.over_time_publications import OVER_TIME_PUBLICATIONS
from reports.zipping import zipped
from tests.cast import signed_in
from tests.reports.builder import closed_with, sample
from tests.reports.earlier import closed_on, two_assessments

ANSWERS = Path(__file__).parents[2] / "demo" / "answers.xlsx"
NAMED_AFTER = "northfield-trust-community-peers-2026-11-20"


def report(cast):
    assessment = closed_with(cast, sample())
    planning.publish(assessment=assessment, who=cast.owner)  # a poster of the page it turns on
    return reverse("report", args=[assessment.pk]), NAMED_AFTER


def over_time(cast):
    two_assessments(cast)
    return reverse("over_time", args=[cast.programme.pk]), NAMED_AFTER


def side_by_side(cast):
    for name in ("One", "Two"):
        programme = Programme.objects.create(organisation=cast.organisation, name=name)
        closed_on(cast, date(2026, 5, 1), sample(), programme=programme)
    return reverse("side_by_side", args=[cast.organisation.pk]), "northfield-trust-2026-05-01"


SUBJECTS = {
    "report": (report, REPORT_PUBLICATIONS),
    "over time": (over_time, OVER_TIME_PUBLICATIONS),
    "side by side": (side_by_side, SIDE_BY_SIDE_PUBLICATIONS),
}


@pytest.mark.parametrize(("make", "publications"), SUBJECTS.values(), ids=SUBJECTS)
def test_every_file_is_had_by_its_address_and_in_the_zip(cast, make, publications):
    (page, named_after), client = make(cast), signed_in(cast.viewer)
    answers = {one.name: client.get(page + one.name) for one in publications}
    for one in publications:
        answer = answers[one.name]
        assert answer.status_code == 200, one.name
        assert answer["Content-Type"] == one.content_type
        assert answer["Content-Disposition"] == f'attachment; filename="{named_after}-{one.name}"'
    with ZipFile(BytesIO(answers.pop("all.zip").content)) as archive:
        assert archive.namelist() == list(answers)
        assert {name: archive.read(name) for name in answers} == {
            name: answer.content for name, answer in answers.items()
        }


@pytest.mark.parametrize(("make", "publications"), SUBJECTS.values(), ids=SUBJECTS)
def test_a_page_leads_to_every_file(cast, make, publications):
    (page, _), client = make(cast), signed_in(cast.viewer)
    led_to = re.findall(r'(?:href|src)="([^"]+)"', client.get(page).content.decode())
    names = {address.partition("?")[0].rpartition("/")[2] for address in led_to}
    assert {one.name for one in publications} <= names
    for name in ("nothing.svg", "all.tar", "report", "ALL.ZIP", "all.zip.csv"):
        assert client.get(page + name).status_code == 404


def test_score_writes_what_the_site_hands_out(cast, tmp_path):
    """Without a plan, and a page that tells of it: there is none where there is no site."""
    out = tmp_path / "report"
    call_command("score", str(ANSWERS), out=out)
    results = (out / "results.json").read_text()
    assessment = closed_with(cast, from_json(results, load()))
    assert ClosedReport.objects.get().results == results
    page, client = reverse("report", args=[assessment.pk]), signed_in(cast.viewer)
    written = {path.name: path.read_bytes() for path in out.iterdir()}
    there = set(unbundled(REPORT_PUBLICATIONS)) - set(CHANGED_POSTERS)
    assert set(written) == {one.name for one in there}
    for name, content in written.items():
        assert client.get(page + name).content == content, name


def test_a_zip_says_nothing_of_when_or_where_it_was_made():
    files = [("a.csv", b"one"), ("b.png", b"two")]
    assert zipped(iter(files)) == zipped(iter(files))
    with ZipFile(BytesIO(zipped(files))) as archive:
        members = archive.infolist()
    assert {(one.date_time, one.create_system, one.external_attr) for one in members} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)
    }


@pytest.mark.parametrize("publications", [list_ for _, list_ in SUBJECTS.values()], ids=SUBJECTS)
def test_a_list_names_each_file_once_and_ends_with_all_of_them(publications):
    names = [one.name for one in publications]
    assert len(names) == len(set(names))
    assert [one.name for one in publications if one.content_type == ZIP] == names[-1:]
