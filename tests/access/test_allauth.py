"""django-allauth's routes, as a group: those we use and no others, and nothing falls over."""

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.urls import urlpatterns as all_of_accounts
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.urls import urlpatterns as all_of_mfa
from django.test import Client
from django.urls import get_resolver, reverse

from organisations.models import User
from tests.access.asking import client_of, routes, undone
from tests.access.snapshots import snapshot
from tests.access.table import ALLAUTH
from tests.cast import PASSWORD

ONLY_READ = {
    "account_inactive",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "mfa_index",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
}
each_route = pytest.mark.parametrize("route", sorted(ALLAUTH))


def nobodys(_world, route):
    """Values that never were anybody's."""
    return {
        "account_confirm_email": {"key": "none"},
        "account_reset_password_from_key": {"uidb36": "1", "key": "none"},
    }.get(route)


def the_owners(world, route):
    """True ones: of a link in the owner's inbox."""
    owner = world.ours.people["owner"]
    if route == "account_confirm_email":
        waiting, _ = EmailAddress.objects.get_or_create(user=owner, email="new@heronry.example")
        return {"key": EmailConfirmationHMAC.create(waiting).key}
    if route == "account_reset_password_from_key":
        token = default_token_generator.make_token(owner)
        return {"uidb36": user_pk_to_url_str(owner), "key": token}
    return None


each_value = pytest.mark.parametrize("values", [nobodys, the_owners])


def names(patterns):
    for pattern in patterns:
        yield from names(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]


def test_the_group_is_what_the_urlconf_holds():
    ours = {name for name in routes() if name.startswith(("account_", "mfa_", "socialaccount_"))}
    assert ours == ALLAUTH


def test_what_allauth_has_besides_has_no_address():
    every = {one.name for one in (*names(all_of_accounts), *names(all_of_mfa))}
    assert {"account_signup", "account_set_password", "account_confirm_login_code"} <= every
    assert len(every & ALLAUTH) == len(ALLAUTH)
    for view in names(get_resolver().url_patterns):
        assert view.name not in every - ALLAUTH
    for address in ("signup/", "password/set/", "login/code/confirm/", "2fa/webauthn/", "phone/"):
        assert Client().get(f"/accounts/{address}").status_code == 404


@each_route
@each_value
def test_looking_changes_nothing_and_never_fails(route, values, world):
    kwargs = values(world, route)
    before = snapshot()
    for actor in ("anonymous", "viewer", "owner", "stranger"):
        for method in ("get", "head"):
            answer = getattr(client_of(world, actor), method)(reverse(route, kwargs=kwargs))
            assert answer.status_code in {200, 302, 403, 404}
            assert (actor == "stranger") or world.theirs.canary not in answer.content.decode()
    assert snapshot() == before


@each_route
@each_value
def test_an_empty_form_changes_nothing_and_never_fails(route, values, world):
    kwargs = values(world, route)
    before = snapshot()
    for actor in ("anonymous", "owner", "stranger"):
        with undone():
            answer = client_of(world, actor).post(reverse(route, kwargs=kwargs), {})
            expected = {405} if route in ONLY_READ else {200, 302, 403, 404, 422}
            assert answer.status_code in expected
            if route != "account_confirm_email" or actor != "owner":
                assert snapshot() == before


@each_route
def test_no_other_method_is_answered(route, world):
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
        address = reverse(route, kwargs=the_owners(world, route))
        answer = client_of(world, "owner").generic(method, address)
        assert answer.status_code == 405, method


@pytest.mark.django_db
def test_nobody_makes_an_account_for_themselves():
    form = {"email": "walker@example.org", "password1": PASSWORD, "password2": PASSWORD}
    assert Client().post("/accounts/signup/", form).status_code == 404
    assert not User.objects.filter(email=form["email"]).exists()
