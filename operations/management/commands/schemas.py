"""``manage.py schemas``: the JSON Schemas in docs/, made of the types that write the files."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from assessment.method.document_types import ResultsJson
from operations.json_schema import published_schema
from questions.shape import NEWEST

DOCS: Path = settings.BASE_DIR / "docs"
SCHEMAS = {
    "results.schema.json": published_schema(
        ResultsJson, title=f"Essence results, method {NEWEST.method}"
    ),
}


class Command(BaseCommand):
    help = "Write the JSON Schemas of the files for other programs into docs/."

    def handle(self, **_: Any) -> None:
        for name, text in SCHEMAS.items():
            (DOCS / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"{DOCS / name}")
