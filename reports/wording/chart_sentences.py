"""What each chart means, in one or two plain sentences (its alt text too)."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from assessment.method.marks import Marked
from assessment.method.numbers import whole
from assessment.method.results import Mode
from assessment.method.structure import Mark
from questions.entries import StandardClass
from reports.wording.figures import (
    Dots,
    Line,
    domain_lines,
    layers,
    perspective_dots,
    principle_lines,
    without_dots,
)
from reports.wording.names import (
    capital,
    extremes,
    few,
    highest_and_lowest,
    listed,
    lower,
    principle_names,
    without_figure,
)
from reports.wording.profile import profile_sentence


def principles_sentence(marked: Marked) -> str:
    """'... rate companionship highest (79) and equality lowest (32); staff rate ...'"""
    lines = {line.code: line for line in principle_lines(marked)}
    lived, others = lines.get("lived"), lines.get("others")
    if lived is None:
        return others_sentence(marked, others)
    said = capital(f"{whose(marked, lived)} {extremes(principle_names(marked), lived.figures)}")
    if others is None:
        said += "; there is no view of staff or commissioners to set beside theirs"
    else:
        said += f"; {whose(marked, others)} {gap_clause(marked)}"
    return f"{said}.{missing_view(marked, lived)}"


def others_sentence(marked: Marked, others: Line | None) -> str:
    if others is None:
        return "There are not enough answers yet to show either view of the twelve principles."
    said = f"{whose(marked, others)} {extremes(principle_names(marked), others.figures)}"
    return f"There are not enough answers for a lived-experience view. {capital(said)}."


def whose(marked: Marked, line: Line) -> str:
    """'people with lived experience', or who it is where only one perspective speaks."""
    if len(line.sides) == 1:
        return marked.results.name_of(line.sides[0])
    if line.code == "lived":
        return "people with lived experience"
    return listed([marked.results.short_name_of(code).lower() for code in line.sides])


def gap_clause(marked: Marked) -> str:
    """'rate every principle higher, equality by 39'."""
    names = principle_names(marked)
    gaps = [one.views.gap for one in marked.principles.values()]
    found = {n: int(whole(gap)) for n, gap in zip(names, gaps, strict=True) if gap is not None}
    if not found:
        return "have figures for other principles only"
    if not any(found.values()):
        return "rate them alike"
    higher = sum(gap > 0 for gap in found.values())
    fewer = sum(gap < 0 for gap in found.values())
    word, count = ("higher", higher) if higher else ("lower", fewer)
    most = max(found, key=lambda name: found[name] if higher else -found[name])
    by = f"{most} by {abs(found[most])}"
    if count == len(names):
        return f"rate every principle {word}, {by}"
    rest = f", and {fewer} lower" if higher and fewer else ""
    return f"rate {count} of {len(found)} {word}, {by}{rest}"


def missing_view(marked: Marked, lived: Line) -> str:
    names = without_figure(principle_names(marked), lived.figures)
    return f" Not enough answers for a lived-experience view of {few(names)}." if names else ""


def standards_sentence(marked: Marked) -> str:
    names = [lower(domain.name) for domain in marked.results.instrument.domains]
    lines = domain_lines(marked)
    if not lines:
        return "Not enough standards are rated to score any of the seven domains."
    figures = lines[0].figures
    top, bottom = highest_and_lowest(names, figures)
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


def map_sentence(marked: Marked) -> str:
    """The two figures, the profile with its counts (never without them), the marks beside it."""
    found = marked.structure
    beside = f" Beside the profile: {listed(list(found.marks))}." if found.marks else ""
    if found.formal is None or found.essence is None:
        missing = listed(list(missing_figures(marked)))
        return f"No place on the map: {missing}. {profile_sentence(marked)}{beside}"
    figures = f"Structure is {whole(found.formal)} and essence {whole(found.essence)}"
    return f"{figures}: {profile_sentence(marked)}{beside}"


def missing_figures(marked: Marked) -> Iterable[str]:
    instrument = marked.results.instrument
    needs = instrument.thresholds
    if marked.structure.formal is None:
        formal = len(instrument.standards_of_class(StandardClass.FORMAL))
        too_few = f"fewer than {needs.formal_needs} of its {formal} standards are rated"
        yield f"structure is missing ({too_few})"
    if marked.structure.essence is None:
        few_views = f"fewer than {needs.essence_needs} principles have a lived-experience view"
        yield f"essence is missing ({few_views})"


def perspectives_sentence(marked: Marked) -> str:
    rows = perspective_dots(marked)
    notes = " ".join(notes_on_missing(marked))
    if not rows:
        return f"No perspective has enough answers to show. {notes}".strip()
    if len(rows) == 1:
        figures = [dot.figure if dot else None for dot in rows[0].dots]
        who = capital(marked.results.name_of(rows[0].perspective))
        said = f"{who} {extremes(principle_names(marked), figures)}; there are no other figures."
    else:
        said = differences(marked, rows)
    return f"{said} {notes}".strip()


def differences(marked: Marked, rows: Sequence[Dots]) -> str:
    """'Views differ most on equality, from 32 (receiving) to 78 (staff), and least on ...'"""
    names = principle_names(marked)
    spans: list[tuple[float, str]] = []
    for place, name in enumerate(names):
        here = [(dot.figure, row.perspective) for row in rows if (dot := row.dots[place])]
        if len(here) > 1:
            least, most = min(here, key=itemgetter(0)), max(here, key=itemgetter(0))
            spans.append((most[0] - least[0], f"{name}{between(marked, least, most)}"))
    if not spans:
        return "No principle has figures from two perspectives."
    widest, closest = max(spans, key=itemgetter(0)), min(spans, key=itemgetter(0))
    if whole(widest[0]) == whole(closest[0]):
        rated = "" if len(spans) == len(names) else " that two or more rate"
        return f"Views differ by {whole(widest[0])} on every principle{rated}."
    return f"Views differ most on {widest[1]}, and least on {closest[1]}."


def between(marked: Marked, least: tuple[float, str], most: tuple[float, str]) -> str:
    """', from 32 (receiving) to 78 (staff)', or ' (50)' where they agree."""
    ends = [f"{whole(figure)} ({side_name(marked, side)})" for figure, side in (least, most)]
    agree = whole(least[0]) == whole(most[0])
    return f" ({whole(least[0])})" if agree else f", from {ends[0]} to {ends[1]}"


def side_name(marked: Marked, perspective: str) -> str:
    return marked.results.short_name_of(perspective).lower()


def notes_on_missing(marked: Marked) -> Iterable[str]:
    """Who answered and is not shown, without figures."""
    hidden = without_dots(marked)
    names = {
        mode: listed([marked.results.short_name_of(code).lower() for code in codes])
        for mode, codes in hidden.items()
    }
    if Mode.INDIVIDUAL in names:
        yield f"Fewer than {marked.results.about.k} answered: {names[Mode.INDIVIDUAL]}."
    if Mode.GROUP in names:
        yield f"Too few statements rated: {names[Mode.GROUP]}."
    if any(None in row.dots for row in perspective_dots(marked)):
        yield "Where a mark is missing, too few answered."


def pyramid_sentence(marked: Marked) -> str:
    found = layers(marked)
    rated = {lower(one.name): one for one in found if one.rating is not None}
    said = f"{strongest(rated.keys(), [one.rating or 0 for one in rated.values()], marked)}"
    missing = [f"{lower(one.name)} ({one.word})" for one in found if one.rating is None]
    if rated and missing:
        said += f" Without a rating: {'; '.join(missing)}."
    return f"{said}{top_heavy(marked)}"


def strongest(names: Iterable[str], ratings: Sequence[int], marked: Marked) -> str:
    if not ratings:
        return "No layer of the pyramid is rated."
    labels, ends = marked.results.instrument.scales.pyramid.labels, (max(ratings), min(ratings))
    pairs = list(zip(names, ratings, strict=True))
    top, bottom = (listed([name for name, rating in pairs if rating == end]) for end in ends)
    if ends[0] == ends[1]:
        every = "every layer" if len(pairs) > 2 else top
        return f"{capital(every)}: {labels[ends[0]]}."
    return f"Strongest: {top} ({labels[ends[0]]}). Thinnest: {bottom} ({labels[ends[1]]})."


def top_heavy(marked: Marked) -> str:
    if Mark.TOP_HEAVY not in marked.structure.marks:
        return ""
    return f" {Mark.TOP_HEAVY}: {lower(marked.results.instrument.meaning[Mark.TOP_HEAVY].meaning)}"


SENTENCES = {
    "principles": principles_sentence,
    "standards": standards_sentence,
    "map": map_sentence,
    "perspectives": perspectives_sentence,
    "pyramid": pyramid_sentence,
}
