"""Pages for everybody, signed in or not, and two for machines."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from operations.cookies_told import COOKIES
from organisations.support_lines import support_lines

SECURITY_TXT_DAYS = 180  # RFC 9116 wants a day after which nobody relies on it


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return public_page(request, "help", _("Help"))


@require_safe
def privacy_page(request: HttpRequest) -> HttpResponse:
    return public_page(request, "privacy", _("Privacy"))


@require_safe
def accessibility_page(request: HttpRequest) -> HttpResponse:
    return public_page(request, "accessibility", _("Accessibility"))


@require_safe
def cookies_page(request: HttpRequest) -> HttpResponse:
    return public_page(request, "cookies", _("Cookies"), cookies=COOKIES)


def public_page(request: HttpRequest, name: str, title: str, **more: object) -> HttpResponse:
    context = {
        "title": title,
        "host": settings.HOST_NAME,
        "contact": settings.HOST_CONTACT,
        "backup_days": settings.BACKUP_DAYS,
        "support_lines": support_lines(),
        **more,
    }
    return render(request, f"operations/public/{name}.html", context)


@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """For a monitor: whether the site answers and reaches its database, and nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("no database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def security_txt(_request: HttpRequest) -> HttpResponse:
    """RFC 9116, where the host has said whom to tell."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = timezone.now() + timedelta(days=SECURITY_TXT_DAYS)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
