"""While it is open: links, posters, sheets to print, counts, another date; never a result."""

import datetime
from xml.etree import ElementTree

import pytest
import segno
from django.utils import timezone

from assessment.models import Assessment
from assessment.steps import closing
from organisations.models import AuditEntry
from tests.assessment.answered import another_day, link_of, open_assessment, respond
from tests.assessment.pages.reading import linked_errors, text_of


@pytest.fixture
def opened(cast):
    return open_assessment(cast, giving="individual", receiving="individual", panel="group")


def at(assessment, rest=""):
    return f"/assessments/{assessment.pk}/{rest}"


def test_each_side_has_its_whole_address_to_copy(opened, cast, settings):
    settings.SITE_URL = "https://essence.example"
    page = cast.client("viewer").get(at(opened, "links/"))
    for code in ("giving", "receiving", "panel"):
        address = f"https://essence.example/a/{link_of(opened, code).code}/"
        assert f'value="{address}"' in page.content.decode()
    assert "one person could answer twice" in text_of(page)


def test_on_one_computer_alone_it_says_what_works(opened, cast):
    page = cast.client("viewer").get(at(opened, "links/"), headers={"host": "127.0.0.1:8000"})
    assert "This site runs on this computer alone" in text_of(page)
    assert "qr.svg" not in page.content.decode()


def test_without_a_site_address_the_browsers_own_is_used(opened, cast):
    page = cast.client("viewer").get(at(opened, "links/")).content.decode()
    assert f'value="http://testserver/a/{link_of(opened, "giving").code}/"' in page


def test_the_qr_code_is_an_svg_of_that_address(opened, cast, monkeypatch):
    made, make = [], segno.make
    monkeypatch.setattr(segno, "make", lambda text, **more: made.append(text) or make(text, **more))
    response = cast.client("viewer").get(at(opened, "links/receiving/qr.svg"))
    assert made == [f"http://testserver/a/{link_of(opened, 'receiving').code}/"]
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert ElementTree.fromstring(response.content).tag.endswith("svg")


@pytest.mark.parametrize(
    "page", ["links/staff/poster/", "links/staff/qr.svg", "questionnaire/staff/"]
)
def test_a_side_that_is_not_asked_is_not_found(opened, cast, page):
    assert cast.client("owner").get(at(opened, page)).status_code == 404


def test_after_closing_there_is_nothing_to_share(opened, cast):
    code = link_of(opened, "giving").code
    closing.close(assessment=opened, who=cast.owner)
    client = cast.client("owner")
    assert code not in client.get(at(opened, "links/")).content.decode()
    assert client.get(at(opened, "links/giving/poster/")).status_code == 404


def test_the_overview_says_roughly_how_many_and_no_result(opened, cast):
    for number in range(11):
        respond(opened, "receiving", [4] * 36, comment=f"canary comment {number}")
    for _ in range(4):
        respond(opened, "giving", [1] * 36)
    respond(opened, "panel", [2] * 36)
    another_day()
    text = text_of(cast.client("viewer").get(at(opened)))
    by_link = "each person alone, with a shared link"
    assert f"People who receive peer support {by_link} 10 people, or a few more" in text
    assert f"People who give peer support {by_link} not enough yet" in text
    assert "People in the mixed panel groups 1 group rating" in text
    assert "canary" not in text


def test_no_page_tells_nine_from_none(opened, cast):
    """Whatever anybody may open says the same of no answers and of k - 1."""
    client = cast.client("owner")
    pages = ["", "links/", "close/", "standards/A/"]
    before = [text_of(client.get(at(opened, page))) for page in pages]
    for _ in range(9):
        respond(opened, "giving", [1] * 36, comment="nine")
    another_day()
    assert [text_of(client.get(at(opened, page))) for page in pages] == before
    respond(opened, "giving", [1] * 36)
    another_day()
    assert [text_of(client.get(at(opened, page))) for page in pages] != before


def test_another_closing_date(opened, cast):
    client = cast.client("owner")
    wrong = client.post(at(opened, "extend/"), {"closes_on": "2020-01-01"})
    assert wrong.status_code == 422
    assert linked_errors(wrong) == ["id_closes_on"]
    assert client.post(at(opened, "extend/"), {"closes_on": "2099-05-01"}).status_code == 302
    opened.refresh_from_db()
    assert opened.closes_on == datetime.date(2099, 5, 1)
    assert AuditEntry.objects.first().what == "moved the closing date of Autumn to 1 May 2099"


def test_once_closed_the_date_stays(opened, cast):
    closing.close(assessment=opened, who=cast.owner)
    response = cast.client("owner").post(at(opened, "extend/"), {"closes_on": "2099-05-01"})
    assert response.status_code == 422
    opened.refresh_from_db()
    assert opened.closes_on == timezone.localdate()


def test_a_date_that_has_passed_is_said_and_closes_nothing(opened, cast):
    Assessment.objects.update(closes_on=datetime.date(2020, 1, 1))
    assert "Its closing date has passed" in text_of(cast.client("viewer").get(at(opened)))
    opened.refresh_from_db()
    assert opened.state == "open"
