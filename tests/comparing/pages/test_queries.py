"""At most eight queries a page, for five members and for a thousand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparing import kept_rounds
from comparing.round_publications import ROUND_PUBLICATIONS
from comparing.steps import consent, figures
from tests.cast import signed_in
from tests.comparing.collaboration import make_together

MOST = 8
MEMBERS = (5, 1000)


@pytest.fixture(params=MEMBERS)
def together(request, db):  # noqa: ARG001 - allows the database
    count = request.param
    return make_together(count, named=range(1, count // 2), silent=1)


def member_pages(together):
    pk, of = together.organisations[0].pk, together.round.pk
    yield reverse("collaborations", args=[pk])
    yield reverse("member_round", args=[pk, of])
    yield reverse("share_round", args=[pk, of])
    yield reverse("withdraw_share", args=[pk, of])
    yield reverse("leave_collaboration", args=[pk, together.collaboration.pk])


def round_pages(together):
    yield reverse("round", args=[together.round.pk])
    yield reverse("close_round", args=[together.round.pk])


def files(together):
    pk, of = together.organisations[0].pk, together.round.pk
    for file in ROUND_PUBLICATIONS:
        if not file.is_picture:
            yield reverse("member_round_file", args=[pk, of, file.name])


def asked(together):
    """Address to how many queries, each as a new worker answers it."""
    found = {}
    for who, addresses in (
        (together.owner(0), [*member_pages(together), *files(together)]),
        (together.admin, list(round_pages(together))),
    ):
        client = signed_in(who)
        for address in addresses:
            kept_rounds.forget()
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            found[address] = len(queries)
    return {address: count for address, count in found.items() if count > MOST}


def test_open(together):
    assert asked(together) == {}


def test_closed(together):
    figures.close_round(round_=together.round, who=together.admin)
    assert asked(together) == {}


def test_taken_down(together):
    figures.close_round(round_=together.round, who=together.admin)
    consent.withdraw(share=together.share_of(1), who=together.owner(1))
    assert asked(together) == {}
