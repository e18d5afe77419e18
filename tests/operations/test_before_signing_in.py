"""What anybody can do before they sign in: read a sample report, try twelve statements."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from operations import sample, trying
from questions import load
from tests.access.snapshots import snapshot
from tests.cast import text
from tests.reading_pdf import text_of as text_of_pdf

pytestmark = pytest.mark.django_db


def tried(**chosen):
    return Client().post(reverse("try_it"), chosen)


def test_the_front_page_leads_to_both(cast):  # noqa: ARG001 - a site with somebody on it
    page = Client().get("/").content.decode()
    assert {reverse("sample"), reverse("try_it")} <= set(re.findall('href="([^"]*)"', page))


def test_one_statement_of_each_principle():
    form = Client().get(reverse("try_it")).context["form"]
    assert list(form.fields) == [one.code for one in load().principles]
    assert [field.label for field in form.fields.values()] == [
        one.items[0].text for one in load().principles
    ]


def test_nothing_is_kept_and_nobody_is_known_again():
    before = snapshot()
    page = tried(mutuality="4", respect="0", equality="DK")
    assert snapshot() == before
    assert set(page.cookies) <= {"csrftoken", "__Host-csrftoken"}
    assert "checked" not in text(Client().get(reverse("try_it")))


def test_what_to_talk_about_is_what_is_lowest_and_highest():
    page = tried(mutuality="4", solidarity="3", synergy="2", respect="0", stigma="1", equality="DK")
    talk = [(one.principle.code, one.rating) for _asked, one in page.context["talk"]]
    assert talk == [("respect", 0), ("stigma", 1), ("mutuality", 4), ("solidarity", 3)]
    said = text(page)
    assert "Of 5 statements that you rated, 2 are mostly or fully true here, and 2 a little" in said
    assert "of: Equality and empowerment. Who would know?" in said
    assert "not a validated measure" in said


def test_never_more_than_three_of_each():
    every = {one.code: "0" for one in load().principles}
    assert len(tried(**every).context["talk"]) == trying.TALKED_OF


def test_the_radar_has_a_dot_where_something_was_rated():
    page = tried(mutuality="4", sharing="2", respect="DK")
    outline = page.context["outline"]
    assert outline[0] == ("120.0", "20.0")  # the first spoke, at its end
    assert outline[1] == ("170.0", "120.0")  # the fourth, half-way, a quarter round
    assert len(outline) == 2
    assert page.context["edges"] == []  # between them lie two that were not rated
    assert len(tried(mutuality="4", solidarity="2", respect="1").context["edges"]) == 2
    assert len(page.context["spokes"]) == 12


def test_nothing_rated_is_said_and_not_drawn():
    page = tried()
    assert "there is nothing to draw" in text(page)
    assert '<svg class="small-radar"' not in text(page)


def test_what_is_no_answer_is_refused():
    assert tried(mutuality="9").status_code == 422


def test_the_sample_is_said_to_be_invented():
    page = text(Client().get(reverse("sample")))
    assert "Everything here is invented" in page
    assert sample.sample_marked(None).results.about.organisation == "An invented NHS trust"
    assert page.count("At risk") > 3


@pytest.mark.parametrize("name", sample.OFFERED)
def test_each_of_its_files_can_be_had(name):
    response = Client().get(reverse("sample_file", args=[name]))
    assert response.status_code == 200
    assert "an-invented-nhs-trust" in response.headers["Content-Disposition"]
    if name == "board.pdf":
        assert "An invented NHS trust" in text_of_pdf(response.content)


def test_no_other_file_is_made_for_strangers():
    assert Client().get(reverse("sample_file", args=["all.zip"])).status_code == 404
