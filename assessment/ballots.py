"""What people answer: one box a perspective, and drafts that only their writer can open.

No row per person in the box: everybody's strings are sorted and joined, so there is no key, row
number or time to join an answer to a draft, an invitation or a person. Pages import nothing from
here; ``assessment.steps`` and ``assessment.drafts`` do.
"""

from django.db import models


class Ballots(models.Model):
    """``joined``: fixed-width answer strings, sorted. ``comments`` and ``groups``: sorted lists."""

    perspective = models.OneToOneField(
        "assessment.Perspective", on_delete=models.CASCADE, related_name="ballots"
    )
    joined = models.TextField(default="")
    comments = models.JSONField(default=list)
    groups = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"ballots of {self.perspective_id}"


class Draft(models.Model):
    """Answers not yet sent. Its only key is the HMAC of a resume code of four words.

    ``slip``: the one it was begun with, until it is sent; one draft at a time for each.
    """

    link = models.ForeignKey("assessment.Link", on_delete=models.CASCADE, related_name="drafts")
    slip = models.OneToOneField(
        "assessment.Slip", on_delete=models.CASCADE, null=True, related_name="draft"
    )
    code_hmac = models.CharField(max_length=64, unique=True)
    answers = models.TextField(default="")
    comment = models.TextField(default="", blank=True)
    group = models.JSONField(null=True, blank=True)  # people, from, different view
    sent = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(sent=False) | models.Q(answers="", comment=""),
                name="a_sent_draft_is_empty",
            ),
        )

    def __str__(self) -> str:
        return f"draft of {self.link_id}"
