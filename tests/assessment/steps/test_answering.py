"""A respondent's steps, and what the database holds after each."""

import json

import pytest

from assessment.ballots import Ballots, Draft, Kind
from assessment.drafts import find_draft, find_link
from assessment.models import Assessment
from assessment.room import Room
from assessment.sealing import COMMENT_WIDTH, OVERHEAD
from assessment.steps import answering, closing, from_paper
from assessment.steps.answering import NothingToSend, NotOpen
from tests.assessment.answered import (
    draft_with,
    link_of,
    open_assessment,
    opened,
    respond,
    stored,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment(cast):
    return open_assessment(cast)


@pytest.fixture
def link(assessment):
    return link_of(assessment, "receiving")


def answers(draft):
    return stored(draft).content.answers


def test_a_draft_begins_blank(link):
    draft = answering.begin(link=link)
    assert find_draft(link.code, draft.key).content.answers == "." * 36


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


def test_sending_seals_the_answers_once(assessment, link):
    draft = draft_with(link, [3])
    answering.save_comment(draft=draft, comment="  We laugh.  ")
    for _ in range(3):
        answering.send(draft=draft)
    assert opened(assessment) == ["3" + "." * 35]
    assert opened(assessment, Kind.COMMENTS) == ["We laugh."]
    sent = Draft.objects.get()
    assert (bytes(sent.content), bytes(sent.comment), sent.sent) == (b"", b"", True)


def test_two_windows_that_save_at_once_keep_both_answers(link):
    """Both read the draft before either wrote; who writes second writes on what the first did."""
    draft, codes = draft_with(link, [3]), answering.item_codes(link.perspective.assessment)
    first, second = (find_draft(link.code, draft.key) for _ in range(2))
    answering.save_page(draft=first, answers={codes[1]: 1})
    answering.save_page(draft=second, answers={codes[2]: 2})
    answering.save_comment(draft=second, comment="once")
    answering.save_comment(draft=first, comment="again")
    assert answers(draft) == "312" + "." * 33
    assert stored(draft).comment == "again"


def test_a_window_that_sends_sends_what_another_saved_meanwhile(assessment, link):
    draft = draft_with(link, [3])
    seen = find_draft(link.code, draft.key)
    answering.save_page(draft=draft, answers={"mutuality-2": 1})
    answering.send(draft=seen)
    assert opened(assessment) == ["31" + "." * 34]


def test_a_window_opened_before_sending_changes_nothing_after(assessment, link):
    draft = draft_with(link, [3])
    seen = find_draft(link.code, draft.key)
    answering.send(draft=draft)
    answering.save_page(draft=seen, answers={"mutuality-1": 0})
    answering.save_comment(draft=seen, comment="late")
    answering.send(draft=seen)
    assert opened(assessment) == ["3" + "." * 35]
    assert opened(assessment, Kind.COMMENTS) == []


def test_paper_that_is_typed_in_goes_through_the_same_door(assessment, link):
    from_paper.enter_from_paper(link=link, answers={"mutuality-2": 4}, comment="By hand.")
    assert opened(assessment) == [".4" + "." * 34]
    assert opened(assessment, Kind.COMMENTS) == ["By hand."]


def test_paper_without_a_mark_leaves_nothing_behind(link):
    with pytest.raises(NothingToSend):
        from_paper.enter_from_paper(link=link, answers={}, comment="Nothing is marked.")
    assert not Draft.objects.exists()
    assert not Ballots.objects.exists()


def test_what_was_sent_cannot_be_changed(assessment, link):
    draft = draft_with(link, [3])
    answering.send(draft=draft)
    answering.save_page(draft=draft, answers={"mutuality-1": 0})
    answering.save_comment(draft=draft, comment="late")
    assert answers(draft) == ""
    assert opened(assessment) == ["3" + "." * 35]
    assert opened(assessment, Kind.COMMENTS) == []


def test_nothing_at_all_is_not_sent(link):
    draft = draft_with(link, [])
    with pytest.raises(NothingToSend):
        answering.send(draft=draft)
    assert not Ballots.objects.exists()


@pytest.mark.parametrize("special", ["DK", "NA"])
def test_not_knowing_is_something_to_send(link, special):
    answering.send(draft=draft_with(link, [special]))
    assert Ballots.objects.count() == 1


@pytest.mark.sqlite  # the site sorts them: a server is only slower
def test_where_a_string_stands_in_a_box_says_nothing_of_when_it_came(assessment):
    """Sorted by bytes that are random: of 60 boxes, the last to come stands first in about 12."""
    first = []
    for _ in range(60):
        Ballots.objects.all().delete()
        for number in range(5):
            before = strings(Kind.ANSWERS)
            respond(assessment, "receiving", [number], comment=f"words {number}")
            (latest,) = set(strings(Kind.ANSWERS)) - set(before)
        for kind in (Kind.ANSWERS, Kind.COMMENTS):
            assert strings(kind) == sorted(strings(kind))
        first.append(strings(Kind.ANSWERS)[0] == latest)
    assert 1 <= sum(first) <= 30  # either would come once in ten million times
    assert opened(assessment) == [f"{number}{'.' * 35}" for number in range(5)]


def strings(kind):
    box = Ballots.objects.filter(kind=kind).first()
    width = {Kind.ANSWERS: 36, Kind.COMMENTS: COMMENT_WIDTH}[kind] + OVERHEAD
    sealed = bytes(box.sealed) if box else b""
    return [sealed[at : at + width] for at in range(0, len(sealed), width)]


def test_the_same_answers_are_sealed_differently_each_time(assessment):
    for _ in range(3):
        respond(assessment, "receiving", [3] * 36, comment="The same words.")
    assert len(set(strings(Kind.ANSWERS))) == len(set(strings(Kind.COMMENTS))) == 3


@pytest.mark.parametrize("comment", ["", "a", "é" * 2500, "🙂" * 5000])
def test_neither_a_draft_nor_a_comment_tells_how_much_was_written(assessment, link, comment):
    blank = answering.begin(link=link).row
    draft = draft_with(link, [3] * 36)
    answering.save_comment(draft=draft, comment=comment)
    row = stored(draft).row
    for column in ("wrapped", "content", "comment"):
        assert len(getattr(row, column)) == len(getattr(blank, column))
    answering.send(draft=draft)
    if comment:
        assert len(Ballots.objects.get(kind=Kind.COMMENTS).sealed) == COMMENT_WIDTH + OVERHEAD
        assert opened(assessment, Kind.COMMENTS) == [comment]


def test_a_group_says_who_is_here_and_what_it_sees_differently(cast):
    assessment = open_assessment(cast, partner="group")
    draft = draft_with(link_of(assessment, "partner"), [3])
    answering.say_who_is_here(draft=draft, room=Room(counts={"partner": 5}))
    answering.save_comment(draft=draft, comment="Two of us disagree.")
    answering.say_who_is_here(draft=draft, room=Room(counts={"partner": 6}))
    answering.send(draft=draft)
    answering.say_who_is_here(draft=draft, room=Room(counts={"partner": 9}))
    assert [json.loads(one) for one in opened(assessment, Kind.ROOMS)] == [
        {
            "people": 6,
            "from": "partner user-led groups",
            "counts": {"partner": 6},
            "different_view": "Two of us disagree.",
        }
    ]
    assert stored(draft).group == {}
    assert opened(assessment, Kind.COMMENTS) == []


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


def test_whoever_opened_the_link_before_it_closed_begins_nothing_after(cast, assessment, link):
    """The page was read while it was open; what counts is how it stands when the draft is kept."""
    read_before = find_link(link.code)
    closing.close(assessment=assessment, who=cast.owner)
    with pytest.raises(NotOpen):
        answering.begin(link=read_before)
    assert not Draft.objects.exists()


def test_a_draft_of_an_assessment_that_is_not_open_is_left_alone(link):
    draft = draft_with(link, [3])
    Assessment.objects.update(state="draft")
    with pytest.raises(NotOpen):
        answering.save_page(draft=find_draft(link.code, draft.key), answers={"mutuality-1": 0})
    assert answers(draft)[0] == "3"


def test_steps_cost_the_same_for_one_and_for_many(link, django_assert_num_queries):
    draft = answering.begin(link=link)
    for number in range(20):
        respond(link.perspective.assessment, "receiving", [number % 5])
    with django_assert_num_queries(1):
        answering.save_page(draft=draft, answers={"mutuality-1": 3})
    draft = find_draft(link.code, draft.key)
    with django_assert_num_queries(6):  # savepoint, two reads, two writes, release
        answering.send(draft=draft)
