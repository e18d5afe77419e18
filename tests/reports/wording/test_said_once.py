"""Page, charts, spreadsheet, CSV, JSON and terminal say the same of one report, in the same words.

Of many reports: lifelike ones, all figures alike, some missing, nobody there, and whatever chance
makes. What is compared are the finished pages and files, so that it does not matter who made the
sentence.
"""

import re
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from random import Random

import pytest

from assessment.method.language import lower
from assessment.method.numbers import two_decimals
from reports.wording.explained import FILE, PAGE
from tests.assessment.method.layouts import random_case
from tests.naive.arithmetic import GAP, HIGH, LOW, in_a_spreadsheet, on_a_page
from tests.reports.one.charts.cast import CAST, always, assessed, stated
from tests.reports.wording.media import Media, joined

ALIKE = {
    f"all {rating}": assessed(always(rating), own_part=stated(rating, pyramid=(rating,) * 5))
    for rating in (1, 2, 3)
}
pytestmark = pytest.mark.one_in(3)
FEW, MANY = 6, 60  # made by chance: always, and where time does not matter
REPORTS = [
    *(name for name in CAST if name != "odd words"),  # half a letter, which no database keeps
    *ALIKE,
    *map(str, range(FEW)),
    *(pytest.param(str(seed), marks=pytest.mark.check) for seed in range(FEW, MANY)),
]
CUTS = (LOW, HIGH)
TWINS, WORDS = 0.8, 9  # so alike, of so many words, are two tellings of one thing


@cache
def media_of(name):
    found = {**CAST, **ALIKE}
    return Media(found[name] if name in found else random_case(Random(int(name))).marked())


@pytest.fixture(params=REPORTS)
def media(request):
    return media_of(request.param)


def summary_of(media, part, about=None):
    """Rows of the spreadsheet's first sheet."""
    rows = media.workbook.table("Summary")
    return [row for row in rows if row["Part"] == part and about in (None, row["About"])]


def test_every_chart_means_what_the_page_says_beside_it(media):
    for picture in media.pictures.values():
        assert joined(picture.sentence) in media.page.words


def test_the_twelve_principles(media):
    """All at 50 they are 'alike' everywhere, and nobody is 'highest (50.0) and lowest (50.0)'."""
    if "principles" in media.pictures:
        said = media.pictures["principles"].sentence
        assert [cell for cell in media.cells if cell.startswith(said)]
    everywhere = [media.page.words, *media.cells, *(p.sentence for p in media.pictures.values())]
    for text in everywhere:
        for high, low in re.findall(r"highest \(([\d.]+)\) and .*? lowest \(([\d.]+)\)", text):
            assert float(high) > float(low), text


def test_the_profile_stands_with_its_counts(media):
    levels = [one["level"] for one in media.json["principles"].values()]
    (row,) = summary_of(media, "The whole", "Profile")
    counted, profile = row["In words"].partition(". ")[0], media.json["structure"]["profile"]
    alone = profile == "Principles alone"  # it is told by its counts
    said = counted if alone else f"{profile}. {counted}."
    assert row["Finding"] == profile
    assert said in media.page.words
    assert said in media.terminal
    if "map" in media.pictures:
        assert said in media.pictures["map"].sentence
    for level, words in (("Holding", "Holding"), ("At risk", "At risk of professionalisation")):
        count = levels.count(level)
        verb = "none is" if not count else "1 is" if count == 1 else f"{count} are"
        if level == "Holding" and alone:
            hold = "holds" if count == 1 else "hold"
            assert f"{count} of {len(levels)} principles {hold}" in counted
        else:
            assert f"{verb} {words}" in counted


def test_what_stands_beside_the_profile_and_how_sure_it_is(media):
    marks = media.json["structure"]["marks"]
    assert [row["Finding"] for row in summary_of(media, "The whole", "Beside the profile")] == marks
    (sure,) = summary_of(media, "The whole", "Confidence")
    assert sure["Finding"] == media.json["confidence"]
    said = f"Confidence: {sure['Finding']}. {sure['In words']}"
    assert joined(said) in media.page.words
    assert joined(said) in media.terminal
    for row in summary_of(media, "The whole", "Beside the profile"):
        told = joined(f"{row['Finding']}: {lower(row['In words'])}")
        assert told in media.page.words
        assert told in media.terminal


def test_where_each_principle_stands_and_why(media):
    """Borderline wherever a level is listed."""
    sheet = {row["Principle"]: row for row in media.workbook.table("Principles")}
    rows = zip(media.principles_csv, media.json["principles"].items(), strict=True)
    for row, (code, one) in rows if sheet else ():
        mark, there = media.marked.principles[code], sheet[row["name"]]
        assert row["level"] == there["Level"] == one["level"]
        assert row["confirmed"] == {True: "yes", False: "no", None: ""}[one["confirmed"]]
        sure = (there["Standing"] or "").partition(": ")[2]
        close = "borderline" if one["borderline"] else ""
        assert (
            there["Borderline"] == {True: "Borderline", False: "No", None: None}[one["borderline"]]
        )
        (first,) = [r for r in summary_of(media, part_of(media, mark)) if r["About"] == row["name"]]
        assert first["Finding"] == ", ".join(filter(None, (one["level"], sure, close)))
        assert f"{row['name']}: {first['Finding']}" in media.terminal
        assert joined(f"{row['name']} {one['level']} {sure} {close}") in media.page.words
        if "principles" in media.pictures:
            assert ", ".join(filter(None, (one["level"], close))) in media.drawn("principles")
        assert [f"• {reason}" for reason in one["reasons"]] == lines(first["In words"])
        assert [f"• {clear}" for clear in one["clears"]] == lines(
            there["What would clear it"].replace("Nothing to clear.", "")
        )
        for reason in map(joined, one["reasons"]):
            assert reason in media.page.words
            assert reason in media.terminal


