"""A respondent's steps, and what the database holds after each."""

import itertools
import json

import pytest

from assessment.ballots import Ballots, Draft
from assessment.drafts import find_draft
from assessment.models import Assessment
from assessment.room import Room
from assessment.steps import answering, closing
from assessment.steps.answering import NothingToSend, NotOpen
from tests.assessment.answered import draft_with, link_of, open_assessment, respond

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment(cast):
    return open_assessment(cast)


@pytest.fixture
def link(assessment):
    return link_of(assessment, "receiving")


def answers(draft):
    return Draft.objects.get(pk=draft.pk).answers


def test_a_draft_begins_blank(link):
    code = answering.begin(link=link)
    assert find_draft(link.code, code).answers == "." * 36


def test_a_page_keeps_every_kind_of_answer_and_blanks_what_was_taken_back(link):
    draft = draft_with(link, [0, 4, "DK", "NA", None])
    assert answers(draft) == "04DN" + "." * 32
    answering.save_page(draft=draft, answers={"mutuality-1": None, "mutuality-2": 1})
    assert answers(draft) == ".1DN" + "." * 32


def test_an_unknown_item_changes_nothing(link):
    draft = draft_with(link, [3])
    with pytest.raises(KeyError):
        answering.save_page(draft=draft, answers={"mutuality-1": 0, "mutuality-9": 0})
    assert answers(draft) == "3" + "." * 35


def test_sending_moves_the_answers_once(link):
    draft = draft_with(link, [3])
    answering.save_comment(draft=draft, comment="  We laugh.  ")
    for _ in range(3):
        answering.send(draft=draft)
    box = Ballots.objects.get()
    assert box.joined == "3" + "." * 35
    assert box.comments == ["We laugh."]
    sent = Draft.objects.get()
    assert (sent.answers, sent.comment, sent.group, sent.sent) == ("", "", None, True)


def test_what_was_sent_cannot_be_changed(link):
    draft = draft_with(link, [3])
    answering.send(draft=draft)
    answering.save_page(draft=draft, answers={"mutuality-1": 0})
    answering.save_comment(draft=draft, comment="late")
    assert answers(draft) == ""
    assert Ballots.objects.get().joined[0] == "3"


def test_nothing_at_all_is_not_sent(link):
    draft = draft_with(link, [])
    with pytest.raises(NothingToSend):
        answering.send(draft=draft)
    assert not Ballots.objects.exists()


@pytest.mark.parametrize("special", ["DK", "NA"])
def test_not_knowing_is_something_to_send(link, special):
    answering.send(draft=draft_with(link, [special]))
    assert Ballots.objects.count() == 1


def test_the_box_looks_the_same_whatever_the_order_of_sending(cast):
    people = [([3], "c"), ([0], "a"), (["DK"], ""), ([3, 1], "b")]
    boxes = set()
    for order in itertools.permutations(people):
        assessment = open_assessment(cast)
        for given, comment in order:
            respond(assessment, "receiving", given, comment=comment)
        box = Ballots.objects.get(perspective__assessment=assessment)
        boxes.add((box.joined, tuple(box.comments)))
    assert len(boxes) == 1
    joined, comments = boxes.pop()
    strings = [joined[at : at + 36] for at in range(0, len(joined), 36)]
    assert strings == sorted(strings)
    assert comments == ("a", "b", "c")


def test_a_group_says_who_is_here_and_what_it_sees_differently(cast):
    assessment = open_assessment(cast, partner="group")
    draft = draft_with(link_of(assessment, "partner"), [3])
    answering.say_who_is_here(draft=draft, room=Room(counts={"partner": 5}))
    answering.save_comment(draft=draft, group={"different_view": "Two of us disagree."})
    answering.say_who_is_here(draft=draft, room=Room(counts={"partner": 6}))
    answering.send(draft=draft)
    answering.say_who_is_here(draft=draft, room=Room(counts={"partner": 9}))
    assert Ballots.objects.get().groups == [
        {
            "people": 6,
            "from": "partner user-led groups",
            "counts": {"partner": 6},
            "different_view": "Two of us disagree.",
        }
    ]
    assert Draft.objects.get().group is None


def test_a_panel_counts_by_what_it_said_when_it_sent(cast):
    """Whoever opens its link later moves nothing without sending."""
    assessment = open_assessment(cast, receiving="individual", panel="group")
    draft = draft_with(link_of(assessment, "panel"), [3])
    answering.say_who_is_here(draft=draft, room=Room(counts={"giving": 2, "staff": 2}))
    assert panel_of(assessment) == (None, None)
    answering.send(draft=draft)
    late = draft_with(link_of(assessment, "panel"), [0])
    answering.say_who_is_here(draft=late, room=Room(counts={"staff": 9}))
    assert panel_of(assessment) == (4, 2)
    closing.close(assessment=assessment, who=cast.owner)
    report = json.loads(assessment.report.results)
    assert report["panel"] == {"people": 4, "lived_experience": 2}
    assert [group["people"] for group in report["groups"]["panel"]] == [4]


def panel_of(assessment):
    assessment.refresh_from_db()
    return assessment.panel_people, assessment.panel_lived


def test_after_closing_every_step_says_it_is_not_open(cast, assessment, link):
    draft = draft_with(link, [3])
    closing.close(assessment=assessment, who=cast.owner)
    late = [
        lambda: answering.begin(link=link),
        lambda: answering.save_page(draft=draft, answers={}),
        lambda: answering.save_comment(draft=draft, comment="late"),
        lambda: answering.send(draft=draft),
    ]
    for step in late:
        with pytest.raises(NotOpen):
            step()
    assert not Draft.objects.exists()
    assert not Ballots.objects.exists()


def test_a_draft_of_an_assessment_that_is_not_open_is_left_alone(link):
    draft = draft_with(link, [3])
    Assessment.objects.update(state="draft")
    with pytest.raises(NotOpen):
        answering.save_page(draft=draft, answers={"mutuality-1": 0})
    assert answers(draft)[0] == "3"


def test_steps_cost_the_same_for_one_and_for_many(link, django_assert_num_queries):
    draft = find_draft(link.code, answering.begin(link=link))
    for number in range(20):
        respond(link.perspective.assessment, "receiving", [number % 5])
    with django_assert_num_queries(4):  # savepoint, read, write, release
        answering.save_page(draft=draft, answers={"mutuality-1": 3})
    with django_assert_num_queries(7):  # savepoint, three reads, two writes, release
        answering.send(draft=draft)
