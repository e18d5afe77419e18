"""Drop-downs and limits on what may be typed, with the words shown when a cell is chosen.

Excel shows at most 32 characters of a prompt's title and 255 of its text.
"""

from textwrap import shorten

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from organisations.text_rule import LONGEST_TEXT
from questions.entries import Scale, Scales

TITLE_LENGTH, PROMPT_LENGTH = 32, 255  # characters; Excel calls a file with more damaged


def cut_to(text: str, length: int) -> str:
    return shorten(text, length, placeholder="...") if len(text) > length else text


def explain(validation: DataValidation, title: str, prompt: str, error: str) -> DataValidation:
    validation.promptTitle = cut_to(title, TITLE_LENGTH)
    validation.prompt = prompt if len(prompt) <= PROMPT_LENGTH else cut_to(prompt, PROMPT_LENGTH)
    validation.errorTitle = "Please look again"
    validation.error = cut_to(error, PROMPT_LENGTH)
    validation.showInputMessage = validation.showErrorMessage = True
    return validation


def choice(options: tuple[str, ...], title: str, prompt: str) -> DataValidation:
    validation = DataValidation("list", formula1=f'"{",".join(options)}"', allow_blank=True)
    error = f"Please choose {', '.join(options)} (in small or capital letters as here), or nothing."
    return explain(validation, title, prompt, error)


def whole_number(least: int, title: str, prompt: str) -> DataValidation:
    validation = DataValidation(
        "whole", operator="greaterThanOrEqual", formula1=str(least), allow_blank=True
    )
    error = f"Please write a whole number of {least} or more, or nothing."
    return explain(validation, title, prompt, error)


def any_words(title: str, prompt: str) -> DataValidation:
    validation = DataValidation(
        "textLength", operator="lessThanOrEqual", formula1=str(LONGEST_TEXT), allow_blank=True
    )
    return explain(validation, title, prompt, f"Please keep it to {LONGEST_TEXT:,} characters.")


def a_date(title: str, prompt: str) -> DataValidation:
    validation = DataValidation("date", operator="greaterThan", formula1="1", allow_blank=True)
    error = "Please write a date, such as 20/11/2026, or nothing."
    return explain(validation, title, prompt, error)


def add(sheet: Worksheet, validation: DataValidation, cells: str) -> None:
    validation.add(cells)
    sheet.add_data_validation(validation)


def scale_in_words(scale: Scale, scales: Scales) -> str:
    """'0 Never, 1 Rarely, ... DK I don't know, NA Does not apply.'"""
    numbers = ", ".join(f"{number} {label}" for number, label in enumerate(scale.labels))
    besides = scales.besides
    return f"{numbers}. DK {besides.dont_know}, NA {besides.does_not_apply}."
