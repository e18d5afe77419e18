"""People, organisations and roles.

Every primary key that stands in an address is random, so that another tenant's object and an
address that never existed look the same.
"""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisations.parties.bases import (
    ROLE_LENGTH,
    Party,
    PartyEntry,
    PartyInvitation,
    PartySeat,
    known_role,
)
from organisations.parties.kinds import PartyKind, PartyRole

DEFAULT_ACCENT = "#6b2d5c"


class UserManager(BaseUserManager["User"]):
    """An e-mail address is the only identifier, whatever its case."""

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="one_user_an_email_address"),)

    def __str__(self) -> str:
        return self.name or self.email


class OrganisationKind(models.TextChoices):
    TRUST = "trust", _("NHS trust")
    USER_LED = "user-led", _("user-led group or organisation")
    VOLUNTARY = "voluntary", _("voluntary organisation")
    OTHER = "other", _("another kind of organisation")


class Role(PartyRole):
    """Each may do what those before it may."""

    KEEPER = (
        "keeper",
        _("Prints the slips of a self-assessment, agrees to its closing early, and sees no more."),
        _("keeper: prints slips and agrees to closing early"),
    )
    VIEWER = (
        "viewer",
        _("Reads the reports and sees who is in the team."),
        _("viewer: reads reports"),
    )
    EDITOR = (
        "editor",
        _(
            "Also adds programmes, sets up self-assessments, rates together, and fills in the "
            "organisation's own part."
        ),
        _("editor: sets up assessments and fills in the organisation's part"),
    )
    OWNER = (
        "owner",
        _(
            "Also opens and closes self-assessments, publishes, invites and removes people, and "
            "changes the settings."
        ),
        _("owner: also opens, closes, publishes and looks after the team"),
    )


class Nation(models.TextChoices):
    """Decides which lines of help are shown (organisations/support_lines.py)."""

    ENGLAND = "england", _("England")
    SCOTLAND = "scotland", _("Scotland")
    WALES = "wales", _("Wales")
    NORTHERN_IRELAND = "northern-ireland", _("Northern Ireland")


class Organisation(Party):
    kind = models.CharField(_("kind"), max_length=10, choices=OrganisationKind)
    nation = models.CharField(_("nation"), max_length=16, choices=Nation, default=Nation.ENGLAND)
    support_lines = models.TextField(_("support lines"), blank=True)  # "Name: number", one a line
    accent = models.CharField(_("accent colour"), max_length=7, default=DEFAULT_ACCENT)
    logo_version = models.CharField(max_length=16, blank=True)  # of its ``Logo``; empty without

    party_kind = PartyKind(
        roles=Role,
        sees_people=Role.VIEWER,
        usual=Role.EDITOR,
        home="organisation",
        people="team",
        join="accept_invitation",
        people_template="organisations/team.html",
        invitation_template="organisations/_invitation.html",
        invited_to=_("What they may do"),
        invited_hint=_("The link works once, for whoever opens it: give it to nobody else."),
        here_already=_("This person is in the team already: change the role there instead."),
        here_no_longer=_("This person is no longer in the team."),
        needs_top=_("An organisation needs an owner: make somebody else an owner first."),
        removed=_("%(who)s is no longer in the team."),
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values), name="organisation_has_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(nation__in=Nation.values), name="organisation_has_a_known_nation"
            ),
        )

    @property
    def logo_url(self) -> str:
        """The address of the logo, new with each new picture; empty where there is none."""
        if not self.logo_version:
            return ""
        return f"{reverse('organisation_logo', args=[self.pk])}?v={self.logo_version}"

    @property
    def accent_url(self) -> str:
        """The address of the sheet that sets the accent; empty for the usual one."""
        if self.accent == DEFAULT_ACCENT:
            return ""
        return f"{reverse('organisation_look', args=[self.pk])}?v={self.accent[1:]}"


