"""Paper read back: what is read unasked is right, and what is unsure is asked.

The big run (``-m check``) makes its marks by simulation at five strengths; here a few pages.
"""

import io
import time
from random import Random

import numpy as np
import pytest
from PIL import Image

from organisations.refusal import Refusal
from papers.out.layouts import Look, layout_of
from papers.reading.marking import Unsure
from papers.reading.paper_reading import read_files
from papers.reading.photographs import ON_SITE, Named, PaperLimits
from questions import Length, load
from questions.reading import DEFAULT_VERSION
from tests.organisations.test_logos import scans_of, tiny_png
from tests.papers import filled_in

USUAL = Look(DEFAULT_VERSION, "receiving", Length.SHORT, mutual=False)
LARGE = Look(DEFAULT_VERSION, "giving", Length.SHORT, mutual=True, large=True)
FULL = Look(DEFAULT_VERSION, "receiving", Length.FULL, mutual=False)


@pytest.fixture(scope="module")
def blanks():
    """A look and a page to the page as it is printed."""
    kept = {}

    def page(look, number):
        if look not in kept:
            kept[look] = filled_in.printed(look)
        return filled_in.blank(kept[look], number)

    return page


def one_page(blanks, look, number, strength, chance, **how):
    """A photograph, and what was meant: code to character and kind."""
    image = blanks(look, number)
    meant = filled_in.filled(image, layout_of(look).pages[number - 1], chance, **how)
    return filled_in.photographed(image, strength, chance), meant


def whole(blanks, look, chance, strength=1, **how):
    """Every page of one questionnaire as files."""
    files, meant = [], {}
    for number in range(1, len(layout_of(look).pages) + 1):
        data, said = one_page(blanks, look, number, strength, chance, **how)
        files.append(Named(f"{number}.jpg", data))
        meant |= said
    return files, meant


def read(files, **more):
    return read_files(files, load(), ON_SITE, **more)


def judged(page, meant):
    """Right, asked, wrong: how many marks of a page."""
    asked = {one.code for one in page.asked}
    right = [
        line for line in page.lines if line.code not in asked and line.answer == meant[line.code][0]
    ]
    return len(right), len(asked), len(page.lines) - len(right) - len(asked)


def read_pages(files):
    from papers.reading.paper_reading import Reader  # noqa: PLC0415
    from papers.reading.photographs import pictures  # noqa: PLC0415

    reader = Reader(load())
    for picture in pictures(files, ON_SITE):
        reader.look_at(picture)
    return reader


@pytest.mark.parametrize(
    ("look", "strength"), [*((USUAL, strength) for strength in filled_in.STRENGTHS), (LARGE, 3)]
)
def test_what_is_read_unasked_is_right(blanks, look, strength):
    chance = Random(100 + strength)
    data, meant = one_page(blanks, look, 2, strength, chance)
    [page] = read_pages([Named("a.jpg", data)]).pages
    _right, _asked, wrong = judged(page, meant)
    assert page.page == 2
    assert not wrong


def test_plain_marks_on_a_flat_scan_are_not_asked_about(blanks):
    data, meant = one_page(blanks, USUAL, 1, 0, Random(5), odd=0, left_out=0.2)
    [page] = read_pages([Named("a.jpg", data)]).pages
    assert judged(page, meant) == (len(meant), 0, 0)


@pytest.mark.parametrize("kind", ["ring", "two", "renewed", "word", "struck", "corner"])
def test_what_is_odd_is_asked_about_with_a_picture(blanks, kind, monkeypatch):
    monkeypatch.setattr(filled_in, "ODD", (kind,))
    data, meant = one_page(blanks, USUAL, 1, 1, Random(6), odd=1, left_out=0)
    [page] = read_pages([Named("a.jpg", data)]).pages
    assert {one.code for one in page.asked} == set(meant)
    assert all(
        one.picture.startswith(b"\xff\xd8") and len(one.picture) < 30_000 for one in page.asked
    )


def place_of(box, across, down):
    return box.x + box.side * across, box.y + box.side * down


UNPLAIN = {  # of an answer's box, in its sides: where a stroke goes, how wide and how light
    "a tick left of its box": ([(-0.9, 0.4), (-0.7, 0.8), (-0.4, 0.2)], 0.4, 60),
    "very light pencil": ([(0.2, 0.5), (0.4, 0.8), (0.9, 0.1)], 0.4, 228),
    "a scribble": ([(row % 2 * 1.3 - 0.15, row / 6) for row in range(7)], 0.4, 60),
    "a highlighter": ([(0.0, 0.5), (1.0, 0.5)], 3.5, 236),
}


@pytest.mark.parametrize("how", UNPLAIN)
def test_what_nobody_marked_plainly_is_asked_about(blanks, how):
    """Each was read as left out by a reader that was fitted to its own simulation."""
    image, chance = blanks(USUAL, 1), Random(14)
    hand, [first, *others] = filled_in.Hand(image, chance), layout_of(USUAL).pages[0]
    for line in others:
        hand.cross(line.boxes[1], filled_in.Pen(0.5, 40))
    points, width, grey = UNPLAIN[how]
    places = [place_of(first.boxes[0], *point) for point in points]
    hand.stroke(places, filled_in.Pen(width, grey))
    data = filled_in.photographed(image, 0, chance)
    [page] = read_pages([Named("a.jpg", data)]).pages
    assert [one.code for one in page.asked] == [first.code]


