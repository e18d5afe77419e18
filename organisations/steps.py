"""What changes an organisation and its programmes: keyword-only verbs, each one transaction.

Who may do what there is changed by ``organisations.parties``.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from organisations.models import Logo, Organisation, Programme, User
from organisations.parties.log import record
from organisations.refusal import name_is_taken


@transaction.atomic
def save_programme(*, programme: Programme, who: User) -> None:
    """A new programme, or one with new particulars; two of the same name would be taken for one."""
    new = programme._state.adding  # noqa: SLF001 - Django's own way to ask, documented
    same = Programme.objects.filter(
        organisation=programme.organisation_id, name__iexact=programme.name
    )
    if same.exclude(pk=programme.pk).exists():
        raise name_is_taken(_("a programme"))
    programme.save()
    verb = "added" if new else "changed"
    what = f"{verb} the programme {programme.name}"
    record(party=programme.organisation, who=who, what=what)


@transaction.atomic
def change_settings(
    *,
    organisation: Organisation,
    name: str,
    kind: str,
    nation: str,
    support_lines: str,
    accent: str,
    who: User,
) -> None:
    organisation.name, organisation.kind, organisation.accent = name, kind, accent
    organisation.nation, organisation.support_lines = nation, support_lines
    organisation.save(update_fields=["name", "kind", "accent", "nation", "support_lines"])
    record(party=organisation, who=who, what="changed the settings")


@transaction.atomic
def change_logo(*, organisation: Organisation, png: bytes | None, version: str, who: User) -> None:
    """None takes the logo away."""
    Logo.objects.filter(organisation=organisation).delete()
    if png is not None:
        Logo.objects.create(organisation=organisation, png=png)
    organisation.logo_version = version if png is not None else ""
    organisation.save(update_fields=["logo_version"])
    what = "removed the logo" if png is None else "changed the logo"
    record(party=organisation, who=who, what=what)
