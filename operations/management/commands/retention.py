"""``manage.py retention``: delete what has been kept long enough; ``--dry-run`` only counts."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from operations.retention import delete_due, due


class Command(BaseCommand):
    help = "Delete sessions, invitations and log entries whose time has passed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count, and delete nothing")

    def handle(self, *, dry_run: bool, **_: Any) -> None:
        found, did = (due(), "to delete") if dry_run else (delete_due(), "deleted")
        for one in found:
            self.stdout.write(
                f"{one.rows} {did}: {one.rule.what}, {one.rule.days} days after {one.rule.since}"
            )
