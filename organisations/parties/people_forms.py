"""What is filled in to invite somebody, to change a role and to join."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from organisations.fields import TextLine, capitalised
from organisations.models import User
from organisations.parties.bases import PartyInvitation
from organisations.parties.kinds import PartyKind
from organisations.parties.newcomers import Newcomer


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("Their e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, kind: PartyKind, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].help_text = kind.invited_hint
        self.fields["role"] = forms.ChoiceField(
            label=kind.invited_to,
            choices=capitalised(kind.invitable),
            widget=forms.RadioSelect,
        )


class RoleForm(forms.Form):
    def __init__(self, *args: Any, kind: PartyKind, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["role"] = forms.ChoiceField(choices=kind.roles.choices)


class JoinForm(forms.Form):
    """Of whoever has an account, no more is asked than the button."""

    def newcomer(self) -> Newcomer:
        raise ValueError("somebody new needs a name and a password")


class AccountForm(JoinForm):
    """Somebody new: a name for the others to know them by, and a password."""

    name = TextLine(
        label=_("Your name"),
        max_length=100,
        help_text=_("As your team knows you. People who answer never see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        max_length=1000,
        help_text=_("At least 12 characters: three or four words that do not belong together."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: PartyInvitation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.email = invitation.email

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "password" in given:
            person = User(email=self.email, name=given.get("name", ""))
            try:
                validate_password(given["password"], person)
            except forms.ValidationError as fault:
                self.add_error("password", fault)
        return given

    def newcomer(self) -> Newcomer:
        return Newcomer(name=self.cleaned_data["name"], password=self.cleaned_data["password"])
