"""While it is open, a count and nothing else (docs/method.md section 3)."""

import pytest

from assessment.counts import count_shown, counts
from tests.assessment.answered import open_assessment, respond
from tests.cast import make_cast


@pytest.mark.parametrize(
    ("number", "k", "words"),
    [
        (0, 5, "not enough yet"),
        (4, 5, "not enough yet"),
        (5, 5, "enough"),
        (9, 5, "enough"),
        (10, 5, "10"),
        (9, 10, "not enough yet"),
        (10, 10, "10"),
        (14, 10, "10"),
        (15, 10, "15"),
        (11, 12, "not enough yet"),
        (12, 12, "12"),
        (14, 12, "12"),
        (99, 12, "50"),
    ],
)
def test_counts_are_told_in_bands_and_never_below_k(number, k, words):
    assert count_shown(number, k) == words


@pytest.mark.django_db
def test_an_open_assessment_says_how_many_have_answered(django_assert_num_queries):
    assessment = open_assessment(make_cast(), giving="individual", panel="group")
    respond(assessment, "panel", [3])
    for _ in range(11):
        respond(assessment, "giving", [3])
    with django_assert_num_queries(1):
        assert [(one.code, one.words) for one in counts(assessment)] == [
            ("giving", "10"),
            ("panel", "1"),
        ]
