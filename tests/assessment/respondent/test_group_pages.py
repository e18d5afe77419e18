"""A group at its link: who is in the room, and its rating."""

import json

import pytest

from assessment.ballots import Kind
from tests.assessment.answered import link_of, open_assessment, opened
from tests.assessment.respondent.reading import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(client, assessment):
    start = f"/a/{link_of(assessment, 'partner').code}/"
    client.post(start, {"words": "plain"})
    return start


def test_a_group_first_says_who_is_in_the_room(client, group):
    assert client.get(f"{group}1/").url == f"{group}room/"
    response = client.post(f"{group}room/", {"partner": "2"})
    assert response.status_code == 422
    assert '<a href="#id_giving">' in text(response)
    assert "at least 3 in all" in text(response)
    assert 'value="2"' in text(response)
    given = {"partner": "2", "commissioner": "1"}
    assert client.post(f"{group}room/", given).url == f"{group}1/"
    assert "your group agrees on" in text(client.get(f"{group}1/"))
    assert client.post(f"{group}1/", {"move": "room"}).url == f"{group}room/"
    assert 'name="partner" value="2"' in text(client.get(f"{group}room/"))


def test_a_groups_rating_holds_the_room_and_a_different_view(assessment, client, group):
    client.post(f"{group}room/", {"partner": "4"})
    client.post(f"{group}1/", {"mutuality-1": "2"})
    client.post(f"{group}last/", {"text": "One of us sees it the other way round."})
    client.post(f"{group}send/")
    assert [json.loads(one) for one in opened(assessment, Kind.ROOMS)] == [
        {
            "people": 4,
            "from": "partner user-led groups",
            "counts": {"partner": 4},
            "different_view": "One of us sees it the other way round.",
        }
    ]
    assert opened(assessment, Kind.COMMENTS) == []


@pytest.mark.parametrize(
    ("perspective", "people", "status"),
    [("panel", 0, 422), ("panel", 1, 302), ("giving", 2, 422), ("giving", 3, 302)],
)
def test_a_panel_may_be_fewer_than_three(cast, client, perspective, people, status):
    assessment = open_assessment(cast, **{perspective: "group"})
    start = f"/a/{link_of(assessment, perspective).code}/"
    client.post(start, {"words": "plain"})
    assert client.post(f"{start}room/", {"giving": str(people)}).status_code == status


def test_managers_are_not_in_the_room_of_those_who_give_or_receive(cast, client):
    assessment = open_assessment(cast, giving="group", panel="group")
    for perspective, offered in (("giving", False), ("panel", True)):
        start = f"/a/{link_of(assessment, perspective).code}/"
        client.post(start, {"words": "plain"})
        page = text(client.get(f"{start}room/"))
        assert ("Other staff and managers" in page) is offered
        assert ("without managers in the room" in page) is not offered
