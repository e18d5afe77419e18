"""The respondent's pages as a browser without script sees them."""

import json
import re
from base64 import urlsafe_b64encode
from dataclasses import replace

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from assessment import drafts
from assessment.ballots import Ballots, Draft, Kind
from assessment.instruments import items_asked
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.respondent import cookie, pages, wrong_codes
from assessment.respondent.answer_forms import digest
from assessment.steps import answering, closing, planning
from questions import load
from tests.assessment.answered import link_of, open_assessment, opened

pytestmark = pytest.mark.django_db
CHECKED = re.compile(r'name="([\w-]+)" value="(\w+)"[^>]* checked')


@pytest.fixture
def assessment(cast):
    return open_assessment(cast, length="full", receiving="individual", partner="group")


@pytest.fixture
def link(assessment):
    return link_of(assessment, "receiving")


@pytest.fixture
def start(link):
    return f"/a/{link.code}/"


@pytest.fixture
def person(client, start):
    """A browser that has begun."""
    client.post(start, {"words": "plain"})
    return client


def text(response):
    return re.sub(r"\s+", " ", re.sub("</?bdi>", "", response.content.decode()))


def checked(response):
    return dict(CHECKED.findall(response.content.decode()))


def name_of(link):
    """Of the cookie that holds the key to a draft at a link."""
    return f"{cookie.KEY}{link.code}"


def draft_of(client, link):
    request = RequestFactory().get("/")
    request.COOKIES[name_of(link)] = client.cookies[name_of(link)].value
    return drafts.find_draft(link.code, cookie.key_in(request, link.code).key)


def code_of(client, link):
    return draft_of(client, link).words


# ---- The start page ---------------------------------------------------------------------------


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


# ---- Nothing is kept that need not be ---------------------------------------------------------


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


# ---- Answering --------------------------------------------------------------------------------


def test_a_principle_page_holds_its_statements_and_nothing_chosen(person, start):
    response = person.get(f"{start}1/")
    page = text(response)
    principle = load().principle["mutuality"]
    assert not checked(response)
    assert page.count("<fieldset") == 6
    for item in principle.items:
        assert item.text in page
        assert page.index(item.plain.split("'")[0]) > page.index(item.text)
    assert page.index("Things that can go wrong") < page.index(principle.items[4].text)
    assert page.index("Things that can go wrong") > page.index(principle.items[3].text)
    assert page.count("I don&#x27;t know") == page.count("Leave this one blank") == 6
    assert page.count("Mostly") == 6


def test_the_short_form_asks_three_a_page(cast, client):
    link = link_of(open_assessment(cast), "receiving")
    client.post(f"/a/{link.code}/", {"words": "plain"})
    assert text(client.get(f"/a/{link.code}/12/")).count("<fieldset") == 3
    assert client.get(f"/a/{link.code}/13/").status_code == 404


def test_answers_are_kept_changed_and_taken_back(person, start):
    given = {"mutuality-1": "0", "mutuality-2": "DK", "mutuality-3": "NA", "mutuality-w2": "4"}
    response = person.post(f"{start}1/", {**given, "move": "next"})
    assert response.url == f"{start}2/"
    assert checked(person.get(f"{start}1/")) == given
    person.post(f"{start}1/", {**given, "mutuality-1": "blank", "mutuality-2": "1"})
    del given["mutuality-1"]
    assert checked(person.get(f"{start}1/")) == {**given, "mutuality-2": "1"}


@pytest.mark.parametrize(
    ("page", "move", "to"),
    [
        (1, "back", ""), (2, "back", "1/"), (12, "next", "last/"), (5, "", "6/"),
        (5, "check", "check/"), (5, "shorter", "5/"),
    ],
)  # fmt: skip
def test_every_button_saves_first(person, start, page, move, to):
    code = load().principles[page - 1].items[0].code
    assert person.post(f"{start}{page}/", {code: "3", "move": move}).url == f"{start}{to}"
    assert checked(person.get(f"{start}{page}/")) == {code: "3"}


