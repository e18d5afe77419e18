"""``manage.py scrub``, nightly: close and end rounds whose day has come, tell the owners of their
members, and clear what was deleted.
"""

from typing import Any

from django.core.management.base import BaseCommand

from assessment.steps import closing
from comparing.news import tell_owners
from comparing.steps import rounds


class Command(BaseCommand):
    help = (
        "Close and end rounds whose day has come, and mail owners about it; finish clearing what "
        "was deleted from the files."
    )

    def handle(self, **_: Any) -> None:
        closed, ended = rounds.nightly()
        done = closing.scrub()
        self.stdout.write(f"{done} closed assessment{'' if done == 1 else 's'} cleared.")
        if closed or ended:
            self.stdout.write(f"Rounds: {closed} closed, {ended} ended.")
        if mailed := tell_owners():
            self.stdout.write(f"Mails to owners about rounds: {mailed}.")
