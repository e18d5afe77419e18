"""The pages people come back to: what is there, what comes next, and at what price."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from assessment.asked import HowAsked
from assessment.ballots import Ballots, Kind
from assessment.counts import shown_so_far
from assessment.method.doors import Door
from assessment.method.results import Mode
from assessment.models import Assessment
from assessment.next_steps import NextStep, ShownSoFar, next_step
from assessment.sealing import sealed_width
from assessment.steps import answering, setting_up, slips
from operations import home
from organisations.models import Membership, Organisation, Programme, Role
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import another_day, open_with_slips
from tests.cast import text

TODAY = date(2026, 11, 20)


def home_of(cast):
    return reverse("organisation", args=[cast.organisation.pk])


def assess(cast, programme=None, *, opened=False, name="Autumn", **fields):
    assessment = setting_up.create(
        programme=programme or cast.programme,
        who=cast.owner,
        name=name,
        instrument=DEFAULT_VERSION,
        length="short",
    )
    if opened:
        chosen = {
            "receiving": HowAsked(Mode.INDIVIDUAL, door=Door.OPEN),
            "giving": HowAsked(Mode.GROUP),
        }
        setting_up.choose_perspectives(assessment=assessment, chosen=chosen)
        setting_up.set_limits(assessment=assessment, k=5, closes_on=TODAY)
        setting_up.open_for_answers(assessment=assessment, who=cast.owner)
    Assessment.objects.filter(pk=assessment.pk).update(**fields)
    return Assessment.objects.get(pk=assessment.pk)


def answered(assessment, **numbers):
    width = sealed_width(len(answering.item_codes(assessment)))
    for code, number in numbers.items():
        perspective = assessment.perspectives.get(code=code)
        Ballots.objects.create(
            perspective=perspective, kind=Kind.ANSWERS, sealed=bytes(width * number)
        )
    another_day()


@pytest.mark.django_db
def test_the_front_page_says_what_this_is_and_how_to_come_in():
    page = text(Client().get("/"))
    assert "ask one of its owners for an invitation" in page
    assert reverse("account_login") in page
    assert "signup" not in page


def test_the_front_page_leads_to_ones_only_organisation(cast):
    assert cast.client("viewer").get("/").headers["Location"] == home_of(cast)


def test_the_front_page_lists_several_organisations_and_no_others(cast):
    for name in ("Second home", "Not mine"):
        other = Organisation.objects.create(name=name, kind="other")
    Membership.objects.create(
        user=cast.viewer, party=Organisation.objects.get(name="Second home"), role="viewer"
    )
    page = text(cast.client("viewer").get("/"))
    assert home_of(cast) in page
    assert "Second home" in page
    assert other.name not in page


def test_somebody_without_an_organisation_is_told_what_to_do(cast):
    page = text(cast.client("newcomer").get("/"))
    assert "Ask an owner of your organisation for an invitation to this address" in page
    assert cast.newcomer.email in page


def test_a_new_owner_is_led_to_a_first_assessment(cast):
    page = text(cast.client("owner").get(home_of(cast)))
    assert "Your first self-assessment" in page
    assert reverse("edit_programme", args=[cast.programme.pk]) in page
    assess(cast)
    assert "Your first self-assessment" not in text(cast.client("owner").get(home_of(cast)))


@pytest.mark.parametrize("who", ["owner", "viewer"])
def test_an_empty_page_says_what_to_do(cast, who):
    client = cast.client(who)
    programme = text(client.get(reverse("programme", args=[cast.programme.pk])))
    assert (
        "assessment yet. Rate it together" if who == "owner" else "assessment yet. An editor"
    ) in programme
    if who == "viewer":
        assert "An editor or an owner of your team can begin one" in text(client.get(home_of(cast)))
    Programme.objects.all().delete()
    page = text(client.get(home_of(cast)))
    assert (
        "Add your first programme" if who == "owner" else "an owner of your team can add"
    ) in page


def test_the_menu_holds_what_each_may_open_and_begins_with_rating_together(cast):
    labels = {}
    for who in ("viewer", "editor", "owner"):
        response = cast.client(who).get(home_of(cast))
        menu = response.context["menu"]
        labels[who] = [str(entry.label) for entry in (*menu.in_sight, *menu.folded)]
    seen = ["Programmes", "Collaborations", "Team"]
    assert labels["viewer"] == [*seen, "Sign out"]
    assert labels["editor"] == ["Rate it together now", *seen, "Sign out"]
    assert labels["owner"] == ["Rate it together now", *seen, "Settings", "Sign out"]


def test_rating_together_asks_which_programme_where_there_are_several(cast):
    address = reverse("together", args=[cast.organisation.pk])
    Programme.objects.create(organisation=cast.organisation, name="Second")
    page = text(cast.client("editor").get(address))
    assert "Which programme are you rating?" in page
    assert "Community peers" in page
    Programme.objects.all().delete()
    assert "add a programme" in text(cast.client("editor").get(address))


def test_rating_together_goes_straight_on_where_there_is_one(cast, monkeypatch):
    asked = []
    monkeypatch.setattr(home, "redirect", lambda *to: asked.append(to) or home.HttpResponse())
    cast.client("editor").get(reverse("together", args=[cast.organisation.pk]))
    assert asked == [("rate_together", cast.programme.pk)]


@pytest.mark.parametrize(
    ("fields", "standing", "role", "expected"),
    [
        ({"state": "closed"}, (0, 0), "viewer", ("", "Read the report", "report")),
        ({"state": "closed", "together": True}, (0, 0), "owner", ("", "Read the report", "report")),
        ({"state": "draft"}, (0, 0), "viewer", ("There will be a report", "", "")),
        ({"state": "draft"}, (0, 0), "editor", ("", "Go on setting it up", "assessment")),
        (
            {"state": "open", "together": True},
            (0, 1),
            "editor",
            ("", "Go on rating it together", "go_on_together"),
        ),
        (
            {"state": "open", "together": True},
            (1, 1),
            "owner",
            ("The rating is finished.", "See what is left to do", "assessment"),
        ),
        (
            {"state": "open", "together": True},
            (1, 1),
            "editor",
            ("The rating is finished.", "See what is left to do", "assessment"),
        ),
        (
            {"state": "open"},
            (1, 3),
            "owner",
            ("1 of 3 perspectives have enough answers.", "See how it is going", "assessment"),
        ),
        (
            {"state": "open"},
            (3, 3),
            "owner",
            ("Every perspective has", "See how it is going", "assessment"),
        ),
        (
            {"state": "open"},
            (3, 3),
            "editor",
            ("Every perspective has", "See how it is going", "assessment"),
        ),
        ({"state": "open"}, (3, 3), "viewer", ("There will be a report", "", "")),
        (
            {"state": "open", "closes_on": date(2026, 11, 19)},
            (0, 1),
            "owner",
            ("Its closing date has passed. 0 of 1 perspective has", "See how", "assessment"),
        ),
        (
            {"state": "open", "closes_on": TODAY},
            (0, 1),
            "owner",
            ("0 of 1 perspective has", "See how it is going", "assessment"),
        ),
    ],
)
def test_what_comes_next(fields, standing, role, expected):
    assessment = Assessment(programme=Programme(), **fields)
    step = next_step(assessment, ShownSoFar(*standing), Role(role), TODAY)
    assert isinstance(step, NextStep)
    sentence, words, address = expected
    assert step.sentence.startswith(sentence)
    assert step.words.startswith(words)
    assert bool(words) == bool(step.words)
    assert step.address == address
    if address:
        assert step.of == (assessment.pk,)


@pytest.mark.parametrize(
    ("receiving", "giving", "enough"), [(0, 0, 0), (9, 0, 0), (10, 0, 1), (9, 1, 1), (10, 1, 2)]
)
def test_enough_is_k_people_or_one_group(cast, receiving, giving, enough):
    assessment = assess(cast, opened=True)
    answered(assessment, receiving=receiving, giving=giving)
    assert shown_so_far([assessment]) == {assessment.pk: ShownSoFar(enough, 2, own_part=False)}


def test_what_comes_first_is_the_own_part_and_then_the_slips(cast):
    """In one query with the counts; by groups there are no slips to print."""
    assessment = assess(cast, opened=True)
    assert shown_so_far([assessment])[assessment.pk].printed
    assessment.pyramid_layers.create(code="L1", rating="2", version=1)
    assert shown_so_far([assessment])[assessment.pk].own_part
    by_slips = open_with_slips(cast, giving=12, staff=12)
    assert not shown_so_far([by_slips])[by_slips.pk].printed
    for perspective in by_slips.perspectives.all():
        assert not shown_so_far([by_slips])[by_slips.pk].printed
        slips.print_sheet(perspective=perspective, who=cast.keeper)
    assert shown_so_far([by_slips])[by_slips.pk].printed


def test_a_higher_k_is_asked_for(cast):
    assessment = assess(cast, opened=True, k=12)
    answered(assessment, receiving=11)
    assert shown_so_far([assessment])[assessment.pk].enough == 0


def test_only_open_ones_are_counted(cast):
    assessment = assess(cast, opened=True)
    assessment.state = "draft"
    assert shown_so_far([assessment]) == {}


@pytest.mark.parametrize("number", [1, 50])
def test_the_database_is_asked_the_same_whatever_there_is(cast, number, django_assert_num_queries):
    for n in range(number - 1):
        Programme.objects.create(organisation=cast.organisation, name=f"Programme {n}")
    for programme in Programme.objects.all():
        assess(cast, programme, opened=True)
    for n in range(number - 1):
        assess(cast, name=f"Round {n}")
    client = cast.client("owner")
    # Session, user, membership; programmes, assessments, perspectives, team.
    with django_assert_num_queries(8):
        page = client.get(home_of(cast))
    assert page.content.count(b"Go on setting it up") == number - 1
    # Session, user, programme, membership; assessments, perspectives.
    with django_assert_num_queries(6):
        client.get(reverse("programme", args=[cast.programme.pk]))
