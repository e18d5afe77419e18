"""Sentences that page, workbook and terminal share."""

from assessment.method import Marked
from assessment.method.levels import Level


def profile_sentence(marked: Marked) -> str:
    """The profile, never without how many principles stand at the three levels that count."""
    holding, pressed, at_risk = (
        len(marked.at(level)) for level in (Level.HOLDING, Level.UNDER_PRESSURE, Level.AT_RISK)
    )
    total = len(marked.principles)
    return (
        f"{marked.structure.profile}. Of the {total} principles, {holding} "
        f"{'is' if holding == 1 else 'are'} Holding, {pressed} Under pressure and "
        f"{at_risk} At risk of professionalisation."
    )
