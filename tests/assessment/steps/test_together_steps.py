"""Rating it together: one room, one draft, taken up again at will."""

import json

import pytest

from assessment import keys
from assessment.ballots import Ballots, Draft, Kind
from assessment.drafts import find_of_room
from assessment.models import Assessment, ClosedReport, State
from assessment.room import Room
from assessment.steps import answering, closing, together
from organisations.refusal import Refusal
from questions import load
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import draft_with, link_of, open_assessment, opened
from tests.cast import make_cast

pytestmark = pytest.mark.django_db

SIX = Room(counts={"receiving": 6}, mutual=True)
PANEL = Room(counts={"giving": 2, "receiving": 1, "staff": 2, "commissioner": 0})


def begin(cast, room=SIX, length="short"):
    return together.begin_together(
        programme=cast.programme,
        who=cast.editor,
        instrument=DEFAULT_VERSION,
        length=length,
        room=room,
    )


def rate(assessment, answers):
    codes = answering.item_codes(assessment)
    answering.save_page(
        draft=together.draft_of(assessment), answers=dict(zip(codes, answers, strict=False))
    )


def say(assessment, room):
    answering.say_who_is_here(draft=together.draft_of(assessment), room=room)


def results(assessment):
    return json.loads(ClosedReport.objects.get(assessment=assessment).results)


def test_it_is_open_at_once_with_one_group_that_has_said_who_it_is():
    assessment = begin(make_cast(), PANEL)
    assert (assessment.state, assessment.together) == (State.OPEN, True)
    assert (assessment.panel_people, assessment.panel_lived) == (5, 3)
    assert [(p.code, p.mode) for p in assessment.perspectives.all()] == [("panel", "group")]
    assert together.draft_of(assessment).group == PANEL.as_kept(load())


def test_a_mutual_group_of_six_gets_a_fair_report_with_twelve_levels():
    cast = make_cast()
    assessment = begin(cast)
    rate(assessment, [3, 3, 1] * 12)
    answering.send(draft=together.draft_of(assessment))
    closing.close(assessment=assessment, who=cast.owner)
    report = results(assessment)
    assert report["confidence"] == "Fair"
    assert [part["level"] for part in report["principles"].values()] == ["Holding"] * 12
    assert report["groups"]["receiving"][0]["people"] == 6


def test_progress_counts_principles_with_an_answer():
    assessment = begin(make_cast())
    rate(assessment, [3, None, None, "DK"])
    assert together.room_progress(assessment) == together.RoomProgress(2, 12, sent=False)
    answering.send(draft=together.draft_of(assessment))
    assert together.room_progress(assessment).sent


def test_what_was_sent_can_be_taken_back_until_it_closes():
    assessment = begin(make_cast())
    rate(assessment, [3, 4])
    answering.send(draft=together.draft_of(assessment))
    together.take_back(assessment=assessment)
    draft = together.draft_of(assessment)
    assert answering.answers_of(draft, assessment)["mutuality-2"] == 4
    assert draft.group["people"] == 6
    assert not Ballots.objects.exists()
    rate(assessment, [1])
    answering.send(draft=together.draft_of(assessment))
    assert opened(assessment)[0][:2] == "14"


def test_a_window_that_was_open_when_the_room_sent_changes_nothing_after():
    """What it read is still there, and was sent."""
    assessment = begin(make_cast())
    rate(assessment, [3, 4])
    seen = together.draft_of(assessment)
    answering.send(draft=together.draft_of(assessment))
    answering.save_page(draft=seen, answers={"mutuality-1": 0})
    assert answering.answers_of(together.draft_of(assessment), assessment)["mutuality-1"] == 3


def test_taking_back_what_was_never_sent_changes_nothing():
    assessment = begin(make_cast())
    rate(assessment, [2])
    together.take_back(assessment=assessment)
    assert answering.answers_of(together.draft_of(assessment), assessment)["mutuality-1"] == 2


def test_nothing_is_taken_back_where_two_groups_have_sent():
    assessment = begin(make_cast())
    rate(assessment, [3])
    answering.send(draft=together.draft_of(assessment))
    answering.send(draft=draft_with(link_of(assessment, "receiving"), [0]))
    with pytest.raises(Refusal, match="More than one group"):
        together.take_back(assessment=assessment)
    assert len(opened(assessment)) == 2


def test_what_stands_is_sent_before_closing_and_a_blank_draft_is_not():
    assessment = begin(make_cast())
    together.send_what_stands(assessment=assessment)
    assert not together.room_progress(assessment).sent
    rate(assessment, [3])
    together.send_what_stands(assessment=assessment)
    together.send_what_stands(assessment=assessment)
    assert len(opened(assessment)) == 1


def test_somebody_came_between_two_sittings():
    assessment = begin(make_cast(), PANEL)
    say(assessment, Room(counts={"receiving": 3, "staff": 4}))
    assessment.refresh_from_db()
    assert (assessment.panel_people, assessment.panel_lived) == (7, 3)
    assert together.draft_of(assessment).group == {
        "people": 7,
        "from": "people who receive peer support, other staff and managers",
        "counts": {"receiving": 3, "staff": 4},
    }


def test_the_room_stays_as_it_was_once_its_rating_is_sent():
    assessment = begin(make_cast(), PANEL)
    rate(assessment, [3])
    answering.send(draft=together.draft_of(assessment))
    say(assessment, Room(counts={"giving": 9}))
    assessment.refresh_from_db()
    assert (assessment.panel_people, assessment.panel_lived) == (5, 3)
    assert json.loads(*opened(assessment, Kind.ROOMS))["people"] == 5
    together.take_back(assessment=assessment)
    say(assessment, Room(counts={"giving": 9}))
    assessment.refresh_from_db()
    assert (assessment.panel_people, assessment.panel_lived) == (9, 9)


def test_the_rooms_key_is_not_in_the_database():
    """Whoever holds a copy of it alone reads no more of a room's draft than of anybody's."""
    assessment = begin(make_cast())
    key = together.draft_of(assessment).key
    assert keys.room_file(assessment.pk).read_bytes() == key
    for row in (*Draft.objects.values(), *Assessment.objects.values()):
        held = b"".join(
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for value in row.values()
        )
        assert key not in held
        assert key.hex().encode() not in held


@pytest.mark.django_db(transaction=True)
def test_closing_destroys_the_rooms_key():
    cast = make_cast()
    assessment = begin(cast)
    assert keys.room_file(assessment.pk).exists()
    closing.close(assessment=assessment, who=cast.owner)
    assert find_of_room(assessment) is None
    assert not keys.room_file(assessment.pk).exists()


def test_how_far_the_room_is(cast):
    assessment = begin(cast)
    rate(assessment, [3] * 3)
    found = together.room_progress(assessment)
    assert (found.rated, found.principles, found.all_rated, found.sent) == (1, 12, False, False)
    rate(assessment, [3] * 36)
    assert together.room_progress(assessment).all_rated


def test_what_was_not_rated_in_a_room_has_no_draft_of_one(cast):
    with pytest.raises(Refusal, match="one room"):
        together.draft_of(open_assessment(cast))
