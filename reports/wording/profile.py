"""Sentences that page, workbook and terminal share."""

from assessment.method import Marked
from assessment.method.levels import Level


def profile_sentence(marked: Marked) -> str:
    """The profile, never without how many principles stand at the three levels that count."""
    holding, pressed, at_risk = (
        counted(len(marked.at(level)))
        for level in (Level.HOLDING, Level.UNDER_PRESSURE, Level.AT_RISK)
    )
    return (
        f"{marked.structure.profile}. Of the {len(marked.principles)} principles, {holding} "
        f"Holding, {pressed} Under pressure and {at_risk} At risk of professionalisation"
        f"{not_known(marked)}."
    )


def not_known(marked: Marked) -> str:
    """So that 'none is At risk' is not read as good news where too few answered."""
    count = len(marked.at(Level.NOT_ENOUGH))
    if not count:
        return ""
    how_many = f"all {count}" if count == len(marked.principles) else f"{count}"
    return f"; for {how_many} there is not enough evidence"


def counted(count: int) -> str:
    """'none is', '1 is', '4 are'."""
    return "none is" if count == 0 else f"{count} {'is' if count == 1 else 'are'}"
