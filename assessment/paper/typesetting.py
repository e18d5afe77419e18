"""A typst template and its data as a PDF that a screen reader can read (PDF/UA-1).

Words go in as data and never into markup: what somebody typed cannot become part of the template.
The letters are matplotlib's, from its own folder, and the day is given, so the same data gives the
same bytes on every machine and from every thread.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

UNDATED = date(1980, 1, 1)  # as in zips and workbooks that know no day
# What PDF/UA forbids: control characters but for a line's end, half characters, and those that are
# none. The bidi overrides and isolates would turn round the words beside them.
NEVER = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
NOT_SET = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef{NEVER}]"
)


def pdf(template: Path, data: Mapping[str, Any], *, day: date | None = None) -> bytes:
    """The template reads ``json(bytes(sys.inputs.data))``; ``day`` is written as when it was made.

    A picture is a value too: its SVG as text, which the template puts in with ``bytes``. The
    template must set the document's title and give every picture its words, or typst refuses.
    """
    made = typst.compile(
        template,
        root=template.parent,  # nothing outside its folder can be read
        font_paths=fonts(),
        sys_inputs={"data": json.dumps(settable(data))},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(day or UNDATED, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made


def settable(value: Any) -> Any:
    """The same lists and texts without the characters that a PDF may not hold."""
    match value:
        case str():
            return NOT_SET.sub("", value)
        case Mapping():
            return {key: settable(one) for key, one in value.items()}
        case list() | tuple():
            return [settable(one) for one in value]
    return value


@cache  # reading a folder of fonts takes as long as ten pages
def fonts() -> typst.Fonts:
    """matplotlib's DejaVu, found without importing matplotlib, which takes a second."""
    found = find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )
