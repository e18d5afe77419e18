"""``manage.py account_data EMAIL``: everything the site holds of an account, as JSON."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.core.serializers.json import DjangoJSONEncoder

from operations.account_data import account_data
from operations.command_faults import refuse_command
from organisations.models import User


class Command(BaseCommand):
    help = "Print everything the site holds of an account, for whoever asks to see it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *, email: str, **_: Any) -> None:
        user = User.objects.filter(email__iexact=email.strip()).first()
        if user is None:
            refuse_command(self, "Nothing was found:", [f"no account has the address {email}"])
        data = json.dumps(account_data(user), indent=1, cls=DjangoJSONEncoder, ensure_ascii=False)
        self.stdout.write(data)