def part_of(media, mark):
    """Where the first sheet lists a principle."""
    return next(r["Part"] for r in media.workbook.table("Summary") if r["About"] == name_of(mark))


def name_of(mark):
    return mark.principle.name


def lines(cell):
    return cell.split("\n") if cell else []


def test_the_figures_of_the_twelve(media):
    """Whole numbers on the page, one decimal in the spreadsheet, two for other programs."""
    sheet = {row["Principle"]: row for row in media.workbook.table("Principles")}
    pages = media.page.tables.get("The twelve principles, practice, 0 to 100", [])
    shown = {row[0]: row[2:] for page in pages for row in page[1:]}
    heads = ("Lived-experience view: practice", "Lived-experience view: warning signs")
    heads += ("Others' view: practice", "Gap")
    cuts = [CUTS, CUTS, CUTS, (GAP,)]
    for row, (code, one) in zip(
        media.principles_csv, media.json["principles"].items(), strict=True
    ):
        views = media.marked.principles[code].views
        figures = (views.practice, views.warning, views.others, views.gap)
        told = (one["L"]["P"], one["L"]["W"], one["O"], one["gap"])
        if shown:
            on_page = [on_a_page(*pair) or "no figure" for pair in zip(figures, cuts, strict=True)]
            assert shown[row["name"]] == on_page[: len(shown[row["name"]])]
        if sheet:
            in_sheet = [in_a_spreadsheet(*pair) for pair in zip(figures, cuts, strict=True)]
            assert [sheet[row["name"]].get(head) for head in heads] == in_sheet
        assert [*told] == [*map(two_decimals, figures)]
        assert [row[key] for key in ("L_P", "L_W", "O", "gap")] == [written(f) for f in told]


def written(figure):
    return "" if figure is None else str(figure)


def test_every_statement_or_why_it_is_withheld(media):
    rows = media.workbook.table("Statements")
    told = {(row["Item"], str(row["Shown as"])) for row in rows if row["Item"]}
    cells = media.json["cells"]
    said = {
        (item, found.get("shown") or found["withheld"])
        for perspective in cells.values()
        for item, found in perspective.items()
    }
    assert told == said
    for _item, shown in said:
        assert shown in media.page.words


def test_who_answered(media):
    rows = summary_of(media, "Who answered")
    for row in rows:
        assert joined(row["In words"]) in media.page.words
        if row["Finding"]:
            assert f"{row['About']} {row['Finding']}" in media.page.words
            assert f"{row['About']}: {row['Finding']}" in media.terminal
        else:  # nobody, or who is not heard
            assert joined(row["In words"]) in media.terminal
    asked = [row for row in rows if row["Finding"]]
    assert len(asked) == len(media.json["perspectives"])
    assert rows


def test_the_pyramid(media):
    """The words of the scale, and what is said of a rating that is missing."""
    rows = media.workbook.table("Pyramid")
    tables = media.page.tables.get("From the top down to the base", [])
    assert len(tables) == bool(rows) == ("pyramid" in media.pictures)
    drawn = media.drawn("pyramid") if rows else ""
    for row, (name, word) in zip(rows, tables[0][1:] if tables else (), strict=True):
        found = (name, word.partition(" (")[0].casefold())
        assert found == (row["Layer"], row["In words"].casefold())
        assert word.partition(" (")[0] in drawn


def test_the_standards_and_facts(media):
    instrument = media.marked.results.instrument
    for row in media.workbook.table("Standards"):
        number, words = row["Rating"], row["In words"]
        rating = words if number is None else f"{number}, {words}"
        name = instrument.standard[row["Code"]].name
        assert joined(f"{row['Code']} {name} {rating}") in media.page.words
    for row in media.workbook.table("Facts"):
        fact = instrument.fact[row["Code"]]
        assert joined(f"{fact.code} {fact.text} {fact.why} {row['Answer']}") in media.page.words


def test_how_each_number_was_made(media):
    for row in media.workbook.table("How each number was made"):
        if row["Part"] != "Versions" and row["About"] != "Conventions":  # of the sheet itself
            assert joined(as_on_the_page(row["In words"])) in media.page.words


def as_on_the_page(words):
    """With the few words that say where they stand."""
    for key, there in FILE.items():
        words = words.replace(there, PAGE[key])
    return words


def test_no_medium_tells_in_other_words_what_another_tells(media):
    """Alike but not the same is what nobody means to write."""
    every = media.sentences()
    every["spreadsheet"] = set(map(as_on_the_page, every["spreadsheet"]))
    for one, other in combinations(("page", "charts", "spreadsheet"), 2):
        here, there = every[one] - every[other], every[other] - every[one]
        assert list(twins(here, there)) == [], (one, other)


def twins(here, there):
    """Pairs that are nearly the same; a sentence with something before or behind it is the same."""
    for first, mine in ((one, words_of(one)) for one in here):
        for second, theirs in ((one, words_of(one)) for one in there):
            if min(len(mine), len(theirs)) >= WORDS and nearly_same(mine, theirs):
                yield first, second


@cache
def words_of(sentence):
    return tuple(
        re.findall(r"[a-z']+", sentence.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    )


def nearly_same(mine, theirs):
    if len(set(mine) & set(theirs)) < TWINS * min(len(set(mine)), len(set(theirs))) - 1:
        return False  # quick, and true of nearly all
    if " ".join(mine) in " ".join(theirs) or " ".join(theirs) in " ".join(mine):
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= TWINS
