"""What a figure says in words: a level, with whether it is borderline; a status; nothing."""

import pytest

from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from comparing.method.members import ESSENCE, MECHANISMS, PRINCIPLES, Figures

FIGURES = Figures(
    values={},
    levels={"synergy": Level.HOLDING, "stigma": Level.AT_RISK, "respect": Level.NOT_ENOUGH},
    statuses={"M1": Status.PRESENT},
    close=frozenset({"synergy", "respect"}),
)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ((PRINCIPLES, "synergy"), "Holding, borderline"),
        ((PRINCIPLES, "stigma"), "At risk"),
        ((PRINCIPLES, "respect"), "Not enough evidence"),
        ((MECHANISMS, "M1"), "Present"),
        (ESSENCE, ""),
    ],
)
def test_a_figure_in_words(key, said):
    assert FIGURES.says(key) == said
