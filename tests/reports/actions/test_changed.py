"""'You said, what changed': off until an owner says so twice, and then for whoever has it."""

import pytest

from assessment.method.levels import Level
from assessment.models import ClosedReport
from assessment.steps import planning
from organisations.models import AuditEntry
from reports.wording.levels_said import beside_level
from tests.cast import signed_in
from tests.reading_pdf import sizes_of, squeezed, tags_of, text_of
from tests.reports.builder import closed_with, sample
from tests.reports.one.pages.test_report import marked_of
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


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({"trial": True}, "This was a trial. It never counts."),
        ({"brought_in": True}, "Brought in from a file that was made elsewhere."),
    ],
)
def test_it_says_what_it_is_where_nobody_answered_here(owner, client, cast, assessment, made, said):
    """A file can be made by anybody, and name any organisation."""
    token = planning.publish(assessment=assessment, who=cast.owner)
    type(assessment).objects.filter(pk=assessment.pk).update(**made)
    page = page_of(client.get(f"/changed/{token}/")).words
    assert said in page
    assert ("Your answers were deleted" in page) is ("trial" in made)
    assert said in page_of(owner.get(f"/assessments/{assessment.pk}/publish/")).words


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


def paired(client, token):
    """The words of the page, from where the pairs begin to where the reasons do."""
    words = page_of(client.get(f"/changed/{token}/")).words
    return words.partition("You said, we will, we did")[2].partition("Every principle, with")[0]


def test_what_was_said_stands_beside_what_is_done_about_it(owner, client, cast, assessment):
    marked = marked_of(assessment)
    weak = [one.principle for one in marked.at(Level.AT_RISK, Level.UNDER_PRESSURE)]
    base = f"/assessments/{assessment.pk}/"
    for status, text in (("under way", "Meet weekly"), ("done", "Met"), ("dropped", "A rota")):
        plan = planning.GivenAction(kind="build", text=text, about=weak[0].code, status=status)
        planning.plan_action(assessment=assessment, planned=plan, who=cast.owner)
    given = {"not_now": "the lease ends in May", "words": "You were right\nto say so"}
    assert owner.post(f"{base}publish/{weak[0].code}/", given).status_code == 302
    token = planning.publish(assessment=assessment, who=cast.owner)
    mark = marked.principles[weak[0].code]
    beside = beside_level(mark.standing, mark.level)
    assert (
        " ".join(f"{weak[0].name} You said {mark.level} {beside} {mark.reasons[0]} ".split()) + " "
        "We did Met. We will Meet weekly. Under way. We decided against A rota. "
        "Not now, because the lease ends in May In our own words You were right to say so"
    ) in paired(client, token)
    form = owner.get(f"{base}publish/{weak[0].code}/").content.decode()
    assert "the lease ends in May" in form
    owner.post(f"{base}publish/{weak[0].code}/", {})
    assert "lease" not in paired(client, token)


def test_what_holds_or_is_not_known_is_told_once_it_is_answered(client, cast):
    assessment = closed_with(cast, sample(sizes={"receiving": 3, "staff": 20}))
    token = planning.publish(assessment=assessment, who=cast.owner)
    assert "Respect" not in paired(client, token)
    words = planning.GivenReply(words="We ask again in May")
    planning.reply(assessment=assessment, about="respect", given=words, who=cast.owner)
    assert "In our own words We ask again in May" in paired(client, token)


def test_a_reply_that_is_too_long_is_kept_on_the_page_and_nothing_else_has_one(owner, assessment):
    base = f"/assessments/{assessment.pk}/publish/"
    wrong = owner.post(f"{base}respect/", {"not_now": "x" * 501, "words": "heron"})
    assert wrong.status_code == 422
    assert "heron" in wrong.content.decode()
    assert ClosedReport.objects.get(assessment=assessment).replies == {}
    for nothing in ("nobody", "S01", "F02"):
        assert owner.get(f"{base}{nothing}/").status_code == 404


def poster_of(client, assessment, paper):
    return client.get(f"/assessments/{assessment.pk}/report/changed-{paper}.pdf")


def test_its_poster_leads_there_and_fits_one_sheet(owner, cast, assessment, settings):
    assert poster_of(owner, assessment, "a4").status_code == 404, "while the page is off"
    report = f"/assessments/{assessment.pk}/report/"
    assert "changed-a4.pdf" not in owner.get(report).content.decode()
    long = planning.GivenReply(not_now="because " * 60, words="W" * 60 + " and " * 150)
    for code in marked_of(assessment).principles:
        planning.reply(assessment=assessment, about=code, given=long, who=cast.owner)
    token = planning.publish(assessment=assessment, who=cast.owner)
    settings.SITE_URL = "https://essence.example"
    for paper, size in (("a4", (210, 297)), ("a3", (297, 420))):
        made = poster_of(owner, assessment, paper).content
        assert sizes_of(made) == [size]
        assert ("Figure", "QR code of the address below") in tags_of(made)
        said = text_of(made)
        assert squeezed(f"https://essence.example/changed/{token}/") in squeezed(said)
        assert "Not now, because: because because" in said
        assert "more things that people said" in said
    assert "changed-a4.pdf" in owner.get(report).content.decode()
    settings.SITE_URL = "http://127.0.0.1:8000"
    said = text_of(poster_of(owner, assessment, "a4").content)
    assert "127.0.0.1" not in said
    assert "ask whoever put this up" in said
