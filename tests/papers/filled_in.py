"""Pages filled in and photographed by simulation: pens, pencils, creases, shade and a bad camera.

Chance is seeded, so that a page that was read wrongly can be made again. ``strength`` 0 is a flat
scan; 4 a dim, bent, blurred photograph from the side.
"""

import io
import itertools
import math
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

from assessment.paper.typesetting import pdf
from papers.out import layouts
from papers.reading.marking import ANSWER_OF

DOTS = 8  # a millimetre, before it is photographed
STRENGTHS = range(5)
PUBLIC = "1234567"
PLAIN = ("tick", "cross", "slash", "dot")
TAKEN_BACK = ("struck", "scribbled")
ODD = ("ring", "two", "renewed", "faint", "word", "corner", *TAKEN_BACK)


@dataclass(frozen=True)
class Pen:
    width: float  # millimetres
    grey: int


def pen_of(chance, kind):
    if kind == "faint":
        return Pen(chance.uniform(0.3, 0.5), chance.randint(165, 205))
    if chance.random() < 0.3:  # a pencil
        return Pen(chance.uniform(0.45, 0.8), chance.randint(95, 150))
    return Pen(chance.uniform(0.3, 0.6), chance.randint(15, 90))


def printed(look, public=PUBLIC):
    """The questionnaire as it leaves the printer, a PDF."""
    layout = layouts.layout_of(look)
    codes = layouts.codes(layout.mark(public), len(layout.pages))
    return pdf(layouts.TEMPLATE, layouts.statements(look) | {"qr": codes, "head": "Peers"})


def blank(made, number):
    """Page 1 is the first with statements."""
    with pypdfium2.PdfDocument(made) as document:
        image = document[number].render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()
    return image.convert("L")


