"""A published round that everybody may read, beside any report: by its address, or by its file."""

import datetime
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from comparing.looking import look_of_anybody
from comparing.method.comparison_document import Headed, published_document
from comparing.method.published import publish
from comparing.models import Reference
from comparing.reference_publications import REFERENCE_PUBLICATIONS
from comparing.steps import rounds
from organisations.models import AuditEntry, Membership, Role
from questions import load
from tests.cast import make_person, signed_in
from tests.comparing.collaboration import (
    DAY,
    end_yesterday,
    make_together,
    today,
    with_report,
)
from tests.comparing.lifelike import members
from tests.reading_pdf import text_of
from tests.unpacking import parts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def reported():
    """An organisation in no round, with a report; its owner's browser."""
    stranger = make_together(0, silent=1, name="Stranger")
    assessment = with_report(stranger.organisations[0])
    return assessment, signed_in(stranger.owner())


@pytest.fixture
def reference():
    return make_together(13, closed=True, readers="everybody", name="Open").round


def page_of(assessment):
    return reverse("reference", args=[assessment.pk])


def words(response):
    return " ".join(response.content.decode().split())


def address_of(round_):
    return reverse("open_round", args=[round_.pk])


def file_of(document, name="comparison.json"):
    text = document if isinstance(document, str | bytes) else json.dumps(document)
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def document_of(round_):
    return look_of_anybody(round_).seen.document()


def refused(client, assessment, **given):
    answer = client.post(page_of(assessment), given)
    assert answer.status_code == 422
    assert not Reference.objects.exists()
    return words(answer)


@pytest.mark.parametrize("whole", [False, True])
def test_by_its_address(reported, reference, whole):
    assessment, client = reported
    given = f"http://testserver{address_of(reference)}" if whole else address_of(reference)
    answer = client.post(page_of(assessment), {"address": given}, follow=True)
    page = words(answer)
    assert "13 organisations, each counted once. Shown until" in page
    assert "Own lies" in page
    assert "It stands beside your report." in page
    assert AuditEntry.objects.filter(what__contains="beside the report of Winter").exists()


def test_by_its_file_and_nobodys_own_figures_are_kept(reported, reference):
    assessment, client = reported
    document = document_of(reference)
    document |= {"viewer": "Somebody Else", "more": "of anything"}
    document["principles"]["mutuality"]["own"] = 12.34
    answer = client.post(page_of(assessment), {"file": file_of(document)}, follow=True)
    assert "13 organisations, each counted once" in words(answer)
    kept = json.dumps(Reference.objects.get().document)
    for left in ("Somebody Else", "12.34", "of anything"):
        assert left not in kept
    assert Reference.objects.get().document == document_of(reference)


def test_a_file_made_without_a_site_has_no_last_day(reported):
    assessment, client = reported
    published = publish(members(8), load())
    document = published_document(published, Headed(name="Organisations compared anonymously"))
    answer = client.post(page_of(assessment), {"file": file_of(document)}, follow=True)
    assert "8 organisations, each counted once. Your own" in words(answer)


def test_own_figures_are_the_reports(reported, reference):
    assessment, client = reported
    client.post(page_of(assessment), {"address": address_of(reference)})
    found = json.loads(
        client.get(reverse("reference_file", args=[assessment.pk, "comparison.json"])).content
    )
    report = json.loads(
        client.get(reverse("report_file", args=[assessment.pk, "results.json"])).content
    )
    own = {code: one["own"] for code, one in found["principles"].items()}
    assert own == {code: one["L"]["P"] for code, one in report["principles"].items()}


def test_every_file_has_both_and_the_last_day(reported, reference):
    assessment, client = reported
    client.post(page_of(assessment), {"address": address_of(reference)})
    day = f"{reference.ends.day} {reference.ends:%B %Y}"
    for name in ("report.pdf", "report.docx", "comparison.xlsx", "comparison.csv"):
        content = client.get(reverse("reference_file", args=[assessment.pk, name])).content
        said = text_of(content) if name.endswith(".pdf") else in_parts(content)
        assert day in said or reference.ends.isoformat() in said, name
        assert "Mutuality" in said, name
    assert len({one.name for one in REFERENCE_PUBLICATIONS}) == len(REFERENCE_PUBLICATIONS)


def in_parts(content):
    return "\n".join(part.decode("utf-8", "replace") for _name, part in parts_of(content))


