"""Sending, coming back, stopping; what is closed or busy; addresses as people type them."""

import re

import pytest
from django.db import OperationalError
from django.test import Client

from assessment.ballots import Ballots
from assessment.respondent import cookie, wrong_codes
from assessment.steps import answering, closing, planning
from questions import load
from tests.assessment.answered import opened
from tests.assessment.respondent.reading import checked, code_of, name_of, text

pytestmark = pytest.mark.django_db


# ---- Sending -------------------------------------------------------------------------------


def test_check_send_and_thanks(assessment, person, start):
    person.post(f"{start}1/", {"mutuality-1": "3", "mutuality-2": "DK"})
    page = text(person.get(f"{start}check/"))
    assert "2 of 6 answered" in page
    assert page.count(": left blank") == 12
    item = load().item["mutuality-1"]
    assert f"<dt>{item.text_for('receiving', mutual=False)}</dt> <dd>Mostly</dd>" in page
    assert person.post(f"{start}send/").url == f"{start}thanks/"
    thanks = text(person.get(f"{start}thanks/"))
    assert "Your answers have been sent" in thanks
    assert "116 123" in thanks
    assert opened(assessment) == ["3D" + "." * 70]


def test_sending_again_shows_the_same_thanks(assessment, person, start):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    for _ in range(3):
        assert person.post(f"{start}send/").url == f"{start}thanks/"
    assert text(person.get(f"{start}1/", follow=True)).count("have been sent") == 1
    late = person.post(f"{start}1/", {"mutuality-1": "0"})
    assert late.url == f"{start}thanks/"
    assert opened(assessment) == ["3" + "." * 71]


def test_nothing_to_send_is_said_kindly(person, start):
    response = person.post(f"{start}send/")
    assert response.status_code == 422
    assert "There is nothing to send yet" in text(response)
    assert not Ballots.objects.exists()


# ---- Coming back, leaving, sharing a device ------------------------------------------------


def test_go_on_elsewhere_with_the_four_words(person, link, start):
    person.post(f"{start}3/", {"synergy-1": "3"})
    other = Client()
    typed = code_of(person, link).replace("-", " ").upper()
    response = other.post(f"{start}go-on/", {"code": typed})
    assert response.url == f"{start}3/"
    assert checked(other.get(f"{start}3/")) == {"synergy-1": "3"}


def test_every_page_shows_the_code(person, link, start):
    words = code_of(person, link).replace("-", " ")
    for path in ("1/", "2/", "last/", "check/"):
        assert words in text(person.get(f"{start}{path}"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Fill this in."),
        ("bramble kettle teapot", "A code has four words"),
        ("bramble kettle teapot teapot teapot", "A code has four words"),
        ("bramble ketle teapot walrus", "“ketle” is not one of our words"),
        ("bramble ketle teapot walrsu", "“ketle”, “walrsu” are not among our words"),
        ("bramble kettle teapot walrus", "No answers here have this code"),
    ],
)
def test_a_wrong_code_is_said_at_the_field(client, start, typed, said):
    response = client.post(f"{start}go-on/", {"code": typed})
    assert response.status_code == 422
    assert '<a href="#id_code">' in text(response)
    assert said in text(response)


def test_after_many_wrong_codes_this_network_waits_and_no_other(person, link, start, monkeypatch):
    monkeypatch.setattr(wrong_codes.codes, "most", 5)
    wrong, right = {"code": "bramble kettle teapot walrus"}, {"code": code_of(person, link)}
    stranger = Client(REMOTE_ADDR="203.0.113.7")
    for _ in range(5):
        assert stranger.post(f"{start}go-on/", wrong).status_code == 422
    for tried in (wrong, right):
        response = stranger.post(f"{start}go-on/", tried)
        assert response.status_code == 429
    assert "wait a minute" in text(response)
    assert person.get(f"{start}1/").status_code == 200, "who has begun is not held up"
    assert Client().post(f"{start}go-on/", right).status_code == 302
    monkeypatch.setattr(wrong_codes.time, "monotonic", lambda: 10.0**9)
    assert stranger.post(f"{start}go-on/", right).status_code == 302


@pytest.mark.parametrize("path", ["1/", "last/", "leave/"])
def test_stopping_saves_says_the_code_and_clears_the_device_in_one_step(person, link, start, path):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    code = code_of(person, link)
    left = person.post(f"{start}{path}", {"mutuality-1": "3", "text": "Words", "move": "leave"})
    assert "You have stopped. What you saved is safe" in text(left)
    assert f'<p class="big-code code">{code.replace("-", " ")}</p>' in text(left)
    for line in ("tel:999", "tel:111", "tel:116123", "sms:85258"):
        assert line in text(left)
    for name in (name_of(link), cookie.WORDS):
        assert left.cookies[name]["max-age"] == 0
        assert left.cookies[name]["path"] == "/a/"
    assert person.get(f"{start}1/").url == f"{start}go-on/"
    assert person.post(f"{start}go-on/", {"code": code}).url == f"{start}1/"
    assert checked(person.get(f"{start}1/")) == {"mutuality-1": "3"}


