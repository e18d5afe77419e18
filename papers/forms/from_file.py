"""A file of answers, or the page that holds one already, and what its parts are taken for."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.instruments import instrument_of
from assessment.intake.archive import MB
from assessment.intake.uploads import UPLOAD, Refused
from assessment.models import Assessment
from organisations.form_parts import BareForm, bare_helper
from organisations.models import User
from organisations.typed_again import HELD_FILE
from papers.exports.saved_mapping import SavedMapping, mapping_in
from papers.exports.text_table import ENDINGS
from papers.from_file.file_reading import asked_alone
from papers.from_file.held_file import LONGEST, HeldFile, held_in, sealed_for
from papers.from_file.settled import chosen_in

LONGEST_NAME = 100
SHOWN = 20  # faults of a mapping: whoever made one by hand mends them one by one


class FromFileForm(BareForm):
    """``cleaned_data["file"]`` is a ``HeldFile``, ``sealed`` the same for the page."""

    hide_optional = True
    file = forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy(
            "An answers workbook, or an export of another tool: .xlsx, .csv or .tsv, at most 5 MB."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join((".xlsx", *ENDINGS))}),
    )
    whose = forms.ChoiceField(
        label=gettext_lazy("Whose answers an export holds"),
        required=False,
        widget=forms.Select,
    )
    mapping = forms.FileField(
        label=gettext_lazy("What was settled last time"),
        help_text=gettext_lazy("If you kept it: a .json file that this page gave you."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".json"}),
    )

    def __init__(self, *args: Any, assessment: Assessment, who: User, **more: Any) -> None:
        super().__init__(*args, **more)
        self.assessment, self.who, self.sealed = assessment, who, ""
        instrument = instrument_of(assessment)
        self.names = {
            one.code: instrument.name_of(one.code, mutual=assessment.mutual)
            for one in asked_alone(assessment)
        }
        chosen = self.fields["whose"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [("", _("a column of the file says so")), *self.names.items()]

    @property
    def helper(self) -> FormHelper:
        return self.part("file", "whose", "mapping")

    @property
    def whose_helper(self) -> FormHelper:
        """Beside what an export is taken for."""
        return self.part("whose")

    @property
    def file_helper(self) -> FormHelper:
        return self.part("file", "mapping")

    def part(self, *names: str) -> FormHelper:
        helper = bare_helper(*names)
        helper.hide_optional = True
        helper.form_show_errors = False  # they stand at the top of the page
        return helper

    def clean_file(self) -> HeldFile:
        sent: UploadedFile[Any] | None = self.cleaned_data["file"]
        if sent is None:
            return self.held_before()
        data = sent.read(UPLOAD.file_bytes + 1)
        if not data:
            raise ValidationError(_("This file is empty: choose another."))
        if len(data) > UPLOAD.file_bytes:
            most = UPLOAD.file_bytes // MB
            raise ValidationError(_("It is larger than %(most)d MB.") % {"most": most})
        file = HeldFile((sent.name or "")[-LONGEST_NAME:], data)
        sealed = sealed_for(file, self.who.pk, self.assessment.pk)
        if len(sealed) > LONGEST:
            words = _("It is too big to be looked at on one page: cut it into several files.")
            raise ValidationError(words)
        self.sealed = sealed
        return file

    def held_before(self) -> HeldFile:
        self.sealed = self.data.get(HELD_FILE, "")
        held = held_in(self.sealed, self.who.pk, self.assessment.pk)
        if held is None:
            self.sealed = ""
            raise ValidationError(_("Choose a file, of at most 5 MB."))
        return held

    def clean(self) -> dict[str, Any]:
        """What was settled: by the file of last time, else on the page."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        found["settled"] = chosen_in(self.data, instrument_of(self.assessment))  # type: ignore[arg-type]
        if sent := found.get("mapping"):
            try:
                found["settled"] = self.settled_before(sent)
            except Refused as refused:
                for fault in refused.faults[:SHOWN]:
                    self.add_error("mapping", fault)
        return found

    def settled_before(self, sent: "UploadedFile[Any]") -> SavedMapping:
        data, instrument = sent.read(UPLOAD.file_bytes), instrument_of(self.assessment)
        return mapping_in(data, (sent.name or "")[-LONGEST_NAME:], instrument)
