"""The abstract models of a party: itself, its people, its invitations and its log.

Each kind keeps its own tables. So the database holds it to its own roles, no row of one kind can
be taken for another's, and a wing's rows go with the wing. A kind adds to each model its ``party``,
with the related name that ``Party`` gives it, and its roles (``known_role``).
"""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organisations.parties.kinds import PartyKind, PartyRole

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

ROLE_LENGTH = 10  # characters; the longest role has seven
ENTRY_LENGTH = 300  # characters: a sentence with two names in it; a longer one is cut


def known_role(values: list[str]) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(role__in=values), name="%(class)s_has_a_known_role")


class Party(models.Model):
    """Its primary key stands in addresses, so it is random: another's looks like none at all."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    created = models.DateTimeField(auto_now_add=True)

    party_kind: ClassVar[PartyKind]

    if TYPE_CHECKING:
        seats: RelatedManager["PartySeat"]
        invitations: RelatedManager["PartyInvitation"]
        log: RelatedManager["PartyEntry"]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class PartyRow(models.Model):
    """A row of a party; each kind's own says of which (``party``)."""

    party: "models.ForeignKey[Any, Any]"

    class Meta:
        abstract = True

    @classmethod
    def kind(cls) -> PartyKind:
        party: Any = cls.party.field.related_model
        kind: PartyKind = party.party_kind
        return kind


class PartySeat(PartyRow):
    """A person in a party, with one role."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    role = models.CharField(max_length=ROLE_LENGTH)

    has_app: bool  # only of a seat that ``access.require_seat`` has found
    objects: "ClassVar[models.Manager[Self]]" = models.Manager()

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("user", "party"), name="one_%(class)s_a_person_and_party"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.role} of {self.party}"

    def may(self, role: PartyRole) -> bool:
        """Whether it reaches a role."""
        return self.kind().roles(self.role).reaches(role)


class PartyInvitation(PartyRow):
    """A one-time link; only the HMAC of its token is kept. Without ``made_by`` the host made it.

    It ends with the role of whoever made it (``parties.seats``), and so with their account.
    """

    email = models.EmailField()
    role = models.CharField(max_length=ROLE_LENGTH)
    token_hmac = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    expires = models.DateTimeField()
    accepted = models.DateTimeField(null=True, blank=True)

    objects: "ClassVar[models.Manager[Self]]" = models.Manager()

    class Meta:
        abstract = True
        ordering = ("email",)

    def __str__(self) -> str:
        return f"invitation of {self.email} as {self.role}"


class PartyEntry(PartyRow):
    """What somebody did for a party, and when; never what a respondent did."""

    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    what = models.CharField(max_length=ENTRY_LENGTH)

    class Meta:
        abstract = True
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.what}"


# What takes a seat or an invitation of one kind and gives back the same kind.
Seated = TypeVar("Seated", bound=PartySeat)
Invited = TypeVar("Invited", bound=PartyInvitation)
