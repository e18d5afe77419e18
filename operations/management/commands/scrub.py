"""``manage.py scrub``: end what was agreed to until yesterday, and clear what was deleted."""

from typing import Any

from django.core.management.base import BaseCommand

from assessment.steps import closing
from comparing.steps import consent


class Command(BaseCommand):
    help = "End shares whose day has passed; finish clearing what was deleted from the files."

    def handle(self, **_: Any) -> None:
        ended = consent.end_expired()
        done = closing.scrub()
        self.stdout.write(f"{done} closed assessment{'' if done == 1 else 's'} cleared.")
        if ended:
            self.stdout.write(f"{ended} share{'' if ended == 1 else 's'} ended on the day agreed.")
