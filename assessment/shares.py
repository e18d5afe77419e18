"""Consent to share a closed assessment with a round, and the figures that a round was closed with.

A withdrawn share keeps who, when and the text agreed to; what had left is emptied.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.collaborations import Round
from organisations.models import Organisation


class Level(models.TextChoices):
    """How an organisation shares; not sharing is no row at all."""

    ANONYMOUS = "anonymous", _("anonymously: only figures of several organisations together")
    NAMED = "named", _("by name: the members of the round see your organisation's own figures")


class Share(models.Model):
    """``results`` is what left (``shared_document``), ``figures`` what is compared of it,
    ``chosen`` the suggested actions that were planned, as 'M2:0'.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="shares")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="shares")
    assessment = models.ForeignKey(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="shares"
    )
    level = models.CharField(max_length=10, choices=Level)
    until = models.DateField(_("until"))
    text = models.TextField()
    results = models.TextField(blank=True)
    figures = models.JSONField(default=dict, blank=True)
    chosen = models.JSONField(default=list, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    agreed_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-agreed_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("round", "organisation"),
                condition=Q(withdrawn_at=None),
                name="one_share_an_organisation_and_round",
            ),
            models.CheckConstraint(
                condition=Q(level__in=Level.values), name="share_has_a_known_level"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(results="", figures={}, chosen=[]),
                name="nothing_is_left_of_a_withdrawn_share",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} in {self.round}, {self.level}"


class RoundFigures(models.Model):
    """The figures of a closed round, made once of those who shared (``assessment.rounds``).

    ``members``: what each shared, as it was then; emptied when the figures are taken down. What
    stays is ``trace``, against which figures made again are held. ``until``: the first day on which
    somebody's consent ends, and with it these figures.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="versions")
    made_at = models.DateTimeField(auto_now_add=True)
    members = models.JSONField(default=list, blank=True)
    trace = models.JSONField()
    held_back = models.JSONField(default=dict)  # keys and splits that would give somebody away
    until = models.DateField(null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("round",),
                condition=Q(taken_down_at=None),
                name="a_round_shows_one_version",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_at=None) | Q(members=[]),
                name="nothing_is_left_of_figures_taken_down",
            ),
        )

    def __str__(self) -> str:
        return f"figures of {self.round}"

    def is_shown(self, today: date) -> bool:
        return self.taken_down_at is None and (self.until is None or today <= self.until)
