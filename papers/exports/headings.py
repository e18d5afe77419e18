"""Which heading stands for which statement: exact but for case, space, marks and apostrophes.

Nothing is guessed. What is not known is left over and told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.intake.answers_workbook.labels import tidy
from assessment.intake.answers_workbook.values import plain_text
from papers.exports.saved_mapping import SavedMapping
from questions import Instrument
from questions.entries import Item

# What tools write before a statement: '12. ', 'Q3_4: ', 'G01Q02[SQ001]. ', '123X4X56' and its code.
BEFORE = re.compile(r"^(?:\S*\d\S*[.):]\s+|\S*\d\S*\s+[-:]\s+|\d+x\d+x\d+)", re.ASCII)
IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]\s*$")  # 'question [statement]'
AGAIN = re.compile(r"(?<=[^\W\d][.?!])\.?\d+$|(?<=[^\W\d])\d+$")  # of a second column of that name
MARKS = re.compile(r"[^\w\s,']|\d(?=\s)")  # behind which a sentence may begin
LONGEST, MOST = 400, 8  # letters of a heading that is looked through, and marks
TAGS = re.compile(r"<[^<>]+>")
# A quiz of Microsoft Forms has these beside each question.
BESIDE = re.compile(r"^(?:points|feedback|comments?) - ")


def item_names(instrument: Instrument) -> dict[str, Item]:
    """Code, statement and shorter words, of every perspective and of mutual groups."""
    names: dict[str, Item] = {}
    for item in instrument.all_items:
        asked = {
            item.text_for(code, mutual=mutual)
            for code in instrument.perspective
            for mutual in (False, True)
        }
        shorter = {item.shorter_for(mutual=mutual) for mutual in (False, True)}
        for text in (item.code, *asked, *shorter):
            names.setdefault(tidy(text), item)
    return names


@dataclass(frozen=True, slots=True)
class Named:
    """Which item a heading stands for: as was settled, else by what is asked."""

    names: Mapping[str, Item]
    instrument: Instrument
    saved: SavedMapping

    def item(self, text: str) -> Item | None:
        if (code := self.saved.columns.get(plain_text(text))) is not None:
            return self.instrument.item.get(code)  # none of one that is left over, or a slip's
        return item_named(text, self.names)

    def item_behind(self, text: str) -> Item | None:
        """Of a heading whose last sentence is a statement: '1.2 Is it so? Each person ...'."""
        plain = plain_text(TAGS.sub(" ", text))
        if plain_text(text) in self.saved.columns or BESIDE.match(plain) or len(plain) > LONGEST:
            return None
        marks = list(MARKS.finditer(plain))[-MOST:]
        rests = (tidy(plain[mark.end() :]) for mark in marks)
        return next((self.names[one] for one in rests if one in self.names), None)


def item_named(text: str, names: Mapping[str, Item]) -> Item | None:
    plain = plain_text(TAGS.sub(" ", text))
    if BESIDE.match(plain):
        return None
    return next((names[one] for one in map(tidy, tried(plain)) if one in names), None)


def tried(plain: str) -> Iterator[str]:
    yield plain
    yield BEFORE.sub("", plain)
    if inside := IN_BRACKETS.search(plain):
        yield inside[1]
    if " - " in plain:
        yield plain.rsplit(" - ", 1)[-1]  # Qualtrics: 'question - statement'
    if " " in plain:
        yield AGAIN.sub("", BEFORE.sub("", plain))