def test_words_may_be_shorter_or_explained_by_choice(person, start):
    item = load().item["mutuality-1"]
    assert item.shorter not in text(person.get(f"{start}1/"))
    person.post(f"{start}1/", {"move": "shorter"})
    page = text(person.get(f"{start}1/"))
    assert item.shorter in page
    assert item.text not in page
    person.post(f"{start}1/", {"move": "explained"})
    page = text(person.get(f"{start}1/"))
    assert "<details" not in page
    assert page.count('aria-describedby="mutuality-1_plain"') == 1


def test_a_perspective_may_have_its_own_sentence(person, start, monkeypatch):
    instrument = load()
    first = instrument.principles[0]
    item = replace(first.items[0], variants={"receiving": "You gain something yourself."})
    principle = replace(first, items=(item, *first.items[1:]))
    changed = replace(instrument, principles=(principle, *instrument.principles[1:]))
    monkeypatch.setattr(pages, "find", lambda _version: changed)
    pages.draw_page.cache_clear()
    pages.draw_statements.cache_clear()
    try:
        assert "You gain something yourself." in text(person.get(f"{start}1/"))
    finally:
        pages.draw_page.cache_clear()
        pages.draw_statements.cache_clear()


def test_two_organisations_never_share_a_drawn_page(cast, person, start):
    person.get(f"{start}1/")
    other = open_assessment(cast, length="full")
    cast.organisation.name = "Another name"
    cast.organisation.save()
    browser = Client()
    browser.post(f"/a/{link_of(other, 'receiving').code}/", {"words": "plain"})
    page = text(browser.get(f"/a/{link_of(other, 'receiving').code}/1/"))
    assert "Another name" in page
    assert start not in page


def test_a_tampered_answer_is_refused_and_the_rest_stays(person, start):
    response = person.post(f"{start}1/", {"mutuality-1": "9", "mutuality-2": "3"})
    assert response.status_code == 422
    page = text(response)
    assert '<a href="#mutuality-1_0">' in page
    assert "<title> Error:" in page
    assert checked(response) == {"mutuality-2": "3"}
    assert not checked(person.get(f"{start}1/"))


def test_a_page_takes_few_queries(person, start, django_assert_num_queries):
    def reads_and_writes(asked):
        sql = [query["sql"].split()[0] for query in asked.captured_queries]
        return sql.count("SELECT"), sql.count("UPDATE") + sql.count("INSERT")

    for path in ("1/", "12/", "last/", "check/"):
        with django_assert_num_queries(1):
            person.get(f"{start}{path}")
    with django_assert_num_queries(5) as asked:  # two of them a savepoint's
        person.post(f"{start}1/", {"mutuality-1": "3"})
    assert reads_and_writes(asked) == (2, 1)
    with django_assert_num_queries(5) as asked:
        person.post(f"{start}last/", {"text": "Words"})
    assert reads_and_writes(asked) == (2, 1)


# ---- The box at the end -----------------------------------------------------------------------


def test_the_box_says_who_will_read_it(person, start):
    page = text(person.get(f"{start}last/"))
    assert "The people who run peer support here, and others who get the report, will read" in page
    assert "this as you wrote it. Do not name people, yourself included." in page


def test_a_comment_is_kept_as_written(person, link, start):
    person.post(f"{start}last/", {"text": "Line one\r\nand <b>two</b> 🙂"})
    assert draft_of(person, link).comment == "Line one\nand <b>two</b> 🙂"
    assert "and &lt;b&gt;two&lt;/b&gt; 🙂" in text(person.get(f"{start}last/"))
    assert "In your own words: written" in text(person.get(f"{start}check/"))


