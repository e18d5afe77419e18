"""A file of answers on the site: looked at, mended or settled on the page, put in once."""

import json
import random
import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from assessment.method.doors import Door
from assessment.method.responses import encode
from assessment.models import Assessment, State
from assessment.steps import slips
from assessment.steps.answering import item_codes
from organisations.typed_again import typed_in
from papers.exports.saved_mapping import KIND
from tests.assessment.answered import open_assessment, open_with_slips, opened, put
from tests.assessment.books import a_book, as_bytes, group, person
from tests.assessment.pages.reading import linked_errors, text_of
from tests.papers.test_exports import ANSWERS, SHORT, as_csv, as_xlsx, google_forms, limesurvey

HELD = re.compile(r'name="(held_file|seen)" value="([^"]*)"')
PEOPLE = [one for one in ANSWERS if set(one) != {None}]


@pytest.fixture
def shared(cast):
    return open_assessment(cast, giving="individual", receiving="individual", panel="group")


class Site:
    """An editor at the page of one assessment."""

    def __init__(self, cast, assessment, who="editor"):
        self.client = cast.client(who)
        self.address = reverse("from_file", args=[assessment.pk])

    def look(self, content, name="answers.xlsx", **more):
        return self.send(file=SimpleUploadedFile(name, content), **more)

    def send(self, page=None, **more):
        held = dict(HELD.findall(page.content.decode())) if page else {}
        return self.client.post(self.address, {**held, "look": "yes", **more})


@pytest.fixture
def site(cast, shared):
    return Site(cast, shared)


def book(*rows, **labels):
    return as_bytes(a_book(*rows, **labels))


def test_a_workbook_is_looked_at_and_then_put_in_whole(site, shared):
    content = book(person("giving", 3), person("receiving", "DK"), person("giving", None))
    page = site.look(content)
    assert page.status_code == 200
    assert "People who give peer support 1 36 0 0 0" in text_of(page)
    assert "People who receive peer support 1 0 36 0 0" in text_of(page)
    assert opened(shared) == []
    done = site.send(page, sure="yes")
    assert done.headers["Location"] == site.address
    assert opened(shared) == ["3" * 36, "D" * 36]
    again = site.send(site.look(content), sure="yes")
    assert again.status_code == 422
    assert "This file has already come in. Nothing was changed." in text_of(again)
    assert len(opened(shared)) == 2


@pytest.mark.parametrize("name", ["forms.csv", "forms.xlsx"])
def test_an_export_is_shown_and_put_in(site, shared, name):
    content = as_csv(google_forms()) if name.endswith("csv") else as_xlsx(google_forms())
    page = site.look(content, name)
    assert "no column says which perspective" in text_of(page)
    page = site.send(page, whose="receiving")
    assert page.status_code == 200
    assert f"People who receive peer support {len(PEOPLE)}" in text_of(page)
    assert "Timestamp left over: not read" in text_of(page)
    site.send(page, whose="receiving", sure="yes")
    assert len(opened(shared)) == len(PEOPLE)


def test_what_is_not_known_is_settled_by_selects_and_kept_for_next_time(site, shared):
    head, *rows = google_forms()
    head = [one.replace(f"[{SHORT[0].text_for('giving', mutual=False)}]", "[Ours]") for one in head]
    rows = [[*(cell.replace("Mostly", "Mainly") for cell in row), "Members"] for row in rows]
    content = as_csv([[*head, "I am"], *rows])
    page = site.look(content, "forms.csv", whose="receiving")
    assert "1 of the short length's statements have no column" in text_of(page)
    ours = next(one for one in head if "[Ours]" in one)
    pairs = {"columns_text": [ours], "columns_is": [SHORT[0].code]}
    page = site.send(page, whose="receiving", **pairs)
    assert "'Mainly'" in text_of(page)
    pairs |= {"answers_text": ["Mainly"], "answers_is": ["3"]}
    page = site.send(page, whose="receiving", **pairs)
    assert page.status_code == 200, text_of(page)
    kept = site.send(page, whose="receiving", keep="yes", **pairs)
    assert "attachment" in kept.headers["Content-Disposition"]
    saved = json.loads(kept.content)
    assert saved["columns"][ours] == SHORT[0].code
    assert saved["answers"] == {"mainly": "3"}
    mapping = SimpleUploadedFile("columns.json", kept.content)
    next_time = site.look(content, "forms.csv", whose="receiving", mapping=mapping)
    assert next_time.status_code == 200
    assert 'value="3" selected' in " ".join(next_time.content.decode().split())
    page = site.send(page, whose="receiving", **pairs)
    site.send(page, whose="receiving", sure="yes", **pairs)
    assert len(opened(shared)) == len(PEOPLE)


