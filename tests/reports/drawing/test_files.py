"""The bytes: the same every time, safe inside a page, and silent about what is withheld."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from reports.drawing.chart import printed
from reports.one.charts import CHARTS
from tests.reports.drawing.sets import SETS, page
from tests.reports.one.charts.cast import CAST, EVERYBODY, always, assessed, lifelike, stated

pytestmark = pytest.mark.one_in(4)

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def draw(marked, name):
    return printed(CHARTS[name].of(marked))


@pytest.fixture(scope="module", params=SETS)
def charts(request):
    return SETS[request.param]()


def test_each_has_a_title_and_a_sentence(charts):
    assert charts
    assert all(chart.title and chart.sentence for chart in charts)


def test_svg_says_what_it_shows(charts):
    for chart in charts:
        root = fromstring(chart.svg)
        title, desc = root[0], root[1]
        assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
        assert (title.text, desc.text) == (chart.title, chart.sentence)
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_svg_may_stand_in_a_page_with_a_strict_policy(charts):
    for chart in charts:
        elements = list(fromstring(chart.svg).iter())
        assert not {"style", "script", "metadata", "image", "a"} & {
            element.tag.rpartition("}")[2] for element in elements
        }
        assert not any("style" in element.attrib for element in elements)
        assert not any(key.startswith("on") for element in elements for key in element.attrib)
        assert all(e.get(LINK, "#").startswith("#") for e in elements)
        assert not re.search(rb"url\((?!#)|@import|<!DOCTYPE", chart.svg)


def test_svg_references_are_there_and_no_id_is_spare(charts):
    for chart in charts:
        root = fromstring(chart.svg)
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        text = chart.svg.decode()
        used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', text))
        used = {first or second for first, second in used} | set(
            root.get("aria-labelledby").split()
        )
        assert len(ids) == len(set(ids))
        assert set(ids) == used


def test_charts_of_one_page_share_an_id_only_for_the_same_thing():
    meanings = {}
    for case in ("lifelike", "some missing"):
        for chart in page(CHARTS, CAST[case])():
            for element in fromstring(chart.svg).iter():
                if element.get("id"):
                    content = (element.tag, element.text, element.get("d"), len(element))
                    assert meanings.setdefault(element.get("id"), content) == content


def test_sizes(charts):
    """What stands beside many others may be twice as large."""
    many = 1 if charts[-1].name in CHARTS else 2
    for chart in charts:
        assert len(chart.svg) < 120_000 * many
        assert len(chart.png) < 300_000 * many


def test_png_is_sharp_and_says_nothing_of_when_or_how(charts):
    for chart in charts:
        image = Image.open(BytesIO(chart.png))
        image.load()
        assert image.width == 1260  # 160 mm at 200 dpi
        assert set(image.info) == {"dpi"}


def test_the_same_marks_give_the_same_bytes_from_eight_threads():
    marked = CAST["lifelike"]
    once = draw(marked, "principles")
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda _: draw(marked, "principles"), range(8)))

    assert all(chart == once for chart in drawn)


@pytest.mark.parametrize("name", ["published, sixteen", "over time, three", "programmes"])
def test_compared_and_over_time_give_the_same_bytes(name):
    with ThreadPoolExecutor(4) as pool:
        first, second = pool.map(lambda _: SETS[name](), range(2))

    assert second == first


def test_all_five_at_once_from_eight_threads():
    jobs = [(case, name) for case in ("lifelike", "odd words") for name in CHARTS]
    alone = [draw(CAST[case], name) for case, name in jobs]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda job: draw(CAST[job[0]], job[1]), jobs))

    assert together == alone


def test_what_is_withheld_changes_no_byte():
    """Four people's answers, all 0 or all 4, leave every file the same."""
    people = {**EVERYBODY, "giving": 4, "staff": 3}

    def hidden(rating):
        def rate(side, item, person):
            return rating if people[side] in (3, 4) else lifelike(side, item, person)

        return page(CHARTS, assessed(rate, people, own_part=stated(3)))()

    assert hidden(0) == hidden(4)


def test_that_the_canary_can_die():
    """With five people the same answers are released, and are seen."""
    people = {**EVERYBODY, "giving": 5}
    files = [draw(assessed(always(rating), people), "perspectives") for rating in (0, 4)]

    assert files[0].svg != files[1].svg


def test_importing_is_light_and_drawing_needs_no_django():
    program = (
        "import sys\n"
        "from reports.drawing.chart import printed\n"
        "from tests.reports.drawing.sets import EVERY\n"
        "pictures = [design.of(of) for design, of in EVERY.values()]\n"
        "assert 'matplotlib' not in sys.modules\n"
        "list(map(printed, pictures[:5]))\n"
        "assert not {'django', 'openpyxl', 'matplotlib.pyplot'} & set(sys.modules)\n"
    )

    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()
