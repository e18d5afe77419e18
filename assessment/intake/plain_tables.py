"""Text as the programs of an office save it: UTF-8, UTF-16 by its mark, or western Windows."""

from assessment.intake.archive import Refused

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
NOT_TEXT = "it is not a table of text: save it as .csv (UTF-8)"


def decoded(data: bytes) -> str:
    """Excel saves plain CSV as cp1252 and 'Unicode text' as UTF-16; Refused where it is no text."""
    encodings = ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise Refused([NOT_TEXT])
