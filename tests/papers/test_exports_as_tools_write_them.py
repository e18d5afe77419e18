"""Exports with everything that each tool writes around the answers, and as people save them again:
read as they were meant, or refused with a sentence, never read as something else."""

import html
import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.intake.uploads import UPLOAD, Refused
from papers.exports import match
from papers.exports.saved_mapping import SavedMapping
from papers.exports.survey_table import table_in
from tests.papers.test_exports import (
    ANSWERS,
    INSTRUMENT,
    SHORT,
    as_csv,
    as_xlsx,
    labels,
    text_of,
)

CODES = [item.code for item in SHORT]
TEXTS = [text_of(item) for item in SHORT]
PEOPLE = [one for one in ANSWERS if set(one) != {None}]
WHOSE = ["receiving", "Giving", "Other staff and managers"] * (len(PEOPLE) // 3)
CODE_OF = {"receiving": "receiving", "Giving": "giving", "Other staff and managers": "staff"}
CURLY = str.maketrans("'", "\N{RIGHT SINGLE QUOTATION MARK}")
SCALE = INSTRUMENT.scales.practice.labels


def table(head, rows=None, above=()):
    """``head`` above the statements; a row a person: number, day, perspective, answers."""
    told = rows or list(map(labels, PEOPLE))
    people = [
        [str(number), "2026-11-20", whose, *cells]
        for number, (whose, cells) in enumerate(zip(WHOSE, told, strict=True), start=1)
    ]
    return [*above, ["ID", "Day", "Where do you stand?", *head], *people]


def read(content, name="export.csv", perspective=None, **saved):
    return match(table_in(content, name, UPLOAD), INSTRUMENT, perspective, SavedMapping(**saved))


def faults_of(content, name="export.csv", perspective=None):
    try:
        return read(content, name, perspective).faults
    except Refused as refused:
        return list(refused.faults)


def is_everybody(found, people=PEOPLE, whose=WHOSE):
    told = [
        (CODE_OF[one], dict(zip(CODES, cells, strict=True)))
        for one, cells in zip(whose, people, strict=True)
    ]
    assert not found.faults
    assert found.rows == told
    return True


def coded(before):
    return [before.format(code=code.replace("-", ""), number=n) for n, code in enumerate(CODES, 1)]


HEADS = {
    "LimeSurvey's codes, which have no hyphen": coded("{code}"),
    "LimeSurvey's codes of a grid": coded("G01Q02[{code}]"),
    "LimeSurvey's old codes": coded("123X4X56{code}"),
    "LimeSurvey's code and text": [f"G01Q{n:02}. {text}" for n, text in enumerate(TEXTS)],
    "LimeSurvey's code and text of a grid": [
        f"G01Q02[SQ{n:03}]. How true is this here? [{text}]" for n, text in enumerate(TEXTS)
    ],
    "Google's grid, spaced": [f"How true is this here?  [ {text} ] " for text in TEXTS],
    "Forms' no-break spaces": [f"{text}\xa0\n" for text in TEXTS],
    "a question before it": [f"How true is this here? / {text}" for text in TEXTS],
    "letters and sections": [f"a) 1.2 Here means: the group. {text} *" for text in TEXTS],
    "underscores": [code.replace("-", "_") for code in CODES],
    "a page's own marks": [f"<p><b>{html.escape(text)}</b>&nbsp;</p>" for text in TEXTS],
    "apostrophes that were lost": [text.replace("'", "?") for text in TEXTS],
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_headings_as_tools_write_them(head):
    assert is_everybody(read(as_csv(table(head))))


AS_SAVED = {
    "Unicode text": ("export.txt", lambda rows: as_csv(rows, encoding="utf-16", delimiter="\t")),
    "tabs": ("export.tsv", lambda rows: as_csv(rows, delimiter="\t")),
    "an old Mac": ("export.csv", lambda rows: as_csv(rows).replace(b"\r\n", b"\r")),
    "sep=": ("export.csv", lambda rows: b"sep=;\r\n" + as_csv(rows, delimiter=";")),
    "UTF-8 opened as Windows and saved": (
        "export.csv",
        lambda rows: as_csv(rows).decode("cp1252").encode(),
    ),
    "a page's apostrophes": (
        "export.csv",
        lambda rows: as_csv(rows).replace("\N{RIGHT SINGLE QUOTATION MARK}".encode(), b"&rsquo;"),
    ),
    "a spreadsheet called .csv": ("export.csv", as_xlsx),
    "rows of nothing": ("export.csv", lambda rows: as_csv([rows[0], [""] * 39, [], *rows[1:]])),
    "a title above": ("export.csv", lambda rows: as_csv([["Our survey"], *rows])),
}


@pytest.mark.parametrize("saved", AS_SAVED.values(), ids=AS_SAVED)
def test_files_as_people_save_them(saved):
    name, write = saved
    curly = [[cell.translate(CURLY) for cell in row] for row in table(TEXTS)]
    assert is_everybody(read(write(curly), name))


WAYS = ["{n}={word}", "{n}-{word}", "{n}. {word}", "{n}) {word}", "{word} ({n})", "{word} \u200b"]


@pytest.mark.parametrize("way", [*WAYS, "{n}", "{n}.0"])
def test_answers_as_people_write_them(way):
    words = dict(enumerate(SCALE))
    rows = [
        [way.format(n=a, word=words[a].upper()) if a in words else other[a] for a in one]
        for one in PEOPLE
    ]
    assert is_everybody(read(as_csv(table(TEXTS, rows))))


other = {"DK": "dont know", "NA": "N/A", None: ""}


def numbers(people, first):
    return [[str(a + first) if isinstance(a, int) else other[a] for a in one] for one in people]


@pytest.mark.parametrize("most", [4, 3])
def test_numbers_from_one_are_read_only_as_somebody_said(most):
    """Where nobody gave the highest, 1 to 4 of five would be taken for 1 to 4 of 0 to 4."""
    people = [[min(a, most) if isinstance(a, int) else a for a in one] for one in PEOPLE]
    content = as_csv(table(TEXTS, numbers(people, first=1)))
    found = read(content)
    (fault,) = found.faults
    assert "nothing tells whether they count from 0 or from 1" in fault
    said = {str(rating + 1): rating for rating in range(most + 1)}
    assert set(found.unknown) == set(said)
    assert is_everybody(read(content, answers=said), people)
    grown = as_csv(table(TEXTS, numbers([[0] * 36, *people[1:]], first=0)))
    assert "nothing tells" in read(grown, answers={"1": 0}).faults[0]


@pytest.mark.parametrize("way", ["{m} - {word}", "-{n}", "#N/A"])
def test_a_number_that_says_otherwise_is_no_answer(way):
    words = dict(enumerate(SCALE))
    rows = [
        [way.format(n=a, m=a + 1, word=words[a]) if a in words else other[a] for a in one]
        for one in PEOPLE
    ]
    assert all("not one of" in one for one in faults_of(as_csv(table(TEXTS, rows))))


def with_column(rows, heading, cells):
    head, *people = rows
    return [[*head, heading], *([*row, cell] for row, cell in zip(people, cells, strict=True))]


@pytest.mark.parametrize(
    ("heading", "others", "these", "why"),
    [
        ("submitdate", "2026-11-20 09:02", "", "never sent"),
        ("submitdate. Date submitted", "2026-11-20 09:02", "", "never sent"),
        ("Finished", "True", "False", "never sent"),
        ("Finished", "1", "0", "never sent"),
        ("Status", "IP Address", "Survey Preview", "a preview or a test"),
        ("Response Type", "0", "1", "a preview or a test"),
        ("DistributionChannel", "anonymous", "preview", "a preview or a test"),
    ],
)
def test_what_nobody_sent_is_left_out_and_told(heading, others, these, why):
    cells = [these, others, these, *[others] * (len(PEOPLE) - 3)]
    found = read(as_csv(with_column(table(TEXTS), heading, cells)))
    assert is_everybody(found, [PEOPLE[1], *PEOPLE[3:]], [WHOSE[1], *WHOSE[3:]])
    assert found.notes == [f"2 rows left out: {why}"]


def surveymonkey(*, with_numbers):
    """A question a statement: the second row says nothing."""
    rows = table(TEXTS)
    rows.insert(1, ["", "", *["Response"] * 37])
    return rows if with_numbers else [row[2:] for row in rows]


@pytest.mark.parametrize("with_numbers", [True, False])
def test_a_second_row_that_says_nothing_is_a_heading(with_numbers):
    assert is_everybody(read(as_csv(surveymonkey(with_numbers=with_numbers))))


def a_column_an_answer():
    """SurveyMonkey's 'expanded': the words stand in the second row, and in the column they name."""
    words = [*SCALE, "I don't know", "does not apply"]
    head = [cell for text in TEXTS for cell in (text, *[""] * (len(words) - 1))]
    rows = [[one if one == cell else "" for cell in labels(p) for one in words] for p in PEOPLE]
    above, *people = table(head, rows)
    return [above, ["", "", "Response", *words * len(TEXTS)], *people]


def test_a_column_for_each_answer_is_refused():
    """The second row was somebody who finds nothing true, and all others had left most out."""
    rows = [row[:2] + row[3:] for row in a_column_an_answer()]
    (fault,) = faults_of(as_csv(rows), perspective="receiving")
    assert "216 columns hold something without a heading (D first)" in fault
    assert "condensed" in fault


def led_apart(suffix):
    """Each perspective is led to its own questions; Forms numbers headings that it has already."""
    head = [f"{text}{'' if n == 0 else suffix}" for n in range(3) for text in TEXTS]
    rows = []
    for whose, person in zip(WHOSE, PEOPLE, strict=True):
        before = 36 * list(CODE_OF).index(whose)
        rows.append([*[""] * before, *labels(person), *[""] * (72 - before)])
    return table(head, rows)


@pytest.mark.parametrize("suffix", ["", "2"])
def test_people_who_were_led_to_questions_of_their_own(suffix):
    assert is_everybody(read(as_csv(led_apart(suffix))))


def test_a_statement_inside_another_sentence_is_none():
    """And whoever says more about one has a column of their own, which is left over."""
    head = [f"It is not so that {text[0].lower()}{text[1:]}" for text in TEXTS]
    assert "no column is known" in faults_of(as_csv(table(head)))[0]
    more = [f"Would you say more? {text}" for text in TEXTS]
    rows = [[*labels(person), *["in my own words"] * 36] for person in PEOPLE]
    found = read(as_csv(table([*TEXTS, *more], rows)))
    assert is_everybody(found)
    assert found.left_over[-1] == more[-1]


def test_points_of_a_quiz_are_no_answers():
    head = [f"{before}{text}" for text in TEXTS for before in ("", "Points - ", "Feedback - ")]
    rows = [[cell for one in labels(p) for cell in (one, "1", "")] for p in PEOPLE]
    assert is_everybody(read(as_csv(table(head, rows))))


def test_a_hidden_sheet_is_left_and_told_and_hidden_rows_are_read():
    book = load_workbook(BytesIO(as_xlsx(table(TEXTS))))
    book.create_sheet("_56F9DC9755BA473782653E2940F9").append(["FormId"])
    book.worksheets[1].sheet_state = "veryHidden"
    book.worksheets[0].row_dimensions[3].hidden = True
    written = BytesIO()
    book.save(written)
    found = read(written.getvalue(), "export.xlsx")
    assert is_everybody(found)
    assert found.notes == [
        "the sheet '_56F9DC9755BA473782653E2940F9' is hidden; it was not read",
        "a row is hidden, as by a filter (3), and read all the same",
    ]


def test_a_column_that_nobody_knows_may_be_said_to_be_whose_each_row_is():
    rows = table(TEXTS)
    for row in rows[1:]:
        row[2] = f"I am of {row[2]}"
    assert read(as_csv(rows)).asks_whose
    names = {f"i am of {one.lower()}": code for one, code in CODE_OF.items()}
    column = {"where do you stand?": "perspective"}
    assert is_everybody(read(as_csv(rows), columns=column, perspectives=names))


REFUSED = {
    "pasted twice": (
        lambda rows: [*rows, *rows[1:3]],
        "2 rows (row 11 first) have the number of a row above, in the column 'ID'",
    ),
    "one pasted twice": (lambda rows: [*rows, rows[3]], "row 11 has the number of a row above"),
    "two columns name perspectives": (
        lambda rows: with_column(rows, "Who helps you most?", ["staff"] * len(PEOPLE)),
        "'Where do you stand?' and 'Who helps you most?' name perspectives",
    ),
    "a column without a heading": (
        lambda rows: with_column(rows, "", ["note"] * len(PEOPLE)),
        "1 column holds something without a heading (AN)",
    ),
    "a group": (
        lambda rows: with_column(rows, "kind", ["group", *["individual"] * (len(PEOPLE) - 1)]),
        "1 row is of a group that agreed one rating",
    ),
    "one statement twice": (
        lambda rows: with_column(rows, TEXTS[3], ["Mostly"] * len(PEOPLE)),
        f"{CODES[3]} stands above two columns and ",
    ),
    "nobody knows whose": (
        lambda rows: [*rows, *(["", "", "", *["3"] * 36] for _ in range(2))],
        "2 rows (row 11 first) have answers and no perspective",
    ),
    "sums below": (
        lambda rows: [*rows, ["Sum", "", "", *["9"] * 36]],
        "row 11 has answers and no perspective",
    ),
}


@pytest.mark.parametrize(("changed", "said"), REFUSED.values(), ids=REFUSED)
def test_what_would_count_somebody_wrongly_is_refused(changed, said):
    assert any(one.startswith(said) for one in faults_of(as_csv(changed(table(TEXTS)))))


def test_our_own_sheet_kept_as_another_file_has_our_numbers():
    """No 0 among them, and a row for each person as the workbook has it."""
    rows = [[code, "individual", *["3"] * 36] for code in ("giving", "staff")]
    found = read(as_csv([["perspective", "kind", *CODES], *rows]))
    assert [code for code, _ in found.rows] == ["giving", "staff"]
    assert not found.faults


def test_rows_pasted_twice_are_known_by_their_time_where_nobody_is_numbered():
    """Without a time two people may well have answered alike."""
    rows = [row[1:] for row in table(TEXTS)]
    twice = [*rows, rows[4]]
    assert len(read(as_csv(twice)).rows) == len(PEOPLE) + 1
    twice[0][0] = "Timestamp"
    assert not faults_of(as_csv(twice))  # one for all is no time
    timed = [[f"9:0{row[2:].count('Mostly')}", *row[1:]] for row in twice[1:]]
    assert faults_of(as_csv([twice[0], *timed])) == [
        "row 11 has everything of a row above, 'Timestamp' too: take out who is there twice"
    ]


def test_one_perspective_for_all_where_a_column_says_otherwise():
    (fault,) = faults_of(as_csv(table(TEXTS)), perspective="receiving")
    assert fault.startswith("all are taken for receiving, and the column 'Where do you stand?'")
    assert read(as_csv([row[:2] + row[3:] for row in table(TEXTS)]), perspective="staff").rows


@pytest.mark.parametrize(
    "content",
    [as_csv(table(TEXTS)) + b'"an open end', b'a,"' + b"x" * 200_000 + b'"\n', b'a,"b"c\n1,2\n'],
)
def test_a_text_that_is_no_table_is_said_in_our_own_words(content):
    (fault,) = faults_of(content)
    assert "it is no table that can be read, a quotation mark is missing perhaps" in fault


def test_a_mapping_tells_what_the_page_and_the_command_settled():
    found = read(as_csv(table(TEXTS)))
    assert found.taken_for["Where do you stand?"] == "perspective"
    assert found.taken_for["Day"] == ""
    assert json.dumps(found.taken_for).count("perspective") == 1
