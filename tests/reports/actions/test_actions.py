"""The plan: from suggestions or own words; editors write, viewers read."""

import datetime
import io
import re

import openpyxl
import pytest
from django.utils.html import escape

from assessment.method.levels import Level
from assessment.models import Assessment, PlannedAction
from organisations.models import AuditEntry
from questions import load
from questions.suggested import suggestions
from reports.actions.forms import PlanForm
from tests.cast import signed_in
from tests.reports.builder import closed_with, sample
from tests.reports.one.pages.test_report import marked_of
from tests.reports.reading import page_of

OWN = {
    "text": "A walk on Tuesdays, led by members",
    "kind": "build",
    "about": "companionship",
    "owner": "Olive",
    "due": "2027-03-01",
    "status": "under way",
    "notes": "Ask about the bus.\r\nAnd the dog.",
}

OWN_NOTES = "Ask about the bus.\nAnd the dog."


@pytest.fixture
def assessment(cast):
    return closed_with(cast, sample())


@pytest.fixture
def base(assessment):
    return f"/assessments/{assessment.pk}/"


@pytest.fixture
def editor(cast):
    return signed_in(cast.editor)


def test_a_suggestion_is_planned_with_one_click_and_twice_makes_one(editor, assessment, base):
    for _ in range(2):
        answer = editor.post(base + "actions/suggested/", {"suggestion": "companionship:1"})
        assert answer.status_code == 302
        assert answer["Location"] == base + "report/#do-companionship"
    made = assessment.planned_actions.get()
    suggested = load(assessment.instrument).principle["companionship"].actions[1]
    assert (made.text, made.kind, made.about) == (suggested.text, suggested.kind, "companionship")
    assert made.status == "planned"


def test_every_button_of_the_report_plans_what_stands_beside_it(editor, cast):
    """Those of principles that only need growing too, where not every action is suggested."""
    assessment = closed_with(cast, sample(seed=4, sizes={"giving": 14, "receiving": 31}))
    assert marked_of(assessment).at(Level.WATCH, Level.UNDER_DEVELOPED)
    base = f"/assessments/{assessment.pk}/"
    page = page_of(editor.get(base + "report/"))
    names = {attrs["value"] for tag, attrs in page.tags if tag == "button"}
    assert {name[0] for name in names} >= {"M"}, "those of mechanisms too"
    known = suggestions(load(assessment.instrument))
    shown = {}
    for item in re.findall(
        r"<li>.*?</li>", editor.get(base + "report/").content.decode(), re.DOTALL
    ):
        if found := re.search(r'value="([^"]+)"', item):
            shown[found[1]] = item
    for name in names:
        assert escape(known[name].text) in shown[name]
        editor.post(base + "actions/suggested/", {"suggestion": name})
    planned = {(a.about, a.text) for a in assessment.planned_actions.all()}
    assert planned == {(name.partition(":")[0], known[name].text) for name in names}
    after = page_of(editor.get(base + "report/"))
    assert not [tag for tag, _ in after.tags if tag == "button"]
    assert set(after.targets) <= set(after.ids)


@pytest.mark.parametrize("name", ["", "companionship", "companionship:9", "x:0", "M1:-1", "=1+1"])
def test_what_was_never_suggested_is_refused_kindly(editor, assessment, base, name):
    answer = editor.post(base + "actions/suggested/", {"suggestion": name})
    assert answer.status_code == 422
    assert "There is no such suggestion" in page_of(answer).words
    assert not assessment.planned_actions.exists()


def test_own_words_are_kept_as_they_were_typed(editor, cast, assessment, base):
    assert editor.post(base + "actions/", OWN).status_code == 302
    made = assessment.planned_actions.get()
    assert made.text == OWN["text"]
    assert made.due == datetime.date(2027, 3, 1)
    assert made.notes == "Ask about the bus.\nAnd the dog."
    assert AuditEntry.objects.get(who=cast.editor, what__contains=OWN["text"])
    shown = page_of(editor.get(base + "actions/")).words
    for part in ("Under way", "Companionship", "By 1 March 2027", "Olive", "And the dog."):
        assert part in shown
        assert part in page_of(editor.get(base + "report/")).words


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 501}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"kind": "neither"}, "kind"),
        ({"about": "nobody"}, "about"),
        ({"due": "soon"}, "due"),
        ({"status": "lost"}, "status"),
        ({"notes": "x" * 5001}, "notes"),
        ({"notes": "a\x07b"}, "notes"),
    ],
)
def test_a_fault_is_named_at_its_field_and_nothing_typed_is_lost(
    editor, assessment, base, wrong, field
):
    answer = editor.post(base + "actions/", {**OWN, **wrong})
    page = page_of(answer)
    assert answer.status_code == 422
    assert f"id_{field}" in {target.removesuffix("_0") for target in page.targets}
    assert set(page.targets) <= set(page.ids)
    kept = OWN["owner"] if field != "owner" else OWN["text"]
    assert kept in {attrs.get("value") for _, attrs in page.tags}
    assert not assessment.planned_actions.exists()


