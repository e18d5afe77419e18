"""Collaborations, their rounds, and what each member shares with them.

A withdrawn share keeps who, when and the text agreed to; what had left is emptied.
"""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation


class CollaborationRole(models.TextChoices):
    """Each may do what the one before it may."""

    ANALYST = "analyst", _("analyst: reads the rounds")
    ADMIN = "admin", _("admin: also invites, and opens and closes rounds")


class Collaboration(models.Model):
    """Organisations that compare themselves, with each one's consent for each round."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    about = models.TextField(_("what it is for"), max_length=2000, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A person at work for a collaboration; being one says nothing of any organisation."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seats"
    )
    collaboration = models.ForeignKey(Collaboration, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(max_length=10, choices=CollaborationRole)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "collaboration"), name="one_seat_a_person_and_collaboration"
            ),
            models.CheckConstraint(
                condition=Q(role__in=CollaborationRole.values), name="seat_has_a_known_role"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.role} of {self.collaboration}"


class Member(models.Model):
    """An organisation in a collaboration: it may share in its rounds, and need not."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.CASCADE, related_name="members"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="member_of"
    )
    joined = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("collaboration", "organisation"), name="an_organisation_joins_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} in {self.collaboration}"


class Purpose(models.TextChoices):
    """What an invitation to a collaboration is for."""

    MEMBER = "member", _("member: an organisation joins, through one of its owners")
    ANALYST = "analyst", _("analyst: reads the rounds")
    ADMIN = "admin", _("admin: also invites, and opens and closes rounds")


class CollaborationInvitation(models.Model):
    """A one-time link; only the HMAC of its token is kept."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField()
    purpose = models.CharField(max_length=10, choices=Purpose)
    token_hmac = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    accepted = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("email",)
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values), name="invitation_has_a_known_purpose"
            ),
        )

    def __str__(self) -> str:
        return f"invitation of {self.email} as {self.purpose}"


class Round(models.Model):
    """One time of comparing: figures are made when an admin closes it (method.md section 11).

    ``opens`` and ``closes`` are plans that members are told; nothing happens by itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.CASCADE, related_name="rounds"
    )
    name = models.CharField(_("name"), max_length=100)
    instrument = models.CharField(max_length=50)
    opens = models.DateField(_("members may share from"))
    closes = models.DateField(_("planned to close on"))
    closed_at = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-opens", "-created")
        constraints = (
            models.UniqueConstraint(fields=("collaboration", "name"), name="round_names_differ"),
            models.CheckConstraint(
                condition=Q(closes__gte=F("opens")), name="a_round_closes_after_it_opens"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


class CollaborationEntry(models.Model):
    """What people of a collaboration did, and when; never who shared anonymously."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.CASCADE, related_name="entries"
    )
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    at = models.DateTimeField(auto_now_add=True)
    what = models.CharField(max_length=300)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.what}"


class Way(models.TextChoices):
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
    way = models.CharField(max_length=10, choices=Way)
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
            models.CheckConstraint(condition=Q(way__in=Way.values), name="share_has_a_known_way"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(results="", figures={}, chosen=[]),
                name="nothing_is_left_of_a_withdrawn_share",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation} in {self.round}, {self.way}"


class RoundFigures(models.Model):
    """The figures of a closed round, made once of those who shared (``comparing.steps.figures``).

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
