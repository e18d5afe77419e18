"""``manage.py sbom``: every package this installation is made of, as CycloneDX 1.6 JSON.

Read from what is installed, not from a file that could be older.
"""

import json
from importlib.metadata import Distribution, distributions
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Print every package this installation is made of, with versions (CycloneDX)."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        found = sorted((component(one) for one in distributions()), key=lambda one: one["purl"])
        bom = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": found}
        self.stdout.write(json.dumps(bom, indent=1))


def component(package: Distribution) -> dict[str, Any]:
    name = package.metadata["Name"].lower().replace("_", "-")
    licence = package.metadata.json.get("license_expression")
    return {
        "type": "library",
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        **({"licenses": [{"expression": licence}]} if licence else {}),
    }
