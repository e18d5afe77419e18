"""An organisation's assessments: setting up, opening, the own part, closing."""

from dataclasses import replace
from functools import cache
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from assessment.instruments import instrument_of, items_asked
from assessment.intake.own_part_book import blank_own_part
from papers.forms.pile import Pile, SheetInHand
from papers.pages.from_pictures import salt
from questions import load
from tests.access.rows import Row, closed, draft, members, open_one, programme
from tests.assessment.books import a_book, as_bytes, person

IN_THE_ROOM = {"length": "short", "kind": "mutual", "members": "6"}
BASICS = {"name": "Another round", "length": "short", "mutual": "no"}
STANDARD = {"S02-version": "0", "S02-was": "", "S02-rating": "2"}
FACT = {"F01-version": "0", "F01-was": "", "F01-answer": "no"}
LAYER = {"L1-version": "0", "L1-was": "", "L1-rating": "3"}


def step(slug):
    return lambda house: {**draft(house), "step": slug}


def with_more(of, **more):
    return lambda house: {**of(house), **more}


def data(values):
    return lambda _house: values


def room(house):
    return {"pk": house.room.pk}


def results_file(house):
    made = SimpleUploadedFile("results.json", house.report.results.encode())
    return {"name": "heronry before", "file": made}


def sheets(house):
    instrument = instrument_of(house.open)
    book = load_workbook(BytesIO(blank_own_part(instrument)))
    book["Pyramid"]["C2"] = 3
    written = BytesIO()
    book.save(written)
    return {"file": SimpleUploadedFile("own-part.xlsx", written.getvalue())}


def answers_file(_house):
    """Looked at only: what would come in."""
    return {
        "file": SimpleUploadedFile("answers.xlsx", as_bytes(a_book(person("receiving")))),
        "look": "yes",
    }


def no_picture(_house):
    return {"pictures": SimpleUploadedFile("a.jpg", b"no picture")}


def sheet_in_hand(house):
    """Read before, and nothing unsure in it."""
    items = items_asked(house.open)
    answers = dict.fromkeys((one.code for one in items), "3")
    chosen = {f"paper-{code}": value for code, value in answers.items()}
    link = house.open.perspectives.get(code="receiving").link
    return {"paper-pile": packed(salt(link), tuple(answers)), **chosen}


@cache  # a signature says when: what is asked for again is what was sent
def packed(salt, codes):
    read = SheetInHand("token", ["a.jpg"], dict.fromkeys(codes, "3"), [], [], [], is_guess=False)
    return Pile([read]).packed(salt)


def left_out(house):
    return {"pk": house.left_out.pk}


def trial(house):
    return {"pk": house.trial.pk}


def empty_programme(house):
    """One in which nothing is open."""
    return {"pk": house.untold.programme_id}


receiving = with_more(open_one, perspective="receiving")

slips = with_more(open_one, perspective="staff")
printed_slips = with_more(open_one, perspective="partner")
SHEET = {"paper": "a4", "ready": "on"}
TYPED = {"sure": "yes", **dict.fromkeys((f"paper-{one.code}" for one in load().principles), "333")}


def kept(method, route, *, of, ok=None, **more):
    """For the keeper of this one alone: whoever else is in the team may less of it."""
    row = members(method, route, need="keeper", of=of, ok=ok, **more)
    others = dict.fromkeys(("viewer", "editor", "owner"), 403)
    return replace(row, answers={**row.answers, **others})


