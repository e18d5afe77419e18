"""``manage.py scrub``: make deleted answers unreadable where a closing was interrupted."""

from typing import Any

from django.core.management.base import BaseCommand

from assessment import closing


class Command(BaseCommand):
    help = "Finish clearing what closed assessments have deleted from the database files."

    def handle(self, **_: Any) -> None:
        done = closing.scrub()
        self.stdout.write(f"{done} closed assessment{'' if done == 1 else 's'} cleared.")
