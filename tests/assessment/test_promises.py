"""What people are promised about their answers."""

import pytest

from assessment.models import Assessment, Perspective
from assessment.promises import how_long, read_by
from organisations.models import Organisation, Programme
from questions import Length
from questions.reading import DEFAULT_VERSION


@pytest.mark.parametrize(
    ("code", "mode", "kind", "readers"),
    [
        ("staff", "individual", "trust", "Your employer"),
        ("staff", "individual", "user-led", "Your employer"),
        (
            "giving",
            "individual",
            "trust",
            "Your employer, or the people who run peer support here,",
        ),
        ("giving", "individual", "user-led", "The people who run peer support here, and others"),
        ("receiving", "individual", "trust", "The people who run peer support here, and others"),
        ("partner", "individual", "trust", "The people who run peer support here, and others"),
        ("giving", "group", "trust", "Everybody who gets the report"),
        ("panel", "group", "user-led", "Everybody who gets the report"),
    ],
)
def test_whoever_may_be_employed_here_is_told_that_their_employer_reads_it(
    code, mode, kind, readers
):
    assessment = Assessment(
        programme=Programme(organisation=Organisation(kind=kind)), instrument=DEFAULT_VERSION
    )
    said = read_by(Perspective(assessment=assessment, code=code, mode=mode))
    assert said.startswith(readers)
    assert "will read this as you wrote it. Do not name people" in said


def test_a_guess_is_said_to_be_one():
    assert how_long(Length.SHORT) == "About 10 to 20 minutes, a guess until it is timed."
    assert how_long(Length.FULL) == "About 20 to 35 minutes, a guess until it is timed."
