"""The pages of allauth that there are. Whatever it adds or brings besides has no address here."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as authenticator_app
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, re_path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from organisations.accounts.change_of_address import change_of_address
from organisations.accounts.known_devices import remember, remember_device
from organisations.accounts.signing_in_again import typed_again
from organisations.typed_again import KEPT

View = Callable[..., HttpResponse]
SLOWED = {"too_many_login_attempts", "rate_limited"}


def filled_in(view: View) -> View:
    """A form that comes back with a fault says so in its status, as on every page of ours."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if request.method == "POST" and form is not None and form.errors:
            codes = {fault.code for faults in form.errors.as_data().values() for fault in faults}
            response.status_code = 429 if codes & SLOWED else 422
        return response

    return answered


def known_from_now_on(view: View) -> View:
    """Whoever has chosen a new password by a mailed link, whatever wrong tries of others."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if email := getattr(request, "password_set_for", ""):
            remember(request, response, email)
        return response

    return answered


def then_what_was_typed(view: View) -> View:
    """Where no recovery codes are to be shown first, straight on to what waits to be sent."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        done = response.headers.get("Location") == reverse("mfa_index")
        return redirect("typed_again") if done and KEPT in request.session else response

    return answered


def page(there: str, view: View, name: str) -> URLPattern:
    return path(there, filled_in(view), name=name)


def only_read(there: str, view: View, name: str) -> URLPattern:
    return path(there, require_safe(view), name=name)


urlpatterns = [
    page("login/", account.login, "account_login"),
    page("logout/", account.logout, "account_logout"),
    only_read("inactive/", account.account_inactive, "account_inactive"),
    page("reauthenticate/", account.reauthenticate, "account_reauthenticate"),
    path("typed/", typed_again, name="typed_again"),
    path("device/", remember_device, name="remember_device"),
    path("email/", change_of_address, name="account_email"),
    re_path(
        r"^confirm-email/(?P<key>[-:\w]+)/$",
        login_required(filled_in(account.confirm_email)),
        name="account_confirm_email",
    ),
    page("password/change/", account.password_change, "account_change_password"),
    page("password/reset/", account.password_reset, "account_reset_password"),
    only_read("password/reset/done/", account.password_reset_done, "account_reset_password_done"),
    only_read(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        known_from_now_on(filled_in(account.password_reset_from_key)),
        name="account_reset_password_from_key",
    ),
    only_read("2fa/", second_step.index, "mfa_index"),
    page("2fa/authenticate/", second_step.authenticate, "mfa_authenticate"),
    page("2fa/reauthenticate/", second_step.reauthenticate, "mfa_reauthenticate"),
    page(
        "2fa/totp/activate/",
        then_what_was_typed(authenticator_app.activate_totp),
        "mfa_activate_totp",
    ),
    page("2fa/totp/deactivate/", authenticator_app.deactivate_totp, "mfa_deactivate_totp"),
    only_read("2fa/recovery-codes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    page(
        "2fa/recovery-codes/generate/",
        recovery_codes.generate_recovery_codes,
        "mfa_generate_recovery_codes",
    ),
    only_read(
        "2fa/recovery-codes/download/",
        recovery_codes.download_recovery_codes,
        "mfa_download_recovery_codes",
    ),
]
