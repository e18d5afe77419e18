"""``manage.py prepare``: all that must be so before the site answers; again, it changes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from assessment.steps import closing
from comparing.steps import rounds
from organisations.accounts.second_step import seal_keys_again


class Command(BaseCommand):
    help = "Bring the database up to date and finish what an interruption left."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", metavar="ADDRESS", help="fill it with the demo")

    def handle(self, *, demo: str | None, **_: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        seal_keys_again()
        rounds.nightly()
        closing.scrub()
        if demo:
            call_command("demo", address=demo, stdout=self.stdout)
