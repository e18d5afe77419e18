"""What can be had of a party's log as a file, for its owners: who did what, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook

from organisations.parties.bases import Party, PartyEntry
from reports.publications import CSV, XLSX, Publication
from reports.spreadsheet.csv_text import Value, written
from reports.spreadsheet.looks import Look, add_looks, style_numbers
from reports.spreadsheet.saving import saved
from reports.spreadsheet.writing import Column, Page, write_page

HOST = "the people who run this site"
HEADS = ("day", "time", "who", "address", "what")
FOR = "For those who look after this team. What people answered, and when, is never written here."


@dataclass(frozen=True, slots=True)
class PartyLog:
    """All of it, the newest first."""

    party: Party
    entries: Sequence[PartyEntry]
    made: datetime

    @classmethod
    def of(cls, party: Party) -> "PartyLog":
        return cls(party, list(party.log.select_related("who")), timezone.localtime())


def log_rows(log: PartyLog) -> Iterator[tuple[Value, ...]]:
    """In the order of ``HEADS``; days and times as they were here."""
    for entry in log.entries:
        at, who = timezone.localtime(entry.at), entry.who
        name, address = (who.name, who.email) if who else (HOST, "")
        yield at.date(), f"{at:%H:%M}", name, address, entry.what


def log_csv(log: PartyLog) -> bytes:
    return written(HEADS, log_rows(log))


def log_workbook(log: PartyLog) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    add_looks(book)
    cells = write_page(book, log_page(log), FOR, style_numbers(book))
    title = f"Who did what: {log.party.name}"
    return saved(book, [cells], title=title, creator=log.party.name, date=log.made.date())


def log_page(log: PartyLog) -> Page:
    return Page(
        name="Who did what",
        title="Who did what",
        notes=(FOR, f"{log.party.name}, {log.made:%Y-%m-%d %H:%M}"),
        columns=(
            Column("Day", 13, Look.DATE),
            Column("Time", 8),
            Column("Who", 24),
            Column("Address", 30),
            Column("What", 60),
        ),
        rows=list(log_rows(log)),
    )


LOG_PUBLICATIONS = (
    Publication("log.xlsx", XLSX, _("All of it as a spreadsheet"), log_workbook),
    Publication("log.csv", CSV, _("All of it as a plain table"), log_csv),
)
