"""Photographs and scans on the site: read in memory, looked at, put in one by one."""

import html
import io
import re
import sys
import zlib
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from assessment.ballots import Kind
from assessment.models import State
from assessment.steps import slips
from organisations.typed_again import Typed, TypedField, unpacked
from papers.forms.chosen_pictures import LONGEST_NAME, shown
from papers.out.layouts import Look, layout_of
from papers.out.page_marks import public_number
from papers.pages import from_pictures, held_in_memory
from papers.reading.marking import ReadLine, Unsure
from papers.reading.paper_reading import read_files
from papers.reading.photographs import ON_SITE, Named, PaperLimits
from papers.reading.piles import Asked, Piles, ReadPage
from papers.reading.piles import sheet as sheet_of
from questions import Length, load
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import open_assessment, open_with_slips, opened
from tests.assessment.pages.reading import linked_errors, text_of
from tests.organisations.test_logos import tiny_png
from tests.papers import filled_in

LOOK = Look(DEFAULT_VERSION, "giving", Length.SHORT, mutual=False)
CODES = [item.code for item in load().items(Length.SHORT)]


@pytest.fixture
def shared(cast):
    return open_assessment(cast, giving="individual", receiving="individual", panel="group")


def at(assessment, perspective="giving"):
    return f"/assessments/{assessment.pk}/links/{perspective}/photographs/"


def send(client, address, *files):
    named = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(address, {"pictures": named})


def hidden(page):
    [packed] = re.findall(r'name="paper-pile" value="([^"]*)"', page.content.decode())
    return html.unescape(packed)


def chosen(page):
    """Item code to the value of the radio that is chosen, as a browser would send it."""
    radios = re.findall(r'<input type="radio"[^>]*>', page.content.decode())
    on = [one for one in radios if re.search(r"\schecked", one)]
    return {re.search('name="([^"]*)"', one)[1]: re.search('value="([^"]*)"', one)[1] for one in on}


def confirm(client, page, **more):
    given = {f"paper-{name}": value for name, value in more.items()}
    address = re.search(r'action="([^"]*checked/)"', page.content.decode())[1]
    return client.post(address, {"paper-pile": hidden(page)} | chosen(page) | given)


# By drawing


@pytest.fixture(scope="module")
def scan():
    """A scanner's PDF of a whole questionnaire for an assessment, and what was meant."""

    def made(assessment):
        chance = Random(3)
        images, meant = filled_in.filled_whole(LOOK, public_number(assessment.pk), chance)
        first = layout_of(LOOK).pages[0][0]  # it has one mark, and gets another
        hand = filled_in.Hand(images[0], chance)
        for box in first.boxes[1:3]:
            hand.cross(box, filled_in.Pen(0.5, 40))
        frame = next(line for line in layout_of(LOOK).pages[-1] if not line.code)
        places = [(30 + 2 * i, frame.top + 14 + i % 2 * 3) for i in range(40)]
        filled_in.Hand(images[-1], chance).stroke(places, filled_in.Pen(0.5, 40))
        return filled_in.as_pdf(images), meant, first.code

    return made


def test_a_scan_is_read_looked_at_and_put_in(shared, cast, scan, on_disk):
    pdf, meant, unsure = scan(shared)
    client = cast.client("editor")
    page = send(client, at(shared), ("scan.pdf", pdf))
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert page.content.count(b"data:image/jpeg;base64,/9j") == 2  # the line, and the words
    assert "For you to look at: 1." in text_of(page)
    assert set(CODES) - {one.removeprefix("paper-") for one in chosen(page)} == {unsure}
    again = confirm(client, page, own_words="Warm.")
    assert linked_errors(again) == [f"id_paper-{unsure}_0"]
    assert opened(shared) == []
    done = confirm(client, again, own_words="Warm.", **{unsure: "4"})
    assert done.headers["Location"] == at(shared)
    assert opened(shared) == ["".join((meant | {unsure: "4"})[code] for code in CODES)]
    assert opened(shared, Kind.COMMENTS) == ["Warm."]
    assert "Put in: 1. Left out: 0." in text_of(client.get(at(shared)))
    assert on_disk == []


