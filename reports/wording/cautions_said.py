"""What stands beside figures and at the foot of charts, so that nobody reads more in them."""

from collections.abc import Iterator

from assessment.method.language import capital, listed
from assessment.method.results import BlurredCell, Released, Results
from reports.wording.people_said import FEW, Few, few_answered

CAUTION = "drafted method, not validated: use it to talk, not to rank."
SCORES = f"Scores 0-100; {CAUTION}"
OWN_SCORES = f"Scores 0-100, self-assessed; {CAUTION}"
OWN_RATING = f"Rated by the organisation itself; {CAUTION}"

SPOKES = (
    "Twelve spokes are not twelve dimensions: the principles hang together, and the area inside a "
    "line means nothing."
)
NOT_HEARD = (
    "Not heard here: people who left or who never came, and carers. What they would say is not "
    "known."
)
COMMENTS_STAY = "Comments that people wrote never leave their organisation."
THE_REST = "those who did may see it otherwise than the rest."


def blurred(*every: Results) -> str:
    """One sentence, wherever figures of people stand who answered alone; empty without any."""
    if not any(has_blurred(one) for results in every for one in results.perspectives.values()):
        return ""
    return (
        "Figures of people who answered alone are blurred a little on purpose, so that nobody's "
        "answer can be worked out."
    )


def has_blurred(released: Released) -> bool:
    return any(isinstance(cell, BlurredCell) for cell in released.cells.values())


def unheard(results: Results) -> Iterator[str]:
    """What belongs under who answered; nothing where nobody did."""
    if results.perspectives:
        yield from too_few(results)
        yield NOT_HEARD


def too_few(results: Results) -> Iterator[str]:
    """One sentence: of whom, by bands, fewer than 60 % of a stated number answered, or may have."""
    found = {code: few_answered(one) for code, one in results.perspectives.items()}

    def whom(how: Few) -> str:
        codes = [code for code, said in found.items() if said is how]
        return listed([f"of {results.name_of(code)}" for code in codes])

    fewer, perhaps = whom(Few.ANSWERED), whom(Few.PERHAPS)
    if fewer:
        also = f", and {perhaps} perhaps as few" if perhaps else ""
        yield f"{capital(fewer)} fewer than {FEW} % answered{also}: {THE_REST}"
    elif perhaps:
        yield f"{capital(perhaps)} fewer than {FEW} % may have answered: {THE_REST}"
