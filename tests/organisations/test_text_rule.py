"""One rule for texts, on pages and in files: what may not be kept is refused, names are not."""

import importlib
import inspect
import pkgutil

import pytest
from django import forms
from django.core.exceptions import ValidationError

from assessment.intake.answers_workbook.values import as_name, as_text_within, plain_text
from comparing.folder.sharing_list import COLUMNS, SharingLine, entry_faults, sharing_line
from comparing.method.counted_once import folded
from organisations.fields import Paragraphs, TextLine
from organisations.text_rule import LONGEST_NAME, LONGEST_TEXT
from tests.test_house import PACKAGES

REFUSED = {
    **{f"a control character, {code:#x}": chr(code) for code in (0, 7, 0x1B, 0x7F, 0x85)},
    "half of a pair": "\ud83d",
    **{f"an embedding or override, U+{code:X}": chr(code) for code in range(0x202A, 0x202F)},
    **{f"an isolate, U+{code:X}": chr(code) for code in range(0x2066, 0x206A)},
}
# What Word, old Macs and the web end a line with: one line end of a longer text, none of a name.
BREAKS = ("\r\n", "\r", "\x0b", "\u2028", "\u2029")
UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff")
NAMES = (
    "O\u2019Brien-Smith",
    "مؤسسهٔ می‌خواهم",  # a joiner that parts two letters
    "क्‍ष",  # one that joins them
    "שלום\u200f!",  # a direction mark
    "Ὀδυσσεύς",
    "Zoë",
    "👩‍👩‍👧",
)
KINDS = ("trust", "user-led")


def on_a_page(text):
    return Paragraphs().clean(text)


def in_a_line(text):
    return TextLine().clean(text)


def in_a_workbook(text):
    return as_text_within(text)


def in_a_list(text):
    line = SharingLine(
        row=2, organisation=text, kind="trust", programme="", closed="2026-11-27", file="a.json"
    )
    faults = [fault for fault in entry_faults(line, KINDS) if "shown" in fault.what]
    if faults:
        raise ValueError(str(faults[0]))
    return text


EVERYWHERE = (on_a_page, in_a_line, in_a_workbook, in_a_list)


@pytest.mark.parametrize("where", EVERYWHERE)
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_kept_is_refused_everywhere(where, what):
    with pytest.raises((ValidationError, ValueError)):
        where(f"North{REFUSED[what]}field")


@pytest.mark.parametrize("where", EVERYWHERE)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_letter_by_letter(where, name):
    assert where(name) == name


@pytest.mark.parametrize("end", BREAKS)
def test_any_line_end_is_one_in_longer_texts_and_none_in_names(end):
    typed = f"North{end}field"
    assert on_a_page(typed) == in_a_workbook(typed) == "North\nfield"
    assert as_name(typed) == "North field"
    for where in (in_a_line, in_a_list):
        with pytest.raises((ValidationError, ValueError)):
            where(typed)


def listed(name):
    return sharing_line(2, COLUMNS, [name, "trust"]).organisation


@pytest.mark.parametrize("where", [on_a_page, in_a_line, in_a_workbook, as_name, listed])
@pytest.mark.parametrize("mark", UNSEEN)
def test_what_nobody_sees_is_not_kept(where, mark):
    assert where(f"{mark}North{mark}field {mark}") == "Northfield"


@pytest.mark.parametrize("where", [in_a_line, in_a_workbook, as_name, listed])
def test_a_letter_is_kept_in_one_form(where):
    assert where("Caffe\u0300") == "Caff\u00e8"


@pytest.mark.parametrize("same", [plain_text, folded])
def test_names_that_look_alike_are_one(same):
    typed = ("Women's Caf\u00e9", "WOMEN\u2019S cafe\u0301", "\ufeffWo\u00admen's\u200b Caf\u00e9 ")
    assert len({same(one) for one in typed}) == 1


def test_both_sides_of_the_longest_name():
    assert len(as_name("x" * LONGEST_NAME)) == len(in_a_line("x" * LONGEST_NAME)) == 200
    for where in (as_name, in_a_line):
        with pytest.raises((ValidationError, ValueError)):
            where("x" * (LONGEST_NAME + 1))


def test_lines_are_for_longer_texts():
    assert on_a_page("one\r\ntwo\tthree") == in_a_workbook("one\r\ntwo\tthree") == "one\ntwo\tthree"
    for text in ("one\ntwo", "one\ttwo"):
        with pytest.raises(ValidationError):
            in_a_line(text)


@pytest.mark.parametrize("where", [on_a_page, in_a_workbook])
def test_both_sides_of_five_thousand_characters(where):
    assert len(where("x" * LONGEST_TEXT)) == LONGEST_TEXT == 5000
    with pytest.raises((ValidationError, ValueError)):
        where("x" * (LONGEST_TEXT + 1))


# What is compared with something and never kept as it was typed; so is what a page hides.
NOT_KEPT = {
    "AboutForm.about",
    "AccountForm.password",
    "CodeForm.code",
    "FounderForm.password",
    "NewAddressForm.password",
    "SecondStepForm.code",
    "SettingsForm.accent",
    "SlipForm.slip",
    "StillYouForm.code",
    "SuggestionForm.suggestion",
    "WordForm.one_word",
}


def test_no_form_keeps_a_text_that_goes_round_the_rule():
    found = {
        f"{form.__name__}.{name}"
        for form in every_form()
        for name, field in form.base_fields.items()
        if type(field) is forms.CharField and not isinstance(field.widget, forms.HiddenInput)
    }
    assert found <= NOT_KEPT
    assert len(list(every_form())) > 25


def every_form():
    for package in PACKAGES:
        path = importlib.import_module(package).__path__
        for found in pkgutil.walk_packages(path, f"{package}."):
            if ".management." in found.name or found.name in {"config.wsgi", "config.settings"}:
                continue
            module = importlib.import_module(found.name)
            for _, one in inspect.getmembers(module, inspect.isclass):
                if issubclass(one, forms.BaseForm) and one.__module__ == found.name:
                    yield one
