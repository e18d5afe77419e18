"""Every kind of report, in every medium: nothing of what was not rated, every caution where it
belongs, and words that fit whoever asked."""

import re
from functools import cache
from html import escape

import pytest

from assessment.method.language import lower
from questions.entries import Fits
from reports.one.documents.report_outline import report_outline
from reports.one.documents.report_slides import report_slides
from reports.one.documents.talk_kit import talk_outline
from reports.one.report_publications import REPORT_PUBLICATIONS, PlannedReport
from reports.publications import offered
from reports.wording import cautions_said, documents_said
from tests.reports.one.documents.test_whole_report import texts
from tests.reports.wording.kinds import EVERY_CHART, KINDS, marked_of
from tests.reports.wording.media import Media, joined

# What speaks of a part. Where it was not rated none of these stands anywhere, apart from the
# explanation of the method and the list of files.
SPEAKS_OF = {
    "principles": r"Holding first|side by side|Lived-experience view|practice statement",
    "standards": r"\bstandards?\b|\bstructure\b|\bdomains?\b|Unrooted|Unsupported|not enough rated",
    "facts": r"\bfacts?\b|\bF\d\d\b",
    "pyramid": r"\bpyramid\b|\blayers?\b|Top-heavy",
    "others": r"\bothers can\b|\bothers. view\b|\bgap\b|outline",
    "sides": r"\ball-round\b",
    "ranges": r"\brough range",
    "alone": r"fewer than \d+ (people|who)|answers?(ed)? alone|one by one|\bbands?\b|withheld",
    "individuals": r"\bblurred\b",
}
EXPLAINED = re.compile(r'<section aria-labelledby="(making|files)">.*?</section>', re.DOTALL)
pytestmark = pytest.mark.one_in(3)
each_kind = pytest.mark.parametrize("name", KINDS)


@cache
def media_of(name):
    return Media(marked_of(name))


@cache
def said(name):
    """Medium to everything it says, but for the explanation of the method and the list of files."""
    media = media_of(name)
    sheets = [one for one in media.workbook.book if one.title != "How each number was made"]
    values = (cell.value for sheet in sheets for row in sheet.rows for cell in row)
    drawings = (t for part, t in media.workbook.parts.items() if part.startswith("xl/drawings/"))
    outlines = [report_outline(media.marked), talk_outline(media.marked, (), ())]
    slides = report_slides(media.marked).slides
    if "principles" not in KINDS[name].parts:  # neither is handed out
        outlines, slides = outlines[:1], ()
    return {
        "page": media.text(EXPLAINED.sub("", media.html)),
        "spreadsheet": joined(" ".join(str(v) for v in values if v is not None)),
        "its pictures": joined(" ".join(drawings)),
        "charts": " ".join(map(media.drawn, media.pictures)),
        "what charts mean": " ".join(one.sentence for one in media.pictures.values()),
        "terminal": media.terminal,
        "cells.csv": media.file("cells.csv").decode("utf-8-sig"),
        "documents": joined(
            " ".join(t for one in outlines for block in one.blocks for t in texts(block))
        ),
        "slides": joined(" ".join(words for one in slides for words in words_on(one))),
    }


def words_on(slide):
    yield from (slide.title, slide.aside, slide.chart.words if slide.chart else "")
    for line in slide.lines:
        yield from line


def without_the_instruments(words, instrument):
    """What people were asked and what is suggested speaks of whatever it speaks of."""
    entries = (*instrument.principles, *instrument.mechanisms)
    every = [text for one in entries for text in (one.name, one.meaning)]
    every += [action.text for one in entries for action in one.actions]
    for item in instrument.all_items:
        every += [item.text, item.mutual or "", *item.variants.values()]
    for text in sorted(filter(None, every), key=len, reverse=True):
        words = words.replace(text.rstrip("."), "")
    return words