def test_a_second_window_that_knows_less_wipes_nothing(person, link, start):
    blank, other = {"seen": "." * 6}, {"mutuality-3": "1", "seen": "." * 6}
    person.post(f"{start}1/", {"mutuality-1": "3", "mutuality-2": "DK", **blank})
    person.post(f"{start}1/", other)
    assert checked(person.get(f"{start}1/")) == {
        "mutuality-1": "3",
        "mutuality-2": "DK",
        "mutuality-3": "1",
    }
    seen = re.search(r'name="seen" value="([^"]+)"', person.get(f"{start}1/").content.decode())[1]
    assert seen == "3D1..."
    kept = {"mutuality-3": "1", "seen": seen}
    person.post(f"{start}1/", {"mutuality-1": "blank", "mutuality-2": "4", **kept})
    assert draft_of(person, link).content.answers[:3] == ".41"


def test_words_from_two_windows_are_both_kept_to_choose_from(person, link, start):
    came = re.search(r'name="seen" value="([^"]+)"', person.get(f"{start}last/").content.decode())
    person.post(f"{start}last/", {"text": "The first.", "seen": came[1]})
    person.post(f"{start}last/", {"text": "", "seen": came[1]})
    assert draft_of(person, link).comment == "The first."
    both = person.post(f"{start}last/", {"text": "The second.", "seen": came[1]})
    assert both.status_code == 409
    assert "The first. The second.</textarea>" in text(both)
    assert draft_of(person, link).comment == "The first."
    seen = re.search(r'name="seen" value="([^"]+)"', both.content.decode())[1]
    person.post(f"{start}last/", {"text": "The first.\n\nThe second.", "seen": seen})
    assert draft_of(person, link).comment == "The first.\n\nThe second."
    person.post(f"{start}last/", {"text": "", "seen": digest("The first.\n\nThe second.")})
    assert draft_of(person, link).comment == ""


def test_the_hard_part_may_wait(person, link, start):
    hard = load().item["mutuality-w1"]
    assert hard.code in text(person.get(f"{start}1/"))
    moved = person.post(f"{start}1/", {"mutuality-1": "3", hard.code: "1", "move": "later"})
    assert moved.url == f"{start}1/"
    page = text(person.get(f"{start}2/"))
    assert "Things that can go wrong" not in page
    assert "Show the hard part too" in page
    seen = re.search(r'name="seen" value="([^"]+)"', person.get(f"{start}1/").content.decode())[1]
    assert seen == "3..."
    person.post(f"{start}1/", {"mutuality-1": "4", "seen": seen})
    assert draft_of(person, link).content.answers[:5] == "4...1", "what waits is not wiped"
    assert "is left for another time" in text(person.get(f"{start}check/"))
    person.post(f"{start}3/", {"move": "shorter"})
    assert "Show the hard part too" in text(person.get(f"{start}3/")), "other words leave it so"
    person.post(f"{start}3/", {"move": "now"})
    assert hard.code in text(person.get(f"{start}1/"))
    assert "is left for another time" not in text(person.get(f"{start}check/"))


def test_one_statement_at_a_time_leads_through_them_all(person, link, start):
    assert person.post(f"{start}1/", {"move": "other"}).url == f"{start}1/1/"
    address, met = f"{start}1/1/", []
    while address != f"{start}last/":
        page = person.get(address).content.decode()
        (code,) = set(re.findall(r'type="radio" name="([\w-]+)"', page))
        met.append(code)
        address = person.post(address, {code: "3", "seen": ".", "move": "next"}).url
    assert met == [item.code for item in items_asked(link.perspective.assessment)]
    assert draft_of(person, link).content.answers == "3" * len(met)
    assert person.post(f"{start}2/1/", {"move": "back"}).url == f"{start}1/6/"
    assert person.post(f"{start}1/1/", {"move": "back"}).url == start
    assert person.post(f"{start}2/3/", {"move": "other"}).url == f"{start}2/"
    assert person.post(f"{start}2/6/", {"move": "later"}).url == f"{start}2/"
    assert person.get(f"{start}2/6/").status_code == 404
    assert person.get(f"{start}2/4/").status_code == 200
    assert person.get(f"{start}13/1/").status_code == 404


def test_shorter_words_have_plain_names(person, start):
    person.post(f"{start}1/", {"move": "shorter"})
    assert "<h1>Help goes both ways</h1>" in text(person.get(f"{start}1/"))
    assert "Help goes both ways: left blank" in text(person.get(f"{start}check/"))


