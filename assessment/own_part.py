"""The organisation's own part of an assessment: standards, facts and layers of the pyramid, who
changed them, and what was said before.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

RATINGS = [*"01234", "DK", "NA"]


class OwnPartEntry(models.Model):
    """One entry of the organisation's own part; ``version`` counts its saves.

    A save names the version it started from, so a second person's text is never lost.
    """

    code = models.CharField(max_length=3)
    evidence = models.TextField(_("evidence"), max_length=5000, blank=True)
    agreed_by = models.CharField(_("who agreed it"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code


class StandardRating(OwnPartEntry):
    assessment = models.ForeignKey(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="standard_ratings"
    )
    rating = models.CharField(max_length=2, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assessment", "code"), name="one_rating_a_standard"),
            models.CheckConstraint(
                condition=Q(rating__in=["", *RATINGS]), name="standard_rating_is_known"
            ),
        )


class FactCheck(OwnPartEntry):
    assessment = models.ForeignKey(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="fact_checks"
    )
    answer = models.CharField(max_length=3, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assessment", "code"), name="one_check_a_fact"),
            models.CheckConstraint(
                condition=Q(answer__in=["", "yes", "no", "NA", "DK"]),
                name="fact_answer_is_known",
            ),
        )


class PyramidLayer(OwnPartEntry):
    assessment = models.ForeignKey(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="pyramid_layers"
    )
    rating = models.CharField(max_length=2, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assessment", "code"), name="one_rating_a_layer"),
            models.CheckConstraint(
                condition=Q(rating__in=["", *RATINGS]), name="layer_rating_is_known"
            ),
        )


class OwnPartChange(models.Model):
    """Who changed what in the organisation's own part, and what it said before."""

    assessment = models.ForeignKey(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="own_part_changes"
    )
    code = models.CharField(max_length=3)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    at = models.DateTimeField(auto_now_add=True)
    before = models.JSONField()
    after = models.JSONField()

    def __str__(self) -> str:
        return self.code


class EarlierEntry(models.Model):
    """What was said before and waits to be confirmed, changed or cleared: nothing counts it.

    ``said``: the fields of the entry by their names. ``said_on``: when it was last said;
    ``said_in``: the programme that said it where it is another one.
    """

    assessment = models.ForeignKey(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="earlier_entries"
    )
    code = models.CharField(max_length=3)
    said = models.JSONField()
    said_on = models.DateField()
    said_in = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "code"), name="one_earlier_entry_of_a_code"
            ),
        )

    def __str__(self) -> str:
        return self.code
