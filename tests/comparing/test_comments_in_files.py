"""Files with room for a sentence say how comments are treated; rows and charts have none."""

import html
import re

import pytest

from assessment.method import mark
from assessment.method.document import COMMENTS
from comparing.round_publications import ANONYMOUS_ROUND, BY_NAME_ROUND
from reports.actions.pairs import Told
from reports.drawing.chart import printed
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.programmes.side_by_side_publications import SIDE_BY_SIDE_PUBLICATIONS
from reports.publications import CSV, JSON, PDF, PICTURES, ZIP, finished
from reports.wording.cautions_said import COMMENTS_STAY
from reports.years.over_time_publications import OVER_TIME_PUBLICATIONS
from tests.comparing.lifelike import NAMED, PUBLISHED
from tests.reading_pdf import squeezed, text_of
from tests.reports.builder import sample
from tests.unpacking import parts_of

# Rows and pictures; a zip is made of the others; of a round its JSON is figures alone.
WITHOUT_ROOM = {CSV, ZIP, *PICTURES.values()}


def with_room(publications, *, besides=frozenset()):
    return [one for one in publications if one.content_type not in WITHOUT_ROOM | besides]


def words_of(content, content_type):
    if content_type == PDF:
        return text_of(content)
    parts = b" ".join(part for _name, part in parts_of(content)).decode(errors="replace")
    return html.unescape(re.sub(r"<[^>]*>", " ", parts))


@pytest.mark.one_in(3)
@pytest.mark.parametrize("file", with_room(REPORT_PUBLICATIONS), ids=lambda file: file.name)
def test_a_report_says_where_comments_are(file):
    report = PlannedReport(mark(sample()), told=Told(address="https://essence.example/"))
    content = finished(file.name, file.make(report), printed)
    assert squeezed(COMMENTS) in squeezed(words_of(content, file.content_type))


@pytest.mark.parametrize(
    ("file", "seen"),
    [
        *((one, PUBLISHED["sixteen"]) for one in with_room(ANONYMOUS_ROUND, besides={JSON})),
        *((one, NAMED["six"]) for one in with_room(BY_NAME_ROUND, besides={JSON})),
    ],
    ids=lambda one: getattr(one, "name", ""),
)
def test_a_round_says_that_comments_never_came(file, seen):
    content = finished(file.name, file.make(seen), printed)
    assert squeezed(COMMENTS_STAY) in squeezed(words_of(content, file.content_type))


def test_what_has_no_room_is_rows_and_pictures():
    assert not with_room(OVER_TIME_PUBLICATIONS)
    assert not with_room(SIDE_BY_SIDE_PUBLICATIONS)
