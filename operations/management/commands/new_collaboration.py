"""Makes a collaboration and prints a one-time link for its first admin."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from comparing.party import Collaboration
from comparing.steps.collaborations import found_collaboration
from operations.first_link import check_email, hand_out, make_ready
from organisations.parties.invitation_mail import invitation_link
from organisations.refusal import Refusal


class Command(BaseCommand):
    help = "Make the collaboration NAME and print a one-time link for EMAIL, its first admin."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")
        parser.add_argument("email")

    def handle(self, *_args: Any, name: str, email: str, **_options: Any) -> None:
        check_email(email)
        make_ready()
        try:
            token = found_collaboration(name=name, email=email)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        hand_out(self, invitation_link(Collaboration.party_kind, token), email)
        self.stderr.write("Admins sign in with a second step: have an authenticator app at hand.")
