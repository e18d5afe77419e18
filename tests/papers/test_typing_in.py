"""A questionnaire typed in from paper: by keys alone, through the same door, read back first."""

import re

import pytest
from django.test import RequestFactory

from assessment.steps import slips
from organisations.typed_again import typed_in, unpacked, words_of
from tests.assessment.answered import open_assessment, open_with_slips, opened
from tests.assessment.pages.reading import linked_errors, text_of

PRINCIPLES = [
    "mutuality",
    "solidarity",
    "synergy",
    "sharing",
    "companionship",
    "hopefulness",
    "strengths",
    "equality",
    "being-yourself",
    "independence",
    "stigma",
    "respect",
]


def typed(**fields):
    """As the page sends it: what one person wrote has a prefix, by which no session keeps it."""
    return {f"paper-{name}": value for name, value in fields.items()}


SHEET = typed(**dict.fromkeys(PRINCIPLES, "34d") | {"mutuality": "0 1 n", "respect": "-"})
SAID = "01N" + "34D" * 10 + "..."


@pytest.fixture
def shared(cast):
    return open_assessment(cast, giving="individual", panel="group")


def at(assessment, perspective="giving"):
    return f"/assessments/{assessment.pk}/links/{perspective}/typed/"


def test_it_is_read_back_and_then_put_in(shared, cast):
    client = cast.client("editor")
    page = client.post(at(shared), SHEET)
    assert "Answered: 33. Left out: 3." in text_of(page)
    assert opened(shared) == []
    done = client.post(at(shared), SHEET | {"sure": "yes"})
    assert done.headers["Location"] == at(shared)
    assert opened(shared) == [SAID]
    assert "It has been put in" in text_of(client.get(at(shared)))


def test_a_second_press_counts_once(shared, cast):
    client = cast.client("editor")
    numbered = SHEET | typed(sheet="a random number") | {"sure": "yes"}
    assert [client.post(at(shared), numbered).status_code for _press in range(2)] == [302, 302]
    assert opened(shared) == [SAID]
    assert 'name="paper-sheet" value="' in client.get(at(shared)).content.decode()


def test_enter_goes_on_to_what_is_still_empty(shared, cast):
    client = cast.client("editor")
    assert focused(client.get(at(shared))) == "paper-mutuality"
    page = client.post(at(shared), typed(mutuality="333") | {"sure": "yes"})
    assert page.status_code == 200
    assert focused(page) == "paper-solidarity"
    assert opened(shared) == []
    assert focused(client.post(at(shared), SHEET)) == "sure"


def focused(page):
    [marked] = [tag for tag in page.content.decode().split("<") if "autofocus" in tag]
    return marked.split('name="')[1].split('"')[0]


@pytest.mark.parametrize("wrong", ["3", "3333", "33x", "335", "3-3"])
def test_what_is_typed_wrongly_is_said_at_its_place(shared, cast, wrong):
    sheet = SHEET | typed(sharing=wrong)
    page = cast.client("editor").post(at(shared), sheet | {"sure": "yes"})
    assert page.status_code == 422
    assert linked_errors(page) == ["id_paper-sharing"]
    assert opened(shared) == []


def test_the_page_is_kept_nowhere(shared, cast):
    page = cast.client("editor").post(at(shared), SHEET)
    assert "no-store" in page.headers["Cache-Control"]


def test_an_ended_session_takes_no_answer_along(shared):
    """It would come back out of the session of whoever signs in next on this computer."""
    sheet = SHEET | typed(own_words="Warm, and slow.", sheet="1" * 64) | {"sure": "yes"}
    sent = typed_in(RequestFactory().post(at(shared), sheet))
    kept = unpacked(sent.packed())
    assert {one.value for one in kept.fields} == {"", "yes"}
    assert words_of(sent.fields) == []


def test_a_page_that_came_back_empty_counts_once_too(shared, cast):
    client = cast.client("editor")
    page = client.post(at(shared), SHEET | typed(sheet=""))
    [number] = re.findall(r'name="paper-sheet" value="([0-9a-f]{64})"', page.content.decode())
    for _press in range(2):
        done = client.post(at(shared), SHEET | typed(sheet=number) | {"sure": "yes"})
        assert done.status_code == 302
    assert opened(shared) == [SAID]


def test_nothing_at_all_is_refused(shared, cast):
    nothing = typed(**dict.fromkeys(PRINCIPLES, "-"))
    page = cast.client("editor").post(at(shared), nothing | {"sure": "yes"})
    assert page.status_code == 422
    assert "every statement is blank" in text_of(page)


def test_a_slip_answers_once_on_paper_too(cast):
    assessment = open_with_slips(cast, receiving=12)
    [code, *_others] = slips.print_sheet(
        perspective=assessment.perspectives.get(code="receiving"), who=cast.keeper
    )
    client, address = cast.client("editor"), at(assessment, "receiving")
    assert focused(client.post(address, SHEET | {"sure": "yes"})) == "paper-slip"
    assert client.post(address, SHEET | typed(slip="wrong")).status_code == 422
    unknown = client.post(address, SHEET | typed(slip="0000 0000 0000") | {"sure": "yes"})
    assert "No slip has this code" in text_of(unknown)
    sheet = SHEET | typed(slip=code, own_words="Warm, and slow.") | {"sure": "yes"}
    assert client.post(address, sheet).status_code == 302
    again = client.post(address, sheet)
    assert "has been used already" in text_of(again)
    assert opened(assessment) == [SAID]


@pytest.mark.parametrize("perspective", ["panel", "staff"])
def test_only_of_people_who_answer_alone(shared, cast, perspective):
    assert cast.client("editor").get(at(shared, perspective)).status_code == 404


def test_seventy_two_statements_are_two_minutes_of_keys(cast):
    """Eighty-four keys and Enter twice; at one key a second that is a minute and a half."""
    assessment = open_assessment(cast, length="full", giving="individual")
    sheet = typed(**dict.fromkeys(PRINCIPLES, "333333"))
    assert sum(map(len, sheet.values())) + len(sheet) + 2 < 120
    cast.client("editor").post(at(assessment), sheet | {"sure": "yes"})
    assert opened(assessment) == ["3" * 72]
