"""Every form of the site, sent when it cannot be taken: what was typed comes back, and goes on.

The rows of the table that post something are those forms; a new one is tried as soon as it is
there.
"""

from html.parser import HTMLParser

import pytest
from allauth.mfa.models import Authenticator
from django.core.files import File
from django.test import Client
from django.urls import reverse

from organisations.accounts.at_rest import unseal
from organisations.typed_again import NOT_KEPT, Typed, TypedField
from tests.access.asking import client_of, status_of, undone
from tests.access.rows import SIGN_IN
from tests.access.snapshots import snapshot
from tests.access.table import TABLE
from tests.cast import PASSWORD, code_now, text

POSTS = [row for row in TABLE if row.method == "POST" and row.answers[row.able] not in (404, 405)]
BEGUN = next(row for row in TABLE if row.route == "respond_page" and row.method == "GET")
pytestmark = pytest.mark.one_in(3)
each_form = pytest.mark.parametrize("row", POSTS, ids=str)
OURS = {"sec-fetch-site": "same-origin"}
STALE = "x" * 32


class Forms(HTMLParser):
    """The forms of a page: where each is sent to, and what stands in its fields."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.found.append((given.get("action"), []))
        elif tag == "input" and self.found and given.get("name"):
            self.found[-1][1].append((given["name"], given.get("value") or ""))


def form_of(response, holding):
    """The one form of a page that has a field of this name."""
    forms = Forms(response.content.decode()).found
    (found,) = [one for one in forms if holding in dict(one[1])]
    return found


def as_data(fields, **instead):
    data = {}
    for name, value in fields:
        data.setdefault(name, []).append(instead.get(name, value))
    return data


def address(row, world):
    return reverse(row.route, kwargs=row.of(world.ours))


def ready(row, world, actor, **options):
    client = client_of(world, actor, enforce_csrf_checks=True, **options)
    if row.before:
        row.before(world.ours, client)
    return client


def typed_values(row, world):
    """Those of a list, one by one."""
    given = row.data(world.ours)
    lists = [v if isinstance(v, list) else [v] for k, v in given.items() if "password" not in k]
    return {str(value) for values in lists for value in values if not isinstance(value, File)}


def answer_again(row, world):
    """A file is not typed and not kept: whoever sends the form again is asked for it."""
    uploads = any(isinstance(value, File) for value in row.data(world.ours).values())
    return 422 if uploads else row.answers[row.able]


def send_on(client, form, **instead):
    """As a person who presses the one button of the page."""
    action, fields = form
    return client.post(action, as_data(fields, **instead), headers=OURS)


def holds(fields, row, world):
    return typed_values(row, world) <= {value for _, value in fields}


def password_of(row, world):
    return dict(row.data(world.ours)).get("password", "")


@each_form
def test_a_stale_token_costs_one_more_press(row, world):
    """A tablet that several people use: the page is older than the cookies."""
    client = ready(row, world, row.able)
    client.get("/accounts/password/reset/")  # a page that gives this browser a token
    with undone():
        before = snapshot()
        data = {**row.data(world.ours), "csrfmiddlewaretoken": STALE}
        refused = client.post(address(row, world), data, headers=OURS)
        assert refused.status_code == 403
        assert snapshot() == before
        form = form_of(refused, "sent_again")
        assert holds(form[1], row, world)
        taken = send_on(client, form, password=password_of(row, world))
        assert taken.status_code == answer_again(row, world)


@each_form
def test_a_browser_that_hides_where_it_is_is_believed_by_its_token(row, world):
    client = ready(row, world, row.able)
    client.get("/accounts/password/reset/")
    with undone():
        token = client.cookies["csrftoken"].value
        data = {**row.data(world.ours), "csrfmiddlewaretoken": token}
        taken = client.post(address(row, world), data, headers={"origin": "null"})
        assert taken.status_code == row.answers[row.able]


@each_form
def test_where_cookies_are_refused_the_page_says_so_and_keeps_it(row, world):
    client = ready(row, world, row.able)
    first = client.post(address(row, world), row.data(world.ours), headers=OURS)
    assert "keeps no cookies" in text(first)
    _, fields = form_of(first, "sent_again")
    again = ready(row, world, row.able).post(address(row, world), as_data(fields), headers=OURS)
    assert (first.status_code, again.status_code) == (403, 403)
    said = text(again)
    assert "<h1>This browser keeps no cookies</h1>" in said
    assert "answer on paper" in said
    assert holds(form_of(again, "sent_again")[1], row, world)


def signed_out_forms():
    return [row for row in POSTS if row.answers["anonymous"] == SIGN_IN]


@pytest.mark.parametrize("row", signed_out_forms(), ids=str)
def test_an_ended_session_keeps_it_through_signing_in(row, world):
    client = Client(enforce_csrf_checks=True)
    client.get("/accounts/login/")
    with undone():
        before = snapshot()
        token = client.cookies["csrftoken"].value
        data = {**row.data(world.ours), "csrfmiddlewaretoken": token}
        ended = client.post(address(row, world), data, headers=OURS)
        assert status_of(ended) == SIGN_IN
        form = form_of(ended, "kept")
        email = world.people[row.able].email
        wrong = send_on(client, form, login=email, password="a wrong one")
        assert wrong.status_code == 422
        assert snapshot() == before
        let_in = send_on(client, form_of(wrong, "kept"), login=email, password=PASSWORD)
        if let_in.headers["Location"] != reverse("typed_again"):
            let_in = second_step(client, let_in, world.people[row.able])
        page = client.get(let_in.headers["Location"])
        form = form_of(page, "sent_again")
        if is_paper_gone(form, client):
            return
        assert holds(form[1], row, world)
        taken = send_on(client, form)
        assert taken.status_code == answer_again(row, world)


def is_paper_gone(form, client):
    """What somebody else wrote on paper is in nobody's session; false of a form of other things."""
    paper = {value for name, value in form[1] if name.startswith(f"{NOT_KEPT}-")}
    if paper:
        assert paper == {""}
        before = snapshot()
        assert send_on(client, form).status_code in {200, 422}  # the page asks for it once more
        assert snapshot() == before
    return bool(paper)


