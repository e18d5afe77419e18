"""Parts that the forms of every subject use."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout as CrispyLayout
from crispy_forms.layout import LayoutObject
from django import forms


def tick_box(label: Any, *, required: Any) -> forms.BooleanField:
    """A box to tick before something that cannot be undone."""
    return forms.BooleanField(label=label, error_messages={"required": required})


class BareForm(forms.Form):
    """Its fields, one after the other; ``hide_optional``: the page says what may be left out."""

    hide_optional = False

    @property
    def helper(self) -> FormHelper:
        helper = bare_helper()
        helper.hide_optional = self.hide_optional
        return helper


def bare_helper(*fields: LayoutObject | str) -> FormHelper:
    """Fields only, in this order: the page has the form, its token and its buttons."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    if fields:
        helper.layout = CrispyLayout(*fields)
    return helper
