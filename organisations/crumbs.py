"""Where one is: labels with their addresses, from the organisation down; the last has none."""

from django.urls import reverse

from organisations.models import Organisation, Programme

Crumb = tuple[str, str]


def organisation_crumbs(organisation: Organisation, *more: Crumb) -> list[Crumb]:
    return [(organisation.name, reverse("organisation", args=[organisation.pk])), *more]


def programme_crumbs(programme: Programme, *more: Crumb) -> list[Crumb]:
    there = reverse("programme", args=[programme.pk]) if more else ""
    return organisation_crumbs(programme.organisation, (programme.name, there), *more)
