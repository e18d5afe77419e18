"""Prints a one-time link for the first owner of a new organisation: there is no open sign-up."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from operations.first_link import check_email, hand_out, make_ready
from organisations.founding import invite_founder
from organisations.models import Organisation
from organisations.parties.invitation_mail import invitation_link


class Command(BaseCommand):
    help = "Print a one-time link with which EMAIL founds an organisation as its first owner."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *_args: Any, email: str, **_options: Any) -> None:
        check_email(email)
        make_ready()
        token = invite_founder(email=email)
        hand_out(self, invitation_link(Organisation.party_kind, token), email)
