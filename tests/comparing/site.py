"""Every address at which something of a round can be read, by a member or by its collaboration."""

from django.urls import reverse

from comparing.method.members import Way
from comparing.round_publications import ANONYMOUS_ROUND, BY_NAME_ROUND
from tests.cast import signed_in
from tests.unpacking import parts_of


def files_of(round_):
    return BY_NAME_ROUND if round_.way == Way.BY_NAME else ANONYMOUS_ROUND


def member_addresses(together, place=0, round_=None):
    """Of one member, pages first."""
    organisation, found = together.organisations[place], round_ or together.round
    pk, of = organisation.pk, found.pk
    yield reverse("collaborations", args=[pk])
    yield reverse("member_rounds_beside", args=[pk, together.collaboration.pk])
    for route in ("member_round", "share_round", "member_pair"):
        yield reverse(route, args=[pk, of])
    yield reverse("leave_collaboration", args=[pk, together.collaboration.pk])
    for file in files_of(found):
        yield reverse("member_round_file", args=[pk, of, file.name])


def round_addresses(together, round_=None):
    found = round_ or together.round
    yield reverse("collaboration", args=[together.collaboration.pk])
    yield reverse("rounds_beside", args=[together.collaboration.pk])
    for route in ("round", "round_pair", "edit_round", "open_round"):
        yield reverse(route, args=[found.pk])
    for file in files_of(found):
        yield reverse("round_file", args=[found.pk, file.name])
        yield reverse("open_round_file", args=[found.pk, file.name])


def all_said(user, addresses):
    """Address to all that it answers: its headers, its text, the parts of a workbook."""
    client = signed_in(user)
    return {one: said(client.get(one, follow=True)) for one in addresses}


def said(response):
    """But for what changes with every answer."""
    parts = [
        f"{name} {content.decode('utf-8', 'replace')}"
        for name, content in parts_of(response.content)
    ]
    return "\n".join([str(response.status_code), str(dict(response.headers)), *parts])