def test_a_line_left_out_is_asked_about_where_a_scan_has_no_grey(blanks):
    """Light pencil vanishes there, and a drawn PDF has greys of its own."""
    written = io.BytesIO()
    scan = blanks(USUAL, 1).point(lambda dot: 255 * (dot > 127)).convert("1")
    scan.save(written, "PDF", resolution=200)
    [page] = read_pages([Named("a.pdf", written.getvalue())]).pages
    assert len(page.asked) == len(page.lines)
    assert Unsure.LOST in {one.why for one in page.asked}


def test_two_copies_of_a_page_in_one_picture_are_told_and_not_read(blanks):
    one, both = blanks(USUAL, 1), io.BytesIO()
    wide = Image.new("L", (2 * one.width, one.height), "white")
    for nth in range(2):
        wide.paste(one, (nth * one.width, 0))
    wide.save(both, "PNG")
    read = read_pages([Named("a.png", both.getvalue())])
    assert not read.pages
    assert "two copies of page 1" in read.told[0]


@pytest.mark.parametrize("depth", ["16 bits", "clear paper"])
def test_a_scan_of_whatever_depth_is_read(blanks, depth):
    grey, written = np.asarray(blanks(USUAL, 1).point(lambda dot: dot // 2 + 99)), io.BytesIO()
    ink = np.stack([grey * 0, 255 - grey], axis=-1)  # black everywhere, and clear where no ink is
    scan = Image.fromarray(grey.astype(np.uint16) * 257 if depth == "16 bits" else ink)
    scan.save(written, "PNG")
    assert read_pages([Named("a.png", written.getvalue())]).pages


def test_a_whole_questionnaire_in_any_order_of_its_pages(blanks):
    files, meant = whole(blanks, USUAL, Random(7), odd=0)
    piles = read([*files[1:], files[0]])
    [sheet] = piles.sheets
    assert sheet.answers() == {code: said for code, (said, _kind) in meant.items()}
    assert not piles.told


def test_sheets_of_another_assessment_or_version_are_told(blanks):
    data, _meant = one_page(blanks, USUAL, 1, 0, Random(11))
    assert "another self-assessment" in read([Named("a.jpg", data)], assessment="7654321").told[0]


def test_what_is_no_sheet_is_told_and_what_is_no_picture_refused(blanks):
    data, _meant = one_page(blanks, USUAL, 1, 0, Random(12))
    empty = filled_in.photographed(blanks(USUAL, 1).point(lambda _dot: 255), 0, Random(1))
    assert "no page of a questionnaire found" in read([Named("a.jpg", empty)]).told[0]
    for wrong in (b"", b"GIF89a", data[:400], b"%PDF-1.7 nothing"):
        with pytest.raises(Refusal, match=r"a\.jpg"):
            read([Named("a.jpg", wrong)])


@pytest.mark.parametrize(
    ("small", "why"),
    [
        (tiny_png(20_000, 20_000), "can be read"),  # Pillow's own refusal was none of ours
        (tiny_png(8000, 8000), "million dots"),
        (scans_of(21), "too often"),  # 11 ms for 23 bytes more: hours for the largest file
    ],
)
def test_a_small_file_that_would_keep_a_worker_busy_is_refused(small, why):
    with pytest.raises(Refusal, match=why):
        read([Named("a.jpg", small)])


@pytest.mark.parametrize(
    "limits",
    [PaperLimits(1000, 10**9, 9), PaperLimits(10**9, 1000, 9), PaperLimits(10**9, 10**9, 1)],
)
def test_more_than_a_limit_is_refused_before_it_is_unpacked(blanks, limits):
    data, _meant = one_page(blanks, USUAL, 1, 0, Random(13))
    with pytest.raises(Refusal):
        read_files([Named("a.jpg", data), Named("b.jpg", data)], load(), limits)


@pytest.mark.check
def test_twenty_thousand_marks(blanks):
    """99.9 % read rightly or asked about, at most 1 in 5,000 wrongly unasked, 1.5 s a page."""
    chance, pages = Random(2026), len(layout_of(FULL).pages)
    marks = right = asked = wrong = lost = number = 0
    used = 0.0
    while marks < 20_000:
        strength, page = number % 5, chance.randrange(1, pages)
        data, meant = one_page(blanks, FULL, page, strength, chance)
        started = time.process_time()
        found = read_pages([Named(f"{number}.jpg", data)]).pages
        used += time.process_time() - started
        number, marks = number + 1, marks + len(meant)
        if not found:
            lost += len(meant)
            continue
        of_page = judged(found[0], meant)
        right, asked, wrong = (a + b for a, b in zip((right, asked, wrong), of_page, strict=True))
    assert wrong <= marks / 5000, (marks, right, asked, wrong, lost)
    assert right + asked + lost >= 0.999 * marks
    assert lost <= marks / 100
    assert used / number <= 1.5
