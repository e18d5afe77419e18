"""Logos: whatever comes in, a small PNG without anything of the file goes out, or a sentence."""

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from organisations.logos import MOST_BYTES, SCAN, SIZE, redraw
from organisations.refusal import Refusal


def picture(size=(600, 300), kind="PNG", mode="RGB", **options):
    out = BytesIO()
    image = Image.effect_noise(size, 80).convert(mode)
    image.save(out, kind, **options)
    return out.getvalue()


def opened(png):
    return Image.open(BytesIO(png), formats=["PNG"])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_it_is_made_small_and_keeps_its_shape(kind):
    drawn = opened(redraw(picture(kind=kind)))
    assert drawn.size == (320, 160)
    assert opened(redraw(picture((900, 100), kind))).size == (400, 44)
    assert opened(redraw(picture((30, 20), kind))).size == (30, 20)


def test_it_is_light():
    assert len(redraw(picture((800, 320)))) < 64_000


def test_see_through_stays_see_through():
    out = BytesIO()
    Image.new("RGBA", (40, 40), (10, 20, 30, 0)).save(out, "PNG")
    assert opened(redraw(out.getvalue())).convert("RGBA").getpixel((5, 5))[3] == 0


def test_nothing_of_the_file_is_kept():
    exif = Image.Exif()
    exif[0x010E] = "taken in Ward 7"
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Ward 7")
    profile = b"Ward 7" * 30
    for given in (
        picture(kind="JPEG", exif=exif, icc_profile=profile, comment=b"Ward 7"),
        picture(pnginfo=words, exif=exif, icc_profile=profile, dpi=(300, 300)),
    ):
        assert b"Ward 7" in given or b"iCCP" in given
        drawn = redraw(given)
        assert b"Ward 7" not in drawn
        kinds = {drawn[at - 4 : at] for at in chunk_starts(drawn)}
        assert kinds <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def chunk_starts(png):
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield at + 8
        at += length + 12


def test_a_picture_lying_on_its_side_is_put_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(redraw(picture((100, 50), "JPEG", exif=exif))).size == (50, 100)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP", "PPM"])
def test_other_kinds_are_refused(kind):
    with pytest.raises(Refusal, match="use a PNG or a JPEG"):
        redraw(picture(kind=kind))


@pytest.mark.parametrize(
    "given", [b"", b"<svg onload='x'/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]
)
def test_what_is_no_picture_is_refused(given):
    with pytest.raises(Refusal, match="cannot be read"):
        redraw(given)


def test_both_sides_of_a_megabyte():
    given = picture()
    assert redraw(given + bytes(MOST_BYTES - len(given)))
    with pytest.raises(Refusal, match="larger than 1 MB"):
        redraw(given + bytes(MOST_BYTES - len(given) + 1))


@pytest.mark.parametrize(
    ("side", "why"),
    [(2001, "too many pixels"), (9000, "too many pixels"), (20_000, "cannot be read")],
)
def test_a_small_file_that_holds_a_huge_picture_is_refused(side, why):
    """The last is refused by Pillow before its size is asked for."""
    bomb = tiny_png(side, side)
    assert len(bomb) < 100_000
    with pytest.raises(Refusal, match=why):
        redraw(bomb)


def tiny_png(width, height):
    """All black, one bit a pixel."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(((width + 7) // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_a_picture_of_four_million_pixels_is_still_drawn():
    assert opened(redraw(tiny_png(2000, 2000))).width == 160
    assert opened(redraw(picture((2500, 1600), "JPEG", quality=5))).size == (250, 160)


@pytest.mark.parametrize("side", [(4000, 3000), (12_000_000, 1)])
def test_nothing_of_twelve_million_is_opened(side, monkeypatch):
    """Refused by what its head says, before a pixel is read."""
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(Refusal, match="too many pixels"):
        redraw(tiny_png(*side))


def scans_of(times):
    """A JPEG that goes over its picture so many times."""
    whole = picture((600, 300), "JPEG", progressive=True, quality=20)
    last = whole.rindex(SCAN)
    end = whole.rindex(b"\xff\xd9")
    more = times - whole.count(SCAN)
    return whole[:end] + whole[last:end] * more + whole[end:]


def test_both_sides_of_twenty_scans():
    assert opened(redraw(scans_of(20))).size == (320, 160)
    with pytest.raises(Refusal, match="too many pixels"):
        redraw(scans_of(21))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_damage_is_refused_or_drawn_and_never_worse(kind):
    chance = random.Random(7)
    whole = picture((60, 40), kind)
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        cut = bytes(damaged[: chance.randint(1, len(damaged))])
        try:
            drawn = opened(redraw(cut))
        except Refusal:
            continue
        assert drawn.width <= SIZE[0]
        assert drawn.height <= SIZE[1]
