"""The list of packages is the one that is pinned."""

import json
import re
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

PINNED = re.compile(r"^([\w.-]+)==([^ ;]+)(?! ; sys_platform)", re.MULTILINE)


def test_every_pinned_package_stands_in_it(capsys):
    call_command("sbom")
    bom = json.loads(capsys.readouterr().out)
    found = {one["name"]: one["version"] for one in bom["components"]}
    text = (Path(settings.BASE_DIR) / "requirements.txt").read_text()
    pinned = dict(PINNED.findall(text))
    here = {name: version for name, version in pinned.items() if name in found}
    assert here.items() <= found.items()
    assert {"django", "openpyxl", "matplotlib", "cryptography"} <= set(here)
    assert set(pinned) - set(here) <= {"colorama", "tzdata"}  # of other systems
    assert all(one["purl"].startswith("pkg:pypi/") for one in bom["components"])
