"""A kept chart never stands for another: whatever it is made from changes its key."""

import dataclasses
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import grimp
import pytest

from questions.reading import DEFAULT_VERSION
from reports import kept_charts
from reports.kept_charts import DRAWING_CODE, LIBRARIES, libraries, picture_digest
from reports.one.charts import CHARTS
from tests.reports.drawing.sets import EVERY
from tests.reports.one.charts.cast import CAST

HOUSE = Path(__file__).parents[2]
INSTRUMENT = f"questions/instruments/{DEFAULT_VERSION}.toml"
PYRAMID = "reports/one/charts/pyramid.py"
SAY_DIGESTS = """
from reports.kept_charts import picture_digest
from reports.one.charts import CHARTS
from tests.reports.one.charts.cast import CAST
for name, design in CHARTS.items():
    print(name, picture_digest(design.of(CAST["lifelike"])))
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """What the charts are made by, to be changed; whatever else is imported is the real one."""
    folder = tmp_path_factory.mktemp("house")
    for package in ("questions", "assessment", "reports"):
        shutil.copytree(HOUSE / package, folder / package)
    return folder


def digests(house):
    """Of the charts of one report, as a new process has them."""
    done = subprocess.run(
        [sys.executable, "-c", SAY_DIGESTS],
        env={"PYTHONPATH": f"{house}:{HOUSE}"},
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(line.split() for line in done.stdout.splitlines())


@pytest.fixture(scope="module")
def before(house):
    return digests(house)


@pytest.fixture
def changed(house, before):
    """The charts whose key is another where one text in some files is another."""
    kept = {}

    def changed(was, now, *files):
        for file in map(house.joinpath, files):
            kept[file] = file.read_text()
            assert was in kept[file], f"{file} does not say '{was}'"
            file.write_text(kept[file].replace(was, now))
        after = digests(house)
        return {name for name in CHARTS if after[name] != before[name]}

    yield changed
    for file, text in kept.items():
        file.write_text(text)


def test_two_processes_agree(house, before):
    assert digests(house) == before
    assert set(before) == set(CHARTS)


def test_the_name_of_a_level(changed):
    files = ("assessment/method/levels.py", "questions/shape.py", INSTRUMENT)
    assert changed("Under pressure", "Pressed upon", *files) == set(CHARTS)


def test_a_word(changed):
    """The two whose own parts stand beside that module are drawn again too."""
    found = changed("}: {sides}", "} of {sides}", "reports/one/charts/report_radars.py")
    assert found == {"principles", "map", "pyramid"}


def test_the_instrument(changed):
    assert changed('"Role clarity and conduct"', '"Roles and conduct"', INSTRUMENT) == {"standards"}


def test_the_code_that_draws(changed):
    assert changed("RADIUS = 42.0", "RADIUS = 41.0", "reports/drawing/circle.py") == set(CHARTS)
    assert changed("BASE, TIP, TALL = 84.0", "BASE, TIP, TALL = 83.0", PYRAMID) >= {"pyramid"}


def test_a_figure_and_a_name():
    marked = CAST["lifelike"]
    about = dataclasses.replace(marked.results.about, organisation="Elsewhere")
    renamed = dataclasses.replace(marked, results=dataclasses.replace(marked.results, about=about))
    structure = dataclasses.replace(marked.structure, formal=1.5)
    moved = dataclasses.replace(marked, structure=structure)
    keys = [picture_digest(CHARTS["map"].of(one)) for one in (marked, renamed, moved)]
    assert len(set(keys)) == 3


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library(library, monkeypatch):
    picture = CHARTS["map"].of(CAST["lifelike"])
    before = picture_digest(picture)
    libraries.cache_clear()
    monkeypatch.setattr(kept_charts, "version", lambda name: "99" if name == library else "1")
    other = picture_digest(picture)
    monkeypatch.undo()
    libraries.cache_clear()
    assert (other != before, picture_digest(picture) == before) == (True, True)


@pytest.mark.one_in(3)
@pytest.mark.parametrize(("design", "of"), EVERY.values(), ids=EVERY)
def test_a_picture_is_of_plain_values(design, of):
    """What a set or a function says of itself differs between two workers."""
    assert odd_ones(design.of(of)) == []


def odd_ones(value):
    if isinstance(value, tuple):
        return [odd for one in value for odd in odd_ones(one)]
    if dataclasses.is_dataclass(value):
        assert value.__dataclass_params__.frozen
        return [odd for f in dataclasses.fields(value) for odd in odd_ones(getattr(value, f.name))]
    return [] if value is None or isinstance(value, str | float | int | date) else [value]


def test_what_draws_runs_no_code_that_is_not_in_the_key():
    """Comparisons are kept in memory alone (``comparing.kept_figures``)."""
    graph = grimp.build_graph("questions", "assessment", "reports", cache_dir=None)
    parts = {type(part).__module__ for one, of in EVERY.values() for part in one.of(of).parts}
    kept = {module for module in parts if not module.startswith("comparing")}
    assert {"reports.one.charts.plane", "reports.years.charts.dumbbells"} <= kept
    for module in {"reports.drawing.output", "reports.drawing.artists", *kept}:
        own = module.rpartition(".")[0].replace(".", "/")
        needed = {one.replace(".", "/") for one in graph.find_upstream_modules(module)}
        assert [one for one in needed if not one.startswith((*DRAWING_CODE, own))] == []
