"""Everything that changes who may do what: keyword-only verbs, each one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from organisations.models import (
    AuditEntry,
    Logo,
    Membership,
    Organisation,
    Programme,
    Role,
    User,
)
from organisations.refusal import Refusal

AUDIT_LENGTH = 300


def record(*, organisation: Organisation, who: User | None, what: str) -> None:
    AuditEntry.objects.create(organisation=organisation, who=who, what=what[:AUDIT_LENGTH])


@transaction.atomic
def change_role(*, membership: Membership, role: str, who: User) -> None:
    """An organisation always keeps an owner."""
    locked = held(membership)
    if locked.role == role:
        return
    if role != Role.OWNER:
        require_another_owner(locked)
    locked.role = role
    locked.save(update_fields=["role"])
    record(
        organisation=locked.organisation,
        who=who,
        what=f"made {locked.user.email} {Role(role).value}",
    )


@transaction.atomic
def remove_member(*, membership: Membership, who: User | None) -> None:
    """From this organisation only: the account and what was written stay."""
    locked = held(membership)
    require_another_owner(locked)
    record(organisation=locked.organisation, who=who, what=f"removed {locked.user.email}")
    locked.delete()


def held(membership: Membership) -> Membership:
    """The row as it is now, with the whole team locked, so that two owners cannot both leave."""
    team = Membership.objects.select_for_update().filter(organisation=membership.organisation_id)
    for row in team.select_related("organisation", "user"):
        if row.pk == membership.pk:
            return row
    raise Refusal(_("This person is no longer in the team."))


def require_another_owner(membership: Membership) -> None:
    """Only where the membership is an owner's does it matter."""
    owners = Membership.objects.filter(organisation=membership.organisation_id, role=Role.OWNER)
    if membership.role == Role.OWNER and not owners.exclude(pk=membership.pk).exists():
        raise Refusal(_("An organisation needs an owner: make somebody else an owner first."))


@transaction.atomic
def save_programme(*, programme: Programme, who: User) -> None:
    """A new programme, or one with new particulars; two of the same name would be taken for one."""
    new = programme._state.adding  # noqa: SLF001 - Django's own way to ask, documented
    same = Programme.objects.filter(
        organisation=programme.organisation_id, name__iexact=programme.name
    )
    if same.exclude(pk=programme.pk).exists():
        raise Refusal(_("There is a programme of this name already: choose another name."))
    programme.save()
    verb = "added" if new else "changed"
    record(
        organisation=programme.organisation, who=who, what=f"{verb} the programme {programme.name}"
    )


@transaction.atomic
def change_settings(
    *, organisation: Organisation, name: str, kind: str, accent: str, who: User
) -> None:
    organisation.name, organisation.kind, organisation.accent = name, kind, accent
    organisation.save(update_fields=["name", "kind", "accent"])
    record(organisation=organisation, who=who, what="changed the settings")


@transaction.atomic
def change_logo(*, organisation: Organisation, png: bytes | None, version: str, who: User) -> None:
    """None takes the logo away."""
    Logo.objects.filter(organisation=organisation).delete()
    if png is not None:
        Logo.objects.create(organisation=organisation, png=png)
    organisation.logo_version = version if png is not None else ""
    organisation.save(update_fields=["logo_version"])
    what = "removed the logo" if png is None else "changed the logo"
    record(organisation=organisation, who=who, what=what)
