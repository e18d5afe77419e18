"""``over_time``: what the site's page says of the same files, and what is refused."""

import json
from datetime import date

import pytest
from django.core.management import call_command

from assessment.method import mark, to_json
from questions import Length
from reports.closed_assessments import closed_assessments_of, last_two
from reports.publications import unbundled
from reports.years.choosing import Story, marked_assessments
from reports.years.over_time_publications import OVER_TIME_PUBLICATIONS
from reports.years.told import told_of
from tests.reports.builder import sample
from tests.reports.earlier import closed_on

pytestmark = pytest.mark.django_db

DAYS = (date(2024, 11, 20), date(2025, 11, 20), date(2026, 11, 20))


def results(seed, day, **of):
    return sample(seed=seed, closed=day, length=Length.SHORT, **of)


@pytest.fixture
def files(tmp_path):
    made = []
    for seed, day in enumerate(DAYS):
        path = tmp_path / f"{day.year}.json"
        path.write_text(to_json(mark(results(seed, day))), encoding="utf-8")
        made.append(path)
    return made


def over_time(*paths, out):
    call_command("over_time", *map(str, paths), out=out)


def test_the_figures_are_those_of_the_site(cast, files, tmp_path, capsys):
    over_time(files[2], files[0], files[1], out=tmp_path / "out")
    for seed, day in enumerate(DAYS):
        closed_on(cast, day, results(seed, day), name=str(day.year))
    every = closed_assessments_of(cast.programme)
    site = told_of(Story(every, last_two(every), ()), marked_assessments(every))
    tables = [one for one in unbundled(OVER_TIME_PUBLICATIONS) if one.name.endswith(".csv")]
    for one in tables:
        assert (tmp_path / "out" / one.name).read_bytes() == one.make(site)
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {one.name for one in unbundled(OVER_TIME_PUBLICATIONS)}
    said = capsys.readouterr().out
    assert "Then: 2025, closed 20 November 2025. Now: 2026" in said
    for verdict, number in site.tally:
        assert f"{verdict}: {number}" in said


def refused(capsys, *paths, out):
    with pytest.raises(SystemExit):
        over_time(*paths, out=out)
    assert not out.exists()
    return capsys.readouterr().err


def changed(path, **fields):
    table = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(table | fields), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda one: changed(one, closed=None), "it does not say on which day it closed"),
        (lambda one: changed(one, closed="2025-11-20"), "closed on the same day"),
        (lambda one: changed(one, instrument="1999.9"), "1999.9"),
        (lambda one: one.write_text("{"), "this is not JSON"),
        (lambda one: changed(one, standards=None), "standards"),
        (lambda one: one.unlink(), "there is no such file"),
    ],
)
def test_what_is_refused_says_why(files, tmp_path, capsys, spoil, why):
    spoil(files[0])
    assert why in refused(capsys, *files, out=tmp_path / "out")


def test_one_file_has_no_then(files, tmp_path, capsys):
    assert "two files are needed" in refused(capsys, files[0], out=tmp_path / "out")


def test_other_names_are_noted(files, tmp_path, capsys):
    changed(files[0], programme="Another")
    over_time(*files, out=tmp_path / "out")
    assert "do not all name the same" in capsys.readouterr().err
