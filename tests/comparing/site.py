"""Every address at which something of a round can be read, by a member or by its collaboration."""

from django.urls import reverse

from comparing.round_publications import ROUND_PUBLICATIONS
from tests.cast import signed_in
from tests.unpacking import parts_of


def member_addresses(together, place=0, round_=None):
    """Of one member, pages first."""
    pk, of = together.organisations[place].pk, (round_ or together.round).pk
    yield reverse("collaborations", args=[pk])
    for route in ("member_round", "share_round", "withdraw_share"):
        yield reverse(route, args=[pk, of])
    yield reverse("leave_collaboration", args=[pk, together.collaboration.pk])
    for file in ROUND_PUBLICATIONS:
        yield reverse("member_round_file", args=[pk, of, file.name])


def round_addresses(together, round_=None):
    of = (round_ or together.round).pk
    yield reverse("collaboration_people", args=[together.collaboration.pk])
    for route in ("round", "close_round", "edit_round"):
        yield reverse(route, args=[of])
    for file in ROUND_PUBLICATIONS:
        yield reverse("round_file", args=[of, file.name])


def all_said(user, addresses):
    """Address to all that it answers: its headers, its text, the parts of a workbook."""
    client = signed_in(user)
    return {one: said(client.get(one, follow=True)) for one in addresses}


def said(response):
    parts = [
        f"{name} {content.decode('utf-8', 'replace')}"
        for name, content in parts_of(response.content)
    ]
    return "\n".join([str(dict(response.headers)), *parts])
