"""The first sheet: what a board member reads, what is Holding first, and the radar at its foot."""

from collections.abc import Iterator

from assessment.method import Marked
from assessment.method.language import capital, on_day
from assessment.method.levels import Level
from assessment.method.results import Cell, GroupRating, Mode, Released
from questions import Length
from reports.one.workbook.summary_radar import picture
from reports.spreadsheet.cells import bullets
from reports.spreadsheet.looks import Look
from reports.spreadsheet.writing import Column, Page, Row
from reports.wording.about_said import name
from reports.wording.figures_said import groups
from reports.wording.profile_said import profile_sentence

COLUMNS = (
    Column("Part", 18, Look.STRONG),
    Column("About", 33),
    Column("Finding", 31),
    Column("In words", 92),
)
NOT_STATED = "not stated"
POINTER = (
    "A picture of the twelve principles stands below this list; what each level means is on the "
    "sheet How each number was made."
)
PARTS = {
    Level.HOLDING: "Holding",
    Level.AT_RISK: "Marked",
    Level.UNDER_PRESSURE: "Marked",
    Level.WATCH: "To watch",
    Level.UNDER_DEVELOPED: "To grow",
    Level.NOT_ENOUGH: "Not known yet",
}
LENGTHS = {
    Length.FULL: "The full form: four practice statements and two warning signs a principle.",
    Length.SHORT: "The short form: two practice statements and one warning sign a principle.",
}


def summary_page(marked: Marked) -> Page:
    rows = [
        *assessment_rows(marked),
        *who_rows(marked),
        *whole_rows(marked),
        *different_rows(marked),
        *principle_rows(marked),
    ]
    return Page(
        name="Summary",
        title="Peer support: its principles and standards here",
        notes=(
            marked.results.instrument.caution,
            POINTER,
        ),
        columns=COLUMNS,
        rows=rows,
        levels=(3, 3),
        filters=False,
        below=lambda written: picture(written, marked),
    )


def assessment_rows(marked: Marked) -> Iterator[Row]:
    about = marked.results.about
    part = "Assessment"
    yield part, "Organisation", about.organisation, None
    yield part, "Programme", about.programme or NOT_STATED, None
    yield part, "Setting", about.setting or NOT_STATED, None
    yield (
        part,
        "Closed on",
        on_day(about.closed) if about.closed else NOT_STATED,
        "Figures of groups only: no one answer can be read here.",
    )
    yield part, "Form", capital(str(about.length)), LENGTHS[about.length]


def who_rows(marked: Marked) -> Iterator[Row]:
    results = marked.results
    for code, released in results.perspectives.items():
        found = individuals if released.mode is Mode.INDIVIDUAL else groups_heard
        yield "Who answered", name(results, code), *found(marked, code, released)
    if not results.perspectives:
        yield "Who answered", "Nobody yet", None, "No perspective has answered."


def individuals(marked: Marked, _: str, released: Released) -> tuple[str, str]:
    """The fewest and the most people behind a released cell; never a total of respondents."""
    cells, k = cells_of(released), marked.results.about.k
    each = "Each person answered alone, in private"
    if not cells:
        return f"fewer than {k}", f"{each}. Too few answered, so nothing of theirs is shown."
    low, high = min(cell.n for cell in cells), max(cell.n for cell in cells)
    people = f"{low}" if low == high else f"{low} to {high}"
    known = f" of {released.size}" if released.size is not None else ""
    hidden = len(released.cells) - len(cells)
    said = f"{each}; so many answered each statement that is shown."
    if hidden:
        said += f" Statements hidden because fewer than {k} answered them: {hidden}."
    return f"{people}{known} people", said


def cells_of(released: Released) -> list[Cell]:
    return [cell for cell in released.cells.values() if isinstance(cell, Cell)]


def groups_heard(marked: Marked, code: str, released: Released) -> tuple[str, str]:
    count = max((cell.n for cell in cells_of(released)), default=0)
    heard = [group_words(group) for group in released.groups]
    panel = marked.results.about.panel
    said = "Rated together, in agreement."
    if panel and code == marked.results.instrument.shape.panel and panel.people is not None:
        lived = panel.lived_experience
        known = (
            "how many with lived experience is not stated"
            if lived is None
            else (f"{lived} of them with lived experience of giving or receiving peer support")
        )
        said += f" In the room: {panel.people}, {known}."
    return groups(count) if count else "not answered", " ".join([said, *filter(None, heard)])


def group_words(group: GroupRating) -> str:
    people = "" if group.people is None else f"{group.people} people"
    told = ": ".join(part for part in (people, group.drawn_from.rstrip(". ")) if part)
    return f"{capital(told)}." if told else ""


def whole_rows(marked: Marked) -> Iterator[Row]:
    instrument, structure = marked.results.instrument, marked.structure
    profile = next(one for one in instrument.profiles if one.name == structure.profile)
    counted = profile_sentence(marked).removeprefix(f"{structure.profile}. ")
    yield "The whole", "Profile", str(profile.name), f"{counted} {profile.meaning}"
    for mark in structure.marks:
        yield "The whole", "Beside the profile", str(mark), instrument.meaning[mark].meaning
    confidence = str(marked.confidence)
    yield "The whole", "Confidence", confidence, instrument.meaning[confidence].meaning
    yield "The whole", "At risk of professionalisation", "What it means", gloss(marked)


def gloss(marked: Marked) -> str:
    meaning = marked.results.instrument.professionalisation.rstrip(". ")
    return (
        f"Professionalisation here means {meaning}. It is about how things are set up. It says "
        "nothing against peer supporters or the way they work, and nothing against paying them."
    )


def different_rows(marked: Marked) -> Iterator[Row]:
    """What groups saw differently, as they wrote it."""
    for code, released in marked.results.perspectives.items():
        for group in released.groups:
            if group.different_view.strip():
                side = name(marked.results, code)
                yield "A different view", side, "In their own words", group.different_view


def principle_rows(marked: Marked) -> Iterator[Row]:
    if not marked.at(Level.HOLDING):
        yield "Holding", "None so far", None, "No principle reads as Holding in these results."
    for mark in marked.in_reading_order():
        yield PARTS[mark.level], mark.principle.name, mark.standing, bullets(mark.reasons)