class Hand:
    """Somebody filling in one page."""

    def __init__(self, image, chance):
        self.image, self.draw, self.chance = image, ImageDraw.Draw(image), chance

    def stroke(self, points, pen):
        """Wobbling, thinner and thicker, from one place in millimetres to the next."""
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            steps = max(2, int(math.hypot(x1 - x0, y1 - y0) * 4))
            for step in range(steps + 1):
                x = x0 + (x1 - x0) * step / steps + self.chance.gauss(0, 0.05)
                y = y0 + (y1 - y0) * step / steps + self.chance.gauss(0, 0.05)
                r = pen.width / 2 * self.chance.uniform(0.8, 1.15) * DOTS
                grey = min(255, max(0, pen.grey + self.chance.randint(-12, 12)))
                cx, cy = x * DOTS, y * DOTS
                self.draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill=grey)

    def near(self, box, x, y, spread=0.07):
        """A place in a box, 0 to 1, as a hand hits it."""
        jitter = self.chance.gauss
        return (
            box.x + box.side * (x + jitter(0, spread)),
            box.y + box.side * (y + jitter(0, spread)),
        )

    def tick(self, box, pen):
        over = self.chance.uniform(0.0, 0.5)
        ends = [(0.2, 0.5), (0.45, 0.85), (0.85 + over, 0.15 - over)]
        self.stroke([self.near(box, x, y) for x, y in ends], pen)

    def cross(self, box, pen):
        a = self.chance.uniform(0.05, 0.22)
        for ends in (((a, a), (1 - a, 1 - a)), ((1 - a, a), (a, 1 - a))):
            self.stroke([self.near(box, x, y) for x, y in ends], pen)

    def slash(self, box, pen):
        self.stroke([self.near(box, 0.15, 0.85), self.near(box, 0.85, 0.15)], pen)

    def dot(self, box, pen):
        thick = Pen(max(pen.width, 0.9) * 1.6, pen.grey)
        x, y = self.near(box, 0.5, 0.5)
        self.stroke([(x - 0.4, y), (x + 0.4, y)], thick)

    def blot(self, box, pen):
        for row in range(14):
            y = 0.03 + 0.94 * row / 13
            self.stroke([self.near(box, 0.03, y, 0.02), self.near(box, 0.97, y, 0.02)], pen)

    def ring(self, box, pen, words=None):
        """Round the box, or round box and words."""
        wide = words if words is not None else self.chance.choice((0.0, 14.0))
        cx, cy = box.x + box.side / 2 + wide / 2, box.y + box.side / 2
        rx, ry = box.side * 0.85 + wide / 2, box.side * self.chance.uniform(0.72, 0.9)
        angles = [i * 2 * math.pi / 24 for i in range(26)]
        self.stroke([(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles], pen)

    def struck(self, box, pen):
        """Answered, and then a line through box and words."""
        self.tick(box, pen)
        self.stroke([self.near(box, -0.3, 0.5), (box.x + 22, box.y + box.side / 2)], pen)

    def scribbled(self, box, pen):
        """Answered, and then scribbled over."""
        self.tick(box, pen)
        rows, wide = self.chance.randint(8, 11), (-0.15, 1.15)
        ends = [self.near(box, wide[row % 2], wide[0] + 1.3 * row / rows) for row in range(rows)]
        self.stroke(ends, pen)

    def corner(self, box, pen):
        """A small tick on the box's edge."""
        ends = [(-0.2, 0.05), (-0.1, 0.2), (0.15, -0.15)]
        self.stroke([self.near(box, x, y, 0.02) for x, y in ends], pen)

    def answer(self, line, kind):
        """What was meant, as one character; '?' where nobody can say."""
        chance = self.chance
        box = chance.choice(line.boxes)
        pen = pen_of(chance, kind)
        other = chance.choice([one for one in line.boxes if one is not box])
        if kind in (*PLAIN, *TAKEN_BACK, "ring", "corner"):
            getattr(self, kind)(box, pen)
        elif kind == "faint":
            self.tick(box, pen)
        elif kind == "two":
            self.tick(box, pen)
            self.cross(other, pen)
        elif kind == "renewed":
            getattr(self, chance.choice(("cross", "tick")))(other, pen)
            self.blot(other, pen)
            self.tick(box, pen)
        else:  # a word beside, and no box
            x, y = box.x + box.side + 1, box.y - 1
            self.stroke([(x + i * 1.2, y + (i % 2) * 2.5) for i in range(9)], pen)
        return "?" if kind in TAKEN_BACK else ANSWER_OF[box.value]


def filled(image, lines, chance, odd=0.12, left_out=0.06):
    """Marks every line; code to what was meant ('.' where it was left out), and its kind."""
    hand, meant = Hand(image, chance), {}
    for line in filter(lambda one: one.code, lines):
        if chance.random() < left_out:
            meant[line.code] = (".", "left out")
            continue
        kind = chance.choice(ODD if chance.random() < odd else PLAIN)
        meant[line.code] = (hand.answer(line, kind), kind)
    return meant


def filled_whole(look, public, chance):
    """Every page of a questionnaire, marked plainly; code to what was meant."""
    made, images, meant = printed(look, public), [], {}
    for number, lines in enumerate(layouts.layout_of(look).pages, start=1):
        images.append(blank(made, number))
        marked = filled(images[-1], lines, chance, odd=0, left_out=0.1)
        meant |= {code: said for code, (said, _kind) in marked.items()}
    return images, meant


def as_pdf(images):
    """As a scanner sends them."""
    written = io.BytesIO()
    first, *rest = images
    first.save(written, "PDF", resolution=203.2, save_all=True, append_images=rest)
    return written.getvalue()


def photographed(image, strength, chance):
    """A JPEG's bytes."""
    image = creased(image, strength, chance)
    image = seen_from(image, strength, chance)
    grey = shaded(np.asarray(image, dtype=np.float32), strength, chance)
    soft = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    if strength:
        soft = soft.filter(ImageFilter.GaussianBlur(0.25 + 0.28 * strength))
    if strength and chance.random() < 0.75:
        soft = soft.rotate(chance.choice((90, 180, 270)), expand=True)
    written = io.BytesIO()
    soft.save(written, "JPEG", quality=92 - 9 * strength)
    return written.getvalue()


def creased(image, strength, chance):
    """Folded twice and bent, as by a pocket: dots move up to some millimetres, folds are darker."""
    if not strength:
        return image
    grey = np.asarray(image, dtype=np.float32)
    height, width = grey.shape
    y, x = np.mgrid[0:height:32, 0:width:32].astype(np.float32)
    bend = 0.28 * strength * DOTS
    wave = chance.uniform(0.6, 1.3) * 2 * math.pi
    dx = bend * np.sin(wave * y / height + chance.uniform(0, 6))
    dy = bend * np.sin(wave * x / width + chance.uniform(0, 6))
    moved = grey[
        np.clip(np.rint(y_full(height, width) + grown(dy, grey.shape)), 0, height - 1).astype(int),
        np.clip(np.rint(x_full(height, width) + grown(dx, grey.shape)), 0, width - 1).astype(int),
    ]
    for _fold in range(chance.randint(0, 2)):
        at, dark = chance.uniform(0.2, 0.8), 4 + 9 * strength
        slope = chance.uniform(-0.05, 0.05)
        rows = np.abs(
            y_full(height, width) - at * height - slope * x_full(height, width)
        ) / chance.uniform(1.5, 4)
        moved = moved - dark * np.exp(-(rows**2))
    return Image.fromarray(np.clip(moved, 0, 255).astype(np.uint8))


def grown(small, shape):
    height, width = shape
    return np.asarray(Image.fromarray(small).resize((width, height), Image.Resampling.BILINEAR))


def y_full(height, _width):
    return np.arange(height, dtype=np.float32)[:, None]


def x_full(_height, width):
    return np.arange(width, dtype=np.float32)[None, :]


def seen_from(image, strength, chance):
    """On a table, from the side, turned a little."""
    if not strength:
        return image
    width, height = image.size
    margin = int(0.05 * height)
    out = (width + 2 * margin, height + 2 * margin)
    lean = 0.014 * strength
    turn = math.radians(chance.uniform(-1.6, 1.6) * strength)
    corners = []
    for cx, cy in ((0, 0), (1, 0), (1, 1), (0, 1)):
        x = (cx - 0.5) * width * (1 + chance.uniform(-lean, lean)) * 0.97
        y = (cy - 0.5) * height * (1 + chance.uniform(-lean, lean)) * 0.97
        corners.append(
            (
                out[0] / 2 + x * math.cos(turn) - y * math.sin(turn),
                out[1] / 2 + x * math.sin(turn) + y * math.cos(turn),
            )
        )
    from papers.reading.finding import projective  # noqa: PLC0415

    ends = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=float)
    table = chance.randint(60, 150)
    return image.transform(
        out,
        Image.Transform.PERSPECTIVE,
        projective(np.array(corners), ends),
        Image.Resampling.BILINEAR,
        fillcolor=table,
    )


def shaded(grey, strength, chance):
    """Light from one side, the shadow of a hand, and the camera's noise."""
    height, width = grey.shape
    x, y = x_full(height, width) / width, y_full(height, width) / height
    angle = chance.uniform(0, 2 * math.pi)
    fall = 0.11 * strength * ((x - 0.5) * math.cos(angle) + (y - 0.5) * math.sin(angle) + 0.5)
    light = 1.0 - fall
    if strength > 1:
        cx, cy, r = chance.random(), chance.random(), chance.uniform(0.2, 0.5)
        inside = 1 / (1 + np.exp((np.hypot(x - cx, y - cy) - r) * 60))
        light = light * (1 - 0.08 * strength * inside)
    noise = np.random.default_rng(chance.getrandbits(32)).normal(
        0, 1 + 1.6 * strength, size=grey.shape
    )
    return grey * light * (1 - 0.03 * strength) + noise.astype(np.float32)
