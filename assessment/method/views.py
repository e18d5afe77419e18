"""Whose view decides: lived experience (docs/method.md section 5)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assessment.method.numbers import mean
from assessment.method.results import Panel, Results
from assessment.method.scores import Score
from questions import Shape, Thresholds


@dataclass(frozen=True, slots=True)
class Views:
    """The lived-experience view (L) on both axes, the others' (O) on practice, and the gap."""

    practice: float | None
    warning: float | None
    others: float | None
    gap: float | None
    all_round: float | None


def views(scores: Mapping[str, Score], shape: Shape, *, panel_counts: bool) -> Views:
    """``scores`` by perspective, those that answered; the panel only where it counts as lived."""

    def lived(axis: Callable[[Score], float | None]) -> float | None:
        figures = {code: axis(score) for code, score in scores.items()}
        return lived_view(figures, shape, panel_counts=panel_counts)

    practice = lived(lambda score: score.practice)
    others = mean(scores[code].practice for code in shape.others if code in scores)
    return Views(
        practice=practice,
        warning=lived(lambda score: score.warning),
        others=others,
        gap=None if practice is None or others is None else others - practice,
        all_round=mean(score.practice for score in scores.values()),
    )


def lived_view(
    figures: Mapping[str, float | None], shape: Shape, *, panel_counts: bool
) -> float | None:
    """The unweighted mean of those with lived experience: a large group must not drown a small.

    Where none of them has a figure it is the panel's, if the panel counts.
    """
    found = mean(figures.get(code) for code in shape.lived)
    return figures.get(shape.panel) if found is None and panel_counts else found


def panel_counts(results: Results) -> bool:
    """Whether the panel is a lived-experience view: at least two, and at least half, of it."""
    return panel_is_lived(results.about.panel, results.instrument.thresholds)


def panel_is_lived(panel: Panel | None, thresholds: Thresholds) -> bool:
    if panel is None or panel.people is None or panel.lived_experience is None:
        return False
    lived, people = panel.lived_experience, panel.people
    return lived >= thresholds.panel_lived and 2 * lived >= people