def second_step(client, let_in, user):
    """Of those who have an app."""
    page = client.get(let_in.headers["Location"])
    key = Authenticator.objects.get(user=user, type="totp").data["secret"]
    code = code_now(unseal(key.encode()).decode())
    return send_on(client, form_of(page, "code"), code=code)


def second_step_first():
    """Forms of those who may need a second step, but for what is done without one."""
    return [
        row
        for row in POSTS
        if row.able in ("owner", "admin") and row.answers["anonymous"] == SIGN_IN
    ]


@pytest.mark.parametrize("row", second_step_first(), ids=str)
def test_setting_up_the_second_step_keeps_it(row, world, settings):
    """Asked for in the middle of a form: of owners by the host, of an admin always."""
    settings.REQUIRE_2FA = True
    client = ready(row, world, row.able)
    with undone():
        Authenticator.objects.filter(user=world.people[row.able]).delete()
        client.get("/accounts/password/change/")
        before = snapshot()
        data = {
            **row.data(world.ours),
            "csrfmiddlewaretoken": client.cookies["csrftoken"].value,
        }
        stopped = client.post(address(row, world), data, headers=OURS)
        assert stopped.headers["Location"] == reverse("mfa_activate_totp")
        assert snapshot() == before
        client.post(
            reverse("account_reauthenticate"),
            {"password": PASSWORD, "csrfmiddlewaretoken": client.cookies["csrftoken"].value},
        )
        asked = client.get(reverse("mfa_activate_totp"))
        assert "It is kept" in text(asked)
        code = code_now(client.session["mfa.totp.secret"])
        codes = client.get(send_on(client, form_of(asked, "code"), code=code).headers["Location"])
        assert reverse("typed_again") in text(codes)
        form = form_of(client.get(reverse("typed_again")), "sent_again")
        if is_paper_gone(form, client):
            return
        assert holds(form[1], row, world)
        taken = send_on(client, form)
        assert taken.status_code == answer_again(row, world)
        if taken.status_code == 302:
            assert client.get(reverse("typed_again")).headers["Location"] == "/"


