"""An organisation's one colour, and whether it can be read (WCAG 2.2, contrast)."""

import re
from itertools import count

HEX = re.compile(r"#[0-9a-f]{6}")  # the one spelling that is kept
PAPER = "#fffdf8"  # static/essence.css; white's contrast is always a little more
WHITE = "#ffffff"
ENOUGH = 4.5  # for text of any size (WCAG 2.2, 1.4.3)


def tidy(colour: str) -> str | None:
    """'6B2D5C' and '#6b2d5c ' as '#6b2d5c'; None where it is no colour."""
    written = "#" + colour.strip().lstrip("#").lower()
    return written if HEX.fullmatch(written) else None


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white."""
    shares = [channel / 255 for channel in channels(colour)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * s for weight, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str) -> bool:
    return all(contrast(colour, ground) >= ENOUGH for ground in (PAPER, WHITE))


def nearest_darker(colour: str) -> str:
    """The same hue, darkened in 255ths until it can be read: black at the last."""
    for step in count():
        darker = "#" + "".join(
            f"{channel * (255 - step) // 255:02x}" for channel in channels(colour)
        )
        if readable(darker):
            return darker
    raise AssertionError  # black is readable