@pytest.mark.parametrize(
    ("words", "kept"),
    [("a" * 5000, True), ("a" * 5001, False), ("a\x08b", False), ("a\x7fb", False)],
)
def test_a_comment_has_its_limits(person, link, start, words, kept):
    response = person.post(f"{start}last/", {"text": words})
    assert response.status_code == (302 if kept else 422)
    assert bool(draft_of(person, link).comment) is kept
    if not kept:
        assert '<a href="#id_text">' in text(response)


# ---- Sending ----------------------------------------------------------------------------------


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


# ---- Coming back, leaving, sharing a device ---------------------------------------------------


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


# ---- Closed, busy -----------------------------------------------------------------------------


def test_the_link_leads_to_what_changed_once_it_is_told(cast, assessment, person, start):
    person.post(f"{start}1/", {"mutuality-1": "3"})
    person.post(f"{start}send/")
    assert "Come back to this link" in text(person.get(f"{start}thanks/"))
    closing.close(assessment=assessment, who=cast.owner)
    assert "once Northfield Trust tells it: look again" in text(person.get(start))
    token = planning.publish(assessment=assessment, who=cast.owner)
    assert f'<a href="/changed/{token}/">' in text(person.get(start))
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


# ---- Groups -----------------------------------------------------------------------------------


@pytest.fixture
def group(client, assessment):
    start = f"/a/{link_of(assessment, 'partner').code}/"
    client.post(start, {"words": "plain"})
    return start


def test_a_group_first_says_who_is_in_the_room(client, group):
    assert client.get(f"{group}1/").url == f"{group}room/"
    response = client.post(f"{group}room/", {"partner": "2"})
    assert response.status_code == 422
    assert '<a href="#id_giving">' in text(response)
    assert "at least 3 in all" in text(response)
    assert 'value="2"' in text(response)
    given = {"partner": "2", "commissioner": "1"}
    assert client.post(f"{group}room/", given).url == f"{group}1/"
    assert "your group agrees on" in text(client.get(f"{group}1/"))
    assert client.post(f"{group}1/", {"move": "room"}).url == f"{group}room/"
    assert 'name="partner" value="2"' in text(client.get(f"{group}room/"))


def test_a_groups_rating_holds_the_room_and_a_different_view(assessment, client, group):
    client.post(f"{group}room/", {"partner": "4"})
    client.post(f"{group}1/", {"mutuality-1": "2"})
    client.post(f"{group}last/", {"text": "One of us sees it the other way round."})
    client.post(f"{group}send/")
    assert [json.loads(one) for one in opened(assessment, Kind.ROOMS)] == [
        {
            "people": 4,
            "from": "partner user-led groups",
            "counts": {"partner": 4},
            "different_view": "One of us sees it the other way round.",
        }
    ]
    assert opened(assessment, Kind.COMMENTS) == []


@pytest.mark.parametrize(
    ("perspective", "people", "status"),
    [("panel", 0, 422), ("panel", 1, 302), ("giving", 2, 422), ("giving", 3, 302)],
)
def test_a_panel_may_be_fewer_than_three(cast, client, perspective, people, status):
    assessment = open_assessment(cast, **{perspective: "group"})
    start = f"/a/{link_of(assessment, perspective).code}/"
    client.post(start, {"words": "plain"})
    assert client.post(f"{start}room/", {"giving": str(people)}).status_code == status


def test_managers_are_not_in_the_room_of_those_who_give_or_receive(cast, client):
    assessment = open_assessment(cast, giving="group", panel="group")
    for perspective, offered in (("giving", False), ("panel", True)):
        start = f"/a/{link_of(assessment, perspective).code}/"
        client.post(start, {"words": "plain"})
        page = text(client.get(f"{start}room/"))
        assert ("Other staff and managers" in page) is offered
        assert ("without managers in the room" in page) is not offered


# ---- Addresses as people type them ------------------------------------------------------------


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
