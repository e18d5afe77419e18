"""What tells one kind of party from another: its roles, its sentences, its addresses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


class PartyRole(models.TextChoices):
    """A kind's roles, in the order of what they may do: each may do what those before it may.

    One entry is enough for a new role: what is stored, what the page of people says that it may
    do, and its label, a word and its meaning in brief: ``"viewer", _("Reads …"), _("viewer: …")``.
    """

    may_do: "Words | str"

    # The default is never used: it lets mypy take Role("viewer") for the look-up that it is.
    def __new__(cls, stored: str, may_do: "Words | str" = "") -> "PartyRole":
        role = str.__new__(cls, stored)
        role._value_ = stored
        role.may_do = may_do
        return role

    @property
    def word(self) -> str:
        return str(self.label).partition(":")[0]

    def reaches(self, other: "PartyRole") -> bool:
        order = list(type(self))
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, kw_only=True)
class PartyKind:
    """One for each class of ``Party``, as its ``party_kind``.

    ``also_invited``: what an invitation may be to besides a role, as choices of a form have it.
    ``usual``: what the form for an invitation has chosen already.
    ``home``, ``people``, ``join``: names of addresses; those under ``people`` begin with its name.
    ``second_step``: the top role signs in with one, whatever the host's settings say.
    """

    roles: type[PartyRole]
    sees_people: PartyRole
    second_step: bool = False
    also_invited: Sequence[tuple[str, "Words"]] = ()
    usual: str = ""
    home: str
    people: str
    join: str
    people_template: str
    invitation_template: str
    invited_to: "Words"
    invited_hint: "Words"
    here_already: "Words"
    here_no_longer: "Words"
    needs_top: "Words"
    removed: "Words"

    @property
    def top(self) -> PartyRole:
        """Invites, removes and changes roles; a party always keeps somebody who has it."""
        return list(self.roles)[-1]

    @property
    def invitable(self) -> "list[tuple[str, Words | str]]":
        return [*self.also_invited, *self.roles.choices]

    def alike(self, wanted: str) -> list[str]:
        """What an invitation takes the place of: one to any role, of one to any other."""
        return self.roles.values if wanted in self.roles else [wanted]
