"""A mutual group of six rates itself round a table, stops half way, and reads its report."""

import pytest

from assessment import keys
from assessment.models import Assessment, State
from organisations.models import Membership, Organisation, Programme
from organisations.parties import newcomers
from tests.cast import PASSWORD
from tests.visitors import follow, go, heading, press, sign_in, tick, touch

pytestmark = pytest.mark.one_in(3, "journeys")

EMAIL = "sam@kettle.example"


def test_a_mutual_group_has_its_report_the_same_day(visitors):
    make_group()
    page = arrive(visitors.arrive())
    begin(page)
    for number in range(1, 6):
        rate(page, number)
    leave_half_way(page)
    page = arrive(visitors.arrive(360, 740))  # another day, somebody's phone
    go_on(page)
    for number in range(6, 13):
        rate(page, number)
    send(page)
    rate_standards(page)
    close(page)
    read(page)


def make_group():
    owner = newcomers.make_account(email=EMAIL, name="Sam Okafor", password=PASSWORD)
    group = Organisation.objects.create(name="The Kettle group", kind="user-led")
    Membership.objects.create(user=owner, party=group, role="owner")
    Programme.objects.create(organisation=group, name="Tuesday meetings", support_kind="group")


def arrive(page):
    sign_in(page, EMAIL)
    heading(page, "The Kettle group")
    return page


def begin(page):
    """First in the menu; a group that its members run is taken to be mutual, and the form short."""
    first = page.get_by_role("navigation", name="Main").get_by_role("link").first
    assert first.inner_text() == "Rate it together now"
    go(first)  # with one programme there is nothing to choose
    heading(page, "Rate it together now")
    assert page.get_by_label("A mutual group").is_checked()
    assert page.get_by_label("Short: 36 statements").is_checked()
    members = page.get_by_label("How many members are in the room?")
    members.fill("1")
    press(page, "Begin with the first principle")
    page.get_by_role("link", name="Write how many: at least").wait_for()
    assert members.input_value() == "1"
    members.fill("6")
    press(page, "Begin with the first principle")


def rate(page, number):
    """Practice always true, warning signs rarely seen; the last statement of page 3 left blank."""
    page.get_by_text(f"Page {number} of 12", exact=True).wait_for()
    statements = page.locator("fieldset.statement")
    assert statements.count() == 3
    for place, answer in enumerate(["4", "3", "0"]):
        if (number, place) != (3, 2):
            touch(statements.nth(place).locator(f"label:has(input[value='{answer}'])"))
    press(page, "Save and continue")


def leave_half_way(page):
    page.get_by_text("Page 6 of 12", exact=True).wait_for()
    press(page, "Stop here")
    heading(page, "You have stopped. What you saved is safe")
    assert len(page.locator(".big-code").inner_text().split()) == 4


def go_on(page):
    go(page.get_by_role("link", name="Go on rating it together"))
    page.get_by_text("Page 5 of 12", exact=True).wait_for()
    page.go_back()
    go(page.get_by_role("navigation", name="Main").get_by_role("link").first)
    go(page.get_by_role("link", name="Go on with “Rated together on"))
    page.locator("#rated", has_text="5 of 12 principles have a rating.").wait_for()
    go(page.locator(".notice .button"))
    page.get_by_text("Page 5 of 12", exact=True).wait_for()  # the last one rated
    press(page, "Save and continue")


def send(page):
    heading(page, "Does anyone see it differently?")
    page.locator("textarea").fill("Two of us miss the outings.")
    press(page, "Save and check my answers")
    heading(page, "Before you send")
    assert page.get_by_text("3 of 3 answered").count() == 11
    page.get_by_text("2 of 3 answered").wait_for()
    press(page, "Send our answers")
    heading(page, "Thank you")
    follow(page, "Go on: finish and see the report")


def rate_standards(page):
    """They are optional; the profile needs most of the formal ones, which stand on every page."""
    parts = page.get_by_role("navigation", name="Parts of this self-assessment")
    go(parts.get_by_role("link", name="Standards"))
    for _ in range(7):
        for entry in page.locator("section.entry").all():
            touch(entry.locator("label.tile", has=page.locator("input[value='1']")))
        go(page.locator("button[name=move][value=next]"))
    heading(page, "Facts about independence")
    follow(page, "Overview")
    page.get_by_text("25 of 25 rated").wait_for()


def close(page):
    go(page.get_by_role("link", name="See what closing does").first)
    heading(page, "Close it")
    press(page, "Close it now")  # the box is not ticked
    page.get_by_role("link", name="Tick the box to close it.").wait_for()
    tick(page, "sure")
    press(page, "Close it now")


def read(page):
    heading(page, "Tuesday meetings: Rated together on")
    assert "/report/" in page.url
    profile = page.locator("main p.lead").first.inner_text()
    assert profile.startswith("Essence ahead of structure")
    tally = dict(
        one.inner_text().split(maxsplit=1)[::-1] for one in page.locator(".first .tally li").all()
    )
    # the one warning sign of page 3 was left blank
    assert {level: n for level, n in tally.items() if n != "0"} == {
        "Holding": "11",
        "Not enough evidence": "1",
    }
    page.get_by_text("Two of us miss the outings.").wait_for()
    closed = Assessment.objects.get()
    assert closed.state == State.CLOSED
    assert not keys.room_file(closed.pk).exists()
