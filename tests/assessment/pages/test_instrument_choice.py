"""Which of the host's instruments is asked: chosen once, and used by everything after it."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from assessment.models import Assessment, ClosedReport
from questions.reading import DEFAULT_VERSION
from tests.assessment.pages.reading import linked_errors, text_of
from tests.assessment.pages.test_own_part import posted_of
from tests.instruments import OLDER_VERSION, OWN_NAME, OWN_VERSION
from tests.walking import walked

BASICS = {"name": "Autumn 2026", "length": "short", "mutual": "no"}
ROOM = {"length": "short", "kind": "mutual", "members": "6"}


@pytest.fixture(params=["assessments/new/", "together/"])
def begins(request, cast):
    """The address of either page that an assessment begins on."""
    return f"/programmes/{cast.programme.pk}/{request.param}"


def offered(page):
    return re.findall(r'name="instrument" value="([^"]+)"', page.content.decode())


def test_nothing_is_asked_where_there_is_one(begins, cast):
    assert offered(cast.client("editor").get(begins)) == []


def test_the_newest_bundled_one_comes_first_and_is_ticked(begins, cast, own_instrument):
    page = cast.client("editor").get(begins)
    assert offered(page) == [DEFAULT_VERSION, own_instrument]
    (ticked,) = re.findall(r'name="instrument" value="([^"]+)"[^>]* checked', page.content.decode())
    assert ticked == DEFAULT_VERSION
    assert f"Ours: words of our own ({own_instrument})" in text_of(page)


def test_what_is_not_whole_is_not_offered(begins, cast, own_instrument, settings):
    (settings.INSTRUMENTS_DIR / "broken.toml").write_text('version = "broken"')
    assert offered(cast.client("editor").get(begins)) == [DEFAULT_VERSION, own_instrument]


def test_one_of_an_older_method_is_read_and_not_asked_anew(begins, cast, older_instrument):
    assert older_instrument.version == OLDER_VERSION
    assert offered(cast.client("editor").get(begins)) == []


@pytest.mark.parametrize("chosen", [DEFAULT_VERSION, OWN_VERSION])
def test_what_is_chosen_is_asked(cast, own_instrument, chosen):  # noqa: ARG001
    client, programme = cast.client("editor"), f"/programmes/{cast.programme.pk}"
    client.post(f"{programme}/assessments/new/", {**BASICS, "instrument": chosen})
    client.post(f"{programme}/together/", {**ROOM, "instrument": chosen})
    assert [one.instrument for one in Assessment.objects.all()] == [chosen, chosen]


def test_what_is_not_offered_cannot_be_chosen(begins, cast, own_instrument):  # noqa: ARG001
    response = cast.client("editor").post(begins, {**BASICS, **ROOM, "instrument": "../secret"})
    assert response.status_code == 422
    assert linked_errors(response) == ["id_instrument_0"]
    assert not Assessment.objects.exists()


@pytest.mark.one_in(3, "every page")
def test_a_hosts_instrument_goes_all_the_way_to_its_report(cast, own_instrument):
    """Every step by its page, and every page that can be reached on the way."""
    client = cast.client("owner")
    new = f"/programmes/{cast.programme.pk}/assessments/new/"
    people = client.post(new, {**BASICS, "instrument": own_instrument}).headers["Location"]
    client.post(people, {"receiving": "link", "partner": "group"})
    assessment = Assessment.objects.get()
    home = f"/assessments/{assessment.pk}/"
    client.post(f"{home}setup/privacy/", {"k": "5", "closes_on": timezone.localdate().isoformat()})
    assert f"({own_instrument})" in text_of(client.get(f"{home}setup/review/"))
    drafted = walked(client, home, within=home)
    assert f"{home}preview/receiving/1/" in drafted

    client.post(f"{home}open/", {"sure": "on"})
    opened = walked(client, home, within=home)
    assert f"{home}links/receiving/poster/" in opened
    for _person in range(5):
        answer_every_page(assessment.perspectives.get(code="receiving").link)
    for part, said in (("standards/A/", "S01-rating"), ("pyramid/", "L1-rating")):
        page = client.get(f"{home}{part}")
        assert client.post(f"{home}{part}", posted_of(page, **{said: "3"})).status_code == 302

    client.post(f"{home}close/", {"sure": "on"})
    closed = walked(client, f"{home}report/", within=home)
    assert {"application/json", "image/png", "text/csv"} <= set(closed.values())
    report = ClosedReport.objects.get()
    assert f'"instrument": "{own_instrument}"' in report.results
    assert OWN_NAME in text_of(client.get(f"{home}report/"))


def answer_every_page(link):
    browser = Client()
    address = browser.post(f"/a/{link.code}/", {"words": "plain"}).headers["Location"]
    while re.search(r"/\d+/$", address):
        page = browser.get(address).content.decode()
        items = set(re.findall(r'<input type="radio" name="([\w-]+)"', page))
        answers = {item: "1" if "-w" in item else "3" for item in items}
        address = browser.post(address, {**answers, "move": "next"}).headers["Location"]
    browser.post(f"/a/{link.code}/send/")
