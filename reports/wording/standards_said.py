"""The standards by domain, as the organisation rates them."""

from collections.abc import Sequence

from assessment.method.language import capital, few, in_letters, lower
from assessment.method.marks import Marked
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
    missing = without_figure(names, figures)
    rest = f" Not enough standards are rated to score {few(missing, 'domains')}." if missing else ""
    return f"{capital(said)}.{rest}"


def score_word(names: Sequence[str]) -> str:
    return "scores" if len(names) == 1 else "score"