@pytest.fixture
def on_disk():
    """What Python opened to write into, and what it made for a while."""
    seen, watching = [], [True]

    def watch(event, given):
        is_written = (
            event == "open"
            and isinstance(given[0], str)
            and not {*"wax+"}.isdisjoint(given[1] or "")
        )
        if watching and (is_written or event.startswith("tempfile.")):
            seen.append((event, given[0]))

    sys.addaudithook(watch)
    yield seen
    watching.clear()


# With what a reader would have found


def page_of(number, answers="3", asked=0, large=0, slip=""):
    """One of a questionnaire's pages; its first lines are ``asked`` about, pictures as large."""
    pages = layout_of(LOOK).pages
    codes = [line.code for line in pages[number - 1] if line.code]
    return ReadPage(
        assessment="1234567",
        look=LOOK,
        page=number,
        pages=len(pages),
        place=f"{number}.jpg",
        lines=tuple(ReadLine(code, answers) for code in codes),
        asked=tuple(
            Asked(code, "2", Unsure.TWO, Random(code).randbytes(large), "")
            for code in codes[:asked]
        ),
        slips=(slip,) * bool(slip),
    )


def whole(answers="3", asked=0, large=9, slip="", **more):
    numbers = range(1, len(layout_of(LOOK).pages) + 1)
    pages = [page_of(one, answers, asked, large, slip if one == 1 else "") for one in numbers]
    return sheet_of(pages, **more)


@pytest.fixture
def found(monkeypatch):
    """What the reader finds, whatever is sent."""
    read = Piles()
    monkeypatch.setattr(from_pictures, "read_files", lambda *_files, **_how: read)
    return read


def sent(cast, assessment, perspective="giving", who="editor"):
    client = cast.client(who)
    return client, send(client, at(assessment, perspective), ("a.jpg", b"x"))


def test_one_after_another_and_a_second_press_counts_once(shared, cast, found):
    found.sheets += [whole("3"), whole("1"), whole("0")]
    client, page = sent(cast, shared)
    assert "Questionnaire 1 of 3" in text_of(page)
    assert "Mutuality Mostly, Mostly, Mostly" in text_of(page)
    for _press in range(2):
        second = confirm(client, page)
        assert "Questionnaire 2 of 3" in text_of(second)
        assert "Put in so far: 1." in text_of(second)
    third = confirm(client, second)
    last = client.post(
        f"{at(shared)}checked/", {"paper-pile": hidden(third), "leave_out": "yes"}, follow=True
    )
    assert "Put in: 2. Left out: 1." in text_of(last)
    assert opened(shared) == ["1" * 36, "3" * 36]


def test_what_is_changed_goes_in_as_changed(shared, cast, found):
    found.sheets.append(whole("3"))
    client, page = sent(cast, shared)
    confirm(client, page, **{CODES[0]: "blank", CODES[1]: "NA", CODES[2]: "DK"})
    assert opened(shared) == [".ND" + "3" * 33]


def test_each_has_its_own_slip(cast, found):
    assessment = open_with_slips(cast, giving=12)
    perspective = assessment.perspectives.get(code="giving")
    one, other, *_more = slips.print_sheet(perspective=perspective, who=cast.keeper)
    found.sheets += [whole("3", slip=one), whole("1")]
    client, page = sent(cast, assessment)
    assert one in page.content.decode()  # read from the slip that lay beside
    second = confirm(client, page, slip=one)
    for typed, said in (
        ("", "without a slip"),
        ("7K4M", "twelve letters"),
        ("0000 0000 0000", "No slip has this code"),
        (one, "has been used already"),
    ):
        refused = confirm(client, second, slip=typed)
        assert refused.status_code == 422
        assert said in text_of(refused)
    assert confirm(client, refused, slip=other.lower()).status_code == 302
    assert opened(assessment) == ["1" * 36, "3" * 36]


