"""A template and its data as a PDF: the same bytes, tagged, and nothing typed becomes markup."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import typst

from assessment.paper.typesetting import NOT_SET, pdf
from tests.reading_pdf import fonts_of, tags_of, text_of

TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: "DejaVu Sans", lang: "en", region: "GB")
= #data.title
#data.words
#image(bytes(data.picture), format: "svg", alt: data.title, width: 3cm)
"""
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<rect width="9" height="9" fill="#14535a"/></svg>'
)
MARKUP = '#panic("read") $x^2$ *bold* = Title <label> @ref \\ // no comment `raw` [b] #let x = 1'


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "page.typ"
    path.write_text(TEMPLATE, encoding="utf-8")
    return path


def data(**words):
    return {"title": "A page", "words": "Some words", "picture": SQUARE} | words


def test_the_same_data_gives_the_same_bytes_from_eight_threads(template):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: pdf(template, data()), range(24)))
    assert len(set(made)) == 1
    assert pdf(template, data(words="Others")) != made[0]


def test_it_is_tagged_and_says_that_it_is_accessible(template):
    made = pdf(template, data(), day=date(2026, 11, 20))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert tags_of(made)[:3] == [("Document", ""), ("H1", ""), ("P", "")]
    assert ("Figure", "A page") in tags_of(made)
    assert b"D:20261120000000" in made


def test_what_was_typed_is_never_read_as_markup(template):
    assert MARKUP in text_of(pdf(template, data(words=MARKUP)))


@pytest.mark.parametrize(
    "typed", ["日本語", "😀", "مرحبا", "\ue000", "\u0378", "👩\u200d💻", "fi\u0301"]
)
def test_no_letter_is_refused(template, typed):
    assert "before" in text_of(pdf(template, data(title=typed, words=f"before {typed} after")))


def test_characters_that_no_pdf_may_hold_are_left_out(template):
    every = "".join(filter(NOT_SET.match, map(chr, range(0x110000))))
    assert len(every) > 2000
    said = text_of(pdf(template, data(title=f"be{every}fore", words=f"af{every}ter")))
    assert "before" in said
    assert "after" in said


def test_only_letters_of_ours_are_in_it(template):
    """No machine's own font: what one has and another has not would change the bytes."""
    assert {(name[7:], inside) for name, inside in fonts_of(pdf(template, data()))} == {
        ("DejaVuSans", True),
        ("DejaVuSans-Bold", True),
    }


def test_a_template_reads_nothing_beside_its_folder(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "inside").mkdir()
    template = tmp_path / "inside" / "page.typ"
    template.write_text('#set document(title: "x")\n#read("../secret.txt")')
    with pytest.raises(typst.TypstError):
        pdf(template, {})


def test_a_picture_without_words_is_refused(template):
    template.write_text(TEMPLATE.replace(", alt: data.title", ""))
    with pytest.raises(typst.TypstError, match="alt"):
        pdf(template, data())


def test_openpyxl_does_not_read_strangers_files_with_another_parser():
    """Word and slides bring lxml, which openpyxl would take by itself."""
    import openpyxl  # noqa: PLC0415 - as a site does, after its settings

    assert openpyxl.LXML is False
    assert openpyxl.DEFUSEDXML is True
