"""The sheet Assessment, empty: what this is about, and how many people there are."""

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assessment.intake.answers_workbook import layout, look
from assessment.intake.answers_workbook.choices import a_date, add, any_words, choice, whole_number
from questions import Instrument, Length

HEADER_ROW = 4  # below the title, the caution and where to begin


def write_assessment(sheet: Worksheet, instrument: Instrument, length: Length) -> None:
    look.set_widths(sheet, [27, 40, 78])
    look.write(sheet, 1, 1, f"Answers workbook: {instrument.title}", look.TITLE)
    look.write_caution(sheet, 2, "A2:C2")
    start = f"Begin here, in the white cells. How it all works: the last sheet, '{layout.GUIDE}'."
    look.write(sheet, 3, 1, start, look.NOTE)
    for row, height in ((1, 30), (3, 24)):
        sheet.row_dimensions[row].height = height
    header = [layout.LABEL, layout.VALUE, "what to write"]
    look.write_texts(sheet, HEADER_ROW, header, [look.HEADER] * 3)
    prefilled = {
        layout.FORM: length.value,
        layout.QUESTIONS: instrument.version,
        layout.K: instrument.thresholds.k,
        layout.MUTUAL: "no",
    }
    for row, label in enumerate(layout.labels_in_order(instrument.shape), start=HEADER_ROW + 1):
        look.write(sheet, row, 1, label, look.LABEL)
        entry = look.write(sheet, row, 2, "", style_of(label))
        entry.value = prefilled.get(label)
        look.write(sheet, row, 3, advice(label, instrument), look.ADVICE)
        look.fit_height(sheet, row)
        if validation := limits_of(label, advice(label, instrument), instrument):
            add(sheet, validation, entry.coordinate)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.sheet_view.showGridLines = False
    look.protect(sheet)
    look.set_up_print(sheet, one_page_wide=True)


def style_of(label: str) -> look.Style:
    """What the statements are may not be typed over: the sheet Answers belongs to it."""
    if label in (layout.FORM, layout.QUESTIONS):
        return look.ADVICE
    return look.ENTRY_DATE if label == layout.CLOSED_ON else look.FIELD


def advice(label: str, instrument: Instrument) -> str:
    """What stands beside a label, and is shown when its cell is chosen."""
    k, lived = instrument.thresholds.k, instrument.thresholds.panel_lived
    sizes = layout.sizes(instrument.shape)
    if label in sizes:
        name = instrument.name_of(sizes[label], mutual=False)
        return f"How many {name} there are in all. Blank if not known."
    return {
        layout.ORGANISATION: "The name of your organisation or group, as the report shows it.",
        layout.PROGRAMME: "Which peer support this is about, if there is more than one.",
        layout.SETTING: "Where it happens, in your own words: a drop-in, a ward, online ...",
        layout.CLOSED_ON: "The day the last answer came in, such as 20/11/2026.",
        layout.FORM: "The statements in this file are of this form; the other is another file.",
        layout.QUESTIONS: "The version of the statements, which the report is read by.",
        layout.K: f"The report shows no figure where fewer people than this answered: {k} or more.",
        layout.MUTUAL: "yes, if everybody in the group both gives and receives support. Then "
        "every row of answers is receiving, and none is giving.",
        layout.PANEL_PEOPLE: "If one mixed group rated together: how many were in the room.",
        layout.PANEL_LIVED: "How many of them give or receive peer support or come from partner "
        f"user-led groups. Their rating counts as a lived-experience view from {lived}, and half.",
    }[label]


def limits_of(label: str, prompt: str, instrument: Instrument) -> DataValidation | None:
    if label in (layout.FORM, layout.QUESTIONS):
        return None
    if label in (layout.ORGANISATION, layout.PROGRAMME, layout.SETTING):
        return any_words(label, prompt)
    if label == layout.CLOSED_ON:
        return a_date(label, prompt)
    if label == layout.MUTUAL:
        return choice(layout.YES_NO, label, prompt)
    least = {layout.K: instrument.thresholds.k, layout.PANEL_LIVED: 0}.get(label, 1)
    return whole_number(least, label, prompt)
