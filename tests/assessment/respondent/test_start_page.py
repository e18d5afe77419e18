"""The first screen, and what is kept of whoever opens it."""

import re
from base64 import urlsafe_b64encode

import pytest
from django.test import Client

from assessment.ballots import Ballots, Draft
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.respondent import cookie
from tests.assessment.answered import link_of, open_assessment
from tests.assessment.respondent.reading import checked, code_of, draft_of, name_of, text

pytestmark = pytest.mark.django_db


# ---- The start page ------------------------------------------------------------------------


def test_the_start_page_says_what_safety_asks(client, start, settings):
    settings.HOST_NAME, settings.BACKUP_DAYS = "Peer Hosting Co-op", 21
    page = text(client.get(start))
    for said in (
        "Northfield Trust asks. “Here” means: <b>Community peers</b>",
        "You answer as: <b>people who receive peer support</b>",
        "answers, to anybody: not to Northfield Trust",
        "If fewer than 10 people of that group answer a statement, its result is hidden",
        "restraint, what is written in records, being left out",
        "72 statements. Skip any; stop and come back when you like.",
        "Hard things come last on each page.",
        "Nobody is shown what you choose, only figures of the whole group.",
        "Nothing is sent until you press Send.",
        "locked with a key that only your device and your four words hold",
        "The key to it lies apart from the answers; whoever holds both could open them before",
        "could change its program so that it reads along",
        "your answers are deleted and the key to them is destroyed; only group figures are kept",
        "are kept by Peer Hosting Co-op for up to 21 days",
        "Please answer once",
    ):
        assert said in page, said


@pytest.mark.parametrize(("length", "minutes"), [("full", "20 to 35"), ("short", "10 to 20")])
def test_the_start_page_guesses_the_time_of_its_length(assessment, client, start, length, minutes):
    Assessment.objects.filter(pk=assessment.pk).update(length=length)
    assert f"About {minutes} minutes, a guess until it is timed." in text(client.get(start))


def test_welcome_and_privacy_notice_are_text_and_nothing_more(assessment, client, start):
    Assessment.objects.filter(pk=assessment.pk).update(
        welcome="<script>1</script> welcome", privacy_notice="<b>notice</b>"
    )
    page = text(client.get(start))
    assert "&lt;script&gt;1&lt;/script&gt; welcome" in page
    assert "&lt;b&gt;notice&lt;/b&gt;" in page


def test_a_mutual_group_is_named_as_members(cast, client):
    assessment = open_assessment(cast, receiving=Mode.INDIVIDUAL)
    Assessment.objects.filter(pk=assessment.pk).update(mutual=True)
    page = text(client.get(f"/a/{link_of(assessment, 'receiving').code}/"))
    assert "<b>members of the group</b>" in page
    assert "people who receive peer support" not in page


def test_a_link_that_never_existed_answers_404(client):
    for path in ("", "1/", "go-on/", "check/", "leave/", "thanks/", "last/", "room/"):
        assert client.get(f"/a/never/{path}").status_code == 404


# ---- Nothing is kept that need not be ------------------------------------------------------


def test_cookies_are_for_those_who_answer_and_for_this_sitting(person, link):
    for name in (name_of(link), cookie.WORDS):
        kept = person.cookies[name]
        assert kept["path"] == "/a/"
        assert kept["httponly"]
        assert kept["samesite"] == "Lax"
        assert kept["max-age"] == kept["expires"] == ""
        assert not kept["secure"]
    assert code_of(person, link).count("-") == 3


def test_cookies_are_secure_in_production(client, link, start, settings):
    settings.PRODUCTION = True
    client.post(start, {"words": "plain"})
    assert client.cookies[name_of(link)]["secure"]


def test_a_cookie_made_up_by_somebody_opens_nothing(person, link, start):
    key = urlsafe_b64encode(draft_of(person, link).key).decode()
    for forged in (key, f"{key}:abc", f"{key}:1vOQ2x:abc", ""):
        stranger = Client()
        stranger.cookies[name_of(link)] = forged
        assert stranger.get(f"{start}1/").url == f"{start}go-on/"


def test_a_cookie_of_one_link_opens_nothing_at_another(person, link, start):
    """Not even one whose draft is there: whoever has the other link does not have this one."""
    other = link_of(link.perspective.assessment, "partner")
    draft = draft_of(person, link).row
    Draft.objects.filter(pk=draft.pk).update(link=other)
    carrier = Client()
    for one in (link, other):
        carrier.cookies[name_of(one)] = person.cookies[name_of(link)].value
    assert carrier.get(f"/a/{other.code}/1/").url == f"/a/{other.code}/go-on/"
    Draft.objects.filter(pk=draft.pk).update(link=link)
    assert carrier.get(f"{start}1/").status_code == 200


def test_no_session_is_read_or_written_by_any_page(cast, start, django_assert_num_queries):
    """Not even where an organiser tries the link in the browser they are signed in with."""
    browser = Client()
    browser.force_login(cast.editor)
    session = browser.cookies["sessionid"].value
    browser.post(start, {"words": "plain"})
    with django_assert_num_queries(1) as asked:
        response = browser.get(f"{start}1/")
    assert "django_session" not in str(asked.captured_queries)
    paths = ("", "1/", "last/", "check/", "leave/", "go-on/")
    responses = [response, *(browser.get(f"{start}{path}") for path in paths)]
    responses.append(browser.post(f"{start}1/", {"mutuality-1": "3"}))
    responses.append(browser.post(f"{start}send/"))
    for response in responses:
        assert not response.wsgi_request.session.accessed
        assert "sessionid" not in response.cookies
    assert browser.cookies["sessionid"].value == session


def test_every_page_says_that_nothing_may_be_stored(person, start):
    for path in ("", "1/", "last/", "check/", "leave/", "go-on/", "none/"):
        response = person.get(f"{start}{path}")
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "strict-origin"


def test_get_changes_nothing(person, start):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    before = list(Draft.objects.values()), list(Ballots.objects.values())
    for path in ("", "1/", "last/", "check/", "leave/", "go-on/", "thanks/", "room/"):
        assert person.get(f"{start}{path}").status_code in (200, 302)
    assert person.get(f"{start}send/").status_code == 405
    assert before == (list(Draft.objects.values()), list(Ballots.objects.values()))


def test_a_form_needs_its_token(start):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(start, {"words": "plain"}).status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)', strict.get(start).content.decode())[1]
    given = {"words": "plain", "csrfmiddlewaretoken": token}
    assert strict.post(start, given).status_code == 302
    page = strict.get(f"{start}1/").content.decode()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)', page)[1]
    given = {"mutuality-1": "2", "csrfmiddlewaretoken": token}
    assert strict.post(f"{start}1/", given).status_code == 302
    assert checked(strict.get(f"{start}1/")) == {"mutuality-1": "2"}