ROWS: list[Row] = [
    members("GET", "rate_together", need="editor", of=programme),
    members("POST", "rate_together", need="editor", of=programme, data=data(IN_THE_ROOM)),
    members("GET", "new_assessment", need="editor", of=programme),
    members("POST", "new_assessment", need="editor", of=programme, data=data(BASICS)),
    members("GET", "assessment", need="viewer", of=open_one),
    members("GET", "start_again", need="editor", of=closed),
    members("POST", "start_again", need="editor", of=closed, data=data({"name": "The next"})),
    members("GET", "still_true", need="editor", of=draft),
    members("POST", "still_true", need="editor", of=draft, data=data({"S02": "still"})),
    members(
        "POST",
        "take_standards",
        need="editor",
        of=lambda house: {"pk": house.untold.pk},
        data=lambda house: {"programme": house.programme.pk},
    ),
    members("GET", "bring_in", need="editor", of=programme),
    members("POST", "bring_in", need="editor", of=programme, data=results_file),
    members("GET", "own_part_blank", need="viewer", of=open_one),
    members("GET", "own_part_file", need="editor", of=open_one),
    members("POST", "own_part_file", need="editor", of=open_one, data=sheets),
    members("GET", "mend", need="owner", of=open_one),
    members("POST", "mend", need="owner", of=open_one, data=data({"receiving_size": "41"})),
    members("GET", "leave_out", need="owner", of=closed),
    members("POST", "leave_out", need="owner", of=closed, data=data({"reason": "Wrong link."})),
    members("POST", "take_back_in", need="owner", of=left_out),
    members("GET", "throw_away", need="owner", of=trial),
    members("POST", "throw_away", need="owner", of=trial, data=data({"sure": "on"})),
    members("POST", "archive_programme", need="owner", of=empty_programme),
    members("GET", "go_on_together", need="editor", of=room, ok=302),
    members("POST", "change_together", need="editor", of=room),
    members("GET", "room_together", need="editor", of=room, ok=302),
    members("GET", "setup", need="editor", of=step("people")),
    members(
        "POST",
        "setup",
        need="editor",
        of=step("privacy"),
        data=data({"k": "17", "closes_on": "2099-05-01"}),
    ),
    members("GET", "preview", need="viewer", of=with_more(receiving, page=1)),
    members("POST", "open_assessment", need="owner", of=draft, data=data({"sure": "on"})),
    members("GET", "discard", need="owner", of=draft),
    members("POST", "discard", need="owner", of=draft, data=data({"sure": "on"})),
    members("POST", "extend", need="owner", of=open_one, data=data({"closes_on": "2099-05-01"})),
    members("GET", "links", need="viewer", of=open_one),
    members("GET", "poster", need="viewer", of=receiving),
    members("GET", "qr", need="viewer", of=receiving),
    members("GET", "typing_in", need="editor", of=receiving),
    members("POST", "typing_in", need="editor", of=receiving, data=data(TYPED)),
    members("GET", "from_file", need="editor", of=open_one),
    members("POST", "from_file", need="editor", of=open_one, data=answers_file, ok=200, changes=()),
    members("GET", "answers_blank", need="editor", of=open_one),
    members("GET", "photographs", need="editor", of=receiving),
    members(
        "POST",
        "photographs",
        need="editor",
        of=receiving,
        ok=422,
        data=no_picture,
        changes=(),  # whatever was read: nothing is kept
    ),
    members("GET", "sheet_checked", need="editor", of=receiving, ok=302),
    members("POST", "sheet_checked", need="editor", of=receiving, data=sheet_in_hand),
    members("GET", "questionnaire", need="viewer", of=receiving),
    members("GET", "standards", need="viewer", of=with_more(open_one, domain="A")),
    members(
        "POST",
        "standards",
        need="editor",
        of=with_more(open_one, domain="A"),
        data=data(STANDARD),
    ),
    members("GET", "facts", need="viewer", of=open_one),
    members("POST", "facts", need="editor", of=open_one, data=data(FACT)),
    members("GET", "pyramid", need="viewer", of=open_one),
    members("POST", "pyramid", need="editor", of=open_one, data=data(LAYER)),
    members("GET", "pyramid_drawing", need="viewer", of=open_one),
    members("GET", "own_part_history", need="viewer", of=with_more(open_one, code="S01")),
    kept("GET", "slips", of=open_one),
    kept("POST", "print_slips", of=slips, ok=200, data=data(SHEET)),
    kept(
        "POST",
        "add_slips",
        of=printed_slips,
        ok=200,
        data=data({**SHEET, "number": "1"}),
    ),
    kept("POST", "void_slips", of=printed_slips, data=data({"sure": "on"})),
    kept("POST", "decide_early", of=open_one, data=data({"decision": "agree"})),
    members(
        "POST",
        "keeper",
        need="owner",
        of=open_one,
        data=lambda house: {"keeper": house.people["viewer"].pk},
    ),
    members("GET", "keeper", need="owner", of=open_one),
    members("POST", "ask_early", need="owner", of=open_one, data=data({"reason": "Soon."})),
    members("GET", "certificate", need="viewer", of=closed),
    members("GET", "certificate_pdf", need="viewer", of=closed),
    members("GET", "close", need="owner", of=open_one),
    members("POST", "close", need="owner", of=open_one, data=data({"sure": "on"})),
]