def test_a_viewer_reads_and_cannot_set(reported, reference):
    assessment, client = reported
    viewer = make_person("viewer@stranger.example")
    Membership.objects.create(
        user=viewer, party=assessment.programme.organisation, role=Role.VIEWER
    )
    assert "An editor of your team can set a round here" in words(
        signed_in(viewer).get(page_of(assessment))
    )
    client.post(page_of(assessment), {"address": address_of(reference)})
    page = words(signed_in(viewer).get(page_of(assessment)))
    assert "13 organisations" in page
    assert "Set another round" not in page


@pytest.mark.parametrize(
    "given",
    [
        "https://elsewhere.example/published/1/",
        "/published/00000000-0000-0000-0000-000000000000/",
        "/help/",
        "nonsense",
        "//[",
    ],
)
def test_an_address_that_leads_nowhere_is_refused(reported, given):
    assessment, client = reported
    page = refused(client, assessment, address=given)
    assert "address of another site" in page or "no published round at this address" in page


@pytest.mark.parametrize("readers", ["sharers", "members"])
def test_a_round_that_is_not_for_everybody_is_refused_as_one_that_never_was(reported, readers):
    assessment, client = reported
    closed = make_together(8, closed=True, readers=readers, name="Shut").round
    assert "no published round at this address" in refused(
        client, assessment, address=address_of(closed)
    )


def test_one_of_both(reported, reference):
    assessment, client = reported
    both = {"address": address_of(reference), "file": file_of(document_of(reference))}
    for given in ({}, both):
        assert "one of them" in refused(client, assessment, **given)


def broken(document, *path, value):
    part = document
    for one in path[:-1]:
        part = part[one]
    part[path[-1]] = value
    return document


MUTUALITY = ("principles", "mutuality")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*MUTUALITY, "n"), 0),
        ((*MUTUALITY, "n"), -6),
        ((*MUTUALITY, "n"), 10**9),
        ((*MUTUALITY, "n"), "8"),
        ((*MUTUALITY, "mean"), 101),
        ((*MUTUALITY, "mean"), True),
        ((*MUTUALITY, "median"), "x"),
        ((*MUTUALITY, "levels", "Holding"), "nobody"),
        ((*MUTUALITY,), None),
        (("mechanisms",), []),
        (("actions",), {"M99:0": "few"}),
        (("structure", "ESSENCE", "mean"), -1),
        (("members",), None),
        (("instrument",), "1999.1"),
        (("round",), "by name"),
        (("name",), "a\u202eb"),
        (("name",), "a" * 400),
        (("name",), 3),
        (("last_day",), "soon"),
        (("last_day",), 20271130),
    ],
)
def test_a_file_that_is_not_whole_is_refused_in_a_sentence(reported, reference, path, value):
    assessment, client = reported
    document = broken(document_of(reference), *path, value=value)
    assert "This file cannot be used: " in refused(client, assessment, file=file_of(document))


@pytest.mark.parametrize(
    "content", ["[]", "{}", "[" * 100_000, "1" * 5000, b"\xff\xfe", b"PK\x03\x04", " "]
)
def test_what_is_no_such_file_is_refused(reported, content):
    assessment, client = reported
    page = refused(client, assessment, file=file_of(content))
    assert "This file cannot be used" in page or "is no comparison.json" in page


def test_a_large_file_is_refused(reported):
    assessment, client = reported
    assert "too big" in refused(client, assessment, file=file_of(" " * (1024 * 1024 + 1)))


def test_after_its_last_day_nothing_of_it_is_shown(reported, reference):
    assessment, client = reported
    document = document_of(reference)
    client.post(page_of(assessment), {"address": address_of(reference)})
    Reference.objects.update(last_day=today() - DAY)
    assert "13 organisations" not in words(client.get(page_of(assessment)))
    file = reverse("reference_file", args=[assessment.pk, "report.pdf"])
    assert client.get(file).status_code == 404
    rounds.nightly()
    document["last_day"] = (today() - datetime.timedelta(days=1)).isoformat()
    assert "last day of this round has passed" in refused(
        client, assessment, file=file_of(document)
    )
    end_yesterday(reference)
    assert "no published round at this address" in refused(
        client, assessment, address=address_of(reference)
    )


def test_taking_it_away(reported, reference):
    assessment, client = reported
    client.post(page_of(assessment), {"address": address_of(reference)})
    for _again in range(2):
        answer = client.post(reverse("take_reference_away", args=[assessment.pk]), follow=True)
        assert "It is taken away." in words(answer)
    assert not Reference.objects.exists()


def test_the_report_leads_there(reported):
    assessment, client = reported
    report = client.get(reverse("report", args=[assessment.pk])).content.decode()
    assert f'href="{page_of(assessment)}"' in report
