"""Settings of an organisation, and the two small files its pages take from them.

Colour and logo are no secret: whoever has an organisation's link to answer sees both, without
signing in. An address that never existed and an organisation without them answer the same 404.
"""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from organisations import colours, logos, steps
from organisations.access import organisation_for, signed_in
from organisations.models import DEFAULT_ACCENT, Logo, Organisation, Role
from organisations.organisation_forms import SettingsForm

KEEP = "public, max-age=86400"  # their addresses change with what they hold


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def organisation_settings(request: HttpRequest, pk: UUID) -> HttpResponse:
    organisation = organisation_for(request, pk, Role.OWNER)
    if request.method != "POST":
        return show_settings(request, SettingsForm(initial=particulars(organisation)))
    form = bound(request)
    if not form.is_valid():
        return show_settings(request, form, status=422)
    save(request, organisation, form)
    messages.success(request, _("The settings are saved."))
    return redirect("organisation_settings", pk)


def particulars(organisation: Organisation) -> dict[str, str]:
    names = ("name", "kind", "nation", "support_lines", "accent")
    return {name: getattr(organisation, name) for name in names}


def bound(request: HttpRequest) -> SettingsForm:
    """What was sent; the colour of the button *Use this one instead* where that was pressed."""
    data = request.POST.copy()
    if instead := data.get("accent_instead"):
        data["accent"] = instead
    form = SettingsForm(data, request.FILES)
    # Django drops a larger file without a word: it would look as if no logo had been sent.
    if int(request.headers.get("content-length") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        form.add_error("logo", str(logos.too_large()))
    return form


def save(request: HttpRequest, organisation: Organisation, form: SettingsForm) -> None:
    given, who = form.cleaned_data, signed_in(request)
    if any(given[name] != held for name, held in particulars(organisation).items()):
        steps.change_settings(
            organisation=organisation,
            who=who,
            **{name: given[name] for name in particulars(organisation)},
        )
    png = given["logo"]
    if png:
        version = logos.version_of(png)
        steps.change_logo(organisation=organisation, png=png, version=version, who=who)
    elif given["remove_logo"]:
        steps.change_logo(organisation=organisation, png=None, version="", who=who)


def show_settings(request: HttpRequest, form: SettingsForm, *, status: int = 200) -> HttpResponse:
    return render(request, "organisations/settings.html", {"form": form}, status=status)


@require_safe
def organisation_look(request: HttpRequest, pk: UUID) -> HttpResponse:  # noqa: ARG001 - a view's
    organisation = Organisation.objects.filter(pk=pk).exclude(accent=DEFAULT_ACCENT).first()
    accent = colours.tidy(organisation.accent) if organisation else None
    if accent is None:
        raise Http404
    return file(f":root{{--accent:{accent}}}\n".encode(), "text/css")


@require_safe
def organisation_logo(request: HttpRequest, pk: UUID) -> HttpResponse:  # noqa: ARG001 - a view's
    logo = Logo.objects.filter(organisation=pk).first()
    if logo is None:
        raise Http404
    return file(bytes(logo.png), "image/png")


def file(content: bytes, content_type: str) -> HttpResponse:
    headers = {"Cache-Control": KEEP, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=content_type, headers=headers)