@each_kind
@pytest.mark.parametrize("part", SPEAKS_OF)
def test_nothing_is_said_of_what_was_not_rated(name, part):
    if part in KINDS[name].parts:
        return
    instrument = marked_of(name).results.instrument
    for medium, every in said(name).items():
        words = without_the_instruments(every, instrument)
        found = re.search(f".{{0,60}}(?:{SPEAKS_OF[part]}).{{0,60}}", words, re.IGNORECASE)
        assert found is None, (medium, found.group())


@each_kind
def test_there_are_sheets_and_charts_of_what_was_rated_and_no_others(name):
    kind, media = KINDS[name], media_of(name)
    assert set(media.workbook.book.sheetnames) == kind.sheets
    assert set(media.pictures) == kind.charts
    files = {one.name for one in offered(REPORT_PUBLICATIONS, PlannedReport(media.marked))}
    pictures = {f"{chart}.{kind}" for chart in EVERY_CHART for kind in ("svg", "png")}
    there = {f"{chart}.{type_}" for chart in kind.charts for type_ in ("svg", "png")}
    assert files & pictures == there
    shown = set(re.findall(r'src="[^"]*/(\w+)\.svg"', media.html))
    assert shown == kind.charts
    links = set(re.findall(r'href="[^"]*/(\w+)\.(?:svg|png)"', media.html))
    assert links == kind.charts


@each_kind
def test_every_link_within_the_page_leads_somewhere(name):
    page = media_of(name).page
    assert set(page.targets) <= set(page.ids)


@each_kind
def test_the_blur_is_said_where_figures_of_people_stand(name):
    media = media_of(name)
    sentence = cautions_said.blurred(media.marked.results)
    assert bool(sentence) == KINDS[name].individuals
    if not sentence:
        return
    assert sentence in media.page.words
    # The board page, which is for paper, has nothing to press.
    beyond_board = media.html.partition('<div class="first no-print">')[2]
    for after in beyond_board.split(escape(sentence))[1:]:
        assert after.lstrip().startswith('<a href="#making">')
    assert escape(sentence) in beyond_board
    assert sentence in media.terminal
    # paper has nothing to press, so it names where the explanation is
    assert f"{sentence} {documents_said.HOW_MADE}" in said(name)["documents"]
    for sheet in KINDS[name].sheets & {"Summary", "Principles", "Statements", "Mechanisms"}:
        cells = (cell.value for row in media.workbook.book[sheet].rows for cell in row)
        assert sentence in joined(" ".join(str(cell) for cell in cells if cell)), sheet
    for chart in KINDS[name].charts & {"principles", "map", "perspectives"}:
        assert sentence in media.drawn(chart), chart


@each_kind
def test_who_is_not_heard_is_said_under_who_answered(name):
    media = media_of(name)
    for medium in (media.page.words, media.terminal, said(name)["spreadsheet"]):
        assert (cautions_said.NOT_HEARD in medium) == ("principles" in KINDS[name].parts)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("by slips", "Of people who receive peer support fewer than 60 % answered: "),
        ("by one link", "Of people who receive peer support fewer than 60 % may have answered: "),
        (
            "everybody and everything",
            "Of people who give peer support fewer than 60 % answered, and of other staff",
        ),
    ],
)
def test_where_few_of_those_there_are_answered_it_says_so(name, sentence):
    """10 to 14 of 40 are, 10 to 14 of 18 and 8 or 9 of 15 may be."""
    media = media_of(name)
    # Workbook and page say it on the board page, which the page has for paper, and once more.
    for medium, times in (
        (media.page.words, 2),
        (media.terminal, 1),
        (said(name)["spreadsheet"], 2),
    ):
        assert sentence in medium
        assert medium.count("fewer than 60 %") == times


def test_how_many_were_asked_is_told_where_too_few_answered():
    for medium in ("page", "spreadsheet", "terminal"):
        words = said("too few")[medium]
        assert "fewer than 5 of 30 people" in words
        assert "60 %" not in words


