"""A results.json that is brought in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.forms.what_to_ask import name_field
from organisations.form_parts import BareForm

LARGEST = 5_000_000  # bytes: 41 texts of evidence, as long as they may be, have 0.5 MB


class BringInForm(BareForm):
    """``cleaned_data["file"]`` is its text."""

    name = name_field()
    file = forms.FileField(
        label=gettext_lazy("The results.json"),
        help_text=gettext_lazy("As score wrote it, or as a report of a site offered it."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_file(self) -> str:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(
                _("It is larger than 5 MB, and no results.json is: choose another.")
            )
        try:
            text: str = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ValidationError(
                _("These are no letters and figures: choose the results.json itself.")
            ) from error
        return text
