"""Addresses that leave the site, on paper, in a mail or copied: whole, as people reach it."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

LOCAL_SITE = "http://127.0.0.1:8000"


def whole_address(path: str, request: HttpRequest | None = None) -> str:
    """Of SITE_URL, else as this browser reached the site, else of this computer."""
    if settings.SITE_URL or request is None:
        return f"{settings.SITE_URL or local_site()}{path}"
    return request.build_absolute_uri(path)


def served_at() -> Path:
    """Where ``serve`` says at which address it answers, for commands that print one."""
    return Path(settings.VAR_DIR) / "address"


def local_site() -> str:
    try:
        return served_at().read_text(encoding="ascii")
    except FileNotFoundError:
        return LOCAL_SITE


def is_local(request: HttpRequest) -> bool:
    """Whether whole addresses open on this computer alone: a laptop without SITE_URL."""
    host = urlsplit(whole_address("/", request)).hostname or ""
    return host in {"localhost", "::1"} or host.startswith("127.")
