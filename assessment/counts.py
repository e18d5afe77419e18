"""How many have answered while it is open: all that anybody sees (method.md section 3)."""

from assessment.answering import item_codes
from assessment.ballots import Ballots
from assessment.models import Assessment


def responses_so_far(assessment: Assessment) -> dict[str, str]:
    """Perspective code to 'fewer than 5', or the number rounded down to a multiple of 5.

    A group's ratings are no secret: they are counted as they are.
    """
    width = len(item_codes(assessment))
    boxes = Ballots.objects.filter(perspective__assessment=assessment)
    sent = {box.perspective_id: len(box.joined) // width for box in boxes}
    return {
        perspective.code: shown(sent.get(perspective.pk, 0), assessment.k)
        if perspective.mode == "individual"
        else str(sent.get(perspective.pk, 0))
        for perspective in assessment.perspectives.order_by("pk")
    }


def shown(number: int, k: int) -> str:
    """Never below k, and in steps of five, so that one more answer is not seen arriving."""
    return f"fewer than {k}" if number < k else str(max(k, number // 5 * 5))
