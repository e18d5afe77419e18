"""Makes a collaboration and prints a one-time link for its first admin."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from comparing.models import Collaboration
from comparing.steps.collaborations import found_collaboration
from organisations.parties.invitation_mail import invitation_link
from organisations.parties.invitations import INVITATION_DAYS
from organisations.refusal import Refusal


class Command(BaseCommand):
    help = "Makes the collaboration NAME and prints a one-time link for EMAIL, its first admin."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")
        parser.add_argument("email")

    def handle(self, *_args: Any, name: str, email: str, **_options: Any) -> None:
        try:
            validate_email(email)
            token = found_collaboration(name=name, email=email)
        except ValidationError as fault:
            raise CommandError(f"'{email}' is not an e-mail address.") from fault
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(invitation_link(Collaboration.party_kind, token))
        self.stderr.write(
            f"Give this link to {email} and to nobody else. It works once, for {INVITATION_DAYS} "
            "days. Admins sign in with a second step: have an authenticator app at hand."
        )
