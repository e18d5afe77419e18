"""Who did what, for owners: a page at a time and as files; sign-ins and downloads are in it."""

import csv
import io

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from organisations.models import AuditEntry
from organisations.parties import log
from tests.cast import PASSWORD, text
from tests.reports.one.workbook.files import File


def page_of(cast, **query):
    return reverse("team_log", args=[cast.organisation.pk], query=query)


def file_of(cast, name):
    return reverse("team_log_file", args=[cast.organisation.pk, name])


def note(cast, *whats, who=None):
    for what in whats:
        log.record(party=cast.organisation, who=who, what=what)


def test_it_says_when_nothing_was_done(cast):
    assert "Nothing yet." in text(cast.client("owner").get(page_of(cast)))


@pytest.mark.parametrize(("entries", "pages"), [(100, 1), (101, 2), (250, 3)])
def test_every_entry_stands_on_one_page(cast, entries, pages):
    note(cast, *(f"did number {number}." for number in range(entries)), who=cast.editor)
    client = cast.client("owner")
    seen = [text(client.get(page_of(cast, page=number))) for number in range(1, pages + 1)]
    assert sum(page.count("did number ") for page in seen) == entries
    assert all(f"did number {number}." in " ".join(seen) for number in range(entries))
    assert ("Page 1 of" in seen[0]) == (pages > 1)
    assert [("Older" in page, "Newer" in page) for page in seen] == [
        (number < pages, number > 1) for number in range(1, pages + 1)
    ]


@pytest.mark.parametrize("page", ["0", "99", "x", ""])
def test_a_page_that_is_not_there_is_one_that_is(cast, page):
    note(cast, "opened it")
    assert "opened it" in text(cast.client("owner").get(page_of(cast, page=page)))


def test_it_asks_the_same_of_the_database(cast, django_assert_num_queries):
    note(cast, *map(str, range(150)), who=cast.editor)
    client = cast.client("owner")
    with django_assert_num_queries(5):  # session, user, membership; how many, which
        client.get(page_of(cast))


def test_both_files_hold_every_entry(cast):
    note(cast, "closed it", "=HYPERLINK(1)", who=cast.editor)
    note(cast, "was deleted by the host")
    client = cast.client("owner")
    content = client.get(file_of(cast, "log.csv")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [row["what"] for row in rows][-3:] == [
        "was deleted by the host",
        "'=HYPERLINK(1)",
        "closed it",
    ]
    assert rows[-1]["address"] == cast.editor.email
    assert rows[-3]["who"] == "the people who run this site"
    table = File(content=client.get(file_of(cast, "log.xlsx")).content).table("Who did what")
    assert [row["What"] for row in table][-3:] == [
        "was deleted by the host",
        "=HYPERLINK(1)",
        "closed it",
    ]
    assert str(table[-1]["Day"].date()) == rows[-1]["day"]


def test_signing_in_and_taking_a_file_are_in_it(cast):
    client = Client()
    client.post(reverse("account_login"), {"login": cast.owner.email, "password": PASSWORD})
    client.get(file_of(cast, "log.csv"))
    noted = list(AuditEntry.objects.filter(who=cast.owner).values_list("what", flat=True))
    assert noted[0].startswith("downloaded northfield-trust-")
    assert noted[0].endswith("-log.csv")
    assert noted[1] == "signed in on a device that was new"


def test_looking_whether_a_file_is_there_is_no_download(cast):
    cast.client("owner").head(file_of(cast, "log.csv"))
    assert not AuditEntry.objects.exists()


def test_a_full_disk_stops_no_reading(cast, monkeypatch, caplog):
    def full(**_):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(log, "record", full)
    assert cast.client("owner").get(file_of(cast, "log.csv")).status_code == 200
    assert "Not noted: downloaded northfield-trust" in caplog.text


def test_the_page_of_people_leads_to_it(cast):
    note(cast, *(f"did number {number}." for number in range(12)))
    page = text(cast.client("owner").get(reverse("team", args=[cast.organisation.pk])))
    assert page.count("did number ") == 10
    assert page_of(cast) in page
