"""The same people by every way there is: the same cells before the blur, and the same report."""

import random

import pytest
from django.test import Client
from django.urls import reverse

from assessment.method import blur
from assessment.method.responses import decode
from assessment.models import ClosedReport
from assessment.steps import closing
from papers.out.layouts import Look, layout_of
from papers.reading.paper_reading import read_files
from papers.reading.photographs import ON_COMMAND_LINE, Named
from papers.reading.read_workbook import answers_workbook
from questions import Length, load
from questions.reading import DEFAULT_VERSION
from tests.assessment.answered import link_of, open_assessment, opened
from tests.assessment.books import a_book, as_bytes, person
from tests.papers import filled_in
from tests.papers.test_exports import SHORT, as_csv, labels, text_of
from tests.papers.test_from_file import Site

CODES = [item.code for item in SHORT]
FEW, MANY = 11, 40
each_way = pytest.mark.parametrize("number", [FEW, pytest.param(MANY, marks=pytest.mark.check)])


def people(number):
    """Each a string of 36 answers; nobody leaves all of it blank."""
    chance = random.Random(12)
    return [
        "3" + "".join(chance.choice("01234" * 6 + "DN.") for _ in CODES[1:]) for _ in range(number)
    ]


def by_web(_cast, assessment, strings):
    """Page by page, without a script, each on a device of their own."""
    for one in strings:
        client, start = Client(), f"/a/{link_of(assessment, 'receiving').code}/"
        client.post(start, {"words": "plain"})
        said = {c: str(a) for c, a in zip(CODES, decode(one), strict=True) if a is not None}
        for page, principle in enumerate(load().principles, start=1):
            here = {item.code for item in principle.items} & set(said)
            client.post(f"{start}{page}/", {code: said[code] for code in here})
        client.post(f"{start}send/", {})


def by_keys(cast, assessment, strings):
    address = reverse("typing_in", args=[assessment.pk, "receiving"])
    client = cast.client("editor")
    for one in strings:
        rows = {p.code: [i.code for i in p.items if i.code in CODES] for p in load().principles}
        said = dict(zip(CODES, one, strict=True))
        sheet = {f"paper-{p}": "".join(said[code] for code in codes) for p, codes in rows.items()}
        client.post(address, sheet | {"sure": "yes"})


def by_workbook(cast, assessment, strings):
    rows = [person("receiving", decode(one)) for one in strings]
    bring(cast, assessment, "answers.xlsx", as_bytes(a_book(*rows)))


def by_export(cast, assessment, strings):
    head = ["ID", "Start time", *(f"{n}. {text_of(item)}" for n, item in enumerate(SHORT, 1))]
    rows = [["1", "11/20/26 9:02", *labels(decode(one))] for one in strings]
    bring(cast, assessment, "forms.csv", as_csv([head, *rows]), whose="receiving")


def by_scan(cast, assessment, strings):
    """Ticked on paper and scanned flat, read, and the workbook of that brought in."""
    look = Look(DEFAULT_VERSION, "receiving", Length.SHORT, mutual=False)
    printed, chance = filled_in.printed(look), random.Random(1)
    numbers = range(1, len(layout_of(look).pages) + 1)
    blanks = [filled_in.blank(printed, number) for number in numbers]
    files = [
        Named(f"{n}-{page}.jpg", scan)
        for n, one in enumerate(strings)
        for page, scan in scans(blanks, look, dict(zip(CODES, one, strict=True)), chance)
    ]
    found = read_files(files, load(), ON_COMMAND_LINE)
    assert not [asked for sheet in found.sheets for asked in sheet.asked()]
    made = answers_workbook(found.sheets, load(), Length.SHORT)
    bring(cast, assessment, "answers.xlsx", made)


def scans(blanks, look, said, chance):
    for number, lines in enumerate(layout_of(look).pages, start=1):
        image = blanks[number - 1].copy()
        hand = filled_in.Hand(image, chance)
        for line in lines:
            for box in line.boxes:
                if line.code and said[line.code] == filled_in.ANSWER_OF[box.value]:
                    hand.cross(box, filled_in.Pen(0.5, 40))
        yield number, filled_in.photographed(image, 0, chance)


def bring(cast, assessment, name, content, **chosen):
    site = Site(cast, assessment)
    page = site.look(content, name, **chosen)
    assert site.send(page, sure="yes", **chosen).status_code == 302


def report_of(cast, assessment, monkeypatch):
    """The cells before the blur, and the report with steps that are the same for all ways."""
    boxes = closing.open_boxes(assessment, iter)
    with monkeypatch.context() as still:
        still.setattr(closing, "from_system", lambda *_: 0)
        exact = closing.results_of(assessment, boxes)
    steps = blur.from_key("the same for all", {"receiving": opened(assessment), "giving": []})
    monkeypatch.setattr(closing, "from_system", steps)
    closing.close(assessment=assessment, who=cast.owner)
    return exact, ClosedReport.objects.get(assessment=assessment).results


@each_way
def test_the_same_people_by_every_way(cast, number, monkeypatch):
    strings = people(number)
    ways = [by_web, by_keys, by_workbook, by_export, *([by_scan] if number == MANY else [])]
    found = {}
    for way in ways:
        made = open_assessment(cast)
        way(cast, made, strings)
        assert opened(made) == sorted(strings), way
        found[way] = report_of(cast, made, monkeypatch)
    exact, report = found[by_web]
    assert all(one == (exact, report) for one in found.values())
    assert any(exact.cell("receiving", code) for code in CODES), "some of it is shown"
