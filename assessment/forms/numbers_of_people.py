"""Fields for how many people there are, or are in a room."""

from typing import Any

from django import forms

# Beyond these a number is a slip of the key, and no size.
LARGEST_GROUP = 500
LARGEST_PERSPECTIVE = 1_000_000


class Number(forms.IntegerField):
    """A whole number of people."""

    def __init__(self, *, max_value: int = LARGEST_GROUP, **options: Any) -> None:
        widget = forms.NumberInput(attrs={"inputmode": "numeric"})
        super().__init__(**{"min_value": 0, "max_value": max_value, "widget": widget, **options})


def number_of_side(side: str) -> Number:
    """Of a side, by its name; blank is none."""
    return Number(label=side[0].upper() + side[1:], required=False)
