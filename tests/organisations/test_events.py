"""What happened to a programme: noted, taken away, and who may."""

from datetime import date

import pytest
from django.urls import reverse

from organisations import happenings
from organisations.models import AuditEntry, Programme, ProgrammeEvent
from tests.cast import text

TENDER = {"day": "2026-03-01", "text": "Tender won by another host"}


def address(programme):
    return reverse("events", args=[programme.pk])


def noted(cast, programme=None, **given):
    said = {"day": date(2026, 3, 1), "text": "Tender won by another host", **given}
    return happenings.add_event(programme=programme or cast.programme, who=cast.editor, **said)


def test_an_editor_notes_what_happened_and_everybody_reads_it(cast):
    cast.client("editor").post(address(cast.programme), TENDER)
    page = text(cast.client("viewer").get(address(cast.programme)))
    assert "1 March 2026" in page
    assert "Tender won by another host" in page
    assert AuditEntry.objects.get().who == cast.editor
    assert AuditEntry.objects.get().what == (
        "added to what happened in Community peers: 2026-03-01: Tender won by another host"
    )


def test_two_clicks_make_one_of_it(cast):
    for _ in range(2):
        assert cast.client("editor").post(address(cast.programme), TENDER).status_code == 302
    assert ProgrammeEvent.objects.count() == AuditEntry.objects.count() == 1


def test_they_stand_in_the_order_of_their_days(cast):
    noted(cast, day=date(2026, 3, 1), text="The second")
    noted(cast, day=date(2025, 3, 1), text="The first")
    page = text(cast.client("viewer").get(address(cast.programme)))
    assert page.index("The first") < page.index("The second")


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"day": ""}, "required"),
        ({"day": "yesterday"}, "Write a day"),
        ({"day": "0206-03-01"}, "Look at the year again"),
        ({"text": " "}, "required"),
        ({"text": "x" * 201}, "at most 200"),
        ({"text": "a\x1bb"}, "cannot be kept"),
    ],
)
def test_a_fault_is_named_and_what_was_typed_kept(cast, wrong, fault):
    given = {**TENDER, **wrong}
    page = cast.client("editor").post(address(cast.programme), given)
    assert page.status_code == 422
    assert fault in text(page)
    kept = "day" if "text" in wrong else "text"
    assert f'value="{given[kept]}"' in text(page)
    assert not ProgrammeEvent.objects.exists()


def test_200_characters_are_kept(cast):
    cast.client("editor").post(address(cast.programme), {**TENDER, "text": "x" * 200})
    assert ProgrammeEvent.objects.get().text == "x" * 200


def test_what_was_noted_by_mistake_is_taken_away(cast):
    event = noted(cast)
    there = reverse("remove_event", args=[cast.programme.pk, event.pk])
    assert "It is taken away." in text(cast.client("editor").post(there, follow=True))
    assert not ProgrammeEvent.objects.exists()
    assert AuditEntry.objects.first().what.startswith("took away from what happened in Community")
    assert cast.client("editor").post(there).status_code == 404


def test_one_is_reached_through_its_own_programme_only(cast):
    other = Programme.objects.create(organisation=cast.organisation, name="Other")
    event = noted(cast, other)
    there = reverse("remove_event", args=[cast.programme.pk, event.pk])
    assert cast.client("editor").post(there).status_code == 404
    assert ProgrammeEvent.objects.get() == event


def test_the_page_gives_examples_and_asks_for_no_name(cast):
    page = text(cast.client("editor").get(address(cast.programme)))
    assert "A tender, a new policy, a merger" in page
    assert "Nothing here may name a person" in page
    assert "Nothing is noted yet. Add what people here" in page


def test_viewers_read_and_are_offered_nothing_to_write(cast):
    noted(cast)
    page = text(cast.client("viewer").get(address(cast.programme)))
    assert "<form" not in page
    assert cast.client("viewer").post(address(cast.programme), TENDER).status_code == 403


@pytest.mark.parametrize("number", [0, 40])
def test_the_database_is_asked_the_same_whatever_happened(cast, number, django_assert_num_queries):
    for n in range(number):
        noted(cast, text=f"Event {n}")
    client = cast.client("editor")
    with django_assert_num_queries(5):  # session, user, programme, membership; events
        client.get(address(cast.programme))
