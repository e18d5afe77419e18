"""One report as every medium says it: page, charts, spreadsheet, CSV, JSON and terminal."""

import csv
import datetime
import io
import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from django.template.loader import render_to_string

from assessment.method import Marked
from reports.drawing.chart import Picture
from reports.drawing.sheet import TextLine
from reports.kept import Kept
from reports.one.charts import CHARTS
from reports.one.pages import body
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.one.terminal_summary import summary
from tests.reports.one.workbook.files import File
from tests.reports.reading import Page

FILES = {one.name: one for one in REPORT_PUBLICATIONS}
INLINE = re.compile(r"</?(?:a|b|span|strong)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")
WORDS_AT_LEAST = 6  # fewer are a heading or a name


@dataclass(frozen=True)
class Media:
    marked: Marked

    def file(self, name: str) -> bytes:
        return FILES[name].make(PlannedReport(self.marked))

    @cached_property
    def html(self) -> str:
        asked = body.Asked(
            number=1,
            created=datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC),
            assessment=uuid.UUID(int=1),
            plan=(),
            told=False,
            editing=False,
            opened=True,
            language="en-gb",
        )
        return render_to_string("reports/_body.html", body.context(Kept(self.marked, ()), asked))

    @staticmethod
    def text(html: str) -> str:
        return joined(unescape(TAG.sub(" ", INLINE.sub("", html))))

    @cached_property
    def page(self) -> Page:
        return Page(self.html)

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """Those that are offered."""
        shown = {name: design for name, design in CHARTS.items() if design.shows(self.marked)}
        return {name: design.of(self.marked) for name, design in shown.items()}

    def drawn(self, name: str) -> str:
        """The words on a chart, joined where they were wrapped."""
        lines = self.pictures[name].sheet().drawn
        return " ".join(line.text for line in lines if isinstance(line, TextLine))

    @cached_property
    def workbook(self) -> File:
        return File(content=self.file("report.xlsx"))

    @cached_property
    def cells(self) -> set[str]:
        """Every text of the spreadsheet, bullets one by one."""
        sheets = self.workbook.book.worksheets
        values = (cell.value for sheet in sheets for row in sheet.rows for cell in row)
        lines = (line for value in values if isinstance(value, str) for line in value.split("\n"))
        return {line.removeprefix("• ") for line in lines}

    @cached_property
    def terminal(self) -> str:
        return joined(
            re.sub(r"-\n\s*", "-", summary(self.marked))
        )  # wrapped within 'Under-developed'

    @cached_property
    def json(self) -> dict:
        return json.loads(self.file("results.json"))

    @cached_property
    def principles_csv(self) -> list[dict[str, str]]:
        text = self.file("principles.csv").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def sentences(self) -> dict[str, set[str]]:
        """What each medium says in more than a few words."""
        # In a spreadsheet a name and what is said of it have a cell each.
        html = self.html.replace("</b>: ", "\0")
        blocks = TAG.sub("\0", INLINE.sub("", html)).split("\0")
        return {
            "page": sentences_of(map(unescape, blocks)),
            "charts": sentences_of(one.sentence for one in self.pictures.values()),
            "spreadsheet": sentences_of(self.cells),
            "terminal": sentences_of([self.terminal]),
        }


def sentences_of(texts: Iterable[str]) -> set[str]:
    every = (sentence for text in texts for sentence in SENTENCE_ENDS.split(joined(text)))
    return {sentence for sentence in every if len(sentence.split()) >= WORDS_AT_LEAST}


def joined(text: str) -> str:
    return " ".join(text.split())
