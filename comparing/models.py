"""The rounds of collaborations (``comparing.party``), and what each member shares with them.

A withdrawn share keeps who, when and the text agreed to; what had left is emptied. One that is
taken back from an anonymous round before it closes leaves nothing.
"""

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from comparing.method.members import Way
from comparing.party import Collaboration
from organisations.models import Organisation, OrganisationKind

# How a round compares, of everybody in it alike: the method's two ways, in words.
WAYS = (
    (Way.ANONYMOUS.value, _("Anonymously: only figures of all who share together")),
    (Way.BY_NAME.value, _("By name: everyone who shares sees everyone else who shares")),
)


class Readers(models.TextChoices):
    """Who reads what an anonymous round publishes."""

    SHARERS = "sharers", _("those who share")
    MEMBERS = "members", _("all members of the collaboration")
    EVERYBODY = "everybody", _("everybody: a reference that any report can be set beside")


class Moment(models.TextChoices):
    """What owners are told of a round, one after the other."""

    OPENED = "opened"
    DUE = "due"  # in a week it closes, or by name ends
    CLOSED = "closed"
    ENDED = "ended"


DUE_DAYS = timedelta(days=7)


class Round(models.Model):
    """One time of comparing (docs/method.md section 11); what it is is settled before it opens.

    An anonymous one closes by itself on the day ``closes``; one by name has a last day only.
    ``counted``: how many shared when it was last counted, on the day ``counted_on``: its pages tell
    no more recent number, so that nobody sees one more arrive. ``told``: the latest moment that
    owners have been told of (``comparing.news``).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.CASCADE, related_name="rounds"
    )
    name = models.CharField(_("name"), max_length=100)
    way = models.CharField(max_length=10, choices=WAYS)
    kind = models.CharField(max_length=20, choices=OrganisationKind, blank=True)  # empty: all
    readers = models.CharField(max_length=10, choices=Readers, default=Readers.SHARERS)
    instrument = models.CharField(max_length=50)
    opens = models.DateField(_("members may share from"))
    closes = models.DateField(_("closes on"), null=True, blank=True)
    ends = models.DateField(_("last day"))
    closed_at = models.DateTimeField(null=True, blank=True)
    counted = models.PositiveIntegerField(default=0)
    counted_on = models.DateField(null=True, blank=True)
    told = models.CharField(max_length=10, choices=Moment, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-opens", "-created")
        constraints = (
            models.UniqueConstraint(
                "collaboration", Lower("name"), name="a_round_has_a_name_of_its_own"
            ),
            models.CheckConstraint(
                condition=Q(way__in=[way for way, _words in WAYS]), name="round_has_a_known_way"
            ),
            models.CheckConstraint(
                condition=Q(way=Way.BY_NAME.value, closes=None, closed_at=None)
                | Q(
                    way=Way.ANONYMOUS.value,
                    closes__isnull=False,
                    closes__gt=F("opens"),
                    ends__gte=F("closes"),
                ),
                name="only_an_anonymous_round_closes",
            ),
            models.CheckConstraint(
                condition=Q(ends__gte=F("opens")), name="a_round_ends_after_it_opens"
            ),
            models.CheckConstraint(
                condition=Q(told__in=["", *Moment.values]), name="what_was_told_is_a_moment"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_anonymous(self) -> bool:
        return self.way == Way.ANONYMOUS

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    def is_over(self, today: date) -> bool:
        """Past its last day: nothing of it is shown."""
        return self.ends < today

    def moment(self, today: date) -> tuple[Moment, date] | None:
        """The latest there was, and its day; None before it opens."""
        due = max(self.opens, (self.closes or self.ends) - DUE_DAYS)
        days = (
            (Moment.ENDED, self.ends + timedelta(days=1)),
            (Moment.CLOSED, self.closes if self.is_closed else None),
            (Moment.DUE, due),
            (Moment.OPENED, self.opens),
        )
        return next(((one, day) for one, day in days if day and day <= today), None)

    def takes_shares(self, today: date) -> bool:
        """An anonymous one until the day it closes, one by name until its last."""
        if self.closes is not None:
            return self.opens <= today < self.closes and not self.is_closed
        return self.opens <= today <= self.ends


class Share(models.Model):
    """What a member lets out to one round, and the words agreed to.

    ``results`` is what left (``shared_document``), ``figures`` what is compared of it, ``planned``
    the suggested actions that were planned, as 'M2:0', ``cells`` a keyed digest of its cells.
    ``way`` is the round's, so that the database can keep its promises.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="shares")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="shares")
    assessment = models.ForeignKey(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="shares"
    )
    way = models.CharField(max_length=10, choices=WAYS)
    text = models.TextField()
    results = models.TextField(blank=True)
    figures = models.JSONField(default=dict, blank=True)
    planned = models.JSONField(default=list, blank=True)
    cells = models.CharField(max_length=64, blank=True)
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
                condition=Q(withdrawn_at=None, way=Way.ANONYMOUS.value),
                name="anonymously_an_organisation_shares_once",
            ),
            models.UniqueConstraint(
                fields=("round", "assessment"),
                condition=Q(withdrawn_at=None),
                name="an_assessment_is_shared_once_in_a_round",
            ),
            models.CheckConstraint(
                condition=Q(way__in=[way for way, _words in WAYS]), name="share_has_a_known_way"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(results="", figures={}, planned=[], cells=""),
                name="nothing_is_left_of_a_withdrawn_share",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} in {self.round}, {self.way}"


class Published(models.Model):
    """What an anonymous round published when it closed, made once: comparison.json of nobody."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="published")
    document = models.JSONField()

    def __str__(self) -> str:
        return f"published of {self.round}"


class Reference(models.Model):
    """What an open round published, as everybody reads it, set beside the report of an assessment.

    A copy, from its address on this site or from its file: what was published never changes. It
    goes after the round's last day.
    """

    assessment = models.OneToOneField(
        "assessment.Assessment", on_delete=models.CASCADE, related_name="reference"
    )
    document = models.JSONField()
    last_day = models.DateField(null=True, blank=True)  # empty: made without a site

    def __str__(self) -> str:
        return f"a reference beside {self.assessment}"


class UsedAssessment(models.Model):
    """That an assessment was counted anonymously, or shared by name; keyed digests, no figure.

    It belongs to nobody and is never deleted: a file once downloaded does not forget
    (``comparing.steps.remembering``). ``key_check`` says with which key it was made.
    """

    organisation = models.CharField(max_length=64, db_index=True)
    assessment = models.CharField(max_length=64)
    cells = models.CharField(max_length=64, db_index=True)
    closed = models.DateField()
    how = models.CharField(max_length=10)
    key_check = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assessment", "how"), name="a_use_is_remembered_once"),
            models.CheckConstraint(
                condition=Q(how__in=["counted", "named"]), name="a_use_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"an assessment that was {self.how}"
