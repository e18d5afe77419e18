"""An organisation's logo: whatever was uploaded is drawn anew, and nothing else of it is kept."""

import hashlib
import struct
import zlib
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from organisations.refusal import Refusal

MOST_BYTES = 1_000_000  # of what is uploaded, as of any form (DATA_UPLOAD_MAX_MEMORY_SIZE)
MOST_PIXELS = 4_000_000  # 16 MB once opened: a file of 20 KB can hold a picture of 10 GB
# Of a JPEG. One that grows sharper has about ten; each goes over the whole picture again and may be
# 20 bytes long, so that a file of 1 MB could keep a worker for hours.
MOST_SCANS = 20
SCAN = b"\xff\xda"  # begins one, and cannot stand inside another
SIZE = (400, 160)  # pixels, at most: twice as fine as it is shown
DRAFT = (2 * max(SIZE), 2 * max(SIZE))  # still twice as fine, whichever side is up
COLOURS = 128  # keeps a photograph below 40 KB on a phone
UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,  # Pillow's word for a broken PNG
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def redraw(uploaded: bytes) -> bytes:
    """A PNG of at most 400 by 160 without metadata, from a PNG or JPEG; Refusal says why not."""
    if len(uploaded) > MOST_BYTES:
        raise too_large()
    try:
        return redrawn(uploaded)
    except UNREADABLE as fault:
        raise Refusal(_("This file cannot be read as a picture: use a PNG or a JPEG.")) from fault


def too_large() -> Refusal:
    return Refusal(_("The picture is larger than 1 MB: make it smaller, or save it as a JPEG."))


def redrawn(uploaded: bytes) -> bytes:
    with Image.open(BytesIO(uploaded), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > MOST_PIXELS or uploaded.count(SCAN) > MOST_SCANS:
            raise Refusal(_("The picture has too many pixels: make it at most 2000 by 2000."))
        picture.draft(None, DRAFT)  # a JPEG is read at a half, a quarter or an eighth of its size
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail(SIZE)
    # A new image carries pixels and nothing of the file: no place, no camera, no colour profile.
    plain = Image.new("RGBA", upright.size)
    plain.paste(upright)
    few = plain.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def version_of(png: bytes) -> str:
    """Stands in the logo's address, so that a new picture is seen at once."""
    return hashlib.sha256(png).hexdigest()[:16]  # 64 bits: nobody guesses, two pictures differ
