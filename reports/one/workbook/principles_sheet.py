"""Every figure of the twelve principles, the reasons for each level, and what would clear it."""

from collections.abc import Iterator, Sequence

from assessment.method import Marked, PrincipleMark
from assessment.method.language import capital
from assessment.method.numbers import one_decimal
from reports.spreadsheet.looks import Look
from reports.spreadsheet.sheet_cells import Value, bullets
from reports.spreadsheet.writing import Column, Page
from reports.wording.about_said import whose
from reports.wording.cautions_said import blurred
from reports.wording.figures_said import rough_range_said, to_one_decimal
from reports.wording.levels_said import decides
from reports.wording.people_said import behind, withheld
from reports.wording.plotted import others_seen
from reports.wording.principles_said import LIVED_VIEW, OTHERS_VIEW

WORDS_AT_LEAST = 140  # digits; so wide that figures and words fall on two pages side by side
WHAT_THEY_ARE = (
    "Practice and warning signs: how far the statements of each are true here. Both run from 0 to "
    "100."
)


def principles_page(marked: Marked) -> Page:
    figures = list(figure_columns(marked))
    pages = 2 if several(marked) else 1  # of one perspective, figures and words share a page
    columns = [*figures, *word_columns(figures, pages)]
    return Page(
        name="Principles",
        title="Principles",
        notes=(
            whose(marked.results.about),
            WHAT_THEY_ARE,
            f"{decides(marked.results)} {missing(marked)}",
            *filter(None, [blurred(marked.results)]),
        ),
        columns=columns,
        rows=[list(principle_row(marked, mark)) for mark in marked.in_reading_order()],
        notes_at=2,
        levels=(2, 2),
        filters=False,
        pages=pages,
        one_sheet=True,  # else one row of the twelve stands alone under a tall head
        paper=sum(column.width for column in (figures if pages == 2 else columns)[1:]),
    )


def missing(marked: Marked) -> str:
    why = "withheld or not answered" if withheld(marked.results) else "not answered"
    return f"A figure that is missing was {why}, and is never 0."


def figure_columns(marked: Marked) -> Iterator[Column]:
    yield Column("Principle", 19, Look.STRONG)
    yield Column("Level", 18.5)
    yield Column("Standing", 17)
    yield Column("Borderline", 12)
    for code in marked.results.perspectives:
        side = marked.results.short_name_of(code)
        yield Column(f"{side}: practice", 6, Look.NARROW, upright=True)
        yield Column(f"{side}: warning signs", 6, Look.NARROW, upright=True)
        yield Column(f"{side}: how many", 9, Look.LOOSE, upright=True)
        if code in ranged(marked):
            yield Column(f"{side}: rough range", 6.8, Look.LOOSE, upright=True)
    yield Column(f"{LIVED_VIEW}: practice", 6, Look.NARROW, upright=True)
    yield Column(f"{LIVED_VIEW}: warning signs", 6, Look.NARROW, upright=True)
    if others_seen(marked):
        yield Column(f"{OTHERS_VIEW}: practice", 6, Look.NARROW, upright=True)
        yield Column("Gap", 6, Look.NARROW, upright=True)
    if several(marked):
        yield Column("All-round: practice", 6, Look.NARROW, upright=True)
    if some_not_known(marked):
        yield Column("Not known well enough by", 13)


def word_columns(figures: Sequence[Column], pages: int) -> Iterator[Column]:
    """As wide together as the figures, so that on paper words have a page of their own."""
    beside = sum(column.width for column in figures) - figures[0].width + 1
    room = max(WORDS_AT_LEAST, beside) if pages == 2 else beside
    yield Column("Reasons", round(room * 0.58, 1))
    yield Column("What would clear it", round(room * 0.42, 1))


def several(marked: Marked) -> bool:
    return len(marked.results.perspectives) > 1


def ranged(marked: Marked) -> set[str]:
    """The perspectives that have a rough range for any principle."""
    scores = (mark.scores.items() for mark in marked.principles.values())
    return {code for items in scores for code, score in items if score.low is not None}


def principle_row(marked: Marked, mark: PrincipleMark) -> Iterator[Value]:
    views = mark.views
    yield from (mark.principle.name, str(mark.level), sureness_words(mark))
    yield {True: "Borderline", False: "No", None: None}[mark.borderline]
    yield from perspective_figures(marked, mark)
    thresholds = marked.results.instrument.thresholds
    yield one_decimal(views.practice, thresholds.cuts)
    yield one_decimal(views.warning, thresholds.cuts)
    if others_seen(marked):
        yield one_decimal(views.others, thresholds.cuts)
        yield one_decimal(views.gap, (thresholds.gap,))
    if several(marked):
        yield one_decimal(views.all_round, thresholds.cuts)
    if some_not_known(marked):
        yield not_known_cell(marked, mark)
    yield bullets(mark.reasons)
    yield bullets(mark.clears) or "Nothing to clear."


def sureness_words(mark: PrincipleMark) -> str | None:
    """How an At risk mark stands, by its word in the method."""
    if mark.confirmed is None:
        return None
    return f"{'Confirmed' if mark.confirmed else 'Provisional'}: {mark.sureness}"


def perspective_figures(marked: Marked, mark: PrincipleMark) -> Iterator[Value]:
    results, cuts = marked.results, marked.results.instrument.thresholds.cuts
    for code, released in results.perspectives.items():
        score = mark.scores[code]
        yield one_decimal(score.practice, cuts)
        yield one_decimal(score.warning, cuts)
        yield behind(released, score.n)
        if code in ranged(marked):
            yield rough_range_said(score, to_one_decimal) or None


def some_not_known(marked: Marked) -> bool:
    return any(one.not_known for one in marked.results.perspectives.values())


def not_known_cell(marked: Marked, mark: PrincipleMark) -> str | None:
    sides = [code for code, score in mark.scores.items() if score.not_known]
    return capital(", ".join(marked.results.short_name_of(code) for code in sides)) or None
