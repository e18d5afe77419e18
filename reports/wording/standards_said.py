"""The standards by domain, as the organisation rates them."""

from collections.abc import Sequence

from assessment.method.language import capital, few, in_letters, lower
from assessment.method.marks import Marked
from assessment.method.results import Results
from questions.entries import Standard
from reports.wording.figures_said import highest_and_lowest, without_figure
from reports.wording.plotted import domain_lines


def standards_sentence(marked: Marked) -> str:
    names = [lower(domain.name) for domain in marked.results.instrument.domains]
    lines = domain_lines(marked)
    if not lines:
        every = in_letters(len(names))
        return f"Not enough standards are rated to score any of the {every} domains."
    figures = lines[0].figures
    top, bottom = highest_and_lowest(names, figures, marked.results.instrument.thresholds.cuts)
    said = f"{few(top[0], 'domains')} {score_word(top[0])}"
    if len(top[0]) == len(names):
        return f"Every domain scores {top[1]}."
    if top == bottom:
        said = f"{said} {top[1]}"
    else:
        said = f"{said} highest ({top[1]}) and {few(bottom[0], 'domains')} lowest ({bottom[1]})"
    # a group that rated a few is told nothing of what it left out
    missing = without_figure(names, figures) if marked.structure.formal is not None else []
    rest = f" Not enough standards are rated to score {few(missing, 'domains')}." if missing else ""
    return f"{capital(said)}.{rest}"


def score_word(names: Sequence[str]) -> str:
    return "scores" if len(names) == 1 else "score"


def answered_standards(results: Results) -> tuple[Standard, ...]:
    """Also with don't know or does not apply; what was left blank is told by ``left_blank``."""
    given = results.own_part.standards
    return tuple(
        one
        for one in results.instrument.standards
        if one.code in given and given[one.code].rating is not None
    )


def left_blank(marked: Marked) -> str:
    """How many standards nobody answered; nothing where too few were to score structure, of which
    the profile's own sentence says what is wanting."""
    every = len(marked.results.instrument.standards)
    blank = every - len(answered_standards(marked.results))
    if marked.structure.formal is None or not blank:
        return ""
    return f"Left blank: {blank} of the {every} standards."
