"""Every address at which something of a round can be read, by a member or by its collaboration."""

import io
import zipfile

from django.urls import reverse

from comparing.charts.catalogue import COMPARISON_CHARTS
from comparing.pages.round_files import FILES
from tests.comparing.cast import signed_in


def member_addresses(together, place=0, round_=None):
    """Of one member, pages first."""
    pk, of = together.organisations[place].pk, (round_ or together.round).pk
    yield reverse("collaborations", args=[pk])
    for route in ("member_round", "share_round", "withdraw_share"):
        yield reverse(route, args=[pk, of])
    yield reverse("leave_collaboration", args=[pk, together.collaboration.pk])
    for name in FILES:
        yield reverse("member_round_file", args=[pk, of, name])
    for name in COMPARISON_CHARTS:
        for kind in ("svg", "png"):
            yield reverse("member_round_chart", args=[pk, of, name, kind])


def round_addresses(together, round_=None):
    of = (round_ or together.round).pk
    yield reverse("collaboration_people", args=[together.collaboration.pk])
    for route in ("round", "close_round", "edit_round"):
        yield reverse(route, args=[of])
    for name in FILES:
        yield reverse("round_file", args=[of, name])
    for name in COMPARISON_CHARTS:
        for kind in ("svg", "png"):
            yield reverse("round_chart", args=[of, name, kind])


def all_said(user, addresses):
    """Address to all that it answers: its headers, its text, the parts of a workbook."""
    client = signed_in(user)
    return {one: said(client.get(one, follow=True)) for one in addresses}


def said(response):
    content = response.content
    parts = [str(dict(response.headers))]
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts += [f"{n} {book.read(n).decode('utf-8', 'replace')}" for n in book.namelist()]
    else:
        parts.append(content.decode("utf-8", "replace"))
    return "\n".join(parts)