def closed(assessment):
    type(assessment).objects.update(state=State.CLOSED, closed_at=timezone.now())


def is_full(assessment):
    assessment.perspectives.update(size=1, places=0)


@pytest.mark.parametrize(
    ("happens", "status", "said"),
    [(closed, 302, "It has closed"), (is_full, 422, "no more are taken")],
)
def test_what_happens_meanwhile_is_said(shared, cast, found, happens, status, said):
    found.sheets.append(whole())
    client, page = sent(cast, shared)
    happens(shared)
    refused = confirm(client, page)
    assert refused.status_code == status
    assert said in text_of(client.get(refused.url) if status == 302 else refused)


def test_a_sheet_without_a_mark_says_so_and_stays_out(shared, cast, found):
    found.sheets.append(whole("."))
    client, page = sent(cast, shared)
    assert "Nothing is marked on it" in text_of(page)
    assert "every statement is blank" in text_of(confirm(client, page))
    assert opened(shared) == []


def test_a_pile_that_was_sorted_by_page_is_said_to_be_a_guess(shared, cast, found):
    found.sheets.append(whole(sorted_by_page=True))
    assert "is a guess" in text_of(sent(cast, shared)[1])


def test_what_nobody_could_see_is_named(shared, cast, found):
    """The same answers again, and a page without a mark: neither is a line to be looked at."""
    pages = [page_of(1, "."), *whole().pages[1:]]
    found.sheets.append(sheet_of(pages, like="z.jpg"))
    said = text_of(sent(cast, shared)[1])
    assert "the same as those of the one from z.jpg" in said
    assert "Look at the sheet: pencil may be too faint. 1.jpg" in said


def test_what_is_hardly_read_is_left_out(shared, cast, found):
    found.sheets.append(whole(asked=3))
    page = sent(cast, shared)[1]
    assert page.status_code == 422
    for said in ("more than half of this questionnaire is unsure", "no whole questionnaire"):
        assert said in text_of(page)


def test_more_than_a_page_carries_is_left_for_the_next(shared, cast, found, settings):
    found.sheets += [whole(asked=1, large=9000 + number) for number in range(12)]
    client, page = sent(cast, shared)
    assert "one too many for one page" in text_of(page)
    assert 0.7 < len(hidden(page)) / settings.DATA_UPLOAD_MAX_MEMORY_SIZE < 0.95
    unsure = dict.fromkeys((one.code for one in whole(asked=1).asked()), "4")
    assert "Questionnaire 2 of" in text_of(confirm(client, page, **unsure))


def test_what_cannot_be_taken_is_told_beside_what_can(shared, cast, found):
    found.told.append("b.jpg: this sheet is of another self-assessment.")
    found.sheets.append(whole())
    assert found.told[0] in text_of(sent(cast, shared)[1])


def test_sheets_of_other_people_or_another_length_are_told(blank_page):
    for only, said in (
        (Look(DEFAULT_VERSION, "staff", Length.SHORT, mutual=False), "have a page of their own"),
        (Look(DEFAULT_VERSION, "giving", Length.FULL, mutual=False), "another version"),
    ):
        read = read_files([blank_page], load(), ON_SITE, only=only)
        assert not read.sheets
        assert said in read.told[0]


@pytest.fixture(scope="module")
def blank_page():
    written = io.BytesIO()
    filled_in.blank(filled_in.printed(LOOK), 1).save(written, "PNG")
    return Named("a.png", written.getvalue())


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "Choose at least one"),
        ([("a.jpg", b"GIF89a")], "a.jpg is no JPEG, PNG or PDF that can be read"),
        ([("a.pdf", b"%PDF-1.7 nothing")], "a.pdf is no PDF that can be read"),
        ([("a.png", tiny_png(8000, 8000))], "million dots"),
        ([(f"{number}.jpg", b"x") for number in range(61)], "More than 60 pictures"),
        ([(f"{number}.jpg", b"x") for number in range(101)], "more pictures than one page takes"),
    ],
)
def test_what_is_no_picture_or_too_many_is_said(shared, cast, files, said):
    page = send(cast.client("editor"), at(shared), *files)
    assert page.status_code == 422
    assert said in text_of(page)


