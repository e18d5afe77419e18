"""How people sign in: with an invitation only, and some with a second step."""

import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import LoginForm
from allauth.mfa.models import Authenticator
from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from organisations.models import Membership, Role, User


class ClosedSignup(DefaultAccountAdapter):
    """Nobody makes an account without an invitation: an organisation says who its people are."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and password do not go together."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not within five minutes of giving the password: owners are led straight from there to
        the second step, and would be asked for it twice."""
        required = bool(super().is_reauthentication_required(app=app))
        return required and not gave_password_just_now(self.request)


def gave_password_just_now(request: HttpRequest) -> bool:
    earliest = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    given = get_authentication_records(request, request.user)
    return any(one["method"] == "password" and one["at"] > earliest for one in given)


def sign_in_with_new_password(
    request: HttpRequest, *, email: str, password: str, then: str
) -> HttpResponse:
    """As the page for it does, so that allauth knows that the password was just given.

    Where too many wrong ones were tried from this network, they are led to that page.
    """
    form = LoginForm({"login": email, "password": password, "remember": True}, request=request)
    if not form.is_valid():
        return redirect_to_login(then)
    response: HttpResponse = form.login(request, redirect_url=then)
    return response


class SecondStepNeeded(Exception):
    """Raised by ``organisations.access``; the middleware leads to where it is set up."""


def with_second_factor() -> Exists:
    """Whether the user of a row has an authenticator app, as a part of another query."""
    has_app = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    return Exists(has_app)


def lacks_second_factor(user: User) -> bool:
    """An owner of any organisation without an authenticator app; one query."""
    owned = Membership.objects.filter(~with_second_factor(), user=user, role=Role.OWNER)
    return owned.exists()