def test_a_perspective_of_another_name_is_settled_too(site, shared):
    head, *rows = limesurvey()
    whose = ["receiving"] * 8 + ["Members"]
    told = [[*head, "I am"], *([*row, one] for row, one in zip(rows, whose, strict=True))]
    page = site.look(as_csv(told), "lime.csv")
    assert "'Members'" in text_of(page)
    settled = {"perspectives_text": ["Members"], "perspectives_is": ["giving"]}
    page = site.send(page, **settled)
    assert site.send(page, sure="yes", **settled).status_code == 302
    assert len(opened(shared)) == len(PEOPLE)


def test_numbers_from_one_and_whose_they_are_are_chosen_on_the_page(site, shared):
    head, *rows = limesurvey()
    ones = [[*row[:2], *(str(int(c) + 1) if c.isdigit() else c for c in row[2:])] for row in rows]
    content = as_csv([[*head, "I am"], *([*row, "Members"] for row in ones)])
    page = site.look(content, "lime.csv")
    chosen = {"columns_text": ["I am"], "columns_is": ["perspective"]}
    assert '<option value="perspective"' in page.content.decode()
    chosen |= {"perspectives_text": ["Members"], "perspectives_is": ["receiving"]}
    page = site.send(page, **chosen)
    assert "nothing tells whether they count from 0 or from 1" in text_of(page)
    chosen |= {"answers_text": list("12345"), "answers_is": list("01234")}
    page = site.send(page, **chosen)
    assert page.status_code == 200, text_of(page)
    assert "1 0: Not at all" in text_of(page)
    site.send(page, sure="yes", **chosen)
    assert sorted(opened(shared)) == sorted(map(encode, PEOPLE))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty: choose another."),
        (b"PK\x03\x04 cut short", "it is damaged or cut short"),
        (b"%PDF-1.7", "it is not an .xlsx spreadsheet"),
        (b"x" * 5_000_001, "It is larger than 5 MB."),
        (as_xlsx([["Name", "Age"], ["Ann", 4]]), "no column is known"),
        (as_bytes({"Assessment": [["questions", "other"]]}), "people here are asked"),
        (book(questions="essence-0"), "its questions are 'essence-0'; people here are asked"),
        (book(form="full"), "this is the full length; people here are asked the short one"),
        (book(person("giving", 7)), "Answers!F2: '7' is not one of 0, 1, 2, 3, 4, DK, NA"),
        (book(person("staff")), "row 2 is of other staff and managers: they are not asked"),
        (book(group("panel", 5)), "row 2 is of a group: it rates on its own pages"),
    ],
    ids=lambda one: one[:30] if isinstance(one, str) else "",
)
def test_what_is_wrong_is_said_and_nothing_comes_in(site, shared, content, said):
    page = site.look(content, sure="yes")
    assert page.status_code == 422
    assert said in text_of(page)
    assert opened(shared) == []


@pytest.mark.check
def test_more_rows_than_people_type_are_refused(site):
    page = site.look(book(*[person("giving")] * 5001))
    assert "more than 5,000 rows are filled in" in text_of(page)


def test_a_file_that_no_page_can_hold_is_refused(site):
    noise = random.Random(1).randbytes(800_000).hex().encode()
    page = site.look(b"a,b\n" + noise, "big.csv")
    assert linked_errors(page) == ["id_file"]
    assert "too big to be looked at on one page" in text_of(page)
    assert not HELD.findall(page.content.decode())


def test_another_file_of_last_time_is_refused(site):
    mapping = SimpleUploadedFile("other.json", b"{}")
    page = site.look(as_csv(google_forms()), "forms.csv", mapping=mapping)
    assert linked_errors(page) == ["id_mapping"]


def test_of_a_mapping_some_faults_are_shown(site):
    """5 MB of them made a page of 45 MB."""
    columns = {str(number): "x" for number in range(500)}
    document = json.dumps({"this is": KIND, "columns": columns}).encode()
    mapping = SimpleUploadedFile("columns.json", document)
    page = site.look(as_csv(google_forms()), "forms.csv", mapping=mapping)
    assert page.status_code == 422
    assert 0 < text_of(page).count("there is no statement") < 50


