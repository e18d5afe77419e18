"""A list of assessments and the page of one never tell two stories of what comes next."""

from datetime import date
from itertools import product

import pytest

from assessment.models import Assessment
from assessment.next_steps import SeenClosely, ShownSoFar, next_step, next_step_here
from assessment.readiness import Gap
from assessment.steps.together import RoomProgress
from organisations.models import Programme, Role
from questions.reading import DEFAULT_VERSION

TODAY = date(2026, 11, 20)
PASSED = date(2026, 11, 19)
TO_COME = date(2026, 11, 21)
DAYS = (None, PASSED, TODAY, TO_COME)
NOBODY_ASKED = Gap("people", "Nobody is asked yet.", needed=True)
NO_DATE = Gap("privacy", "No closing date is planned yet.")


def links(**fields):
    """Some with people who answer by links, at every state and count."""
    for state, closes_on, enough in product(("draft", "open", "closed"), DAYS, range(4)):
        asking = {"instrument": DEFAULT_VERSION, "state": state, "closes_on": closes_on}
        assessment = Assessment(programme=Programme(), **asking, **fields)
        for missing in ((), (NO_DATE,), (NO_DATE, NOBODY_ASKED)):
            yield assessment, SeenClosely(ShownSoFar(enough, 3), missing)
        for ready in ((False, True), (True, False)) if state == "open" else ():
            yield assessment, SeenClosely(ShownSoFar(enough, 3, *ready))


def rooms():
    for rated, sent in ((0, False), (5, False), (12, False), (12, True), (3, True)):
        assessment = Assessment(programme=Programme(), state="open", together=True)
        yield assessment, SeenClosely(ShownSoFar(int(sent), 1), (), RoomProgress(rated, 12, sent))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("assessment", "seen"), [*links(), *rooms()])
def test_the_page_says_what_the_list_says_and_no_less(assessment, seen, role):
    listed = next_step(assessment, seen.shown, role, TODAY)
    here = next_step_here(assessment, seen, role, TODAY)
    assert here.sentence
    assert here.address != "assessment"  # a link to the page that one is on leads nowhere
    if listed.address != "assessment":
        assert here.url == listed.url
    told = listed.sentence.removeprefix("Its closing date has passed. ")
    assert here.sentence.startswith(told)


@pytest.mark.parametrize(
    ("fields", "seen", "role", "sentence", "words", "url"),
    [
        ({"state": "closed"}, SeenClosely(ShownSoFar(0, 0)), "viewer",
         "It is closed: answers are deleted", "Read the report", "report/"),
        ({"state": "draft"}, SeenClosely(ShownSoFar(0, 0), (NO_DATE, NOBODY_ASKED)), "editor",
         "Nobody is asked yet.", "Go on setting it up", "setup/people/"),
        ({"state": "draft"}, SeenClosely(ShownSoFar(0, 0), (NO_DATE,)), "editor",
         "Everything it needs is said.", "Look it over and open it", "setup/review/"),
        ({"state": "open"}, SeenClosely(ShownSoFar(1, 3)), "owner",
         "1 of 3 perspectives have enough answers.", "Share the links", "links/"),
        ({"state": "open", "closes_on": PASSED}, SeenClosely(ShownSoFar(1, 3)), "owner",
         "1 of 3 perspectives have enough answers. You can", "See what closing does", "close/"),
        ({"state": "open"}, SeenClosely(ShownSoFar(3, 3)), "editor",
         "Every perspective has enough answers. An owner", "See the links", "links/"),
        ({"state": "open", "closes_on": TODAY}, SeenClosely(ShownSoFar(3, 3)), "owner",
         "Every perspective has enough answers. You can", "See what closing does", "close/"),
        ({"state": "open", "closes_on": TO_COME}, SeenClosely(ShownSoFar(3, 3)), "owner",
         "Every perspective has enough answers. It closes on 21 November 2026.",
         "See the links", "links/"),
        ({"state": "open"}, SeenClosely(ShownSoFar(3, 3, own_part=False, printed=False)), "owner",
         "Every perspective has enough answers. What your organisation says of itself is blank",
         "Begin with the standards", "standards/A/"),
        ({"state": "open"}, SeenClosely(ShownSoFar(0, 3, printed=False)), "owner",
         "0 of 3 perspectives have enough answers. The keeper has not printed every sheet",
         "See the links", "links/"),
        ({"state": "open", "closes_on": TO_COME}, SeenClosely(ShownSoFar(1, 3)), "owner",
         "1 of 3 perspectives have enough answers. It closes on 21 November 2026.",
         "Share the links", "links/"),
        ({"state": "open", "together": True},
         SeenClosely(ShownSoFar(1, 1), (), RoomProgress(12, 12, sent=True)), "owner",
         "The rating is finished. It can be changed until it is closed. Standards",
         "See what closing does", "close/"),
        ({"state": "open", "together": True},
         SeenClosely(ShownSoFar(0, 1), (), RoomProgress(5, 12, sent=False)), "editor",
         "5 of 12 principles have a rating.", "Go on rating it together", "together/"),
        ({"state": "open", "together": True},
         SeenClosely(ShownSoFar(0, 1), (), RoomProgress(12, 12, sent=False)), "editor",
         "Every principle is rated.", "Check them and send", "together/"),
        ({"state": "open", "together": True},
         SeenClosely(ShownSoFar(1, 1), (), RoomProgress(12, 12, sent=True)), "editor",
         "The rating is finished. It can be changed until it is closed. Standards, facts and",
         "", ""),
    ],
)  # fmt: skip
def test_what_comes_next_on_its_own_page(fields, seen, role, sentence, words, url):
    assessment = Assessment(programme=Programme(), instrument=DEFAULT_VERSION, **fields)
    step = next_step_here(assessment, seen, Role(role), TODAY)
    assert step.sentence.startswith(sentence)
    assert (step.words, step.url.partition(f"{assessment.pk}/")[2]) == (words, url)


UNDONE_NEVER = {"close": "See what closing does"}  # where a link leads to what cannot be undone


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("assessment", "seen"), [*links(), *rooms()])
def test_nothing_urges_what_cannot_be_undone(assessment, seen, role):
    assert next_step(assessment, seen.shown, role, TODAY).address not in UNDONE_NEVER
    here = next_step_here(assessment, seen, role, TODAY)
    assert UNDONE_NEVER.get(here.address, here.words) == here.words
    if here.address == "close" and seen.room is None:
        assert seen.shown.own_part
        assert seen.shown.printed
        assert assessment.closes_on is None or assessment.closes_on <= TODAY
