"""A site of its own for one run, on SQLite, thrown away at the end.

Imported before anything of the site, because it says where the site lies, which the settings read
once; whoever has settings already keeps them.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def begin() -> None:
    var = Path(tempfile.mkdtemp(prefix="essence-benchmark-"))
    (var / "static").mkdir()
    atexit.register(shutil.rmtree, var, ignore_errors=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": "",
        "ESSENCE_VAR": str(var),
        "PRODUCTION": "0",
    }
    django.setup()


def make_tables() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)


if not settings.configured:
    begin()