def test_another_sites_form_is_not_kept_for_the_second_step(world, settings):
    settings.REQUIRE_2FA = True
    row = next(row for row in POSTS if row.route == "team_invite")
    client = ready(row, world, "owner")
    refused = client.post(address(row, world), row.data(world.ours))
    assert refused.status_code == 403
    assert "kept" not in client.session


def test_another_site_gets_no_button(world):
    """It chose the words; pressing would do what it wants."""
    row = next(row for row in POSTS if row.route == "team_invite")
    for headers in (
        {"sec-fetch-site": "cross-site"},
        {"origin": "https://evil.example"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "null"},
        {"referer": "https://evil.example/a"},
        {},
    ):
        client = ready(row, world, row.able)
        answer = client.post(address(row, world), row.data(world.ours), headers=headers)
        assert answer.status_code == 403
        assert not Forms(answer.content.decode()).found, headers
    own = {"origin": "http://testserver"}
    answer = ready(row, world, row.able).post(
        address(row, world), row.data(world.ours), headers=own
    )
    assert form_of(answer, "sent_again")


def test_words_can_be_copied_even_then(world):
    row = next(row for row in POSTS if row.route == "respond_last")
    words = "Three paragraphs that took an hour, on a borrowed phone"
    answer = ready(row, world, "anonymous").post(address(row, world), {"text": words})
    assert words in text(answer)


def test_no_password_comes_back(world):
    row = next(row for row in POSTS if row.route == "accept_invitation")
    answer = ready(row, world, "anonymous").post(
        address(row, world), row.data(world.ours), headers=OURS
    )
    assert PASSWORD not in answer.content.decode()
    assert ("password", "") in form_of(answer, "sent_again")[1]


def test_nobody_else_finds_it(world):
    """Signing out, or signing in as somebody else, leaves nothing behind."""
    row = next(row for row in POSTS if row.route == "new_programme")
    client = Client()
    ended = client.post(address(row, world), row.data(world.ours))
    owner, stranger = (world.people[who].email for who in ("owner", "stranger"))
    send_on(client, form_of(ended, "kept"), login=owner, password=PASSWORD)
    assert "Third programme" in text(client.get(reverse("typed_again")))
    client.post(reverse("account_logout"))
    client.post(reverse("account_login"), {"login": stranger, "password": PASSWORD})
    assert client.get(reverse("typed_again")).headers["Location"] == "/"


def answers(world, client):
    """What this device's page shows as chosen."""
    page = client.get(f"/a/{world.ours.link.code}/1/").content.decode()
    return page.count(" checked")


def test_answers_of_a_device_that_was_cleared_wait_for_the_four_words(world):
    """Two tabs on a shared tablet: in one somebody leaves, in the other they send."""
    device = ready(BEGUN, world, "anonymous")
    there = f"/a/{world.ours.link.code}/1/"
    page = device.get(there)
    before = answers(world, device)
    codes = [name for name, _ in Forms(page.content.decode()).found[-1][1] if "-" in name]
    chosen = dict.fromkeys(codes, "4")
    device.cookies.clear()
    device.get(f"/a/{world.ours.link.code}/go-on/")
    token = device.cookies["csrftoken"].value
    asked = device.post(there, {**chosen, "csrfmiddlewaretoken": token, "move": "onward"})
    assert asked.status_code == 409
    assert "not saved yet" in text(asked)
    wrong = send_on(device, form_of(asked, "kept"), code="amber bridge lemon walk")
    assert wrong.status_code == 422
    found = send_on(device, form_of(wrong, "kept"), code=world.ours.begun.words)
    assert "Your answers are here" in text(found)
    assert send_on(device, form_of(found, "sent_again")).status_code == 302
    assert answers(world, device) == len(set(codes)) > before


def test_what_waits_is_put_back_at_its_own_link_only(world):
    device = ready(BEGUN, world, "anonymous")
    other = Typed("/organisations/new/", (TypedField("name", "x"),), ()).packed()
    device.get(f"/a/{world.ours.link.code}/go-on/")
    token = device.cookies["csrftoken"].value
    form = {"code": world.ours.begun.words, "kept": other, "csrfmiddlewaretoken": token}
    assert device.post(f"/a/{world.ours.link.code}/go-on/", form).status_code == 302
