"""Mistakes put right, trials, what is left out and archived programmes, by their pages."""

import json

import pytest
from django.urls import reverse

from assessment.models import Assessment
from assessment.steps import closing, setting_aside, setting_up
from tests.assessment.answered import open_assessment, open_with_slips, set_up
from tests.assessment.pages.reading import linked_errors
from tests.cast import text


@pytest.fixture
def opened(cast):
    return open_with_slips(cast, giving=12)


@pytest.fixture
def closed(cast):
    found = open_assessment(cast)
    closing.close(assessment=found, who=cast.owner)
    return found


def test_what_was_put_right_stands_with_what_was_there_before(cast, opened):
    client, address = cast.client("owner"), f"/assessments/{opened.pk}/"
    assert f"{address}mend/" in client.get(address).content.decode()
    form = client.get(f"{address}mend/").context["form"]
    assert form.initial["giving_size"] == 12
    sent = {"contact": "Bea", "welcome": opened.welcome, "giving_size": "15"}
    page = text(client.post(f"{address}mend/", sent, follow=True))
    assert "People who answer see it at once" in page
    assert "How many people: people who give peer support" in page
    assert ">12<" in page.replace(" ", "")
    assert opened.perspectives.get().size == 15
    assert "Put right while it was open" in text(cast.client("viewer").get(address))


def test_a_box_that_is_emptied_changes_no_size(cast, opened):
    sent = {"contact": "", "welcome": "", "giving_size": ""}
    cast.client("owner").post(f"/assessments/{opened.pk}/mend/", sent)
    assert opened.perspectives.get().size == 12
    assert not opened.changes.exists()


def test_a_wrong_size_is_said_beside_it(cast, opened):
    sent = {"contact": "", "welcome": "", "giving_size": "0"}
    done = cast.client("owner").post(f"/assessments/{opened.pk}/mend/", sent)
    assert (done.status_code, linked_errors(done)) == (422, ["id_giving_size"])


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("mend", "Only what is open"),
        ("leave-out", "It is not closed yet"),
        ("throw-away", "It is no trial"),
    ],
)
def test_where_there_is_nothing_to_do_it_says_so(cast, page, said):
    draft = set_up(cast)
    done = cast.client("owner").get(f"/assessments/{draft.pk}/{page}/", follow=True)
    assert said in text(done)


def test_left_out_its_page_and_its_report_say_why(cast, closed):
    client, address = cast.client("owner"), f"/assessments/{closed.pk}/"
    assert f"{address}leave-out/" in client.get(address).content.decode()
    assert linked_errors(client.post(f"{address}leave-out/", {})) == ["id_reason"]
    page = text(client.post(f"{address}leave-out/", {"reason": "Wrong link"}, follow=True))
    assert "of all that is compared: Wrong link" in page
    assert f"{address}leave-out/" not in page
    assert "is left out of all that is compared: Wrong link" in text(
        client.get(f"{address}report/")
    )
    back = text(client.post(f"{address}take-back-in/", follow=True))
    assert "It counts again" in back
    assert "Wrong link" not in back


def trial(cast):
    found = set_up(cast)
    setting_up.change_basics(
        assessment=found, name="A try", length="short", mutual=False, trial=True
    )
    setting_up.open_for_answers(assessment=found, who=cast.owner)
    return Assessment.objects.get(pk=found.pk)


def test_a_trial_is_chosen_as_it_is_set_up_and_told_to_whoever_answers(cast):
    sent = {"name": "A try", "length": "short", "mutual": "no", "trial": "on"}
    new = f"/programmes/{cast.programme.pk}/assessments/new/"
    cast.client("editor").post(new, sent)
    made = Assessment.objects.get()
    assert made.trial
    basics = cast.client("editor").get(f"/assessments/{made.pk}/setup/basics/")
    assert basics.context["form"]["trial"].value() is True
    found = trial(cast)
    code = found.perspectives.get(code="giving").link.code
    assert "This is only a trial." in text(
        cast.client("viewer").get(reverse("respond", args=[code]))
    )
    assert "A trial: it never counts" in text(
        cast.client("viewer").get(f"/assessments/{found.pk}/")
    )


def test_a_trial_is_thrown_away_at_a_second_word(cast):
    found = trial(cast)
    client, address = cast.client("owner"), f"/assessments/{found.pk}/throw-away/"
    assert address in client.get(f"/assessments/{found.pk}/").content.decode()
    assert linked_errors(client.post(address, {})) == ["id_sure"]
    done = text(client.post(address, {"sure": "on"}, follow=True))
    assert "Thrown away: A try." in done
    assert not Assessment.objects.exists()


def test_the_report_of_a_trial_says_what_it_is(cast):
    found = trial(cast)
    closing.close(assessment=found, who=cast.owner)
    page = text(cast.client("viewer").get(f"/assessments/{found.pk}/report/"))
    assert "This was a trial. It never counts." in page
    assert "leave-out" not in text(cast.client("owner").get(f"/assessments/{found.pk}/"))


def test_an_archived_programme_is_out_of_sight_and_comes_back(cast, closed):
    owner, programme = cast.client("owner"), f"/programmes/{cast.programme.pk}/"
    home = f"/organisations/{cast.organisation.pk}/"
    page = text(owner.post(f"{programme}archive/", follow=True))
    assert "Archived on" in page
    assert "assessments/new/" not in page
    assert "Archived programmes" in text(owner.get(home))
    for address in (
        f"{programme}assessments/new/",
        f"{programme}together/",
        f"/assessments/{closed.pk}/again/",
    ):
        assert owner.get(address).headers["Location"] == programme
    page = text(owner.post(f"{programme}archive/", {"out": "yes"}, follow=True))
    assert "It is out of the archive." in page
    assert "Archived programmes" not in text(owner.get(home))


def test_a_programme_that_people_answer_about_is_not_archived(cast, opened):
    page = cast.client("owner").post(f"/programmes/{cast.programme.pk}/archive/", follow=True)
    assert "close that first" in text(page)
    opened.programme.refresh_from_db()
    assert opened.programme.archived_at is None


def test_a_room_reads_first_and_adds_its_own_part_then(cast):
    found = open_assessment(cast, receiving="group")
    closing.close(assessment=found, who=cast.owner)
    client, address = cast.client("editor"), f"/assessments/{found.pk}/"
    assert "It can be added now that you have read the report" in text(client.get(address))
    page = f"{address}standards/A/"
    assert "Save and go on" in text(client.get(page))
    client.post(page, {"S01-version": "0", "S01-was": "", "S01-rating": "4"})
    found.report.refresh_from_db()
    assert json.loads(found.report.results)["standards"]["S01"]["rating"] == 4
    setting_aside.leave_out(assessment=found, reason="Wrong", who=cast.owner)
    assert "cannot be changed any more" not in text(client.get(address))
