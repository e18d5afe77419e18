"""An owner, from the first link to 'you said, what changed' read by those who answered."""

import io
import json
import random
from collections import Counter

import openpyxl
import pytest
from django.core.management import call_command
from django.utils import timezone

from assessment.ballots import Ballots, Draft
from assessment.method.numbers import beside, half_up
from assessment.models import Assessment, Link
from assessment.steps import answering
from demo.people import TRUST, lifelike_answers
from questions import load
from tests.assessment.answered import another_day, put
from tests.cast import PASSWORD
from tests.visitors import choose, download, follow, go, heading, press, sign_in, tick, touch

pytestmark = pytest.mark.one_in(3, "journeys")

EMAIL = "olive@harbour.example"
PLANNED = "Members choose who interviews new staff."
CUTS = load().thresholds.cuts
PEOPLE = {"receiving": 17, "giving": 12}  # and one more receiving, in a browser


def test_an_owner_from_the_first_link_to_what_changed(visitors):
    page = visitors.arrive()
    found(page)
    set_up(page)
    links = open_and_copy(page)
    answer_in_browsers(visitors, links)
    for code, people in PEOPLE.items():
        answer_by_steps(code, people)
    state(page)
    close(page)
    compare(page)
    plan(page)
    address = publish(page)
    sign_out_and_in(page)
    read_signed_out(visitors.arrive(360, 740), address)


def found(page):
    printed = io.StringIO()
    call_command("first_owner", EMAIL, stdout=printed, stderr=io.StringIO())
    page.goto("/join/" + printed.getvalue().strip().rpartition("/join/")[2])
    heading(page, "Welcome to Essence")
    page.get_by_label("Your name").fill("Olive Adeyemi")
    page.get_by_label("Choose a password").fill("short")
    press(page, "Begin")
    page.get_by_role("heading", name="things to put right").wait_for()
    assert page.get_by_label("Your name").input_value() == "Olive Adeyemi"
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("Name of your organisation or group").fill("Harbour Voices")
    choose(page, "kind", "voluntary")
    press(page, "Begin")
    heading(page, "Harbour Voices")
    follow(page, "which peer support, where, paid or voluntary")  # the first programme is there
    page.get_by_label("Name of the programme").fill("Drop-in")
    press(page, "Save")


def set_up(page):
    go(page.get_by_role("link", name="Ask more people, with links"))
    page.get_by_label("What to call this self-assessment").fill("Autumn")
    choose(page, "length", "short")
    press(page, "Save and go on")
    heading(page, "Whom to ask, and how")
    for code, way in (("receiving", "link"), ("giving", "link"), ("partner", "group")):
        choose(page, code, way)
    page.locator("input[name=receiving_size]").fill("0")
    press(page, "Save and go on")
    page.locator(".error-summary a").wait_for()
    assert page.locator("input[name=giving][value=link]").is_checked()
    page.locator("input[name=receiving_size]").fill("40")
    press(page, "Save and go on")
    heading(page, "Privacy, day and keeper")
    page.locator("input[name=closes_on]").fill(timezone.localdate().isoformat())
    press(page, "Save and go on")
    heading(page, "Welcome and privacy notice")
    page.get_by_label("Whom people can ask about this").fill("Olive, 01234 567890")
    press(page, "Save and go on")
    heading(page, "Look it over and open it")


def open_and_copy(page):
    tick(page, "sure")
    press(page, "Open it for answers")
    heading(page, "Links and posters")
    fields = page.get_by_label("Link, on this computer").all()
    return {
        field.get_attribute("id").removeprefix("link-"): field.input_value() for field in fields
    }


def answer_in_browsers(visitors, links):
    assert set(links) == {"receiving", "giving", "partner"}
    alone = visitors.arrive(360, 740)
    alone.goto(links["receiving"])
    press(alone, "This is me: begin")
    some_pages(alone, "Send my answers")
    group = visitors.arrive()
    group.goto(links["partner"])
    press(group, "This is us: begin")
    group.get_by_label("Partner user-led groups").fill("5")
    press(group, "Save and continue")
    some_pages(group, "Send our answers")


