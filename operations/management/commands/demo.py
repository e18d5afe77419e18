"""``manage.py demo``: fills an empty site with the demo, and says how to look at it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from assessment.models import Link, State
from demo import site


class Command(BaseCommand):
    help = "Fill an empty site with invented organisations, people and answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000")

    def handle(self, *, address: str, **_: Any) -> None:
        if not site.is_there():
            site.build_demo()
        for line in site.how_to_look():
            self.stdout.write(line)
        links = Link.objects.filter(perspective__assessment__state=State.OPEN)
        for link in links.select_related("perspective").order_by("pk"):
            self.stdout.write(f"answer as {link.perspective.code}: {address}/a/{link.code}/")
