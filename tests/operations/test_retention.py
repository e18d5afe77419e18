"""What is kept long enough goes, and not a day before; the papers say the same days."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from operations.retention import RULES, delete_due, due
from organisations.models import AuditEntry, Invitation
from organisations.parties import invitations
from organisations.parties.log import record

pytestmark = pytest.mark.django_db
PAGE = Path(settings.BASE_DIR) / "docs/trust/retention.md"


@pytest.fixture
def old(cast):
    """One row for three of the rules, each just past its day, and one just before."""
    now = timezone.now()
    for number, days in enumerate((A_DAY_MORE, A_DAY_LESS)):
        Session.objects.create(session_key=f"s{number}", session_data="", expire_date=now - days)
        invitations.invite(
            party=cast.organisation, email=f"{number}@x.example", role="viewer", who=cast.owner
        )
        Invitation.objects.filter(email=f"{number}@x.example").update(
            expires=now - timedelta(days=365) - days
        )
    AuditEntry.objects.all().delete()
    for days in (A_DAY_MORE, A_DAY_LESS):
        record(party=cast.organisation, who=cast.owner, what="did something")
        AuditEntry.objects.filter(at__gt=now).update(at=now - timedelta(days=6 * 365) - days)
    return now


A_DAY_MORE, A_DAY_LESS = timedelta(hours=1), timedelta(hours=-1)


def test_both_sides_of_each_day(old):
    assert {one.rule.what: one.rows for one in due(old)} == {
        "sessions of organisers": 1,
        "invitations to a team": 1,
        "invitations to a collaboration": 0,
        "entries in an organisation's log": 1,
        "entries in a collaboration's log": 0,
    }
    assert sum(one.rows for one in delete_due(old)) == 3
    assert sum(one.rows for one in due(old)) == 0
    assert Session.objects.count() == Invitation.objects.count() == AuditEntry.objects.count() == 1


def test_a_dry_run_deletes_nothing(old, capsys):
    assert old
    call_command("retention", "--dry-run")
    assert "1 to delete: sessions of organisers" in capsys.readouterr().out
    assert Session.objects.count() == 2
    call_command("retention")
    assert "1 deleted: invitations to a team" in capsys.readouterr().out
    assert Session.objects.count() == 1


def test_the_paper_says_the_same():
    page = PAGE.read_text(encoding="utf-8")
    for rule in RULES:
        assert f"| {rule.what} | {rule.days} days after {rule.since} |" in page
