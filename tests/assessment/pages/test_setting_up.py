"""Setting up in a few short steps, any order, each saved by itself; then opened."""

import datetime

import pytest
from django.utils import timezone

from assessment.asked import HowAsked
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment, Link, State
from assessment.steps import setting_up
from organisations.models import AuditEntry
from questions.reading import DEFAULT_VERSION
from questions.shape import NEWEST
from tests.assessment.answered import link_of
from tests.assessment.pages.reading import linked_errors, text_of

BASICS = {"name": "Autumn 2026", "length": "full", "mutual": "no"}


@pytest.fixture
def draft(cast):
    return setting_up.create(
        programme=cast.programme, who=cast.editor, name="Autumn", instrument=DEFAULT_VERSION
    )


def step(assessment, slug):
    return f"/assessments/{assessment.pk}/setup/{slug}/"


def ask_somebody(assessment, **chosen):
    chosen = chosen or {"receiving": HowAsked(Mode.INDIVIDUAL, 40, Door.OPEN)}
    setting_up.choose_perspectives(assessment=assessment, chosen=chosen)
    Assessment.objects.filter(pk=assessment.pk).update(closes_on=timezone.localdate())


def test_a_new_one_goes_on_to_whom_to_ask(cast):
    client = cast.client("editor")
    response = client.post(f"/programmes/{cast.programme.pk}/assessments/new/", BASICS)
    made = Assessment.objects.get()
    assert response.headers["Location"] == step(made, "people")
    assert (made.name, made.length, made.state) == ("Autumn 2026", "full", State.DRAFT)


def test_a_new_one_without_a_name_is_told_so(cast):
    response = cast.client("editor").post(
        f"/programmes/{cast.programme.pk}/assessments/new/", {**BASICS, "name": " "}
    )
    assert response.status_code == 422
    assert linked_errors(response) == ["id_name"]
    assert not Assessment.objects.exists()


def test_whom_to_ask_is_kept_and_shown_again(draft, cast):
    client = cast.client("editor")
    data = {"receiving": "slips", "receiving_size": "40", "partner": "group", "panel": "group"}
    response = client.post(step(draft, "people"), {**data, "move": "next"})
    assert response.headers["Location"] == step(draft, "privacy")
    asked = {p.code: (p.mode, p.size, p.door) for p in draft.perspectives.all()}
    assert asked == {
        "receiving": ("individual", 40, "each"),
        "partner": ("group", None, "each"),
        "panel": ("group", None, "each"),
    }
    page = client.get(step(draft, "people")).content.decode()
    assert 'value="40"' in page
    assert page.count(" checked") == len(NEWEST.perspectives)


def test_partner_groups_and_commissioners_are_offered_as_groups_first(draft, cast):
    page = cast.client("editor").get(step(draft, "people")).content.decode()
    first = {
        code: page.split(f'name="{code}" value="')[1].split('"')[0]
        for code in ("giving", "receiving", "partner", "staff", "commissioner", "panel")
    }
    assert first == {
        "giving": "slips",
        "receiving": "slips",
        "partner": "group",
        "staff": "slips",
        "commissioner": "group",
        "panel": "group",
    }


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"panel": "slips"}, "id_panel_0"),
        ({"receiving": "link", "receiving_size": "0"}, "id_receiving_size"),
        ({"receiving": "slips", "receiving_size": "0"}, "id_receiving_size"),
        ({"receiving": "slips"}, "id_receiving_size"),
        ({"receiving": "crowd"}, "id_receiving_0"),
    ],
)
def test_faults_in_whom_to_ask_are_linked(draft, cast, data, field):
    response = cast.client("editor").post(step(draft, "people"), data)
    assert response.status_code == 422
    assert linked_errors(response) == [field]
    assert not draft.perspectives.exists()


def test_somebody_is_asked(draft, cast):
    response = cast.client("editor").post(step(draft, "people"), {})
    assert response.status_code == 422
    assert "Choose at least one perspective" in text_of(response)


def test_in_a_mutual_group_there_is_no_giving(draft, cast):
    client = cast.client("editor")
    ask_somebody(draft, giving=HowAsked(Mode.GROUP), receiving=HowAsked(Mode.GROUP))
    client.post(step(draft, "basics"), {**BASICS, "mutual": "yes"})
    assert [p.code for p in draft.perspectives.all()] == ["receiving"]
    page = client.get(step(draft, "people"))
    assert 'name="giving"' not in page.content.decode()
    assert "Members of the group" in text_of(page)
    client.post(step(draft, "people"), {"giving": "link", "receiving": "link"})
    assert [p.code for p in draft.perspectives.all()] == ["receiving"]


@pytest.mark.parametrize(("k", "status"), [("4", 422), ("5", 302), ("11", 302), ("", 422)])
def test_k_is_raised_and_never_lowered(draft, cast, k, status):
    response = cast.client("editor").post(step(draft, "privacy"), {"k": k})
    assert response.status_code == status
    draft.refresh_from_db()
    assert draft.k == (int(k) if status == 302 else 5)


def test_a_closing_date_has_not_passed(draft, cast):
    client = cast.client("editor")
    today = datetime.date.today()  # noqa: DTZ011
    yesterday = today - datetime.timedelta(days=1)
    wrong = client.post(step(draft, "privacy"), {"k": "10", "closes_on": yesterday.isoformat()})
    assert linked_errors(wrong) == ["id_closes_on"]
    client.post(step(draft, "privacy"), {"k": "10", "closes_on": today.isoformat()})
    draft.refresh_from_db()
    assert draft.closes_on == today


