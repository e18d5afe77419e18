"""What a form says of a fault, in our words: none of Django's is ever on the screen.

Set on Django's own field classes, since the forms of packages use them too; a field that says it
better has messages of its own.
"""

from typing import Any

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

CHOOSE = _("Choose one of those shown.")
IN_WORDS: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Fill this in.")},
    forms.ChoiceField: {"invalid_choice": CHOOSE, "required": _("Choose one.")},
    forms.MultipleChoiceField: {
        "invalid_choice": CHOOSE,
        "invalid_list": CHOOSE,
        "required": _("Choose at least one."),
    },
    forms.IntegerField: {"invalid": _("Write a whole number, in figures.")},
    forms.DateField: {"invalid": _("Write a day, such as 2026-11-30.")},
    forms.URLField: {"invalid": _("Write an address that begins with https://.")},
    forms.FileField: {
        "required": _("Choose a file."),
        "missing": _("No file came: choose it again."),
        "invalid": _("No file came: choose it again."),
        "empty": _("This file is empty: choose another."),
    },
    forms.ImageField: {
        "invalid_image": _("This is no picture that can be read: choose a PNG or JPEG."),
    },
}
IN_FIGURES: dict[Any, Any] = {
    validators.MaxValueValidator: _("Write at most %(limit_value)s."),
    validators.MinValueValidator: _("Write at least %(limit_value)s."),
    validators.MaxLengthValidator: ngettext_lazy(
        "Write at most %(limit_value)d character: this has %(show_value)d.",
        "Write at most %(limit_value)d characters: this has %(show_value)d.",
        "limit_value",
    ),
    validators.EmailValidator: _("Write an email address, such as sam@example.org."),
    validators.ProhibitNullCharactersValidator: _("There is a character here that cannot be kept."),
}


def say_faults_plainly() -> None:
    """Once, when the site starts."""
    for field, messages in IN_WORDS.items():
        field.default_error_messages = {
            **field.__dict__.get("default_error_messages", {}),
            **messages,
        }
    for validator, message in IN_FIGURES.items():
        validator.message = message
