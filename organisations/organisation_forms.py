"""What organisers fill in. Forms return domain values and know nothing of saving."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from organisations import colours, logos
from organisations.fields import Paragraphs, TextLine, capitalised
from organisations.models import Context, Nation, OrganisationKind, Paid, SupportKind
from organisations.parties.people_forms import AccountForm, JoinForm
from organisations.refusal import Refusal
from organisations.support_lines import MOST_LINES, lines_in


class FoundingForm(JoinForm):
    """The first owner also says which organisation it is."""

    organisation = TextLine(label=_("Name of your organisation or group"))
    kind = forms.ChoiceField(
        label=_("What kind it is"),
        choices=capitalised(OrganisationKind.choices),
        widget=forms.RadioSelect,
    )


class FounderForm(AccountForm, FoundingForm):
    """A first owner who is new here."""

    field_order = ("name", "password", "organisation", "kind")


class ProgrammeForm(forms.Form):
    name = TextLine(label=_("Name of the programme"), help_text=_("As people around here call it."))
    support_kind = forms.ChoiceField(
        label=_("Which kind of peer support it mostly is"),
        choices=capitalised(SupportKind.choices),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("The three kinds that Bradstreet (2006) tells apart."),
    )
    host = TextLine(
        label=_("Who hosts it"),
        required=False,
        help_text=_("The group, charity or trust whose roof it is under."),
    )
    contexts = forms.MultipleChoiceField(
        label=_("Where it happens"),
        choices=capitalised(Context.choices),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose as many as fit."),
    )
    paid = forms.ChoiceField(
        label=_("Paid or voluntary"),
        choices=capitalised(Paid.choices),
        required=False,
        widget=forms.RadioSelect,
    )


class SettingsForm(forms.Form):
    """Name, kind, accent colour and logo."""

    name = TextLine(label=_("Name"))
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=capitalised(OrganisationKind.choices),
        widget=forms.RadioSelect,
    )
    nation = forms.ChoiceField(
        label=_("Where it is"),
        choices=Nation.choices,
        widget=forms.RadioSelect,
        help_text=_("Decides which lines of help people who answer are shown."),
    )
    support_lines = Paragraphs(
        label=_("Lines of help of your own"),
        required=False,
        rows=3,
        max_length=600,
        help_text=_(
            "Shown first, on every page that people answer on. One a line, at most five: a name, a "
            "colon and a number, such as “Our office on weekdays: 01632 960 001”."
        ),
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

    def clean_support_lines(self) -> str:
        text: str = self.cleaned_data["support_lines"].strip()
        lines = list(lines_in(text))
        for number, (name, contact) in enumerate(lines, 1):
            if not name or not contact:
                raise forms.ValidationError(
                    _("Line %(number)d needs a name, a colon and a number."),
                    params={"number": number},
                )
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(
                _("At most %(most)d lines: in distress nobody reads more."),
                params={"most": MOST_LINES},
            )
        return text

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
