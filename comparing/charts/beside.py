"""What stands at the foot of every chart of a comparison."""

from comparing.method.comparing import Comparison
from reports.drawing.lettering import wrapped
from reports.drawing.sheet import ROOM
from reports.drawing.style import ASIDE


def beside_whom(comparison: Comparison) -> str:
    """'Northfield NHS Trust beside the others of its round; 16 organisations share.'"""
    count = comparison.sharing
    share = f"{count} organisation{'s share' if count != 1 else ' shares'}."
    if comparison.viewer is None:
        return f"The collaboration's own view; {share}"
    name = " ".join(wrapped(comparison.viewer.name, 0.5 * ROOM, ASIDE, most=1))
    return f"{name} beside the others of its round; {share}"
