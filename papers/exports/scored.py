"""From an export straight to what ``score`` takes: the same as by way of the answers workbook."""

from assessment.intake.answers_workbook import AnswerSheet
from assessment.intake.answers_workbook.answers_rows import PANEL_TOGETHER
from assessment.intake.uploads import Refused
from assessment.method.responses import Responses, encode
from assessment.method.results import (
    About,
    Answered,
    FactCheck,
    Individuals,
    OwnPart,
    StandardRating,
)
from papers.exports.survey_answers import Matched
from questions import Instrument


def sheet_of(matched: Matched, instrument: Instrument, about: About) -> AnswerSheet:
    """Everybody as an individual, the own part blank; Refused where the method knows no such."""
    if faults := tuple(perspective_faults(matched, instrument, mutual=about.mutual)):
        raise Refused(faults)
    codes = [item.code for item in instrument.items(matched.length)]
    answered: dict[str, Answered] = {}
    for perspective in instrument.perspective:
        rows = (answers for whose, answers in matched.rows if whose == perspective)
        strings = [encode(list(map(answers.get, codes))) for answers in rows]
        if strings:
            answered[perspective] = Answered(
                responses=Responses.of(strings, width=len(codes)),
                individuals=Individuals(k=instrument.thresholds.k),
                groups=(),
            )
    return AnswerSheet(about, blank_own_part(instrument), answered, ())


def perspective_faults(matched: Matched, instrument: Instrument, *, mutual: bool) -> list[str]:
    """As of rows in the workbook (docs/method.md section 2)."""
    found, shape = {perspective for perspective, _ in matched.rows}, instrument.shape
    faults = []
    if shape.panel in found:
        faults.append(PANEL_TOGETHER)
    if mutual and shape.giving in found:
        faults.append(f"in a mutual group everybody gives and receives: say {shape.receiving}")
    return faults


def blank_own_part(instrument: Instrument) -> OwnPart:
    return OwnPart(
        standards={code: StandardRating() for code in instrument.standard},
        facts={code: FactCheck() for code in instrument.fact},
        pyramid={layer.code: None for layer in instrument.layers},
    )