class Logo(models.Model):
    """In a table of its own, so that no other page reads the picture from the database."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="logo", primary_key=True
    )
    png = models.BinaryField()  # drawn anew from what was uploaded, see ``organisations.logos``

    def __str__(self) -> str:
        return f"logo of {self.organisation_id}"


class Membership(PartySeat):
    """A person in the team of an organisation."""

    party = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(max_length=ROLE_LENGTH, choices=Role)

    class Meta(PartySeat.Meta):
        constraints = (*PartySeat.Meta.constraints, known_role(Role.values))


class Invitation(PartyInvitation):
    """To a team; without an organisation it founds one, with its first owner."""

    party = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="invitations"
    )
    role = models.CharField(max_length=ROLE_LENGTH, choices=Role)

    class Meta(PartyInvitation.Meta):
        constraints = (
            known_role(Role.values),
            models.CheckConstraint(
                condition=~Q(party=None) | Q(role=Role.OWNER.value),
                name="who_founds_an_organisation_owns_it",
            ),
        )


class AuditEntry(PartyEntry):
    """What an organiser did, and when."""

    party = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="log")


class SupportKind(models.TextChoices):
    """Bradstreet's three kinds of peer support (2006), as B10 gives them."""

    INFORMAL = "informal", _("informal: it happens naturally, wherever people meet")
    GROUP = "group", _("taking part in groups or programmes that peers run")
    INTENTIONAL = "intentional", _("formal or intentional: people are employed to give it")


class Paid(models.TextChoices):
    PAID = "paid", _("paid")
    VOLUNTARY = "voluntary", _("voluntary")
    BOTH = "both", _("some paid, some voluntary")


class Context(models.TextChoices):
    """Where peer support happens: the contexts that B10 lists, and those that BW15 adds."""

    ACUTE = "acute", _("acute admissions")
    CRISIS = "crisis", _("crisis centre")
    EMERGENCY = "emergency", _("A&E")
    TEAM = "team", _("community mental health team")
    COMMUNITY = "community", _("in the community")
    DAY = "day", _("day centre")
    COLLEGE = "college", _("recovery college")
    PERINATAL = "perinatal", _("perinatal services")
    FORENSIC = "forensic", _("forensic and secure services")
    JUSTICE = "justice", _("criminal justice services")
    ONLINE = "online", _("online")
    TRAINING = "training", _("offering peer support training")
    BROKERAGE = "brokerage", _("peer support brokerage")
    ALL_HOURS = "24-hour", _("24-hour peer support service")
    OTHER = "other", _("somewhere else")


class Programme(models.Model):
    """One peer support programme of an organisation; an NHS trust has several."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="programmes"
    )
    name = models.CharField(_("name"), max_length=200)
    support_kind = models.CharField(
        _("kind of peer support"), max_length=12, choices=SupportKind, blank=True
    )
    host = models.CharField(_("who hosts it"), max_length=200, blank=True)
    contexts = models.JSONField(_("where it happens"), default=list, blank=True)  # of ``Context``
    paid = models.CharField(_("paid or voluntary"), max_length=10, choices=Paid, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "name"), name="programme_names_differ"),
            models.CheckConstraint(
                condition=Q(support_kind__in=["", *SupportKind.values]),
                name="programme_has_a_known_kind_of_support",
            ),
            models.CheckConstraint(
                condition=Q(paid__in=["", *Paid.values]), name="programme_is_known_to_be_paid"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def setting(self) -> str:
        """Where it happens, in words: 'crisis centre, in the community'."""
        known = [context for context in Context if context in self.contexts]
        return ", ".join(str(context.label) for context in known)


class ProgrammeEvent(models.Model):
    """Something dated that bears on a programme: a tender, a new policy, a merger."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="events")
    day = models.DateField(_("when"))
    text = models.CharField(_("what happened"), max_length=200)

    class Meta:
        ordering = ("day", "pk")

    def __str__(self) -> str:
        return f"{self.day}: {self.text}"
