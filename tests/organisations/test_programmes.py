import pytest
from django.db import IntegrityError
from django.urls import reverse

from organisations.models import Organisation, Programme
from tests.cast import text

WHOLE = {
    "name": "Night line",
    "support_kind": "intentional",
    "host": "Northfield Mind",
    "contexts": ["24-hour", "crisis"],
    "paid": "both",
}


def new(cast):
    return reverse("new_programme", args=[cast.organisation.pk])


def test_a_programme_is_added_with_all_that_is_said_of_it(cast):
    client = cast.client("editor")
    page = text(client.post(new(cast), WHOLE, follow=True))
    programme = Programme.objects.get(name="Night line")
    assert {name: getattr(programme, name) for name in WHOLE} == WHOLE
    assert programme.setting == "crisis centre, 24-hour peer support service"
    for words in ("Northfield Mind", "some paid, some voluntary", "crisis centre"):
        assert words in page


def test_a_name_is_enough(cast):
    assert cast.client("editor").post(new(cast), {"name": "Walks"}).status_code == 302
    assert "not said yet" in text(
        cast.client("viewer").get(
            reverse("programme", args=[Programme.objects.get(name="Walks").pk])
        )
    )


def test_changing_one_keeps_what_is_not_changed(cast):
    address = reverse("edit_programme", args=[cast.programme.pk])
    client = cast.client("editor")
    client.post(address, {**WHOLE, "name": "Community peers"})
    page = text(client.get(address))
    assert 'value="Community peers"' in page
    assert page.count("checked") == 4


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"name": ""}, "required"),
        ({"name": "community PEERS"}, "There is a programme of this name already"),
        ({"name": "x" * 201}, "at most 200"),
        ({"contexts": ["moon"]}, "Choose one of those shown"),
        ({"support_kind": "other"}, "Choose one of those shown"),
        ({"host": "a\x1bb"}, "cannot be kept"),
    ],
)
def test_a_fault_is_named_and_what_was_typed_kept(cast, given, fault):
    page = cast.client("editor").post(new(cast), {**WHOLE, **given})
    assert page.status_code == 422
    assert fault in text(page)
    assert 'value="Northfield Mind"' in text(page) or "host" in given
    assert Programme.objects.count() == 1


def test_another_organisation_may_use_the_name(cast):
    other = Organisation.objects.create(name="Other", kind="other")
    Programme.objects.create(organisation=other, name="Night line")
    assert cast.client("editor").post(new(cast), WHOLE).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"support_kind": "x"}, {"paid": "x"}, {"name": "Community peers"}]
)
def test_the_database_keeps_the_promises(cast, wrong):
    with pytest.raises(IntegrityError):
        Programme.objects.create(organisation=cast.organisation, **{"name": "New", **wrong})
