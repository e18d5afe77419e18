"""What one cell may hold, as people type it: a value, or a ValueError that says what is wrong.

Blank is None or ''. Spreadsheets turn what is typed into numbers, dates and true or false; a
person's 3 may come as 3, 3.0, '3' or ' 3.0'.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from assessment.intake.answers_workbook.faults import quoted
from assessment.intake.answers_workbook.layout import RATINGS, TRUTHS, YES_NO
from assessment.intake.typed_days import day_typed
from assessment.intake.uploads import Unstored
from assessment.method.responses import Answer
from assessment.method.results import Truth
from organisations.text_rule import (
    LONGEST_NAME,
    LONGEST_TEXT,
    code_point,
    compared,
    kept,
    kept_name,
    unwritable,
)

ERRORS = {"#n/a", "#ref!", "#name?", "#value!", "#div/0!", "#num!", "#null!", "err:502", "err:508"}
DONT_KNOW = ("dk", "don't know", "dont know", "i don't know", "i dont know")
NOT_APPLICABLE = ("na", "n/a", "n.a.", "does not apply", "not applicable", "doesn't apply")
WORDS: Mapping[str, Answer] = {
    **dict.fromkeys(DONT_KNOW, "DK"),
    **dict.fromkeys(NOT_APPLICABLE, "NA"),
}
TRUTH: Mapping[str, Truth] = {
    **dict.fromkeys(("yes", "y", "true", "true here"), Truth.YES),
    **dict.fromkeys(("no", "n", "false", "not true", "not true here"), Truth.NO),
    **dict.fromkeys(NOT_APPLICABLE, Truth.NA),
    **dict.fromkeys(DONT_KNOW, Truth.DK),
}


def plain_text(value: object) -> str:
    """Lower case, single spaces, plain hyphens: what is compared, never what is kept."""
    return "" if value is None else compared(str(value))


def is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not kept(value).strip())


def wrong(value: object, sentence: str) -> ValueError:
    """The sentence, unless the spreadsheet itself is what went wrong."""
    if isinstance(value, Unstored):
        return ValueError("this is a formula without a stored result; type the value itself")
    if isinstance(value, str) and plain_text(value) in ERRORS:
        return ValueError(f"{quoted(value)} is an error of the spreadsheet, not an answer")
    return ValueError(sentence)


def one_of(value: object, choices: Iterable[str]) -> ValueError:
    shown = value.date() if isinstance(value, datetime) else value
    because = " (the spreadsheet made it a date)" if isinstance(value, date) else ""
    return wrong(value, f"{quoted(shown)} is not one of {', '.join(choices)}{because}")


def as_rating(value: object) -> Answer:
    """0-4, 'DK', 'NA' or None for blank."""
    if is_blank(value):
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value in range(5):
        return int(value)
    if isinstance(value, str):
        # '3.0' is how a spreadsheet may write a number that it keeps as text.
        if re.fullmatch(r"[0-4](\.0+)?", text := plain_text(value), re.ASCII):
            return int(text[0])
        if text in WORDS:
            return WORDS[text]
    raise one_of(value, RATINGS)


def as_truth(value: object) -> Truth:
    """A fact's answer; blank counts as DK (docs/method.md section 1)."""
    if is_blank(value):
        return Truth.DK
    if isinstance(value, (str, bool)) and plain_text(value) in TRUTH:
        return TRUTH[plain_text(value)]
    raise one_of(value, TRUTHS)


def as_yes_or_no(value: object) -> bool | None:
    if is_blank(value):
        return None
    if isinstance(value, (str, bool)):
        found = TRUTH.get(plain_text(value))
        if found in (Truth.YES, Truth.NO):
            return found is Truth.YES
    raise one_of(value, YES_NO)


def as_whole_number(value: object, *, least: int = 0) -> int | None:
    """A whole number of ``least`` or more, None for blank."""
    if is_blank(value):
        return None
    number = as_number(value)
    if number is None or not number.is_integer() or number < least:
        raise wrong(value, f"{quoted(value)} is not a whole number of {least} or more")
    return int(number)


def as_number(value: object) -> float | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if abs(value) <= 1e9 else None
    # Nine digits, as above: no size is larger, and a float holds them exactly.
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,9}(\.0*)?", plain_text(value), re.ASCII):
        return float(plain_text(value))
    return None


def as_date(value: object) -> date | None:
    """A date as the spreadsheet's own or as people type one; None for blank."""
    if is_blank(value):
        return None
    if isinstance(value, (str, date)):
        try:
            return day_typed(value)
        except ValueError as error:
            raise wrong(value, f"{quoted(value)} is not a date{error}") from error
    raise wrong(value, f"{quoted(value)} is not a date; write it as 20/11/2026 or 2026-11-20")


def as_name(value: object) -> str:
    """By the one rule for names: a line, as long as on a site; '' for blank."""
    name = kept_name(as_text_within(value))
    if len(name) > LONGEST_NAME:
        raise ValueError(f"the name has {len(name):,} characters; {LONGEST_NAME} are the most")
    return name


def as_text_within(value: object) -> str:
    """Words as they were typed, without spaces around them; '' for blank."""
    if value is None:
        return ""
    words = kept(as_text(value)).strip()
    if isinstance(value, Unstored) or plain_text(words) in ERRORS:
        raise wrong(value, "")
    if len(words) > LONGEST_TEXT:
        raise ValueError(f"the text has {len(words):,} characters; {LONGEST_TEXT:,} are the most")
    if found := unwritable(words, lines=True):
        raise ValueError(f"the text holds a character that cannot be kept: {code_point(found)}")
    return words


def as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
