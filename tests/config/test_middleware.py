"""The second step that owners need where the host asks for it, and the headers of every answer."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from organisations import founding
from organisations.parties import invitations
from tests.cast import PASSWORD, code_now, text


@pytest.fixture
def required(settings):
    settings.REQUIRE_2FA = True


def team(cast):
    return reverse("team", args=[cast.organisation.pk])


@pytest.mark.usefixtures("required")
def test_an_owner_is_led_to_the_second_step_first(cast):
    client = cast.client("owner")
    for address in ("/", team(cast)):
        assert client.get(address).headers["Location"] == reverse("mfa_activate_totp")
    refused = client.post(
        reverse("team_invite", args=[cast.organisation.pk]), {"email": "a@b.example"}
    )
    assert refused.headers["Location"] == reverse("mfa_activate_totp")
    assert not cast.organisation.invitations.exists()


@pytest.mark.usefixtures("required")
def test_with_an_app_the_owner_comes_in_and_without_it_again_not(cast):
    app = TOTP.activate(cast.owner, generate_totp_secret())
    client = cast.client("owner")
    assert client.get(team(cast)).status_code == 200
    app.instance.delete()
    assert client.get(team(cast)).headers["Location"] == reverse("mfa_activate_totp")


@pytest.mark.usefixtures("required")
def test_recovery_codes_alone_are_no_second_step(cast):
    RecoveryCodes.activate(cast.owner)
    assert cast.client("owner").get(team(cast)).status_code == 302


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("who", ["viewer", "editor"])
def test_others_need_none(cast, who):
    assert cast.client(who).get(team(cast)).status_code == 200


def test_nobody_needs_one_where_the_host_does_not_ask(cast):
    assert cast.client("owner").get(team(cast)).status_code == 200


@pytest.mark.usefixtures("required")
def test_what_works_without_it(cast):
    client = cast.client("owner")
    token = invitations.invite(email="x@y.example", role="viewer", party=cast.organisation)
    for address in (
        reverse("account_logout"),
        reverse("account_change_password"),
        reverse("accept_invitation", args=[token]),
    ):
        assert client.get(address).status_code == 200


@pytest.mark.usefixtures("required")
def test_a_first_owner_sets_it_up_without_giving_the_password_twice(db):  # noqa: ARG001
    token = founding.invite_founder(email="ann@newcomers.example")
    client = Client()
    form = {"name": "Ann", "password": PASSWORD, "organisation": "Ann's", "kind": "user-led"}
    page = client.post(reverse("accept_invitation", args=[token]), form, follow=True)
    assert page.redirect_chain[-1][0] == reverse("mfa_activate_totp")
    assert "Type the six digits" in text(page)
    secret = client.session["mfa.totp.secret"]
    page = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}, follow=True)
    assert "recovery codes" in text(page)
    assert client.get("/", follow=True).status_code == 200


def test_somebody_with_an_app_signs_in_in_two_steps(cast):
    secret = generate_totp_secret()
    TOTP.activate(cast.owner, secret)
    client = Client()
    form = {"login": cast.owner.email, "password": PASSWORD}
    first = client.post(reverse("account_login"), form)
    assert first.headers["Location"] == reverse("mfa_authenticate")
    assert client.get(team(cast)).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert client.get(team(cast)).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert client.get(team(cast)).status_code == 200


@pytest.mark.parametrize(
    ("site", "status"), [(None, 302), ("same-origin", 302), ("cross-site", 403), ("same-site", 403)]
)
def test_a_hidden_origin_is_believed_unless_the_browser_says_otherwise(cast, site, status):
    """With the right token each time: what is refused is refused for where it comes from."""
    client = Client(enforce_csrf_checks=True)
    client.get(reverse("account_login"))
    token = client.cookies["csrftoken"].value
    form = {"login": cast.viewer.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    headers = {"origin": "null"} | ({"sec-fetch-site": site} if site else {})
    assert client.post(reverse("account_login"), form, headers=headers).status_code == status


STRICT = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "strict-origin",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Falling:
    """A middleware under which every view falls over."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, *_):
        raise RuntimeError


def strict(response):
    policy = response.headers.get("Content-Security-Policy", "")
    carried = {name: response.headers.get(name) for name in STRICT}
    return carried == STRICT and "default-src 'none'" in policy and "script-src" not in policy


@pytest.mark.parametrize("production", [False, True])
def test_every_answer_carries_the_strict_headers(cast, settings, production):
    """Whatever went wrong, and wherever: outside the middleware of Django that raises."""
    settings.SECURE_SSL_REDIRECT = production
    client = Client(enforce_csrf_checks=True)
    asked = [
        (client.get("/", secure=production), 200),
        (client.get("/no-such-page/", secure=production), 404),
        (client.get("/", secure=production, headers={"host": "elsewhere.example"}), 400),
        (client.get("/", headers={"host": "elsewhere.example"}), 400),
        (client.post(team(cast), secure=production), 403),
        (Client().post("/accounts/login/", {"x": "y" * 1_100_000}, secure=production), 400),
    ]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Falling"]
    client = Client(raise_request_exception=False)
    asked.append((client.get("/", secure=production), 500))
    assert [(one.status_code, strict(one)) for one, _ in asked] == [(s, True) for _, s in asked]


@pytest.mark.django_db
def test_a_wrong_host_is_one_line_in_the_log(caplog):
    answer = Client().get("/", headers={"host": f"203.0.113.9{'9' * 500}"})
    assert answer.status_code == 400
    (said,) = [record for record in caplog.records if "Refused: asked for" in record.getMessage()]
    assert said.exc_info is None
    assert len(said.getMessage()) < 200
    assert not [record for record in caplog.records if record.exc_info]
