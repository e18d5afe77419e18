"""What stands beside figures, so that nobody reads more in them than there is."""

from collections.abc import Iterator

from assessment.method.results import Results
from reports.wording.people_said import few_answered

SPOKES = (
    "Twelve spokes are not twelve dimensions: the principles hang together, and the area inside a "
    "line means nothing."
)
NOT_HEARD = (
    "Not heard here: people who left or who never came, and carers. What they would say is not "
    "known."
)


def blurred(results: Results) -> str:
    """One sentence, wherever figures of people stand who answered alone; empty without any."""
    if not any(released.individuals for released in results.perspectives.values()):
        return ""
    return (
        "Figures of people who answered alone are blurred a little on purpose, so that nobody's "
        "answer can be worked out."
    )


def unheard(results: Results) -> Iterator[str]:
    """What belongs under who answered; nothing where nobody did."""
    if results.perspectives:
        yield from too_few(results)
        yield NOT_HEARD


def too_few(results: Results) -> Iterator[str]:
    """Where, by bands, fewer than 60 % of a stated number may have answered."""
    for code, released in results.perspectives.items():
        if few_answered(released):
            yield (
                f"Of {results.name_of(code)} fewer than 60 % may have answered: those who did may "
                "see it otherwise than the rest."
            )
