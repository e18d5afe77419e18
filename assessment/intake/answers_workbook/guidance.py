"""The sheet 'How to fill this in': short, plain, and kind to somebody who is tired.

``GUIDE`` reads as it will stand there: '# ' a heading, 'term | meaning' a row, and lines without
either go on with the row above. Words in braces come from the instrument.
"""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from assessment.intake.answers_workbook import layout, look
from questions import Instrument
from questions.entries import Scale

GUIDE = """
# Before you start
No hurry | You can stop and save whenever you like. Anything may be left blank.
Tell people first | Tell them who keeps this file and who will see the report; that they may skip
anything; that some statements are about restraint, records and being left out; and that the report
shows groups of people, never one person's answers.
No names | Write no names of people who answered, on any sheet.
Assessment | Fill in this sheet first: whose peer support this is about, and how many people there
are.

# Answers: one row for each person
perspective | Who is answering. Choose from the list; it is explained below.
kind | individual for one person; group where several people agreed one rating.
Statements | {practice}
Warning signs | {warning} They are marked WARNING SIGN above their code.
DK | {dont_know}: the person cannot say.
NA | {does_not_apply}: there is no such thing here.
blank | Skipped. Nobody has to answer everything, or say why.
Not the same as 0 | DK, NA and blank are three different things, and none of them counts as 0.
Small numbers | Where fewer than {k} people of a perspective answered a statement, the report shows
no figure for it. With so few people, answering together as a group is often better.

# Groups
One row together | A group talks it over and agrees one rating, in one row. It needs at least
{group_people} people, because a rating of fewer could be one person's. A group of people who give
or receive support rates without managers in the room.
panel | A panel is one mixed group from several perspectives. There is one at most, it is always a
group, and it may be small.
different view | If somebody saw it differently, the group may say so here in its own words. The
report shows them as they are written.
One way only | Within a perspective, either everybody answers alone or groups do, not both.
mutual group | Where everybody both gives and receives support, write yes beside 'mutual group' on
the sheet Assessment. Then every row is receiving, which means {members}, and none is giving.

# Who belongs to which perspective
{perspectives}

# Standards, Facts and Pyramid: what the organisation says of itself
Standards | {standard} Each row says what 0 to 4 look like there. This part is not
private: the report shows it, evidence included, as it is written.
Facts | {fact} Blank counts as DK.
Pyramid | {pyramid}

# When you have finished
Make the report | python manage.py score THIS-FILE.xlsx --out FOLDER. Where a cell cannot be read,
it says which one and why, and makes nothing until that is put right.
Then delete this file | And its copies: in the bin, in e-mails, on memory sticks.
What the report is | {caution}
"""


def write_guide(sheet: Worksheet, instrument: Instrument) -> None:
    look.set_widths(sheet, [24, 100])
    look.write(sheet, 1, 1, layout.GUIDE, look.TITLE)
    look.write_caution(sheet, 2, "A2:B2")
    sheet.row_dimensions[1].height = 30
    for row, (term, meaning) in enumerate(guidance_rows(instrument), start=3):
        if meaning:
            look.write_texts(sheet, row, [term, meaning], [look.TERM, look.MEANING])
            look.fit_height(sheet, row, least=18)
        else:
            look.write(sheet, row, 1, term, look.HEADING)
            sheet.row_dimensions[row].height = 28
    sheet.sheet_view.showGridLines = False
    look.protect(sheet)
    look.set_up_print(sheet, one_page_wide=True)


def guidance_rows(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """Term and meaning; a heading has no meaning."""
    joined: list[str] = []
    for line in filter(None, GUIDE.splitlines()):
        if line.startswith("#") or " | " in line or line == "{perspectives}":
            joined.append(line)
        else:
            joined[-1] += f" {line}"
    filling = guidance_words(instrument)
    for line in joined:
        if line == "{perspectives}":
            yield from ((one.code, one.who) for one in instrument.perspectives)
        else:
            term, _, meaning = line.removeprefix("# ").partition(" | ")
            yield term, meaning.format(**filling)


def guidance_words(instrument: Instrument) -> dict[str, object]:
    scales, thresholds = instrument.scales, instrument.thresholds
    fact = scales.fact
    return {
        "practice": labels_listed(scales.practice),
        "warning": labels_listed(scales.warning),
        "standard": scales.standard.question,
        "pyramid": labels_listed(scales.pyramid),
        "fact": f"{fact.question} yes: {fact.yes}. no: {fact.no}. NA: {fact.does_not_apply}. "
        f"DK: {fact.dont_know}.",
        "dont_know": scales.besides.dont_know,
        "does_not_apply": scales.besides.does_not_apply,
        "members": instrument.name_of(instrument.shape.receiving, mutual=True),
        "k": thresholds.k,
        "group_people": thresholds.group_people,
        "caution": instrument.caution,
    }


def labels_listed(scale: Scale) -> str:
    numbers = ", ".join(f"{number} {label}" for number, label in enumerate(scale.labels))
    return f"{scale.question} {numbers}."
