"""Files of answers that a browser brings: a workbook that is right, exports with much to settle."""

from tests.assessment.books import a_book, as_bytes, person
from tests.papers.test_exports import as_csv, google_forms
from tests.visitors import press

LONG = "Which of these would you say is nearest to how things are where you are? " * 2


def looked_at(name, made, **chosen):
    def then(page):
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": made()}
        page.locator("input[name=file]").set_input_files(file)
        for field, value in chosen.items():
            page.locator(f"select[name={field}]").select_option(value)
        press(page, "Look at the file")

    return then


def workbook():
    return as_bytes(a_book(person("receiving", 3), person("receiving", "DK")))


def export():
    head, *rows = google_forms()
    head = [head[0], LONG, *head[2:]]
    rows = [[cell.replace("Mostly", "Mainly") for cell in row] for row in rows]
    return as_csv([head, *rows])


def nearly_known():
    head, *rows = google_forms()
    return as_csv([head, *([cell.replace("Mostly", "Mainly") for cell in row] for row in rows)])