def test_words_left_alone_follow_the_settings_until_it_opens(draft, cast, settings):
    settings.HOST_NAME, settings.BACKUP_DAYS = "Northern Hosts", 14
    client = cast.client("editor")
    page = text_of(client.get(step(draft, "words")))
    for words in ("Northern Hosts", "14 days", "Northfield Trust", "Community peers"):
        assert words in page
    given = client.get(step(draft, "words")).context["form"].initial
    data = {**given, "contact": "Rosa, 0161 496 0000"}
    data = {name: text.replace("\n", "\r\n") for name, text in data.items()}
    client.post(step(draft, "words"), data)
    draft.refresh_from_db()
    assert (draft.welcome, draft.privacy_notice) == ("", "")
    draft.k = 19
    draft.save()
    ask_somebody(draft)
    setting_up.open_for_answers(assessment=draft, who=cast.owner)
    assert "fewer than 19 people" in draft.privacy_notice
    assert "ask Rosa, 0161 496 0000." in draft.privacy_notice
    assert draft.welcome


def test_own_words_are_kept_as_they_are(draft, cast):
    data = {"contact": "", "welcome": "Hello <b>there</b>", "privacy_notice": "Ours."}
    cast.client("editor").post(step(draft, "words"), data)
    draft.refresh_from_db()
    assert (draft.welcome, draft.privacy_notice) == ("Hello <b>there</b>", "Ours.")
    page = cast.client("editor").get(step(draft, "words")).content.decode()
    assert "Hello &lt;b&gt;there&lt;/b&gt;" in page


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "x" * 5001])
def test_text_that_cannot_be_kept_is_refused(draft, cast, text):
    response = cast.client("editor").post(step(draft, "words"), {"welcome": text})
    assert response.status_code == 422
    assert linked_errors(response) == ["id_welcome"]


def test_any_step_can_be_left_for_now(draft, cast):
    response = cast.client("editor").post(step(draft, "privacy"), {"k": "18", "move": "later"})
    assert response.headers["Location"] == f"/assessments/{draft.pk}/"


def test_the_review_says_what_is_missing(draft, cast):
    client = cast.client("owner")
    page = text_of(client.get(step(draft, "review")))
    assert "Nobody is asked yet" in page
    assert "It cannot be opened yet" in page
    ask_somebody(draft, staff=HowAsked(Mode.INDIVIDUAL, 3, Door.OPEN))
    page = text_of(client.get(step(draft, "review")))
    assert "It cannot be opened yet" not in page
    for words in ("Nobody who gives or receives", "fewer than 10: what they answer"):
        assert words in page


def test_opening_asks_again(draft, cast):
    client = cast.client("owner")
    ask_somebody(draft)
    response = client.post(f"/assessments/{draft.pk}/open/", {})
    assert response.status_code == 422
    assert linked_errors(response) == ["id_sure"]
    assert not Link.objects.exists()
    response = client.post(f"/assessments/{draft.pk}/open/", {"sure": "on"})
    assert response.headers["Location"] == f"/assessments/{draft.pk}/links/"
    draft.refresh_from_db()
    assert draft.state == State.OPEN
    assert AuditEntry.objects.first().what == "opened Autumn"
    code = link_of(draft, "receiving").code
    client.post(f"/assessments/{draft.pk}/open/", {"sure": "on"})
    assert link_of(draft, "receiving").code == code


def test_without_anybody_to_ask_it_is_not_opened(draft, cast):
    response = cast.client("owner").post(f"/assessments/{draft.pk}/open/", {"sure": "on"})
    assert response.status_code == 422
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_an_editor_looks_it_over_and_leaves_opening_to_an_owner(draft, cast):
    ask_somebody(draft)
    page = cast.client("editor").get(step(draft, "review"))
    assert "An owner of your team can open it" in text_of(page)
    assert "/open/" not in page.content.decode()


@pytest.mark.parametrize("slug", ["basics", "people", "privacy", "words"])
def test_once_open_no_step_can_be_changed(draft, cast, slug):
    ask_somebody(draft)
    setting_up.open_for_answers(assessment=draft, who=cast.owner)
    client = cast.client("owner")
    data = {"name": "Changed", "length": "short", "mutual": "yes", "k": "9", "staff": "group"}
    for response in (client.get(step(draft, slug)), client.post(step(draft, slug), data)):
        assert response.headers["Location"] == f"/assessments/{draft.pk}/"
    draft.refresh_from_db()
    assert (draft.name, draft.length, draft.mutual, draft.k) == ("Autumn", "full", False, 5)
    assert [p.code for p in draft.perspectives.all()] == ["receiving"]


def test_a_step_that_is_none_is_not_found(draft, cast):
    assert cast.client("owner").get(step(draft, "colours")).status_code == 404


def test_preview_shows_what_people_will_see_and_keeps_nothing(draft, cast):
    client = cast.client("viewer")
    ask_somebody(draft)
    base = f"/assessments/{draft.pk}/preview/receiving"
    start = text_of(client.get(f"{base}/0/"))
    assert "You answer as: people who receive peer support" in start
    assert "locked with a key that only your device" in start
    page = client.get(f"{base}/1/")
    assert "Mutuality" in text_of(page)
    assert page.content.decode().count("<fieldset") == 6
    assert 'method="post"' not in page.content.decode()
    assert client.get(f"{base}/12/").status_code == 200
    for wrong in (f"{base}/13/", base.replace("receiving", "giving") + "/1/"):
        assert client.get(wrong).status_code == 404
    draft.refresh_from_db()
    assert draft.welcome == ""
