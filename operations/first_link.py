"""How a command hands out the link with which somebody founds something: once, to one person."""

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import connection

from organisations.models import Organisation
from organisations.parties.invitations import INVITATION_DAYS


def make_ready() -> None:
    """A site that has never been served has no tables yet."""
    if Organisation._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001 - documented
        call_command("prepare", demo=None)


def check_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as fault:
        raise CommandError(f"'{email}' is not an e-mail address.") from fault


def hand_out(command: BaseCommand, link: str, email: str) -> None:
    """The link alone is what the command prints; what to do with it goes beside it."""
    command.stdout.write(link)
    command.stderr.write(
        f"Give this link to {email} and to nobody else. It works once, for {INVITATION_DAYS} days."
    )