def some_pages(page, send):
    """The first two principles; the rest is left."""
    for number in (1, 2):
        page.get_by_text(f"Page {number} of 12", exact=True).wait_for()
        for statement in page.locator("fieldset.statement").all():
            touch(statement.locator("label:has(input[value='2'])"))
        press(page, "Save and continue")
    press(page, "Save and go to the end")
    press(page, send)
    heading(page, "Thank you")


def answer_by_steps(code, people):
    chance = random.Random(code)
    link = Link.objects.get(perspective__code=code)
    codes = answering.item_codes(link.perspective.assessment)
    for _ in range(people):
        given = lifelike_answers(chance, load(), code, group=False, found=TRUST)
        put(link.perspective.assessment, code, [given[item] for item in codes])
    another_day()


def state(page):
    """One of each, each by its own button."""
    go(page.get_by_role("link", name="Standards").first)
    choose(page, "S01-rating", "3")
    page.locator("textarea[name=S01-evidence]").fill("Written by the members, 2025.")
    press(page, "Save and go on")
    go(page.get_by_role("link", name="Facts").first)
    choose(page, "F01-answer", "yes")
    press(page, "Save and go on to the pyramid")
    heading(page, "The pyramid of peer support")
    choose(page, "L1-rating", "4")
    press(page, "Save and go to the overview")
    for words in ("1 of 25 rated", "1 of 16 answered", "1 of 5"):
        page.get_by_text(words).wait_for()
    page.get_by_text("15 people, or a few more").wait_for()


def close(page):
    page.goto(f"/assessments/{Assessment.objects.get().pk}/close/")
    tick(page, "sure")
    press(page, "Close it now")
    heading(page, "Drop-in: Autumn")
    assert not Ballots.objects.exists()
    assert not Draft.objects.exists()


def compare(page):
    """Page, spreadsheet and results.json say the same of each principle."""
    results = json.loads(download(page, "Everything, for other programs"))["principles"]
    book = principles_sheet(download(page, "The whole report as a spreadsheet"))
    table = page.get_by_role("table", name="The twelve principles, practice, 0 to 100")
    names = {principle.name: principle.code for principle in load().principles}
    rows = [row.inner_text().split("\t") for row in table.locator("tbody tr").all()]
    assert {row[0] for row in rows} == set(names) == set(book)
    for name, level, practice, *_others in (map(str.strip, row) for row in rows):
        result, line = results[names[name]], book[name]
        assert level.removesuffix(" borderline") == result["level"] == line["Level"]
        lived = result["L"]["P"]
        assert practice == beside(lived, CUTS)
        assert line["Lived-experience view: practice"] == half_up(lived, 1)
    levels = Counter(one["level"] for one in results.values())
    tally = [one.inner_text().split(maxsplit=1) for one in page.locator(".first .tally li").all()]
    assert {level: int(count) for count, level in tally if count != "0"} == levels


def principles_sheet(content):
    rows = list(openpyxl.load_workbook(io.BytesIO(content))["Principles"].values)
    head = next(place for place, row in enumerate(rows) if "Borderline" in row)
    found = (dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :] if row[0])
    return {row["Principle"]: row for row in found}


def plan(page):
    first = page.locator("details.principle:has(.suggestions button)").first
    touch(first.locator("summary"))
    suggested = first.locator(".suggestions button").first
    name = suggested.inner_text()
    go(suggested)
    page.get_by_text("In our plan").first.wait_for()
    follow(page, "Change the plan")
    press(page, "Add to our plan")
    page.get_by_role("heading", name="something to put right").wait_for()
    page.get_by_label("What will be done").fill(PLANNED)
    press(page, "Add to our plan")
    page.get_by_text("It is in the plan.").wait_for()
    assert page.locator(".planned li").count() == 2, name


def publish(page):
    follow(page, "Tell those who answered what changed")
    assert page.get_by_label("Its address").count() == 0
    press(page, "Turn the page on")
    page.get_by_role("heading", name="something to put right").wait_for()
    tick(page, "sure")
    press(page, "Turn the page on")
    return page.get_by_label("Its address").input_value()


def sign_out_and_in(page):
    follow(page, "Sign out")
    press(page, "Sign out")
    sign_in(page, EMAIL)
    heading(page, "Harbour Voices")


def read_signed_out(page, address):
    page.goto(address)
    heading(page, "You said, what changed")
    page.get_by_text(PLANNED).wait_for()
    assert "Written by the members" not in page.content()
