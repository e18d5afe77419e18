"""No form on the site has a word of Django's for a fault."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import get_resolver

DJANGOS = ("This field is required", "Enter a ", "Select a valid", "Ensure this", "No file was")
FIELDS = {
    forms.CharField: {"max_length": 3},
    forms.ChoiceField: {"choices": [("a", "A")]},
    forms.MultipleChoiceField: {"choices": [("a", "A")]},
    forms.BooleanField: {},
    forms.IntegerField: {"min_value": 1, "max_value": 5},
    forms.DateField: {},
    forms.EmailField: {},
    forms.URLField: {"assume_scheme": "https"},
    forms.FileField: {},
    forms.ImageField: {},
}
TRIED = ("", None, "x y z", "-4", "99", "a@", "\x00", ["q"])


def test_whatever_is_typed_is_answered_in_our_words():
    said = set()
    for cls, options in FIELDS.items():
        for typed in TRIED:
            if isinstance(typed, list) and cls is not forms.MultipleChoiceField:
                continue
            try:
                cls(**options).clean(typed)
            except ValidationError as fault:
                said |= set(fault.messages)
    assert len(said) > 10
    assert not {one for one in said if one.startswith(DJANGOS)}


def test_every_field_of_every_form_has_our_words():
    """Of all forms there are, those of packages included; a new kind of field is found here."""
    assert get_resolver().url_patterns  # whatever a page can show has been imported
    seen = 0
    ours = [f for f in forms_of(forms.BaseForm) if not f.__module__.startswith("django.contrib")]
    for form in ours:
        for field in getattr(form, "base_fields", {}).values():
            if field.widget.is_hidden:
                continue
            for message in field.error_messages.values():
                seen += 1
                assert not str(message).startswith(DJANGOS), (form, field, message)
    assert seen > 100


def forms_of(base):
    for one in base.__subclasses__():
        yield one
        yield from forms_of(one)
