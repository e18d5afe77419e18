"""``manage.py demo``: fills an empty site with the demo, and says how to look at it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from assessment.models import Link, State
from assessment.steps import slips
from assessment.steps.answering import has_slips
from demo import demo_collaboration, site


class Command(BaseCommand):
    help = "Fill an empty site with invented organisations, people and answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000")

    def handle(self, *, address: str, **_: Any) -> None:
        if not site.is_there():
            site.build_demo()
        for line in site.how_to_look():
            self.stdout.write(line)
        for path in demo_collaboration.open_rounds():
            self.stdout.write(f"everybody may read, and set beside a report: {address}{path}")
        links = Link.objects.filter(perspective__assessment__state=State.OPEN)
        for link in links.select_related("perspective__assessment").order_by("pk"):
            where = f"{address}/a/{link.code}/{a_slip(link)}"
            self.stdout.write(f"answer as {link.perspective.code}: {where}")


def a_slip(link: Link) -> str:
    """A slip more, for whoever looks at the demo; empty where none can be had or is needed."""
    perspective, keeper = link.perspective, link.perspective.assessment.keeper
    if keeper is None or not has_slips(link) or not slips.more_allowed(perspective):
        return ""
    (code,) = slips.add_slips(perspective=perspective, number=1, who=keeper)
    return f"slip/{code}/"
