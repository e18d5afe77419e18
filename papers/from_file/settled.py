"""What an export is taken for, as chosen on the page: the same as a mapping's file holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.intake.answers_workbook.values import as_rating, plain_text
from assessment.method.responses import Answer
from papers.exports.saved_mapping import BLANK, SLIP, WHOSE, SavedMapping, mapping_text
from papers.exports.survey_answers import Matched, shown
from questions import Instrument

PARTS = ("columns", "answers", "perspectives")
MOST = {"columns": 150, "answers": 100, "perspectives": 30}  # to choose on one page
SHORTENED = 70  # characters of a heading or a statement
ANSWERS = (*"01234", "DK", "NA", BLANK)

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One heading, answer or perspective of the file, and what it may be taken for."""

    part: str
    text: str
    chosen: str
    options: Options

    @property
    def shown(self) -> str:
        return shortened(self.text)


def shortened(text: str) -> str:
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= SHORTENED else plain[:SHORTENED] + "\N{HORIZONTAL ELLIPSIS}"


def chosen_in(posted: QueryDict, instrument: Instrument) -> SavedMapping:
    """Texts and choices stand beside each other in the form."""
    given = {part: pairs_of(posted, part) for part in PARTS}
    known = {*instrument.item, SLIP, WHOSE, ""}
    return SavedMapping(
        columns={text: code for text, code in given["columns"].items() if code in known},
        answers={t: answer_of(code) for t, code in given["answers"].items() if code in ANSWERS},
        perspectives={
            text: code
            for text, code in given["perspectives"].items()
            if code in instrument.perspective
        },
    )


def pairs_of(posted: QueryDict, part: str) -> dict[str, str]:
    texts, choices_made = posted.getlist(f"{part}_text"), posted.getlist(f"{part}_is")
    return dict(zip(map(plain_text, texts), choices_made, strict=False))


def answer_of(code: str) -> Answer:
    return None if code == BLANK else as_rating(code)


def choices(
    matched: Matched,
    saved: SavedMapping,
    instrument: Instrument,
    names: Mapping[str, str],
    *,
    with_slips: bool,
) -> list[Choice]:
    """Everything that the file's own words do not say; ``names`` of those who may be chosen."""
    return [
        *column_choices(matched, saved, instrument, with_slips=with_slips),
        *answer_choices(matched, saved, instrument),
        *perspective_choices(matched, saved, names),
    ]


def column_choices(
    matched: Matched, saved: SavedMapping, instrument: Instrument, *, with_slips: bool
) -> Iterator[Choice]:
    """Of what is left over, where a statement is still without a column; of what was chosen."""
    besides = {SLIP: str(_("the code of the slip")), WHOSE: str(_("whose answers they are"))}
    chosen = [*matched.columns, (matched.slip, SLIP), (matched.whose, WHOSE)]
    settled = {text: code for text, code in chosen if saved.columns.get(plain_text(text)) == code}
    taken = {code for _text, code in matched.columns}
    missing = [i for i in instrument.items(matched.length) if i.code not in taken]
    free = [(i.code, f"{i.code}: {shortened(i.text)}") for i in missing]
    wanted = {SLIP: with_slips and not matched.slip, WHOSE: matched.asks_whose}
    free += [(code, besides[code]) for code, is_wanted in wanted.items() if is_wanted]
    left_over = matched.left_over if free else []
    for text, code in (settled | dict.fromkeys(left_over, "")).items():
        words = besides.get(code) or (shortened(instrument.item[code].text) if code else "")
        own = [(code, words)] if code else []
        yield Choice("columns", text, code, [("", str(_("left over: not read"))), *own, *free])


def answer_choices(
    matched: Matched, saved: SavedMapping, instrument: Instrument
) -> Iterator[Choice]:
    written = {plain_text(text): text for text, _answer in matched.values}
    settled = {written.get(text, text): shown(answer) for text, answer in saved.answers.items()}
    options = [("", str(_("not known yet"))), *answer_options(instrument)]
    for text, answer in (settled | dict.fromkeys(matched.unknown, "")).items():
        yield Choice("answers", text, answer, options)


def answer_options(instrument: Instrument) -> Options:
    practice, warning = instrument.scales.practice.labels, instrument.scales.warning.labels
    besides = instrument.scales.besides
    ratings = [
        (str(rating), f"{rating}: {one}" if one == other else f"{rating}: {one} / {other}")
        for rating, (one, other) in enumerate(zip(practice, warning, strict=True))
    ]
    return [
        *ratings,
        ("DK", besides.dont_know),
        ("NA", besides.does_not_apply),
        (BLANK, str(_("left blank"))),
    ]


def perspective_choices(
    matched: Matched, saved: SavedMapping, names: Mapping[str, str]
) -> Iterator[Choice]:
    options = [("", str(_("not known yet"))), *names.items()]
    for text, code in (dict(saved.perspectives) | dict.fromkeys(matched.strangers, "")).items():
        yield Choice("perspectives", text, code, options)


def as_file(matched: Matched, saved: SavedMapping) -> str:
    """For the next export of the same survey; ``score --mapping`` reads it too."""
    answers = dict.fromkeys(matched.unknown, "")
    answers |= {text: shown(answer) for text, answer in saved.answers.items()}
    perspectives = dict.fromkeys(matched.strangers, "") | dict(saved.perspectives)
    return mapping_text(matched.taken_for, answers, perspectives)


HEADINGS = {
    "columns": gettext_lazy("Columns that are no statement by their own words"),
    "answers": gettext_lazy("Answers that are not known by their own words"),
    "perspectives": gettext_lazy("Whose answers these are"),
}
