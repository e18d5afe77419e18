"""Who is in a room: everything that is said of it follows from how many of each side there are."""

import pytest

from assessment.room import Room, fewest_in_room, sides_in_room
from questions import load

SHAPE = load().shape
PANEL = Room(counts={"giving": 2, "receiving": 1, "staff": 2, "commissioner": 0})
SIX = Room(counts={"receiving": 6}, mutual=True)


def test_each_person_counts_once():
    assert (PANEL.people, PANEL.lived(SHAPE)) == (5, 3)
    assert (SIX.people, SIX.lived(SHAPE)) == (6, 6)


def test_who_is_not_there_is_not_named():
    assert PANEL.as_kept(load()) == {
        "people": 5,
        "from": "people who give peer support, people who receive peer support, "
        "other staff and managers",
        "counts": {"giving": 2, "receiving": 1, "staff": 2},
    }
    assert SIX.as_kept(load())["from"] == "members of the group"


@pytest.mark.parametrize(
    ("lived", "others", "counts"),
    [(2, 2, True), (2, 3, False), (1, 0, False), (2, 0, True), (1, 1, False), (3, 3, True)],
)
@pytest.mark.parametrize("side", ["giving", "receiving", "partner"])
def test_at_least_two_and_half_of_them_make_a_lived_experience_view(side, lived, others, counts):
    room = Room(counts={side: lived, "staff": others})
    assert room.counts_as_lived(load()) is counts


def test_commissioners_are_no_lived_experience():
    assert not Room(counts={"commissioner": 4}).counts_as_lived(load())


@pytest.mark.parametrize(
    ("perspective", "mutual", "there"),
    [
        ("panel", False, ["giving", "receiving", "partner", "staff", "commissioner"]),
        ("panel", True, ["receiving", "partner", "staff", "commissioner"]),
        ("giving", False, ["giving", "receiving", "partner", "commissioner"]),
        ("receiving", False, ["giving", "receiving", "partner", "commissioner"]),
        ("receiving", True, ["receiving"]),
        ("staff", False, ["giving", "receiving", "partner", "staff", "commissioner"]),
    ],
)
def test_managers_are_not_in_the_room_of_those_who_give_or_receive(perspective, mutual, there):
    assert sides_in_room(perspective, SHAPE, mutual=mutual) == there


def test_a_panel_may_be_fewer_than_three():
    assert [fewest_in_room(code, load()) for code in ("panel", "giving", "partner")] == [1, 3, 3]
