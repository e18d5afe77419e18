"""allauth's forms where ours ask for something else, and the one for a new address."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm, ResetPasswordForm, default_token_generator
from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisations.models import User
from organisations.typed_again import KEPT, unpacked

NOBODY = User(pk=0, email="")  # for whom a mail is written and thrown away


class SignInForm(LoginForm):
    """With a box that says how long it keeps somebody in, and what they had typed (``kept``)."""

    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = _("E-mail address")
        for name in ("login", "password"):  # their labels say it
            self.fields[name].widget.attrs.pop("placeholder", None)
        remember = self.fields["remember"]
        remember.label = _("Keep me signed in when I close the browser")
        remember.help_text = _(
            "For two weeks at most, and until twelve hours pass without a page. "
            "Not on a device that others use."
        )

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """With what they had typed when their session had ended (``signing_in_again``)."""
        kept = self.cleaned_data[KEPT]
        there = reverse("typed_again") if unpacked(kept) else redirect_url
        response: HttpResponse = super().login(request, redirect_url=there)
        if unpacked(kept):
            request.session[KEPT] = kept
        return response


class NewPasswordLinkForm(ResetPasswordForm):
    """One answer and one amount of work, whoever asks for whatever address.

    Three mails an hour to one address: a stranger who asks more often fills no inbox, and the
    links that are there already go on working.
    """

    def save(self, request: HttpRequest, **options: Any) -> str:
        email: str = self.cleaned_data["email"]
        if not ratelimit.consume(request, action="mail_new_password_link", key=email):
            return email
        # Not through an address that nobody has confirmed yet: it may be a stranger's.
        self.users: list[User] = [user for user in self.users if user.email == email]
        if not self.users:
            as_much_work_for_nobody()
        super().save(request, **options)
        return email


def as_much_work_for_nobody() -> None:
    rules = get_adapter()
    url = rules.get_reset_password_from_key_url(f"0-{default_token_generator.make_token(NOBODY)}")
    context = {"user": NOBODY, "password_reset_url": url}
    rules.mail_of("account/email/password_reset_key", "nobody@example.org", context)


class NewAddressForm(forms.Form):
    """With the password, so that a device left open is not enough."""

    email = forms.EmailField(
        label=_("Your new e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, user: User, request: HttpRequest, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user, self.request = user, request

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if EmailAddress.objects.filter(user=self.user, email=email, verified=True).exists():
            raise forms.ValidationError(_("This is your address already."))
        return email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        rules = get_adapter()
        if not rules.reauthenticate(self.user, password):
            raise forms.ValidationError(_("This is not your password."))
        return password

    def clean(self) -> dict[str, Any]:
        """Last, because it counts: a link goes to one address every few minutes at most."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        email = given.get("email")
        if not self.errors and email and not may_mail(self.request, email):
            self.add_error(
                "email",
                _("A link was mailed to this address just now. Look in its spam folder too."),
            )
        return given


def may_mail(request: HttpRequest, email: str) -> bool:
    return bool(ratelimit.consume(request, action="confirm_email", key=email, dry_run=True))
