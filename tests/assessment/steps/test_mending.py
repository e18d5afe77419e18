"""What can be put right while it is open, and that it tells nobody how many have answered."""

import pytest

from assessment.method.doors import Door
from assessment.models import Assessment, AssessmentChange, Perspective
from assessment.notices import default_welcome
from assessment.steps import answering, mending, setting_up
from organisations.refusal import Refusal
from tests.assessment.answered import open_assessment, open_with_slips, respond, set_up

pytestmark = pytest.mark.django_db


def words(cast, found, contact="Bea", welcome="Come in."):
    mending.mend_words(assessment=found, contact=contact, welcome=welcome, who=cast.owner)


def sizes(cast, found, **by_code):
    mending.mend_sizes(assessment=found, sizes=by_code, who=cast.owner)


def places(found, code="receiving"):
    return found.perspectives.get(code=code).places


def test_each_change_is_kept_with_what_stood_there(cast):
    found = open_assessment(cast)
    ours = found.welcome
    words(cast, found)
    words(cast, found)
    words(cast, found, welcome="")
    assert (found.contact, found.welcome) == ("Bea", default_welcome(found))
    kept = [(one.what, one.before, one.after, one.who) for one in found.changes.all()]
    assert kept == [
        ("contact", "", "Bea", cast.owner),
        ("welcome", ours, "Come in.", cast.owner),
        ("welcome", "Come in.", ours, cast.owner),
    ]
    assert cast.organisation.log.filter(what__contains="changed the contact").count() == 1


def test_our_notice_names_the_new_contact_and_no_other_word_changes(cast, settings):
    found = open_assessment(cast)
    before = found.privacy_notice
    settings.BACKUP_DAYS += 9  # a promise that stands there already is not made anew
    words(cast, found, contact="Bea.")
    expected = before.replace("Questions: ask whoever gave you the link.", "Questions: ask Bea.")
    assert found.privacy_notice == expected != before


def test_a_notice_of_their_own_stays(cast):
    found = set_up(cast)
    setting_up.set_words(assessment=found, welcome="", privacy_notice="Ask Ada.", contact="Ada")
    setting_up.open_for_answers(assessment=found, who=cast.owner)
    words(cast, found)
    assert found.privacy_notice == "Ask Ada."


def test_all_that_is_put_right_at_once_is_saved_together_or_not_at_all(cast, monkeypatch):
    found = open_assessment(cast, receiving="individual")

    def put_right():
        mending.mend(
            assessment=found, contact="Bea", welcome="", sizes={"receiving": 30}, who=cast.owner
        )

    monkeypatch.setattr(mending, "mend_words", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        put_right()
    monkeypatch.undo()
    assert found.perspectives.get(code="receiving").size != 30
    put_right()
    assert found.perspectives.get(code="receiving").size == 30
    assert Assessment.objects.get(pk=found.pk).contact == "Bea"


def test_only_while_it_is_open(cast):
    found = set_up(cast)
    for change in (lambda: words(cast, found), lambda: sizes(cast, found, receiving=3)):
        with pytest.raises(Refusal, match="being set up"):
            change()


def test_a_size_is_put_right_and_kept(cast):
    found = open_with_slips(cast, giving=12, staff=30)
    sizes(cast, found, giving=20, staff=30, panel=9)
    assert dict(found.perspectives.values_list("code", "size")) == {"giving": 20, "staff": 30}
    kept = [(one.what, one.before, one.after) for one in AssessmentChange.objects.all()]
    assert kept == [("giving", "12", "20")]


def through_a_link(cast, size):
    return open_with_slips(cast, door=Door.OPEN, keeper=None, receiving=size)


def test_a_shared_link_becomes_wider_once_and_never_narrower(cast):
    found = through_a_link(cast, 10)
    assert places(found) == 20
    sizes(cast, found, receiving=4)
    assert places(found) == 20
    sizes(cast, found, receiving=15)
    assert places(found) == 30
    sizes(cast, found, receiving=12)
    with pytest.raises(Refusal, match="would see each answer arrive"):
        sizes(cast, found, receiving=16)
    perspective = found.perspectives.get()
    assert (perspective.size, perspective.places) == (12, 30)


def test_a_link_without_an_end_gets_none(cast):
    """An end that is set later would be set where it tells how many there are."""
    found = open_assessment(cast, receiving="individual")
    sizes(cast, found, receiving=1)
    for _each in range(3):
        respond(found, "receiving", [3])
    assert places(found) is None
    assert found.perspectives.get().size == 1
    assert [one.before for one in found.changes.all()] == [""]


def test_whoever_changes_the_size_learns_of_no_answer(cast):
    """An owner who tries every size after every answer: the door shuts at the same answer as if
    they had done nothing, and each attempt is answered alike."""
    watched, left = through_a_link(cast, 3), through_a_link(cast, 3)
    seen = []
    for _each in range(6):
        for size in (1, 2, 3):
            sizes(cast, watched, receiving=size)
        seen.append((is_shut(watched), is_shut(left)))
        for found in (watched, left):
            respond(found, "receiving", [3])
    assert seen == [(False, False)] * 6
    assert is_shut(watched) is is_shut(left) is True


def is_shut(found):
    perspective = Perspective.objects.get(assessment=found)
    held = Assessment.objects.get(pk=found.pk)
    return answering.is_full(perspective, answering.sent(perspective, held))
