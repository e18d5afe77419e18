"""'You said, what changed': off until an owner says so twice, and then for whoever has it."""

import pytest

from assessment.models import ClosedReport
from assessment.steps import planning
from organisations.models import AuditEntry
from tests.cast import signed_in
from tests.reports.builder import closed_with, sample
from tests.reports.reading import page_of


@pytest.fixture
def assessment(cast):
    return closed_with(cast, sample())


@pytest.fixture
def owner(cast):
    return signed_in(cast.owner)


def token_of(assessment):
    return ClosedReport.objects.get(assessment=assessment).public_token


def test_it_is_off_until_an_owner_says_so_twice(owner, cast, assessment):
    address = f"/assessments/{assessment.pk}/publish/"
    asked = page_of(owner.get(address))
    assert "It is off until you turn it on." in asked.words
    assert "What it would show" in asked.words
    unsure = owner.post(address)
    assert unsure.status_code == 422
    assert "id_sure" in page_of(unsure).targets
    assert token_of(assessment) is None
    assert owner.post(address, {"sure": "on"}).status_code == 302
    assert len(token_of(assessment)) == 43, "256 bits"
    assert token_of(assessment) in owner.get(address).content.decode()
    assert AuditEntry.objects.filter(who=cast.owner, what__startswith="published").count() == 1


def test_turning_it_on_again_changes_nothing(owner, assessment):
    address = f"/assessments/{assessment.pk}/publish/"
    owner.post(address, {"sure": "on"})
    before = token_of(assessment)
    owner.post(address, {"sure": "on"})
    assert token_of(assessment) == before


def test_turned_off_its_address_is_gone_for_good(owner, client, cast, assessment):
    token = planning.publish(assessment=assessment, who=cast.owner)
    assert client.get(f"/changed/{token}/").status_code == 200
    owner.post(f"/assessments/{assessment.pk}/unpublish/")
    gone, never = client.get(f"/changed/{token}/"), client.get(f"/changed/{'x' * 43}/")
    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content
    assert planning.publish(assessment=assessment, who=cast.owner) != token


@pytest.mark.parametrize("token", ["None", "null", "-", "%20", "x"])
def test_a_report_that_was_never_published_has_no_address(client, assessment, token):
    assert token_of(assessment) is None
    assert client.get(f"/changed/{token}/").status_code == 404


def test_it_says_what_was_found_and_what_is_done(client, cast, assessment):
    plan = planning.GivenAction(kind="protect", text="Meet weekly", status="under way")
    planning.plan_action(assessment=assessment, planned=plan, who=cast.owner)
    token = planning.publish(assessment=assessment, who=cast.owner)
    answer = client.get(f"/changed/{token}/")
    page = page_of(answer)
    for part in (
        "Use it to talk, not to rank.",
        "Meet weekly",
        "Under way",
        "Of the 12 principles",
        "116 123",
    ):
        assert part in page.words
    for one in planned_levels(assessment):
        assert one in page.words
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert ("meta", {"name": "robots", "content": "noindex, nofollow"}) in page.tags
    assert answer["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert not [tag for tag, _ in page.tags if tag in ("form", "button", "script")]


def planned_levels(assessment):
    from tests.reports.one.pages.test_report import marked_of  # noqa: PLC0415

    marked = marked_of(assessment)
    return [f"{one.principle.name} {one.level}" for one in marked.principles.values()]


def test_it_is_read_with_two_or_three_queries(
    client, cast, assessment, django_assert_max_num_queries
):
    token = planning.publish(assessment=assessment, who=cast.owner)
    with django_assert_max_num_queries(3):
        client.get(f"/changed/{token}/")


def test_the_address_is_that_of_the_site(owner, cast, assessment, settings):
    planning.publish(assessment=assessment, who=cast.owner)
    settings.SITE_URL = "https://essence.example"
    page = owner.get(f"/assessments/{assessment.pk}/publish/").content.decode()
    assert f'value="https://essence.example/changed/{token_of(assessment)}/"' in page
