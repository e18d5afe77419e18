"""What a host says in the environment, read and checked; ``config.settings`` says what for.

``var``: the folder of what the site keeps of its own. ImproperlyConfigured says how
to put it right.
"""

import os
from getpass import getuser
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from questions.reading import BUNDLED, instrument_files


def flag(name: str, *, default: bool = False) -> bool:
    """An environment variable as yes or no."""
    value = os.environ.get(name, "").lower()
    if value not in ("", "1", "0", "yes", "no", "true", "false"):
        raise ImproperlyConfigured(f"{name} is '{value}': write 1 or 0.")
    return value in ("1", "yes", "true") if value else default


def whole_number_of(name: str, default: int) -> int:
    """An environment variable as a whole number."""
    value = os.environ.get(name) or str(default)
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is '{value}': write a whole number, such as {default}.")
    return int(value)


def folder(name: str) -> Path | None:
    """The folder an environment variable names, or None where it is not set."""
    value = os.environ.get(name)
    if not value:
        return None
    path = Path(value).expanduser()
    if not path.is_dir():
        raise ImproperlyConfigured(
            f"{name} is '{value}', which is not a folder: make that folder, correct {name}, "
            "or unset it."
        )
    return path


def instruments_folder(name: str) -> Path | None:
    """A host's own instruments. Results say which version they rest on: it may not mean two."""
    path = folder(name)
    taken = sorted(set(instrument_files(path)) & set(instrument_files(BUNDLED)))
    if taken:
        raise ImproperlyConfigured(
            f"{name} holds {taken[0]}.toml, and the version {taken[0]} is bundled already: give "
            "yours another name and version."
        )
    return path


def secret_key(var: Path, *, production: bool) -> str:
    """SECRET_KEY, or one made once and kept beside the database, readable by its owner alone."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    if production:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set: put 50 or more random characters into it and keep them."
        )
    path = var / "secret_key"
    if not path.exists():
        var.mkdir(mode=0o700, parents=True, exist_ok=True)  # the database will lie there too
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


def keys_folder(name: str, var: Path, *, production: bool) -> Path:
    """A folder that the site's user alone may read, with nothing in it but keys."""
    value = os.environ.get(name)
    if not value:
        return own_keys_folder(name, var, production=production)
    path = Path(value).expanduser()
    if not path.is_absolute():
        raise ImproperlyConfigured(f"{name} is '{value}': write the whole path, from / on.")
    if not path.is_dir() or not os.access(path, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(
            f"{name} is '{value}', which is no folder that this user may write into. Make it: "
            f"install -d -m 700 -o {getuser()} {value}"
        )
    if path.stat().st_mode & 0o077:
        raise ImproperlyConfigured(
            f"{name} is '{value}', which others may look into. Close it: chmod 700 {value}"
        )
    if path.resolve() == var.resolve():
        raise ImproperlyConfigured(
            f"{name} is the folder of the database: make one of its own, apart from it and from "
            "its safety copies."
        )
    return path


def own_keys_folder(name: str, var: Path, *, production: bool) -> Path:
    """Beside the database, for a site on one computer."""
    if production:
        raise ImproperlyConfigured(
            f"{name} is not set. It is where the keys to people's answers lie, apart from the "
            f"database and its safety copies. Make a folder for this user alone, for example with "
            f"install -d -m 700 -o {getuser()} /var/lib/essence-keys, and put its path into {name}."
        )
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = var / "keys"
    path.mkdir(mode=0o700, exist_ok=True)
    return path
