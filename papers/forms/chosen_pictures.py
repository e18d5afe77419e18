"""Photographs and scans as they are chosen: any number of files at once."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy

from organisations.form_parts import BareForm
from papers.reading.photographs import Named

LONGEST_NAME = 60  # characters of a file's own, in a sentence about it


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class PaperFiles(forms.FileField):
    """A list of ``Named``; an empty file is told like a broken one, when it is read."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Named]:  # noqa: ARG002 - as Django asks
        if not data:
            raise ValidationError(self.error_messages["required"], code="required")
        return [Named(shown(one), one.read()) for one in data]


def shown(file: "UploadedFile[Any]") -> str:
    """A stranger's name for it: without what cannot be seen or would turn the line round."""
    name = "".join(one if one.isprintable() else "_" for one in file.name or "")
    return name if len(name) <= LONGEST_NAME else f"…{name[-LONGEST_NAME:]}"


class PicturesForm(BareForm):
    pictures = PaperFiles(
        label=gettext_lazy("Photographs, or the PDF of a scanner"),
        help_text=gettext_lazy(
            "All of them at once, in the order of the pile: at most 60 pictures or pages, 15 MB "
            "each and 60 MB in all."
        ),
        widget=ManyFiles(attrs={"accept": "image/*,application/pdf"}),
        error_messages={"required": gettext_lazy("Choose at least one picture or PDF.")},
    )