def test_the_next_person_on_a_device_begins_blank_and_harms_nothing(person, link, start):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    first = code_of(person, link)
    page = person.get(start)
    assert "Answers have been begun on this device" in text(page)
    assert first.replace("-", " ") not in text(page)
    assert not checked(page).keys() - {"words"}
    person.post(start, {"words": "plain"})
    assert code_of(person, link) != first
    assert not checked(person.get(f"{start}1/"))
    person.post(f"{start}go-on/", {"code": first})
    assert checked(person.get(f"{start}1/")) == {"mutuality-1": "3"}


def test_the_next_person_after_sending_begins_blank(assessment, person, start):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    person.post(f"{start}send/")
    assert "Answers have been sent from this device" in text(person.get(start))
    person.post(start, {"words": "plain"})
    person.post(f"{start}1/", {"mutuality-1": "0"})
    person.post(f"{start}send/")
    assert opened(assessment) == ["0" + "." * 71, "3" + "." * 71]


def test_stopping_and_support_lines_are_on_every_page(person, start):
    for path in ("", "1/", "last/", "check/", "go-on/"):
        page = text(person.get(f"{start}{path}"))
        assert "Stop here" in page
        assert '<a href="#support">Need to talk to someone?</a>' in page
        assert '<section class="support" id="support"' in page
        for line in ("tel:999", "tel:111", "tel:116123", "sms:85258"):
            assert line in page


# ---- Closed, busy --------------------------------------------------------------------------


def test_the_link_leads_to_what_changed_once_it_is_told(cast, assessment, person, start):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    person.post(f"{start}send/")
    assert "Come back to this link" in text(person.get(f"{start}thanks/"))
    closing.close(assessment=assessment, who=cast.owner)
    assert "once Northfield Trust tells it: look again" in text(person.get(start))
    token = planning.publish(assessment=assessment, who=cast.owner)
    assert person.get(start)["Location"] == f"/changed/{token}/", "what is printed leads there"
    assert f'<a href="/changed/{token}/">' in text(person.get(f"{start}thanks/"))
    planning.unpublish(assessment=assessment, who=cast.owner)
    assert "/changed/" not in text(person.get(start))


def test_after_closing_every_address_is_kind(cast, assessment, person, start):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    closing.close(assessment=assessment, who=cast.owner)
    for path in ("", "1/", "last/", "check/", "go-on/", "thanks/", "room/"):
        response = person.get(f"{start}{path}")
        assert response.status_code == 410, path
        assert "This has closed" in text(response)
    for path in ("", "1/", "last/", "send/", "go-on/"):
        response = person.post(f"{start}{path}", {"mutuality-1": "3", "words": "plain"})
        assert response.status_code == 410, path
    assert person.post(f"{start}leave/").status_code == 200


def test_closing_while_a_page_is_being_saved_is_kind(cast, assessment, person, start, monkeypatch):
    save = answering.save_page

    def close_first(**given):
        closing.close(assessment=assessment, who=cast.owner)
        save(**given)

    monkeypatch.setattr(answering, "save_page", close_first)
    response = person.post(f"{start}1/", {"mutuality-1": "3"})
    assert response.status_code == 410
    assert "This has closed" in text(response)


def busy(**_given):
    raise OperationalError("database is locked")


@pytest.mark.parametrize(
    ("step", "path", "given", "kept"),
    [
        ("save_page", "1/", {"mutuality-1": "3"}, 'value="3" checked'),
        ("save_comment", "last/", {"text": "Half a novel"}, "Half a novel</textarea>"),
        ("send", "send/", {}, "Send my answers"),
        ("begin", "", {"words": "shorter"}, '<input type="hidden" name="words" value="shorter">'),
    ],
)
def test_a_busy_database_keeps_what_was_typed(person, start, monkeypatch, step, path, given, kept):
    monkeypatch.setattr(answering, step, busy)
    response = person.post(f"{start}{path}", given)
    assert response.status_code == 503
    assert re.search("try again", text(response), re.IGNORECASE)
    assert kept in response.content.decode()


# ---- Addresses as people type them ---------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["{}.", "{},", "({})", "{}%20", "\N{LEFT DOUBLE QUOTATION MARK}{}"]
)
def test_an_address_that_was_copied_with_its_full_stop_leads_to_the_page(client, link, typed):
    for code in (link.code, link.code.upper()):
        found = client.get(f"/a/{typed.format(code)}/")
        assert found.headers["Location"] == f"/a/{link.code}/"
    assert client.get(f"/a/{typed.format(link.code)}", follow=True).status_code == 200


def test_in_capitals_it_leads_there_too(client, link):
    for address in (
        f"/A/{link.code.upper()}/",
        f"/A/{link.code.upper()}.",
        f"/a/{link.code.upper()}",
    ):
        assert client.get(address, follow=True).redirect_chain[-1][0] == f"/a/{link.code}/"
    later = client.get(f"/a/{link.code.upper()}/go-on/")
    assert later.headers["Location"] == f"/a/{link.code}/go-on/"


def test_a_code_that_never_was_is_still_none(client):
    for address in ("/a/NEVER./", "/A/NEVER/", "/a/.../", "/a/%20/"):
        assert client.get(address, follow=True).status_code == 404
