"""A drawn sheet as bytes: an SVG that may stand inside a page with a strict policy, and a PNG.

No date, no software, no ids from chance: the same marks give the same bytes, from any thread and
without touching matplotlib's global settings.
"""

import re
import struct
from base64 import b32encode
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree as ET  # builds; defusedxml parses
from zlib import crc32

import typst
from defusedxml.ElementTree import fromstring
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from reports.drawing.style import PNG_DPI

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
LONG = re.compile(r"-?\d+\.\d{3,}")  # to be rounded: nobody sees a thousandth of a point
SCALE = re.compile(r"scale\([^)]*\)")  # of a font's units: not to be rounded
REFERENCE = re.compile(r"#([^)\s\"']+)")  # what url(#...) and href name
# Whatever is not among the characters of XML 1.0: a parser refuses the whole file for one.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PNG_HEAD = 33  # bytes: the signature of 8, and the header that comes first
ON_A_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""
NO_FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
ET.register_namespace("", SVG[1:-1])
ET.register_namespace("xlink", LINK[1:-5])


def png(drawing: bytes) -> bytes:
    """The very drawing, in dots: typst draws an SVG in a third of the time matplotlib takes."""
    made = typst.compile(
        ON_A_PAGE,
        font_paths=NO_FONTS,  # letters are outlines
        sys_inputs={"svg": drawing.decode()},
        format="png",
        ppi=PNG_DPI,
    )
    assert isinstance(made, bytes)
    return sized(made)


def sized(picture: bytes) -> bytes:
    """With how large it is on paper, which goes between a PNG's header and its dots."""
    dots = round(PNG_DPI / 0.0254)  # a metre
    chunk = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    framed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", crc32(chunk))
    return picture[:PNG_HEAD] + framed + picture[PNG_HEAD:]


def svg(figure: Figure, name: str, title: str, sentence: str) -> bytes:
    buffer = BytesIO()
    FigureCanvasSVG(figure).print_svg(buffer)  # type: ignore[no-untyped-call]
    root = fromstring(buffer.getvalue())
    without_style(root)
    smaller(root)
    rename(root)
    describe(root, name, title, sentence)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def without_style(root: ET.Element) -> None:
    """Style attributes as attributes of their own: the site's style-src 'self' allows those."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.endswith(("}metadata", "}style")):
                parent.remove(child)
        for rule in filter(str.strip, parent.attrib.pop("style", "").split(";")):
            key, _, value = rule.partition(":")
            parent.set(key.strip(), value.strip())
    # What matplotlib's own <style> said of every element.
    root.attrib.update({"stroke-linejoin": "round", "stroke-linecap": "butt"})


def smaller(root: ET.Element) -> None:
    """Hundredths of a point are enough, and no white space between elements: a fifth less."""
    for element in root.iter():
        element.text = element.tail = None
        for key in {"d", "x", "y"} & element.attrib.keys():
            element.set(key, " ".join(LONG.sub(hundredths, element.attrib[key]).split()))
        moved = element.attrib.get("transform", "")
        kept = "".join(SCALE.findall(moved))
        if moved:
            element.set("transform", LONG.sub(hundredths, SCALE.sub("", moved)).strip() + kept)


def hundredths(found: re.Match[str]) -> str:
    return f"{float(found[0]):.2f}".rstrip("0").rstrip(".")


def rename(root: ET.Element) -> None:
    """Ids from what stands under them, and only those in use: matplotlib's come from chance.

    Charts that stand in one page may then share an id only where it means the same glyph.
    """
    used = {found for value in values(root) for found in REFERENCE.findall(value)}
    names: dict[str, str] = {}
    given: set[str] = set()
    for element in root.iter():
        old = element.attrib.pop("id", None)
        if old in used and old is not None:
            names[old] = "g" + digest(ET.tostring(element))
            if names[old] not in given:  # two letters may look the same, as spaces do
                element.set("id", names[old])
            given.add(names[old])
    for element in root.iter():
        for key, value in element.attrib.items():
            if "#" in value:
                element.set(key, REFERENCE.sub(lambda m: f"#{names.get(m[1], m[1])}", value))


def values(root: ET.Element) -> Iterator[str]:
    return (value for element in root.iter() for value in element.attrib.values())


def digest(content: bytes) -> str:
    """35 bits: the few hundred glyphs and markers there are do not meet."""
    return b32encode(sha256(content).digest())[:7].decode().lower()


def describe(root: ET.Element, name: str, title: str, sentence: str) -> None:
    """Title and sentence for those who do not see it; ElementTree escapes them."""
    prefix = f"{name}-{digest(ET.tostring(root) + sentence.encode(errors='replace'))}"
    for place, (tag, text) in enumerate([("title", title), ("desc", sentence)]):
        element = ET.Element(f"{SVG}{tag}", {"id": f"{prefix}-{tag}"})
        element.text = NOT_XML.sub("", text)
        root.insert(place, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-title {prefix}-desc")