@each_kind
def test_twelve_spokes_are_not_twelve_dimensions_beside_a_radar(name):
    media, there = media_of(name), "principles" in KINDS[name].charts
    assert (cautions_said.SPOKES in media.page.words) == there
    assert (cautions_said.SPOKES in said(name)["spreadsheet"]) == there
    assert (cautions_said.SPOKES in said(name)["charts"]) == there


@each_kind
def test_a_group_is_its_people_and_never_one_group(name):
    groups = {g.people for one in marked_of(name).results.perspectives.values() for g in one.groups}
    for medium, words in said(name).items():
        assert not re.search(r"\b1 group\b", words), medium
        if medium in ("page", "spreadsheet", "terminal", "cells.csv"):
            assert all(f"{people} people" in words for people in groups), medium


@each_kind
def test_what_is_suggested_fits_whoever_asked(name):
    """A group without contracts or staff is told of none, a service not to be one."""
    marked = marked_of(name)
    unfit = Fits.EMPLOYED if marked.results.about.mutual else Fits.MUTUAL
    instrument = marked.results.instrument
    every = [a for one in (*instrument.principles, *instrument.mechanisms) for a in one.actions]
    for medium, words in said(name).items():
        assert not [one.text for one in every if one.fits is unfit and one.text in words], medium
    if "Mechanisms" in KINDS[name].sheets:
        assert [one for one in every if one.text in said(name)["page"]]


def test_a_group_reads_its_own_words():
    """What a mutual group was asked, and what would clear a mark in the words of an answer."""
    words = said("a mutual group, principles only")
    instrument = marked_of("a mutual group, principles only").results.instrument
    for item in instrument.all_items:
        if item.mutual:
            assert item.text.rstrip(".") not in words["page"]
            assert item.text.rstrip(".") not in words["spreadsheet"]
    for medium in ("page", "spreadsheet"):
        assert "Most of you would choose A little or Not at all" in words[medium]
    assert (
        "Most of those who rated it together would choose"
        in (said("two groups, principles only")["page"])
    )


def test_principles_are_named_where_a_few_share_a_place():
    sentence = media_of("a mutual group, principles only").pictures["principles"].sentence
    assert sentence == ("Members of the group rate mutuality highest (75) and respect lowest (44).")


def test_a_few_standards_are_one_sentence_about_what_is_wanting():
    """docs/method.md, section 7: how many more; nothing where none was."""
    wanting = "With 4 more of the 10 standards on rules, training and posts rated"
    few = said("a mutual group and a few standards")
    # Workbook and page say their verdict on the board page (the page has it for paper) and again.
    for medium, times in {"page": 2, "spreadsheet": 2, "terminal": 1}.items():
        assert few[medium].count(wanting) == times
        assert "Not answered" not in few[medium]
    sheet = media_of("a mutual group and a few standards").workbook.book["Standards"]
    domains = {domain.code for domain in marked_of("by slips").results.instrument.domains}
    listed = [[cell.value for cell in row[:3]] for row in sheet.rows if row[0].value in domains]
    assert listed == [["A", "Role and conduct", 75]]
    assert "domains of the standards" not in few["its pictures"]
    assert "domains of the standards" in said("standards only")["its pictures"]
    for name in ("a mutual group, principles only", "standards only", "by slips"):
        assert "more of the 10 standards" not in " ".join(said(name).values())


@each_kind
def test_a_level_is_borderline_wherever_it_is_listed(name):
    media, marked = media_of(name), marked_of(name)
    for mark in marked.principles.values() if "principles" in KINDS[name].parts else ():
        listed = f"{mark.principle.name}: {mark.standing}"
        assert listed in media.terminal
        assert mark.standing.endswith("borderline") == bool(mark.borderline)
        if "principles" in media.pictures:
            assert lower(mark.closeness) in media.drawn("principles")
