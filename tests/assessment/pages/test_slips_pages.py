"""The keeper's page, its sheets, and the owner's pages about the keeper and the day."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from assessment.models import Assessment, Slip
from assessment.slip_codes import tidy_slip_code
from assessment.steps import closing, promised_day
from organisations.models import Membership
from tests.assessment.answered import link_of, open_with_slips
from tests.assessment.pages.reading import linked_errors
from tests.cast import text
from tests.reading_pdf import tags_of, text_of

pytestmark = pytest.mark.django_db
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}\b")


@pytest.fixture
def opened(cast):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    assessment = open_with_slips(cast, closes_on=tomorrow, receiving=12, staff=6)
    Assessment.objects.update(contact="Rosa")
    return assessment


@pytest.fixture
def keeper(cast):
    return cast.client("keeper")


def slips_of(assessment, act="", perspective="receiving"):
    between = f"{perspective}/{act}/" if act else ""
    return f"/assessments/{assessment.pk}/slips/{between}"


def print_them(client, assessment, paper="a4"):
    return client.post(slips_of(assessment, "print"), {"paper": paper, "ready": "on"})


def test_the_keepers_home_is_that_one_page(keeper, opened, cast):
    assert keeper.get("/").headers["Location"] == slips_of(opened)
    other = open_with_slips(cast, receiving=12)
    page = text(keeper.get("/"))
    assert "Slips you keep" in page
    assert slips_of(other) in keeper.get("/").content.decode()


def test_a_keeper_with_nothing_to_keep_is_told_so(keeper):
    assert "You have been asked to keep slips for Northfield Trust" in text(keeper.get("/"))


def test_it_says_nothing_of_answers(keeper, opened):
    page = text(keeper.get(slips_of(opened)))
    assert "12 slips, one for each person there is" in page
    assert "enough" not in page
    assert "6 slips, one for each" in page


def test_the_sheet_is_shown_once(keeper, opened):
    said = text_of(print_them(keeper, opened).content)
    assert len(set(CODE.findall(said))) == 12
    assert "Ask: Rosa" in said
    assert link_of(opened, "receiving").code in said
    assert "12 slips have been printed" in text(keeper.get(slips_of(opened)))
    assert not CODE.search(text(keeper.get(slips_of(opened))))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sheet_as_a_pdf(keeper, opened, paper):
    """Tagged, every slip on it, and each differs from the others in nothing but its code."""
    response = print_them(keeper, opened, paper)
    assert response.headers["Content-Type"] == "application/pdf"
    assert "no-store" in response.headers["Cache-Control"]
    said = text_of(response.content)
    codes = CODE.findall(said)
    assert len(set(codes)) == 12
    assert tags_of(response.content).count(("Figure", "QR code of this slip")) == 12
    slips = CODE.split(" ".join(said.split()))[1:-1]
    assert len({re.sub(r"\s+", " ", one).strip() for one in slips}) == 1


def test_on_one_computer_alone_a_slip_has_no_dead_code(keeper, opened):
    data = {"paper": "a4", "ready": "on"}
    address = slips_of(opened, "print")
    made = keeper.post(address, data, headers={"host": "127.0.0.1:8000"}).content
    assert len(CODE.findall(text_of(made))) == 12
    assert "Figure" not in dict(tags_of(made))
    assert "Put it in with your questionnaire" in text_of(made)


def test_the_codes_of_a_pdf_open_the_door(keeper, opened, client):
    said = text_of(print_them(keeper, opened, "a4").content)
    start = f"/a/{link_of(opened, 'receiving').code}/"
    for code in CODE.findall(said)[:2]:
        response = client.post(start, {"words": "plain", "slip": code})
        assert response.headers["Location"] == f"{start}1/"


def test_the_printer_must_be_ready(keeper, opened):
    response = keeper.post(slips_of(opened, "print"), {"paper": "a4"})
    assert response.status_code == 422
    assert linked_errors(response) == ["receiving_ready"]
    assert not Slip.objects.exists()


def test_back_and_again_shows_no_sheet(keeper, opened):
    print_them(keeper, opened)
    response = print_them(keeper, opened)
    assert response.status_code == 422
    assert "This sheet has been printed" in text(response)
    assert Slip.objects.count() == 12


@pytest.mark.parametrize(("number", "status"), [("1", 200), ("3", 200), ("4", 422), ("", 422)])
def test_a_few_more(keeper, opened, number, status):
    print_them(keeper, opened)
    data = {"number": number, "paper": "a4", "ready": "on"}
    response = keeper.post(slips_of(opened, "more"), data)
    assert response.status_code == status
    assert Slip.objects.count() == 12 + (int(number) if status == 200 else 0)


def test_void_and_print_anew(keeper, opened):
    first = CODE.findall(text_of(print_them(keeper, opened).content))
    assert keeper.post(slips_of(opened, "void"), {}).status_code == 422
    assert keeper.post(slips_of(opened, "void"), {"sure": "on"}).status_code == 302
    second = CODE.findall(text_of(print_them(keeper, opened).content))
    assert not {tidy_slip_code(one) for one in first} & {tidy_slip_code(one) for one in second}


def test_a_perspective_without_slips_has_no_sheet(keeper, opened):
    assert keeper.post(slips_of(opened, "print", "panel"), {}).status_code == 404


def test_an_owner_asks_and_the_keeper_decides(keeper, opened, cast):
    owner, close = cast.client("owner"), f"/assessments/{opened.pk}/close/"
    assert "Not before its day" in text(owner.get(close))
    assert owner.post(close, {"sure": "on"}).status_code == 422
    owner.post(f"{close}early/", {"reason": "Everybody has answered <b>today</b>"})
    page = keeper.get(slips_of(opened))
    assert "Everybody has answered &lt;b&gt;today" in page.content.decode()
    keeper.post(f"{slips_of(opened)}early/", {"decision": "agree"})
    assert "Close it now" in text(owner.get(close))
    keeper.post(f"{slips_of(opened)}early/", {"decision": "refuse"})
    assert "Close it now" not in text(owner.get(close))
    assert "You are asked to agree" not in text(keeper.get(slips_of(opened)))


def test_a_reason_is_needed(opened, cast):
    response = cast.client("owner").post(
        f"/assessments/{opened.pk}/close/early/", {"reason": " "}, follow=True
    )
    assert "required" in text(response)
    assert not Assessment.objects.get().early_reason


def test_another_keeper(opened, cast):
    owner, address = cast.client("owner"), reverse("keeper", args=[opened.pk])
    promised_day.ask_to_close_early(assessment=opened, reason="Soon", who=cast.owner)
    assert owner.post(address, {"keeper": cast.owner.pk}).status_code == 422
    assert owner.post(address, {}).status_code == 422
    assert owner.post(address, {"keeper": cast.viewer.pk}).status_code == 302
    assert Assessment.objects.get().keeper == cast.viewer
    assert "Go to the slips you keep" in text(
        cast.client("viewer").get(f"/assessments/{opened.pk}/")
    )
    assert cast.client("keeper").get(slips_of(opened)).status_code == 403


def test_a_keeper_who_joins_is_led_to_what_they_keep(cast, client):
    """And to no page that would refuse them."""
    Membership.objects.filter(user=cast.newcomer).delete()
    owner = cast.client("owner")
    page = owner.post(
        f"/organisations/{cast.organisation.pk}/team/invite/",
        {"email": cast.newcomer.email, "role": "keeper"},
        follow=True,
    )
    address = re.search(r"/join/[\w-]+/", page.content.decode())[0]
    client.force_login(cast.newcomer)
    assert client.post(address, follow=True).status_code == 200
    assert client.get(f"/organisations/{cast.organisation.pk}/").status_code == 403


def test_the_report_says_how_many_were_printed(keeper, opened, cast):
    print_them(keeper, opened)
    Assessment.objects.update(closes_on=timezone.localdate())
    closing.close(assessment=opened, who=cast.owner)
    said = text(cast.client("viewer").get(f"/assessments/{opened.pk}/report/"))
    assert "once and in private, with one of 12 slips that were printed" in said
    assert "one of 6 slips" not in said  # of a sheet that was never printed
