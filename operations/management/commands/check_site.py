"""``manage.py check_site``: what is not safe or not set here; status 1 if something is unsafe."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from operations.site_check import findings


class Command(BaseCommand):
    help = "Say in sentences what is not safe or not set on this installation."

    def handle(self, **_: Any) -> None:
        found = list(findings())
        for one in found:
            self.stdout.write(f"{'NOT SAFE' if one.unsafe else 'not set'}: {one.sentence}")
        if not found:
            self.stdout.write(
                "Nothing found. It looks at settings, not at your server or your copies."
            )
        sys.exit(int(any(one.unsafe for one in found)))