def test_the_file_is_held_for_one_person_and_one_assessment(site, cast, shared):
    page = site.look(book(person("giving")))
    held = dict(HELD.findall(page.content.decode()))
    assert "no-store" in page.headers["Cache-Control"]
    for other in (Site(cast, shared, "owner"), Site(cast, open_assessment(cast))):
        refused = other.client.post(other.address, {**held, "sure": "yes"})
        assert linked_errors(refused) == ["id_file"]
    assert linked_errors(site.send(sure="yes")) == ["id_file"]
    assert opened(shared) == []


def test_nothing_goes_in_that_nobody_has_looked_at(site, shared):
    """Another file was chosen, or another answer, and the button below pressed all the same."""
    page = site.look(book(person("giving", 3)))
    new = SimpleUploadedFile("b.xlsx", book(person("giving", 4)))
    page = site.send(page, file=new, sure="yes")
    assert page.status_code == 200
    assert "has changed since you looked" in text_of(page)
    assert opened(shared) == []
    assert site.send(page, sure="yes").status_code == 302
    assert opened(shared) == ["4" * 36]


def test_a_page_that_comes_back_holds_the_file_no_more():
    """A session that has ended would take it along, and keep it until the second step."""
    sent = RequestFactory().post("/", {"held_file": "sealed", "whose": "receiving"})
    assert [one.name for one in typed_in(sent).fields] == ["whose"]


def test_it_closes_meanwhile_and_says_so(site, shared):
    page = site.look(book(person("giving")))
    Assessment.objects.filter(pk=shared.pk).update(state=State.CLOSED, closed_at=timezone.now())
    done = site.client.post(site.address, {"sure": "yes", "look": page.status_code}, follow=True)
    assert "It is closed: no more answers are taken, from no file either." in text_of(done)


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"state": State.DRAFT}, "It is not open yet"), ({"together": True}, "rate together")],
)
def test_where_no_file_can_come_in_it_says_why(site, shared, changed, said):
    Assessment.objects.filter(pk=shared.pk).update(**changed)
    assert said in text_of(site.client.get(site.address, follow=True))


def test_a_door_that_fills_in_the_midst_lets_nobody_in(cast):
    made = open_with_slips(cast, door=Door.OPEN, receiving=5)
    site = Site(cast, made)
    page = site.look(book(person("receiving", 3), person("receiving", 4)))
    for _one in range(10):
        put(made, "receiving", [3])
    refused = site.send(page, sure="yes")
    assert refused.status_code == 422
    assert "no more are taken" in text_of(refused)
    assert len(opened(made)) == 10


def test_with_slips_each_row_needs_one_and_the_blank_workbook_asks_for_it(cast):
    made = open_with_slips(cast, receiving=12)
    first, second, *_more = slips.print_sheet(perspective=made.perspectives.get(), who=cast.keeper)
    site = Site(cast, made)
    page = site.look(book(person("receiving"), person("receiving")))
    assert "2 rows (row 2 first) are of people who receive peer support without a slip" in (
        text_of(page)
    )
    blank = cast.client("editor").get(reverse("answers_blank", args=[made.pk])).content
    assert "12 characters" not in text_of(site.look(with_rows(blank, made, [first, first])))
    assert "row 4 has the slip of row 3" in text_of(site.look(with_rows(blank, made, [first] * 2)))
    page = site.look(with_rows(blank, made, [first, second.lower()]))
    assert site.send(page, sure="yes").status_code == 302
    assert len(opened(made)) == 2


def with_rows(blank, assessment, slips):
    """The blank workbook, filled in."""
    filled, codes = load_workbook(BytesIO(blank)), item_codes(assessment)
    for row, slip in enumerate(slips, start=3):
        for column, value in enumerate(
            ["receiving", "individual", None, None, None, *[3] * len(codes), slip], start=1
        ):
            filled["Answers"].cell(row, column, value)
    written = BytesIO()
    filled.save(written)
    return written.getvalue()


def test_an_export_may_have_a_column_of_slips(cast):
    made = open_with_slips(cast, receiving=12)
    codes = slips.print_sheet(perspective=made.perspectives.get(), who=cast.keeper)
    head, *rows = limesurvey()
    told = [[*head, "Code"], *([*row, code] for row, code in zip(rows, codes, strict=False))]
    site = Site(cast, made)
    page = site.look(as_csv(told), "lime.csv", whose="receiving")
    assert site.send(page, whose="receiving", sure="yes").status_code == 302
    assert len(opened(made)) == len(PEOPLE)
