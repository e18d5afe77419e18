"""A questionnaire on paper goes in once, through the door of its perspective."""

import pytest

from assessment.ballots import Ballots, Draft, Kind
from assessment.models import Assessment
from assessment.steps import closing, slips
from assessment.steps.answering import NothingToSend, NotOpen, begin, item_codes
from assessment.steps.from_paper import DIGEST, AlreadyIn, enter_from_paper
from tests.assessment.answered import link_of, open_assessment, open_with_slips, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment(cast):
    return open_assessment(cast)


def enter(assessment, answer, **more):
    answers = dict.fromkeys(item_codes(assessment), answer)
    enter_from_paper(link=link_of(assessment, "giving"), answers=answers, comment="", **more)


def remembered():
    return [bytes(box.sealed) for box in Ballots.objects.filter(kind=Kind.SHEETS)]


def test_the_same_page_counts_once(assessment):
    for sheet in ("one", "other"):
        enter(assessment, 3, sheet=sheet)
        with pytest.raises(AlreadyIn):
            enter(assessment, 1, sheet=sheet)
    enter(assessment, 0)
    enter(assessment, 0)  # without a number, as often as somebody says
    assert opened(assessment) == ["0" * 36, "0" * 36, "3" * 36, "3" * 36]
    assert not Draft.objects.filter(sent=False).exists()


def test_what_is_remembered_is_of_nobody_and_sorted(assessment):
    for number in range(5):
        enter(assessment, number, sheet=str(number))
    [held] = remembered()
    parts = [held[at : at + DIGEST] for at in range(0, len(held), DIGEST)]
    assert len(parts) == 5
    assert parts == sorted(parts)


def test_what_was_refused_can_be_put_in_later(assessment):
    with pytest.raises(NothingToSend):
        enter(assessment, None, sheet="one")
    assert remembered() == []
    enter(assessment, 2, sheet="one")
    assert opened(assessment) == ["2" * 36]


@pytest.mark.parametrize("state", ["used", "begun", "free", "none"])
def test_without_answers_no_slip_is_looked_at(cast, state):
    """It would cost nothing and leave no trace, so a slip could be asked after every minute."""
    made = open_with_slips(cast, receiving=12)
    link, code = link_of(made, "receiving"), "0" * 12
    if state != "none":
        code = slips.print_sheet(perspective=link.perspective, who=cast.keeper)[0]
    if state == "used":
        link.perspective.slips.update(spent=True)
    if state == "begun":
        begin(link=link, slip=code)
    with pytest.raises(NothingToSend):
        enter_from_paper(
            link=link, answers=dict.fromkeys(item_codes(made)), comment="words", slip=code
        )


def test_closing_forgets_it(assessment, cast):
    for number in range(5):
        enter(assessment, 3, sheet=str(number))
    closing.close(assessment=assessment, who=cast.owner)
    assert remembered() == []
    with pytest.raises(NotOpen):
        enter(Assessment.objects.get(), 3, sheet="one")
