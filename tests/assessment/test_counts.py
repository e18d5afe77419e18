"""While it is open, a count and nothing else (docs/method.md section 3)."""

import pytest

from assessment.counts import count_shown, counts
from tests.assessment.answered import open_assessment, respond
from tests.cast import make_cast


@pytest.mark.parametrize(
    ("number", "k", "words"),
    [
        (0, 5, "fewer than 5"),
        (4, 5, "fewer than 5"),
        (5, 5, "5"),
        (9, 5, "5"),
        (10, 5, "10"),
        (7, 8, "fewer than 8"),
        (8, 8, "8"),
        (9, 8, "8"),
        (10, 8, "10"),
        (99, 12, "95"),
    ],
)
def test_counts_are_rounded_down_and_never_below_k(number, k, words):
    assert count_shown(number, k) == words


@pytest.mark.django_db
def test_an_open_assessment_says_how_many_have_answered(django_assert_num_queries):
    assessment = open_assessment(make_cast(), giving="individual", panel="group")
    respond(assessment, "panel", [3])
    for _ in range(6):
        respond(assessment, "giving", [3])
    with django_assert_num_queries(1):
        assert [(one.code, one.words) for one in counts(assessment)] == [
            ("giving", "5"),
            ("panel", "1"),
        ]
