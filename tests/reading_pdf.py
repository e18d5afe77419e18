"""What another program (PDFium) reads in a PDF."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from pypdfium2 import PdfDocument, PdfPage, raw

Tag = tuple[str, str]  # 'Figure' and the words that stand for it


def text_of(made: bytes) -> str:
    """The words of all pages, lines joined as a reader would; without the number at each foot."""
    with PdfDocument(made) as document:
        pages = [page.get_textpage().get_text_bounded().strip() for page in document]
    if len(pages) > 1:
        pages = [page.removesuffix(str(number)) for number, page in enumerate(pages, 1)]
    return " ".join(" ".join(pages).split())


def squeezed(words: str) -> str:
    """Letters, figures and points alone: a PDF does not say where a line ends inside a word."""
    return "".join(character for character in words if character.isalnum() or character == ".")


def sizes_of(made: bytes) -> list[tuple[int, int]]:
    """Of every page, in whole millimetres."""
    with PdfDocument(made) as document:
        return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]


def fonts_of(made: bytes) -> set[tuple[str, bool]]:
    """Names, and whether they travel in the file."""
    with PdfDocument(made) as document:
        pieces = [
            piece.get_font()
            for page in document
            for piece in page.get_objects([raw.FPDF_PAGEOBJ_TEXT])
        ]
        return {(font.get_base_name(), font.is_embedded) for font in pieces}


def tags_of(made: bytes) -> list[Tag]:
    """In the order in which they are read out."""
    with PdfDocument(made) as document:
        return [tag for page in document for tag in page_tags(page)]


def page_tags(page: PdfPage) -> Iterator[Tag]:
    tree = raw.FPDF_StructTree_GetForPage(page)
    for place in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from tags_under(raw.FPDF_StructTree_GetChildAtIndex(tree, place))
    raw.FPDF_StructTree_Close(tree)


def tags_under(element: Any) -> Iterator[Tag]:
    yield (
        said(raw.FPDF_StructElement_GetType, element),
        said(raw.FPDF_StructElement_GetAltText, element),
    )
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:  # words are no element
            yield from tags_under(child)


def said(ask: Callable[[Any, Any, int], int], element: Any) -> str:
    """PDFium fills a buffer with UTF-16 that ends in a zero."""
    size = ask(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
