"""Closed assessments of every kind: through the real steps, or around Results made up here."""

import datetime
import random

from django.utils import timezone

from assessment.method import mark, release, to_json
from assessment.method.responses import Responses, encode
from assessment.method.results import (
    About,
    Answered,
    FactCheck,
    GroupRating,
    Individuals,
    Mode,
    OwnPart,
    Panel,
    StandardRating,
    Truth,
)
from assessment.models import Assessment, ClosedReport
from assessment.steps import closing
from assessment.steps import own_part as own_steps
from questions import Length, load
from tests.assessment.answered import open_assessment, respond
from tests.assessment.method.build import Seeded

SIZES = {"giving": 14, "receiving": 31, "partner": 1, "staff": 19, "commissioner": 1, "panel": 1}
LEAN = {
    "giving": 2.2,
    "receiving": 2.0,
    "partner": 2.3,
    "staff": 3.3,
    "commissioner": 3.2,
    "panel": 2.4,
}
TOGETHER = ("partner", "commissioner", "panel")
PYRAMID = {"L1": 1, "L2": 2, "L3": 2, "L4": 1, "L5": 4}
DAY = datetime.date(2026, 11, 20)


def sample(*, instrument=None, seed=1, length=Length.FULL, sizes=SIZES, stated=True, k=5, **about):
    """Results like those of an NHS trust: staff see it rosier than people with lived experience."""
    chance, instrument = random.Random(seed), instrument or load()
    lift = {p.code: chance.gauss(0, 0.7) for p in instrument.principles}
    return release(
        instrument,
        about=About(
            **{
                "organisation": "Northfield Trust",
                "programme": "Community peers",
                "setting": "in the community",
                "closed": DAY,
                "length": length,
                "panel": Panel(6, 3),
                **about,
            }
        ),
        own_part=own_part(chance, instrument) if stated else OwnPart(),
        answered={
            code: answered(chance, instrument, length, code, people, lift, k)
            for code, people in sizes.items()
            if people and code in instrument.perspective
        },
        steps=Seeded(seed),
    )


def answered(chance, instrument, length, code, people, lift, k):
    group = code in TOGETHER
    items = instrument.items(length)
    given = [
        encode(
            [answer(chance, item, LEAN[code] + lift[item.code.rsplit("-", 1)[0]]) for item in items]
        )
        for _ in range(people)
    ]
    return Answered(
        responses=Responses.of(given, width=len(items)),
        individuals=None if group else Individuals(k=k, size=people + 6),
        groups=(GroupRating(5, "three who give, two staff", "One of us sees it stronger."),)
        if group
        else (),
    )


def answer(chance, item, lean):
    if chance.random() < 0.06:
        return chance.choice(["DK", "NA", None])
    lean = 3.7 - lean if item.kind == "warning" else lean
    return max(0, min(4, round(chance.gauss(lean, 0.9))))


def own_part(chance, instrument):
    return OwnPart(
        standards={
            s.code: StandardRating(chance.choice([0, 1, 2, 3, 4]), "Minutes of May 2026")
            for s in instrument.standards
        },
        facts={
            f.code: FactCheck(
                Truth(chance.choice(["yes", "no", "no", "NA", "DK"])), DAY, "Register"
            )
            for f in instrument.facts
        },
        pyramid={layer.code: PYRAMID[layer.code] for layer in instrument.layers},
    )


def closed_with(cast, results, *, comments=None, name="Autumn"):
    """A closed assessment whose report says just this."""
    assessment = Assessment.objects.create(
        programme=cast.programme,
        name=name,
        instrument=results.instrument.version,
        length=results.about.length,
        state="closed",
        closed_at=timezone.now(),
    )
    ClosedReport.objects.create(
        assessment=assessment, results=to_json(mark(results)), comments=comments or {}
    )
    return assessment


def rate_all(assessment, who):
    """Every standard and layer as in place, so that nothing is left out of the report."""
    instrument = load(assessment.instrument)
    told = {"assessment": assessment, "version": 0, "who": who}
    for one in instrument.standards:
        own_steps.rate_standard(code=one.code, rating="3", evidence="", agreed_by="", **told)
    for one in instrument.layers:
        own_steps.rate_layer(code=one.code, rating="3", **told)


def really_closed(cast, given, **options):
    """Through every step: perspective to the answers of its people, each a list."""
    assessment = open_assessment(cast, **(options or dict.fromkeys(given, Mode.INDIVIDUAL)))
    rate_all(assessment, cast.owner)
    for perspective, people in given.items():
        for answers in people:
            respond(assessment, perspective, answers)
    closing.close(assessment=assessment, who=cast.owner)
    return Assessment.objects.get(pk=assessment.pk)
