"""A draft made by mistake goes, and nothing else does."""

import pytest

from assessment.models import Assessment
from assessment.own_part import StandardRating
from assessment.steps import own_part, setting_up
from organisations.models import AuditEntry
from organisations.refusal import Refusal
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import open_assessment, respond
from tests.assessment.pages.reading import linked_errors, text_of


@pytest.fixture
def draft(cast):
    found = setting_up.create(
        programme=cast.programme, who=cast.owner, name="A mistake", instrument=DEFAULT_VERSION
    )
    own_part.rate_standard(
        assessment=found,
        code="S01",
        rating="3",
        evidence="Minutes of May",
        agreed_by="",
        version=0,
        who=cast.editor,
    )
    return found


def test_from_the_overview_to_a_programme_without_it(cast, draft):
    owner, address = cast.client("owner"), f"/assessments/{draft.pk}/discard/"
    assert address in owner.get(f"/assessments/{draft.pk}/").content.decode()
    page = text_of(owner.get(address))
    assert "“A mistake”" in page
    assert "standards rated 1, facts answered 0" in page
    done = owner.post(address, {"sure": "on"}, follow=True)
    assert done.redirect_chain == [(f"/programmes/{cast.programme.pk}/", 302)]
    assert "Discarded: A mistake." in text_of(done)
    assert not Assessment.objects.exists()
    assert not StandardRating.objects.exists()
    entry = AuditEntry.objects.get(what="discarded A mistake")
    assert (entry.party, entry.who) == (cast.organisation, cast.owner)
    assert owner.post(address, {"sure": "on"}).status_code == 404


def test_without_the_tick_it_stays(cast, draft):
    response = cast.client("owner").post(f"/assessments/{draft.pk}/discard/")
    assert response.status_code == 422
    assert linked_errors(response) == ["id_sure"]
    assert Assessment.objects.exists()


def test_one_that_people_answer_or_have_answered_cannot_be_discarded(cast):
    found = open_assessment(cast)
    respond(found, "receiving", [3])
    owner, address = cast.client("owner"), f"/assessments/{found.pk}/"
    assert f"{address}discard/" not in owner.get(address).content.decode()
    done = owner.post(f"{address}discard/", {"sure": "on"}, follow=True)
    assert "cannot be discarded any more" in text_of(done)
    owner.post(f"{address}close/", {"sure": "on"})
    owner.post(f"{address}discard/", {"sure": "on"})
    with pytest.raises(Refusal, match="closed"):
        setting_up.discard(assessment=found, who=cast.owner)
    assert Assessment.objects.get().report


def test_what_is_saved_in_another_tab_meanwhile_is_told(cast, draft):
    setting_up.discard(assessment=draft, who=cast.owner)
    for late in (
        lambda: setting_up.set_limits(assessment=draft, k=6, closes_on=None),
        lambda: setting_up.discard(assessment=draft, who=cast.owner),
    ):
        with pytest.raises(Refusal, match="discarded"):
            late()
    assert AuditEntry.objects.filter(what="discarded A mistake").count() == 1
