"""A cast of assessments: a lifelike one, and every bad case a chart has to stand."""

import datetime
from collections.abc import Callable, Mapping

from assessment.method import Marked, mark, release
from assessment.method.responses import Answer, Responses, encode
from assessment.method.results import (
    About,
    Answered,
    GroupRating,
    Individuals,
    OwnPart,
    Panel,
    StandardRating,
)
from questions import Kind, Length, load
from questions.entries import Item
from tests.assessment.method.build import STILL

INSTRUMENT = load()
PRINCIPLES = tuple(INSTRUMENT.principle)
GROUPS = ("partner", "commissioner", "panel")
EVERYBODY = {
    "giving": 12,
    "receiving": 20,
    "partner": 1,
    "staff": 15,
    "commissioner": 1,
    "panel": 1,
}
NOTHING_STATED = OwnPart()
CLOSED = datetime.date(2026, 11, 20)
NORTHFIELD = About(
    organisation="Northfield NHS Trust",
    programme="Community peer support",
    closed=CLOSED,
    panel=Panel(6, 3),
)

Rate = Callable[[str, Item, int], Answer]


def lifelike(side: str, item: Item, person: int) -> Answer:
    """People differ, principles differ, staff see it rosier; some do not know."""
    if (person + len(item.code)) % 9 == 0:
        return "DK"
    place = PRINCIPLES.index(item.code.rsplit("-", 1)[0])
    rosier = 1 if side in ("staff", "commissioner") else 0
    rating = (place * 5 % 7) / 2 + (person * 7 % 3 - 1) + rosier
    return max(0, min(4, round(4 - rating if item.kind is Kind.WARNING else rating)))


def always(rating: Answer) -> Rate:
    return lambda *_: rating


def assessed(
    rate: Rate = lifelike,
    people: Mapping[str, int] = EVERYBODY,
    *,
    about: About = NORTHFIELD,
    own_part: OwnPart = NOTHING_STATED,
    groups: tuple[str, ...] = GROUPS,
    instrument=INSTRUMENT,
) -> Marked:
    """``people`` by perspective; those in ``groups`` rate together."""
    items = instrument.items(about.length)
    answered = {
        side: Answered(
            responses=Responses.of(
                [encode([rate(side, item, person) for item in items]) for person in range(count)],
                width=len(items),
            ),
            individuals=None if side in groups else Individuals(),
            groups=(GroupRating(6),) if side in groups else (),
        )
        for side, count in people.items()
    }
    return mark(release(instrument, about=about, own_part=own_part, answered=answered, steps=STILL))


def stated(*ratings: Answer, pyramid: tuple[Answer, ...] = (1, 2, 2, 1, 4)) -> OwnPart:
    """The standards rated with ``ratings``, over and over; the pyramid from the base."""
    codes = INSTRUMENT.standard
    return OwnPart(
        standards={
            code: StandardRating(ratings[place % len(ratings)]) for place, code in enumerate(codes)
        },
        pyramid=dict(zip(("L1", "L2", "L3", "L4", "L5"), pyramid, strict=True)),
    )


def some_missing(side: str, item: Item, person: int) -> Answer:
    """Nobody of lived experience answers synergy and respect; staff do not answer equality."""
    principle = item.code.rsplit("-", 1)[0]
    silent = ("equality",) if side in ("staff", "commissioner") else ("synergy", "respect")
    return None if principle in silent else lifelike(side, item, person)


ODD = About(
    organisation='Ünï 🌻👩‍🦽 $x^2$ \\frac &<b>"Sons"</b> 北京 \u0627\u0644 \x07\ud800 '
    + "Long Name " * 60,
    programme="A programme name of exactly sixty characters, as long as it is",
    closed=CLOSED,
)
CAST = {
    "lifelike": assessed(own_part=stated(4, 3, 1, 2)),
    "short length": assessed(
        about=About(organisation="Northfield", length=Length.SHORT), own_part=stated(3, 3, 2)
    ),
    "nothing at all": assessed(people={}, about=About(organisation="")),
    "only staff": assessed(people={"staff": 12}, own_part=stated(2)),
    "only a panel": assessed(people={"panel": 1}, own_part=stated(1)),
    "all 0": assessed(always(0), own_part=stated(0, pyramid=(0,) * 5)),
    "all 4": assessed(always(4), own_part=stated(4, pyramid=(4,) * 5)),
    "some missing": assessed(some_missing, own_part=stated(3, "DK", None, "NA", 1, None, None)),
    "withheld": assessed(people={**EVERYBODY, "giving": 4, "staff": 3}, own_part=stated(3)),
    "mutual group": assessed(
        people={"receiving": 1},
        groups=("receiving",),
        about=About(organisation="Tuesday group", mutual=True),
        own_part=OwnPart(pyramid={"L1": 4, "L2": "DK", "L3": "NA"}),
    ),
    "odd words": assessed(some_missing, about=ODD, own_part=stated(0, 4)),
}
