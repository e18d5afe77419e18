"""Collaborations and who is in them: people with a seat, organisations as members, offers."""

from django.db import models
from django.db.models import Q
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


class Exchange(models.Model):
    """What a member offers, or asks to talk about, by name and by its own choice: no figures."""

    class Kind(models.TextChoices):
        OFFER = "offer", _("we offer")
        ASK = "ask", _("we would like to talk")

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.CASCADE, related_name="exchange"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="exchange"
    )
    principle = models.CharField(max_length=50)
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField(_("in a few words"), max_length=500)
    address = models.EmailField(_("address"))
    made = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ("principle", "kind", "made", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("collaboration", "organisation", "principle", "kind"),
                name="one_offer_and_one_wish_a_principle",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["offer", "ask"]), name="exchange_has_a_known_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}, {self.kind} {self.principle}"
