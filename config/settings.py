"""Every setting of the project; each that a host may change is read from the environment here."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

# A new one each time will do while nothing is signed; the web site must be given its own.
SECRET_KEY = os.environ.get("SECRET_KEY") or get_random_secret_key()

INSTALLED_APPS = ["assessment", "reports"]

# Commands read a file and write files: there is nothing to store yet.
DATABASES: dict[str, dict[str, object]] = {}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
    }
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True


def _folder(name: str) -> Path | None:
    """The folder an environment variable names, or None where it is not set."""
    value = os.environ.get(name)
    if not value:
        return None
    folder = Path(value).expanduser()
    if not folder.is_dir():
        raise ImproperlyConfigured(
            f"{name} is '{value}', which is not a folder: make that folder, correct {name}, "
            "or unset it."
        )
    return folder


# A host's own instrument files, beside the bundled ones.
INSTRUMENTS_DIR = _folder("INSTRUMENTS_DIR")