def test_larger_than_all_limits_is_said_and_not_kept(shared, cast, monkeypatch):
    monkeypatch.setattr(held_in_memory, "ON_SITE", PaperLimits(10**6, 3 * 10**6, 9))
    files = [(f"{number}.jpg", bytes(10**6)) for number in range(5)]
    page = send(cast.client("editor"), at(shared), *files)
    assert page.status_code == 422
    assert "larger than 3 MB in all" in text_of(page)


def test_what_was_cut_off_is_said(shared, cast):
    page = cast.client("editor").post(at(shared), b"x", content_type="multipart/form-data")
    assert "did not arrive whole" in text_of(page)


def test_a_name_that_turns_the_line_round_or_is_long_is_shown_plainly():
    turned, long = SimpleUploadedFile("\u202egpj.pdf", b""), SimpleUploadedFile("x" * 99, b"")
    assert shown(turned) == "_gpj.pdf"
    assert len(shown(long)) == LONGEST_NAME + 1


def test_a_pdf_that_would_draw_for_minutes_is_ended(shared, cast, monkeypatch):
    """A hundred thousand strokes in 11 KB; ten times as many took more than two minutes."""
    monkeypatch.setattr(from_pictures, "ON_SITE", PaperLimits(10**7, 10**7, 9, seconds=1))
    page = send(cast.client("editor"), at(shared), ("a.pdf", endless_pdf()))
    assert "a.pdf asks too much work of this site" in text_of(page)


def endless_pdf():
    strokes = zlib.compress(b"0 0 m 500 800 l 300 200 l 10 700 l h f\n" * 100_000)
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(strokes), strokes),
    )
    objects = (b"%d 0 obj\n%s\nendobj\n" % one for one in enumerate(parts, start=1))
    return b"%PDF-1.7\n" + b"".join(objects) + b"trailer<</Size 5/Root 1 0 R>>\n%%EOF"


def test_a_pile_of_other_people_or_made_up_is_not_taken(shared, cast, found):
    found.sheets.append(whole())
    client, page = sent(cast, shared)
    for pile, perspective in ((hidden(page), "receiving"), ("made up", "giving"), ("", "giving")):
        refused = client.post(f"{at(shared, perspective)}checked/", {"paper-pile": pile})
        assert refused.status_code == 422
        assert "choose the pictures" in text_of(refused)
    assert client.get(f"{at(shared)}checked/").url == at(shared)


def test_only_one_pile_is_read_at_a_time(shared, cast, monkeypatch):
    monkeypatch.setattr(from_pictures, "PATIENCE", 0)
    with from_pictures.READING:
        assert "again in a minute" in text_of(sent(cast, shared)[1])


@pytest.mark.parametrize("perspective", ["panel", "staff"])
def test_only_of_people_who_answer_alone(shared, cast, perspective):
    assert cast.client("editor").get(at(shared, perspective)).status_code == 404


def test_the_token_is_asked_for_though_files_are_read_first(shared, cast, found):
    found.sheets.append(whole())
    client = cast.client("editor", enforce_csrf_checks=True)
    assert send(client, at(shared), ("a.jpg", b"x")).status_code == 403


def test_a_pile_takes_as_many_queries_as_one(shared, cast, found, django_assert_max_num_queries):
    found.sheets += [whole() for _sheet in range(4)]
    client = cast.client("editor")
    with django_assert_max_num_queries(9):
        send(client, at(shared), ("a.jpg", b"x"))


def test_an_ended_session_keeps_nothing_of_a_sheet():
    typed = Typed("/", (TypedField("paper-pile", "x" * 99), TypedField("name", "kept")), ())
    assert [one.value for one in unpacked(typed.packed()).fields] == ["", "kept"]
    assert not TypedField("paper-own_words", "what somebody wrote").is_words
