"""Reports that method 1 made, read back: what is said of them is what their file says.

Nothing is worked out again by the rules in use now, and nothing is compared with what those made.
"""

from collections.abc import Mapping

from assessment.method.confidence import Confidence
from assessment.method.document_reading import (
    Part,
    read_about,
    read_groups,
    read_own_part,
)
from assessment.method.levels import Level
from assessment.method.marks import Marked, PrincipleMark
from assessment.method.mechanisms import MechanismMark, Status
from assessment.method.results import (
    Cell,
    EarlierCell,
    Individuals,
    Mode,
    Released,
    Results,
    Withheld,
)
from assessment.method.scores import Score
from assessment.method.structure import Mark, Profile, StructureFigures
from assessment.method.views import Views
from questions import Instrument, Length
from questions.entries import Mechanism, Principle


def earlier_results(top: Part, instrument: Instrument) -> Results:
    """Its k stood above all perspectives, and its cells were exact."""
    about = read_about(top)
    return Results(
        instrument=instrument,
        about=about,
        own_part=read_own_part(top, instrument),
        perspectives={
            code: earlier_released(top, code, instrument, about.length)
            for code in top.part("perspectives").keys_among(instrument.perspective)
        },
    )


def earlier_released(top: Part, code: str, instrument: Instrument, length: Length) -> Released:
    described, cells = top.part("perspectives").part(code), top.part("cells").part(code)
    alone = described.choice("kind", Mode) is Mode.INDIVIDUAL
    scores = scores_of(top, code, instrument)
    return Released(
        individuals=Individuals(k=top.whole("k"), size=described.maybe("size", described.whole))
        if alone
        else None,
        cells={item.code: earlier_cell(cells.part(item.code)) for item in instrument.items(length)},
        not_known=frozenset(p for p, score in scores.items() if score.truth("not_known")),
        groups=read_groups(top, code, instrument),
    )


def scores_of(top: Part, code: str, instrument: Instrument) -> dict[str, Part]:
    principles = top.part("principles")
    return {p: principles.part(p).part("perspectives").part(code) for p in instrument.principle}


def earlier_cell(part: Part) -> Cell | Withheld:
    if "withheld" in part.found:
        return Withheld(part.text("withheld"))
    return EarlierCell(part.whole("n", 1), part.number("value"), part.text("shown"))


def marked_as_told(top: Part, results: Results) -> Marked:
    """Scores, levels, sentences and statuses as the file has them."""
    instrument, principles = results.instrument, top.part("principles")
    return Marked(
        results=results,
        principles={
            one.code: told_principle(principles.part(one.code), one, results)
            for one in instrument.principles
        },
        structure=told_structure(top.part("structure"), instrument),
        mechanisms={
            one.code: told_mechanism(top.part("mechanisms").part(one.code), one, results)
            for one in instrument.mechanisms
        },
        confidence=top.choice("confidence", Confidence),
    )


def told_principle(part: Part, principle: Principle, results: Results) -> PrincipleMark:
    scores = {
        code: told_score(part.part("perspectives").part(code)) for code in results.perspectives
    }
    lived = part.part("L")
    return PrincipleMark(
        principle=principle,
        scores=scores,
        views=Views(
            practice=lived.maybe("P", lived.number),
            warning=lived.maybe("W", lived.number),
            others=part.maybe("O", part.number),
            gap=part.maybe("gap", lambda key: part.number(key, low=-100)),
            all_round=part.maybe("all_round", part.number),
        ),
        level=part.choice("level", Level),
        confirmed=part.maybe("confirmed", part.truth),
        borderline=part.maybe("borderline", part.truth),
        sources=(),
        reasons=part.texts("reasons"),
        clears=part.texts("clears"),
    )


def told_score(part: Part) -> Score:
    return Score(
        practice=part.maybe("P", part.number),
        warning=part.maybe("W", part.number),
        n=part.maybe("n", part.whole),
        low=part.maybe("low", part.number),
        high=part.maybe("high", part.number),
        not_known=part.truth("not_known"),
    )


def told_structure(part: Part, instrument: Instrument) -> StructureFigures:
    domains = part.part("domains")
    return StructureFigures(
        formal=part.maybe("FORMAL", part.number),
        rooted=part.maybe("ROOTED", part.number),
        support=part.maybe("SUPPORT", part.number),
        essence=part.maybe("ESSENCE", part.number),
        domains={one.code: domains.maybe(one.code, domains.number) for one in instrument.domains},
        profile=part.choice("profile", Profile),
        marks=tuple(Mark(word) for word in part.texts("marks")),
    )


def told_mechanism(part: Part, mechanism: Mechanism, results: Results) -> MechanismMark:
    """Its warning signs one by one are not in the file, and are not worked out."""
    facts: Mapping[str, object] = part.part("facts").found
    return MechanismMark(
        mechanism=mechanism,
        score=part.maybe("score", part.number),
        status=part.choice("status", Status),
        facts={code: results.own_part.facts[code] for code in facts},
        items={},
    )
