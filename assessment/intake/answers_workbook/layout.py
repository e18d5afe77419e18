"""Names of sheets, columns and labels, as they stand in the file: written and read from here."""

from questions import Shape

ASSESSMENT = "Assessment"
ANSWERS = "Answers"
STANDARDS = "Standards"
FACTS = "Facts"
PYRAMID = "Pyramid"
GUIDE = "How to fill this in"
SHEETS = (ASSESSMENT, ANSWERS, STANDARDS, FACTS, PYRAMID, GUIDE)

WARNING = (
    "This file holds each person's answers. One trusted holder; keep it off shared drives; "
    "delete it once the report is made."
)

# Assessment: one label and its value a row
LABEL, VALUE = "label", "value"
ORGANISATION, PROGRAMME, SETTING = "organisation", "programme", "setting"
CLOSED_ON = "closed on"
FORM = "form"
QUESTIONS = "questions"  # the version of the instrument
K = "k"
MUTUAL = "mutual group"
PANEL_PEOPLE = "people in panel"
PANEL_LIVED = "lived experience in panel"
LABELS = (
    ORGANISATION, PROGRAMME, SETTING, CLOSED_ON, FORM, QUESTIONS, K, MUTUAL, PANEL_PEOPLE,
    PANEL_LIVED,
)  # fmt: skip

# Answers: one respondent a row, then one column an item
PERSPECTIVE, KIND = "perspective", "kind"
PEOPLE, FROM, DIFFERENT_VIEW = "people", "from", "different view"
RESPONDENT = (PERSPECTIVE, KIND, PEOPLE, FROM, DIFFERENT_VIEW)
SLIP = "slip"  # not in every workbook: the site asks for it where people answer with slips

# Standards, Facts and Pyramid: one entry a row
CODE, NAME, RATING, EVIDENCE = "code", "name", "rating", "evidence"
STATEMENT, ANSWER, DATE = "statement", "answer", "date"
LAYER = "layer"
ANCHORS, COUNTS = "what each rating looks like", "what counts as evidence"
PLAIN, WHY = "in other words", "why it matters"
STANDARDS_COLUMNS = (CODE, NAME, RATING, EVIDENCE, ANCHORS, COUNTS)
FACTS_COLUMNS = (CODE, STATEMENT, ANSWER, DATE, EVIDENCE, PLAIN, WHY)
PYRAMID_COLUMNS = (CODE, LAYER, RATING, PLAIN)

# What a cell may hold, as people type it and as it is told to them
RATINGS = ("0", "1", "2", "3", "4", "DK", "NA")
TRUTHS = ("yes", "no", "NA", "DK")
YES_NO = ("yes", "no")


def sizes(shape: Shape) -> dict[str, str]:
    """Label to perspective, of those that a number of people may be stated of."""
    return {f"size {code}": code for code in shape.perspectives if code != shape.panel}


def labels_in_order(shape: Shape) -> tuple[str, ...]:
    return (*LABELS, *sizes(shape))
