"""An editor brings in what came on paper and in files: by keys, from a scan, from an export."""

from random import Random

import pytest

from papers.out.layouts import Look
from papers.out.page_marks import public_number
from questions import Length, load
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import open_assessment, opened
from tests.cast import make_cast
from tests.papers import filled_in
from tests.papers.test_exports import ANSWERS, as_csv, google_forms
from tests.visitors import enter, follow, go, heading, press, sign_in

PEOPLE = [one for one in ANSWERS if set(one) != {None}]
LOOK = Look(DEFAULT_VERSION, "giving", Length.SHORT, mutual=False)


@pytest.mark.one_in(3, "journeys")
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (360, 740)])
def test_each_way_leads_to_the_same_box(visitors, width, height):
    cast = make_cast()
    assessment = open_assessment(cast, giving="individual")
    page = visitors.arrive(width, height)
    sign_in(page, cast.editor.email)
    page.goto(f"/assessments/{assessment.pk}/links/")
    type_one_in(page)
    assert opened(assessment) == ["3" * 36]
    meant = bring_a_scan(page, assessment)
    assert sorted(opened(assessment)) == sorted(["3" * 36, meant])
    bring_an_export(page)
    assert len(opened(assessment)) == 2 + len(PEOPLE)


def type_one_in(page):
    """Without a mouse: each Enter goes on to what is still empty, the last puts it in."""
    go(page.get_by_role("link", name="Type in from paper"))
    for _principle in load().principles:
        page.locator("input:focus").wait_for()  # the page puts it there once it is drawn
        page.keyboard.type("333")
        enter(page)
    page.get_by_text("Answered: 36. Left out: 0.").wait_for()
    page.locator("button:focus").wait_for()
    enter(page)
    page.get_by_text("It has been put in.").wait_for()
    follow(page, "Back to the links")


def bring_a_scan(page, assessment):
    """One questionnaire, plainly marked; what was meant."""
    go(page.get_by_role("link", name="From photographs or a scan"))
    images, meant = filled_in.filled_whole(LOOK, public_number(assessment.pk), Random(3))
    scan = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": filled_in.as_pdf(images)}
    page.locator("input[type=file]").set_input_files(scan)
    press(page, "Read them")
    heading(page, "Questionnaire 1 of 1")
    page.get_by_text("For you to look at: 0.").wait_for()
    press(page, "It is as on the sheet: put it in")
    page.get_by_text("The pile is through. Put in: 1. Left out: 0.").wait_for()
    follow(page, "Back to the links")
    return "".join(meant[item.code] for item in load().items(Length.SHORT))


def bring_an_export(page):
    go(page.get_by_role("link", name="Questionnaires from a file"))
    export = {"name": "forms.csv", "mimeType": "text/csv", "buffer": as_csv(google_forms())}
    page.locator("input[name=file]").set_input_files(export)
    press(page, "Look at the file")
    page.get_by_text("no column says which perspective").first.wait_for()
    page.locator("select[name=whose]").select_option("giving")
    press(page, "Look again with these choices")
    press(page, "Put all of it in")
    page.get_by_text("All of it has been put in.").wait_for()
