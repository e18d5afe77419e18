"""Prints a one-time link for the first owner of a new organisation: there is no open sign-up."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from organisations.founding import invite_founder
from organisations.models import Organisation
from organisations.parties.invitation_mail import invitation_link
from organisations.parties.invitations import INVITATION_DAYS


class Command(BaseCommand):
    help = "Prints a one-time link with which EMAIL founds an organisation as its first owner."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *_args: Any, email: str, **_options: Any) -> None:
        try:
            validate_email(email)
        except ValidationError as fault:
            raise CommandError(f"'{email}' is not an e-mail address.") from fault
        token = invite_founder(email=email)
        self.stdout.write(invitation_link(Organisation.party_kind, token))
        self.stderr.write(
            f"Give this link to {email} and to nobody else. "
            f"It works once, for {INVITATION_DAYS} days."
        )
