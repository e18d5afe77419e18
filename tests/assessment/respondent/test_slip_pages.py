"""Coming in with a slip: typed or by its QR code, once, and gone back to with the four words."""

import pytest
from django.test import Client
from django.urls import reverse

from assessment.ballots import Draft
from assessment.method.doors import Door
from assessment.models import Assessment, Slip
from assessment.respondent import wrong_codes
from assessment.slip_codes import in_groups
from assessment.steps import answering, slips
from tests.assessment.answered import another_day, link_of, open_with_slips
from tests.cast import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(cast):
    assessment = open_with_slips(cast, receiving=12)
    Assessment.objects.update(contact="Rosa, 0161 496 0000")
    return assessment


@pytest.fixture
def sheet(opened, cast):
    perspective = opened.perspectives.get(code="receiving")
    return slips.print_sheet(perspective=perspective, who=cast.keeper)


@pytest.fixture
def start(opened):
    return f"/a/{link_of(opened, 'receiving').code}/"


def begin(client, start, slip, **more):
    return client.post(start, {"words": "plain", "slip": slip, **more})


def answer_and_send(client, start):
    client.post(f"{start}1/", {"mutuality-1": "3", "mutuality-2": "3"})
    return client.post(f"{start}send/")


def test_typed(client, start, sheet):
    assert begin(client, start, in_groups(sheet[0])).headers["Location"] == f"{start}1/"


def test_its_qr_code_fills_it_in_and_uses_nothing_up(client, start, sheet):
    for _scanner_of_a_mail in range(3):
        page = client.get(f"{start}slip/{sheet[0]}/").content.decode()
        assert f'value="{sheet[0]}"' in page
        assert f'action="{start}"' in page
    assert not Draft.objects.exists()
    assert not Slip.objects.filter(spent=True).exists()
    assert begin(client, start, sheet[0]).status_code == 302


def test_no_other_page_repeats_the_slip(client, start, sheet):
    begin(client, start, sheet[0])
    said = [client.get(f"{start}{page}") for page in ("1/", "last/", "check/", "leave/")]
    assert not any(sheet[0] in page.content.decode() for page in said)
    assert not any(sheet[0] in str(cookie) for cookie in client.cookies.values())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Fill this in."),
        ("7K4M", "has twelve characters"),
        ("7K4M Q2XW 9TRB", "No slip has this code"),
    ],
)
def test_a_code_that_is_none_is_told_beside_its_field(client, start, typed, said):
    response = begin(client, start, typed)
    assert response.status_code == 422
    assert said in text(response)
    assert f'value="{typed}"' in response.content.decode() or not typed


def test_guessing_is_slowed(client, start, sheet, monkeypatch):
    """A slip that does not exist counts, and never waits for four words to be made of it."""
    monkeypatch.setattr(wrong_codes.codes, "most", 5)
    with monkeypatch.context() as held:
        held.setattr(answering, "new_draft", None)
        statuses = [begin(client, start, "7K4M Q2XW 9TRB").status_code for _ in range(8)]
    assert statuses == [422] * 5 + [429] * 3
    assert begin(client, start, sheet[0]).status_code == 302, "of the same network, with a slip"


def test_slips_that_exist_are_no_guesses(client, start, sheet, monkeypatch):
    monkeypatch.setattr(wrong_codes.codes, "most", 5)
    for _ in range(4):
        assert begin(client, start, sheet[0]).status_code in (302, 409)
    assert begin(client, start, sheet[1]).status_code == 302


def test_a_used_slip_says_whom_to_tell(client, start, sheet):
    begin(client, start, sheet[0])
    assert answer_and_send(client, start).headers["Location"] == f"{start}thanks/"
    response = begin(Client(), start, sheet[0])
    assert response.status_code == 409
    assert "Rosa, 0161 496 0000" in text(response)
    assert "used already" in text(response)


def test_begun_elsewhere_go_on_or_begin_again(client, start, sheet):
    begin(client, start, sheet[0])
    other = Client()
    response = begin(other, start, sheet[0])
    assert response.status_code == 409
    assert f'href="{start}go-on/"' in response.content.decode()
    first = Draft.objects.get()
    assert begin(other, start, sheet[0], anew="yes").headers["Location"] == f"{start}1/"
    assert Draft.objects.get() != first
    assert client.get(f"{start}1/").headers["Location"] == f"{start}go-on/"


def test_the_start_page_says_what_a_slip_is(client, start):
    page = text(client.get(start))
    assert "Your slip works once" in page
    assert "Whoever asks could answer several times" in page
    assert "If fewer than 5 people" in page


def test_an_open_link_asks_for_no_slip_and_says_what_it_cannot_do(client, cast):
    link = link_of(open_with_slips(cast, door=Door.OPEN, receiving=12), "receiving")
    page = client.get(f"/a/{link.code}/")
    assert 'name="slip"' not in page.content.decode()
    assert "This link cannot stop that" in text(page)
    assert "If fewer than 10 people" in text(page)


def test_a_full_door_says_so_to_whoever_comes_and_the_next_day_to_the_owner(client, cast):
    assessment = open_with_slips(cast, door=Door.OPEN, receiving=1)
    link = link_of(assessment, "receiving")
    start, overview = f"/a/{link.code}/", reverse("assessment", args=[assessment.pk])
    for _ in range(2):
        person = Client()
        person.post(start, {"words": "plain"})
        answer_and_send(person, start)
    response = client.post(start, {"words": "plain"})
    assert response.status_code == 409
    assert "Twice as many answers have come" in text(response)
    assert "takes no more answers" not in text(cast.client("owner").get(overview))
    another_day()
    assert "takes no more answers" in text(cast.client("owner").get(overview))


@pytest.mark.parametrize("door", [Door.OPEN, Door.EACH])
def test_twelve_of_a_ward_send_within_seconds(cast, door):
    """From one address, as fast as a stranger who wants to stop others: nobody waits."""
    assessment = open_with_slips(cast, door=door, receiving=12)
    perspective = assessment.perspectives.get(code="receiving")
    sheet = slips.print_sheet(perspective=perspective, who=cast.keeper) if door == "each" else []
    start = f"/a/{perspective.link.code}/"
    for number in range(12):
        person = Client(REMOTE_ADDR="192.0.2.1")
        assert begin(person, start, sheet[number] if sheet else "").status_code == 302
        assert answer_and_send(person, start).headers["Location"] == f"{start}thanks/"
    stranger = Client(REMOTE_ADDR="192.0.2.1")
    told = begin(stranger, start, "7K4M Q2XW 9TRB").status_code
    assert told == (422 if door == Door.EACH else 302)
