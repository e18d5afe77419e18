"""``manage.py pictures``: the pictures in docs/pictures, from a demo that runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.browser import CHROMIUM
from demo.pictures import take


class Command(BaseCommand):
    help = "Take pictures of the main pages of a running demo, for docs/pictures."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000")
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "docs" / "pictures")

    def handle(self, *, address: str, folder: Path, **_: Any) -> None:
        if not Path(CHROMIUM).exists():
            raise CommandError(f"{CHROMIUM} is not there: apt-get install chromium")
        folder.mkdir(parents=True, exist_ok=True)
        try:
            for path in take(address, folder):
                self.stdout.write(f"{path} {path.stat().st_size // 1000} KB")
        except ImportError as fault:
            raise CommandError(f"{fault}: run 'sh run.sh test' once, which installs it.") from fault