def test_an_action_is_changed_and_its_form_begins_as_it_stands(editor, assessment, base):
    editor.post(base + "actions/", OWN)
    made = assessment.planned_actions.get()
    page = page_of(editor.get(f"{base}actions/{made.pk}/"))
    values = {attrs.get("name"): attrs.get("value") for tag, attrs in page.tags if tag == "input"}
    assert values["due"] == "2027-03-01", "as a browser's date field reads it"
    assert editor.post(f"{base}actions/{made.pk}/", {**OWN, "status": "done"}).status_code == 302
    made.refresh_from_db()
    assert made.status == "done"
    wrong = editor.post(f"{base}actions/{made.pk}/", {**OWN, "text": ""})
    assert wrong.status_code == 422


def test_saving_without_a_change_writes_nothing_down(editor, assessment, base):
    editor.post(base + "actions/", OWN)
    made, before = assessment.planned_actions.get(), AuditEntry.objects.count()
    editor.post(f"{base}actions/{made.pk}/", OWN)
    assert AuditEntry.objects.count() == before


def test_what_was_added_by_mistake_is_taken_off(editor, assessment, base):
    editor.post(base + "actions/", OWN)
    made = assessment.planned_actions.get()
    assert editor.post(f"{base}actions/{made.pk}/remove/").status_code == 302
    assert not assessment.planned_actions.exists()
    assert editor.post(f"{base}actions/{made.pk}/remove/").status_code == 404


def test_an_action_is_reached_through_its_own_assessment_only(cast, editor, base):
    other = closed_with(cast, sample(sizes={}), name="Another")
    theirs = PlannedAction.objects.create(assessment=other, kind="build", text="Theirs")
    for address in (f"{base}actions/{theirs.pk}/", f"{base}actions/{theirs.pk}/remove/"):
        assert editor.post(address, OWN).status_code == 404
    assert PlannedAction.objects.get().text == "Theirs"


def test_the_plan_stands_by_status_what_is_done_after_what_is_being_done(editor, base):
    for status in ("dropped", "done", "planned", "under way"):
        editor.post(base + "actions/", {**OWN, "text": f"The {status} one", "status": status})
    words = page_of(editor.get(base + "actions/")).words
    places = [words.index(f"The {s} one") for s in ("under way", "planned", "done", "dropped")]
    assert places == sorted(places)


def test_viewers_read_the_plan_without_a_form(cast, assessment, base):
    Assessment.objects.get(pk=assessment.pk).planned_actions.create(kind="build", text="Heron")
    page = page_of(signed_in(cast.viewer).get(base + "actions/"))
    assert "Heron" in page.words
    assert not [tag for tag, _ in page.tags if tag in ("form", "button", "textarea")]


def test_the_form_offers_every_principle_and_mechanism():
    instrument = load()
    html = str(PlanForm(instrument=instrument)["about"])
    for one in (*instrument.principles, *instrument.mechanisms):
        assert f'value="{one.code}"' in html


def test_the_plan_is_in_the_spreadsheet_once_and_before_the_suggestions(editor, assessment, base):
    editor.post(base + "actions/suggested/", {"suggestion": "companionship:1"})
    editor.post(base + "actions/suggested/", {"suggestion": "M2:0"})
    editor.post(base + "actions/", OWN)
    content = editor.get(base + "report/report.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Actions"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[3]]
    texts = [row[3] for row in rows]
    planned = [action.text for action in assessment.planned_actions.all()]
    assert texts[1:4] == planned
    assert all(texts.count(text) == 1 for text in planned)
    assert rows[3][:3] == ("Companionship", "In the plan", "Build")
    assert rows[3][4:] == ("Olive", datetime.datetime(2027, 3, 1), "under way", OWN_NOTES)  # noqa: DTZ001
