"""Which published round a report is set beside: by its address, or by its file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comparing.method.comparison_document import Json
from comparing.referring import document_at, document_in, require_fitting
from organisations.fields import TextLine
from organisations.refusal import Refusal
from questions import Instrument

LARGEST = 1024 * 1024  # bytes: one of a round has about 30 KB


class ReferenceForm(forms.Form):
    """``document``: what was found there; ``asked``: what the report was asked."""

    address = TextLine(
        label=gettext_lazy("Its address on this site"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "As it stands on the page of a round that everybody may read. It has /published/ in it."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or its file"),
        required=False,
        help_text=gettext_lazy("The comparison.json of an anonymous round, of this site or not."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def __init__(self, *args: Any, host: str, asked: Instrument, **options: Any) -> None:
        super().__init__(*args, **options)
        self.host, self.asked = host, asked
        self.document: Json = {}

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        address, file = given.get("address", ""), given.get("file")
        if self.errors:
            return given
        if bool(address) == bool(file):
            self.add_error("address", _("Give the address of a round, or its file: one of them."))
            return given
        try:
            self.document = self.found(address, file)
        except Refusal as refusal:
            self.add_error("file" if file else "address", str(refusal))
        return given

    def found(self, address: str, file: "UploadedFile[bytes] | None") -> Json:
        document = document_in(text_of(file)) if file else document_at(address, host=self.host)
        require_fitting(document, self.asked)
        return document


def text_of(file: "UploadedFile[bytes]") -> str:
    if (file.size or 0) > LARGEST:
        raise Refusal(_("This file is too big to be the comparison.json of a round."))
    try:
        content: bytes = file.read()
        return content.decode()
    except UnicodeDecodeError as error:
        raise Refusal(_("This file is no comparison.json: it is not text.")) from error
