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
from organisations.parties.bases import (
    ROLE_LENGTH,
    Party,
    PartyEntry,
    PartyInvitation,
    PartySeat,
    known_role,
)
from organisations.parties.kinds import PartyKind, PartyRole


class CollaborationRole(PartyRole):
    """Each may do what the one before it may."""

    ANALYST = (
        "analyst",
        _(
            "Reads the rounds: figures of several organisations together, and of those who share "
            "by name."
        ),
        _("analyst: reads the rounds"),
    )
    ADMIN = (
        "admin",
        _(
            "Also invites people and organisations, and plans and closes rounds. Signs in with a "
            "second step, always."
        ),
        _("admin: also invites, and opens and closes rounds"),
    )


MEMBER = "member"  # what an invitation is to that an owner accepts for an organisation


class Collaboration(Party):
    """Organisations that compare themselves, with each one's consent for each round."""

    about = models.TextField(_("what it is for"), max_length=2000, blank=True)

    party_kind = PartyKind(
        roles=CollaborationRole,
        sees_people=CollaborationRole.ANALYST,
        second_step=True,
        also_invited=((MEMBER, _("member: an organisation joins, through one of its owners")),),
        home="collaboration",
        people="collaboration_people",
        join="take_part",
        people_template="comparing/people.html",
        invitation_template="comparing/_take_part.html",
        invited_to=_("What for"),
        invited_hint=_(
            "They sign in with it. To bring an organisation they need to be one of its owners here."
        ),
        here_already=_("This person is here already: change the role there instead."),
        here_no_longer=_("This person is no longer here."),
        needs_top=_("A collaboration needs an admin: make somebody else an admin first."),
        removed=_("%(who)s is no longer here."),
    )


class Seat(PartySeat):
    """A person at work for a collaboration; being one says nothing of any organisation."""

    party = models.ForeignKey(Collaboration, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(max_length=ROLE_LENGTH, choices=CollaborationRole)

    class Meta(PartySeat.Meta):
        constraints = (*PartySeat.Meta.constraints, known_role(CollaborationRole.values))


class CollaborationInvitation(PartyInvitation):
    """To a person who takes a seat, or to an organisation through one of its owners."""

    party = models.ForeignKey(Collaboration, on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=ROLE_LENGTH, choices=Collaboration.party_kind.invitable)

    class Meta(PartyInvitation.Meta):
        constraints = (known_role([MEMBER, *CollaborationRole.values]),)


class CollaborationEntry(PartyEntry):
    """What people of a collaboration did, and when; never who shared anonymously."""

    party = models.ForeignKey(Collaboration, on_delete=models.CASCADE, related_name="log")


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


class Round(models.Model):
    """One time of comparing: figures are made when an admin closes it (docs/method.md section 11).

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
