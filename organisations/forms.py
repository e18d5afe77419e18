"""What organisers fill in. Forms return domain values and know nothing of saving."""

from typing import Any, Protocol

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.files.uploadedfile import UploadedFile
from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from organisations import colours, logos
from organisations.fields import Line
from organisations.inviting import Joining
from organisations.models import (
    Context,
    OrganisationKind,
    Paid,
    Role,
    SupportKind,
    User,
)
from organisations.refusal import Refusal


def choices(kind: type[TextChoices]) -> list[tuple[str, str]]:
    """As they stand by themselves in a list: with a capital."""
    return [(value, capfirst(label)) for value, label in kind.choices]


class Invited(Protocol):
    """Whatever an invitation is to, it has an address."""

    email: str


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("Their e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=_("They sign in with it. Only they can use the link."),
    )
    role = forms.ChoiceField(
        label=_("What they may do"), choices=choices(Role), widget=forms.RadioSelect
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=choices(Role))


class FoundingForm(forms.Form):
    """The first owner also says which organisation it is."""

    organisation = Line(label=_("Name of your organisation or group"))
    kind = forms.ChoiceField(
        label=_("What kind it is"), choices=choices(OrganisationKind), widget=forms.RadioSelect
    )

    def joining(self) -> Joining:
        given = self.cleaned_data
        return Joining(organisation=given["organisation"], kind=given["kind"])


class AccountForm(forms.Form):
    """Somebody new: a name for the team to know them by, and a password."""

    name = Line(
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

    def __init__(self, *args: Any, invitation: Invited, **options: Any) -> None:
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

    def joining(self) -> Joining:
        return Joining(name=self.cleaned_data["name"], password=self.cleaned_data["password"])


class FounderForm(AccountForm, FoundingForm):
    """A first owner who is new here."""

    field_order = ("name", "password", "organisation", "kind")

    def joining(self) -> Joining:
        given = self.cleaned_data
        return Joining(given["name"], given["password"], given["organisation"], given["kind"])


class ProgrammeForm(forms.Form):
    name = Line(label=_("Name of the programme"), help_text=_("As people around here call it."))
    support_kind = forms.ChoiceField(
        label=_("Which kind of peer support it mostly is"),
        choices=choices(SupportKind),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("The three kinds that Bradstreet (2006) tells apart."),
    )
    host = Line(
        label=_("Who hosts it"),
        required=False,
        help_text=_("The group, charity or trust whose roof it is under."),
    )
    contexts = forms.MultipleChoiceField(
        label=_("Where it happens"),
        choices=choices(Context),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose as many as fit."),
    )
    paid = forms.ChoiceField(
        label=_("Paid or voluntary"),
        choices=choices(Paid),
        required=False,
        widget=forms.RadioSelect,
    )


class SettingsForm(forms.Form):
    """Name, kind, accent colour and logo."""

    name = Line(label=_("Name"))
    kind = forms.ChoiceField(
        label=_("Kind"), choices=choices(OrganisationKind), widget=forms.RadioSelect
    )
    accent = forms.CharField(
        label=_("Accent colour"),
        max_length=20,
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
        help_text=_(
            "A line of this colour stands under every page's head. Six letters or digits, "
            "such as #6b2d5c; dark enough to be read on white."
        ),
    )
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG or JPEG, up to 1 MB. It is shown small, at the head of each page."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    remove_logo = forms.BooleanField(label=_("Take the logo away"), required=False)

    nearest = ""  # a colour that would do, where the one given does not

    def clean_accent(self) -> str:
        accent = colours.tidy(self.cleaned_data["accent"])
        if accent is None:
            raise forms.ValidationError(_("Write a colour as # and six letters a to f or digits."))
        if not colours.readable(accent):
            self.nearest = colours.nearest_darker(accent)
            raise forms.ValidationError(
                _(
                    "%(accent)s is too light: its contrast with the page is %(found).1f to 1, and "
                    "4.5 to 1 is needed. The nearest darker one that can be read is %(nearest)s."
                ),
                params={
                    "accent": accent,
                    "found": colours.contrast(accent, colours.PAPER),
                    "nearest": self.nearest,
                },
            )
        return accent

    def clean_logo(self) -> bytes | None:
        """The picture drawn anew; None where none was sent."""
        uploaded: UploadedFile[bytes] | None = self.cleaned_data["logo"]
        if uploaded is None:
            return None
        try:
            return logos.redraw(uploaded.read())
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
