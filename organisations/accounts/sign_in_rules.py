"""What allauth asks us: who may have an account, how tries are slowed, what is mailed and noted."""

import time
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import LoginForm
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.accounts import known_devices, session_end, wrong_passwords
from organisations.accounts.security_events import EVENTS, note
from organisations.addresses import whole_address
from organisations.models import User

NOT_NEW = timedelta(hours=1)  # whoever made an account just now knows of this device


class OurRules(DefaultAccountAdapter):
    """Nobody makes an account without an invitation: an organisation says who its people are."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and password do not go together."),
        "too_many_login_attempts": _(
            "There were too many wrong tries from here. Wait five minutes, then try again; or "
            "choose a new password by mail, which works at once."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not within five minutes of giving the password: owners are led straight from there to
        the second step, and would be asked for it twice."""
        required = bool(super().is_reauthentication_required(app=app))
        return required and not gave_password_just_now(self.request)

    # Tries

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if not wrong_passwords.may_try(request, credentials.get("email", "")):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        wrong_passwords.was_wrong(request, credentials.get("email", ""))

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        if user:
            wrong_passwords.was_right(request, credentials.get("email", ""))
        return user

    def set_password(self, user: User, password: str) -> None:
        """A change of address that nobody has confirmed ends: it may be why they change it."""
        super().set_password(user, password)
        EmailAddress.objects.filter(user=user, verified=False).delete()
        wrong_passwords.was_right(self.request, user.email)
        self.request.password_set_for = user.email

    # What happens to an account

    def post_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **how)
        session_end.begin_again(request.session)
        known = known_devices.number_for(request, user.email) is not None
        self.send_notification_mail("known_device" if known else "new_device", user)
        if not request.path.startswith(known_devices.PATH):
            return known_devices.by_way_of_here(response)
        known_devices.remember(request, response, user.email)
        return response

    @transaction.atomic
    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Only by whoever is signed in to that account: a mistyped address may be a stranger's."""
        if request.user != email_address.user:
            return False
        return bool(super().confirm_email(request, email_address))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """allauth's, for each security event: noted, then mailed."""
        event, told = EVENTS[template_prefix], context or {}
        note(event, user, told)
        if not event.told or is_first_device(template_prefix, user):
            return
        shown = {"subject": event.subject, "told": event.told % told, "at": timezone.now()}
        self.send_mail("account/email/notice", email or user.email, shown)

    # Mail

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        self.mail_of(template_prefix, email, context).send()

    def mail_of(self, template_prefix: str, email: str, context: Mapping[str, Any]) -> Any:
        """Without allauth's ``current_site``, which is whatever name the browser asked for."""
        around = {"site": whole_address("/", self.request), "host": settings.HOST_NAME}
        return self.render_mail(template_prefix, email, {**around, **context})

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, _hyphen, token = key.partition("-")
        path = reverse("account_reset_password_from_key", args=[uid, token])
        return whole_address(path, self.request)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        path = reverse("account_confirm_email", args=[emailconfirmation.key])
        return whole_address(path, request)


def is_first_device(template_prefix: str, user: User) -> bool:
    return template_prefix == "new_device" and timezone.now() - user.date_joined < NOT_NEW


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
    form = LoginForm({"login": email, "password": password}, request=request)
    if not form.is_valid():
        return redirect_to_login(then)
    response: HttpResponse = form.login(request, redirect_url=then)
    return response
