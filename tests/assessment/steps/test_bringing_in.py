"""A results.json from elsewhere takes its place in the years, and in nothing else."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from assessment.forms.bringing_in import LARGEST
from assessment.method import mark, to_json
from assessment.models import Assessment, ClosedReport
from assessment.steps import bringing_in, closing, last_time
from comparing.obstacles import obstacle
from organisations.refusal import Refusal
from reports.closed_assessments import closed_assessments_of
from reports.kept import marked_of
from tests.assessment.answered import open_assessment, set_up
from tests.assessment.pages.reading import linked_errors
from tests.assessment.steps.test_own_part_steps import rate
from tests.cast import text
from tests.comparing.collaboration import make_round, make_together
from tests.reports.builder import sample

pytestmark = pytest.mark.django_db


def written(**about):
    return to_json(mark(sample(**about)))


def bring_in(cast, given, name="Two years ago"):
    return bringing_in.bring_in(programme=cast.programme, text=given, name=name, who=cast.editor)


def test_it_stands_in_the_years_as_what_it_is(cast):
    given = written()
    made = bring_in(cast, given)
    (one,) = closed_assessments_of(cast.programme)
    assert (one.assessment, one.name, one.enough) == (made.pk, "Two years ago (brought in)", True)
    assert one.closed == sample().about.closed
    assert to_json(marked_of(made.report)) == given
    assert cast.organisation.log.filter(what="brought in Two years ago from a file").exists()
    assert closing.scrub() == 0


def test_the_same_file_twice_changes_nothing(cast):
    given = written()
    assert bring_in(cast, given) == bring_in(cast, given, "Another name")
    assert ClosedReport.objects.count() == 1


def faulty(change):
    table = json.loads(written())
    change(table)
    return json.dumps(table)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("{", "this is not JSON"),
        (faulty(lambda table: table.update(instrument="1999.9")), "Nobody here has its questions"),
        (faulty(lambda table: table.update(method="9")), "method"),
        (faulty(lambda table: table.update(closed=None)), "has no place in the years"),
        (
            faulty(
                lambda table: table.update(closed=f"{timezone.localdate() + timedelta(days=9)}")
            ),
            "a day to come",
        ),
        (
            faulty(lambda table: table["perspectives"]["giving"].update(responded=7)),
            "cannot be read",
        ),
    ],
)
def test_what_no_answers_can_have_made_is_refused(cast, given, why):
    with pytest.raises(Refusal, match=why):
        bring_in(cast, given)
    assert not Assessment.objects.exists()


def test_what_is_told_of_a_fault_is_short(cast):
    """Four megabytes in place of the method's number came back in the page."""
    given = faulty(lambda table: table.update(method=["9" * 4_000] * 50))
    with pytest.raises(Refusal, match="only '2' is understood") as refused:
        bring_in(cast, given)
    assert len(str(refused.value)) < 400


def with_evidence(said):
    return faulty(lambda table: table["standards"]["S01"].update(evidence=said))


@pytest.mark.parametrize("odd", ["\ud800", "\u202e", "\x00", "\u2028"])
def test_its_texts_are_what_may_be_typed(cast, odd):
    """Half a character, written as an escape, made a report that no page could show."""
    odd_name = faulty(lambda table: table["perspectives"].update({odd: {}}))
    for given in (with_evidence(f"a{odd}b"), odd_name):
        with pytest.raises(Refusal, match="a character that cannot be kept"):
            bring_in(cast, given)
    with pytest.raises(Refusal, match="more than 5000 characters"):
        bring_in(cast, with_evidence("a" * 5001))
    bring_in(cast, with_evidence("Two lines\nof our own \u200d words"))


def test_nothing_is_added_to_it_or_begun_from_it(cast):
    made = bring_in(cast, written())
    with pytest.raises(Refusal, match="closed"):
        rate(made, cast.owner)
    with pytest.raises(Refusal, match="nothing of how it was set up"):
        last_time.start_from(earlier=made, name="Next", who=cast.owner)
    client = cast.client("owner")
    assert client.get(f"/assessments/{made.pk}/again/").headers["Location"].endswith(f"{made.pk}/")
    page = text(client.get(f"/assessments/{made.pk}/"))
    assert "Brought in from a file" in page
    assert "Closing certificate" not in page
    assert "Brought in from a file" in text(client.get(f"/assessments/{made.pk}/report/"))


def test_no_round_takes_it():
    together = make_together(0, silent=9)
    organisation, owner = together.organisations[0], together.owner(0)
    programme = organisation.programmes.first() or organisation.programmes.create(name="One")
    made = bringing_in.bring_in(programme=programme, text=written(), name="Then", who=owner)
    for round_ in (together.round, make_round(together.collaboration, "Another")):
        assert "can be made by anybody" in obstacle(round_, made)


def test_by_its_page(cast):
    closing.close(assessment=open_assessment(cast), who=cast.owner)
    address = reverse("bring_in", args=[cast.programme.pk])
    client = cast.client("editor")
    assert address in client.get(f"/programmes/{cast.programme.pk}/").content.decode()
    assert linked_errors(client.post(address, {"name": ""})) == ["id_name", "id_file"]
    for content, why in (
        (b"\xff\xfe", "no letters and figures"),
        (b" " * (LARGEST + 1), "larger than 5 MB"),
        (b" " * 8_000_000, "larger than 5 MB"),  # more than is kept of what is sent
        (b"{}", "It cannot be read"),
    ):
        file = SimpleUploadedFile("results.json", content)
        page = client.post(address, {"name": "Then", "file": file})
        assert page.status_code == 422
        assert why in text(page)
    file = SimpleUploadedFile("results.json", written().encode())
    page = text(client.post(address, {"name": "Then", "file": file}, follow=True))
    assert "It is in this programme" in page


def test_its_own_part_is_put_up_to_be_decided(cast):
    brought, client = bring_in(cast, written()), cast.client("editor")
    found = set_up(cast)
    page = f"/assessments/{found.pk}/still-true/"
    assert "Two years ago (brought in)" in text(client.get(page))
    sent = client.post(reverse("take_standards", args=[found.pk]), {"programme": brought.pk})
    assert sent.headers["Location"] == page
    shown = text(client.get(page))
    assert "by Two years ago." in shown
    assert sample().own_part.standards["S01"].evidence in shown
