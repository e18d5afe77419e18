"""What people answer: boxes that only closing opens, and drafts that only their writer opens.

No row per person in a box: everybody's sealed strings are sorted and joined, so there is no key,
row number or time to join an answer to a draft, an invitation or a person. Pages import nothing
from here; ``assessment.steps`` and ``assessment.drafts`` do.
"""

from django.db import models
from django.db.models import Q

HEX_DIGEST = 64  # characters of 256 bits


class Kind(models.TextChoices):
    """What a box holds of each who sent: fixed-width answers; a comment; a room's own words.

    SHEETS is not sealed: of each questionnaire put in from paper the digest of a random number that
    its page had, so that the same page pressed twice counts once (``steps.from_paper``).
    """

    ANSWERS = "answers"
    COMMENTS = "comments"
    ROOMS = "rooms"
    SHEETS = "sheets"


class Ballots(models.Model):
    """``sealed``: strings of one width, sorted (``assessment.sealing``)."""

    perspective = models.ForeignKey(
        "assessment.Perspective", on_delete=models.CASCADE, related_name="ballots"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    sealed = models.BinaryField(default=b"")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("perspective", "kind"), name="one_box_of_a_kind_a_perspective"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="box_has_a_known_kind"),
        )

    def __str__(self) -> str:
        return f"{self.kind} of {self.perspective_id}"


class Draft(models.Model):
    """Answers not yet sent, encrypted with a key that the writer's cookie alone holds.

    ``key_tag`` finds the row by that key and ``words_tag`` by the four words; ``wrapped`` is the
    key, encrypted with one made of the words. ``content`` and ``comment`` have the same length
    whatever is in them. ``slip``: the one it was begun with, until it is sent; one draft at a time
    for each. ``of_room``: of a room that rates together, which may take back what it sent.
    """

    link = models.ForeignKey("assessment.Link", on_delete=models.CASCADE, related_name="drafts")
    slip = models.OneToOneField(
        "assessment.Slip", on_delete=models.CASCADE, null=True, related_name="draft"
    )
    key_tag = models.CharField(max_length=HEX_DIGEST, unique=True)
    words_tag = models.CharField(max_length=HEX_DIGEST, unique=True)
    wrapped = models.BinaryField()
    content = models.BinaryField()
    comment = models.BinaryField()
    sent = models.BooleanField(default=False)
    of_room = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(sent=False) | Q(of_room=True) | Q(content=b"", comment=b""),
                name="a_sent_draft_is_empty",
            ),
        )

    def __str__(self) -> str:
        return f"draft of {self.link_id}"
