"""django-allauth's routes, as a group: nobody gets an account, nothing falls over."""

import pytest
from django.test import Client
from django.urls import reverse

from organisations.models import User
from tests.access.asking import client_of, routes, undone
from tests.access.snapshots import snapshot
from tests.access.table import ALLAUTH
from tests.cast import PASSWORD

KWARGS = {
    "account_confirm_email": {"key": "none"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "none"},
}
each_route = pytest.mark.parametrize("route", sorted(ALLAUTH))


def test_the_group_is_what_the_urlconf_holds():
    ours = {name for name in routes() if name.startswith(("account_", "mfa_", "socialaccount_"))}
    assert ours == ALLAUTH


@each_route
def test_looking_changes_nothing_and_never_fails(route, world):
    before = snapshot()
    for actor in ("anonymous", "viewer", "owner"):
        answer = client_of(world, actor).get(reverse(route, kwargs=KWARGS.get(route)))
        assert answer.status_code in {200, 302, 403, 404, 405}
        assert world.theirs.canary not in answer.content.decode()
    assert snapshot() == before


@each_route
def test_an_empty_form_changes_nothing_and_never_fails(route, world):
    before = snapshot()
    for actor in ("anonymous", "owner"):
        with undone():
            answer = client_of(world, actor).post(reverse(route, kwargs=KWARGS.get(route)), {})
            assert answer.status_code in {200, 302, 403, 404, 405}
    assert snapshot() == before


@pytest.mark.django_db
def test_nobody_makes_an_account_for_themselves():
    form = {"email": "walker@example.org", "password1": PASSWORD, "password2": PASSWORD}
    page = Client().post(reverse("account_signup"), form)
    assert page.status_code == 200
    assert "Accounts come by invitation" in page.content.decode()
    assert not User.objects.filter(email=form["email"]).exists()
