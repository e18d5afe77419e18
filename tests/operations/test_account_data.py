"""Somebody who asks sees what is held of them, and nothing of anybody else."""

import json

import pytest
from django.apps import apps
from django.core.management import call_command

from assessment.steps import mending
from organisations.models import User
from organisations.parties.log import record
from tests.assessment.answered import open_assessment
from tests.assessment.steps.test_own_part_steps import rate

pytestmark = pytest.mark.django_db


def test_everything_of_one_account_and_of_no_other(cast, capsys):
    record(party=cast.organisation, who=cast.owner, what="opened Autumn")
    record(party=cast.other, who=cast.stranger, what="opened Spring")
    call_command("account_data", cast.owner.email.upper())
    data = json.loads(capsys.readouterr().out)
    assert data["account"]["email"] == cast.owner.email
    assert data["teams"] == [{"of": "Northfield Trust", "role": "owner"}]
    assert [one["what"] for one in data["what you did"]] == ["opened Autumn"]
    said = json.dumps(data)
    assert cast.owner.password not in said
    assert "Elsewhere" not in said
    assert cast.viewer.email not in said


def test_what_they_changed_is_told_without_the_words(cast, capsys):
    changed = open_assessment(cast)
    words = {"contact": "Ash, 0123", "welcome": "Hello", "who": cast.owner}
    mending.mend_words(assessment=changed, **words)
    rate(changed, cast.owner)
    call_command("account_data", cast.owner.email)
    data = json.loads(capsys.readouterr().out)
    whats = [one["what"] for one in data["what you changed in assessments"]]
    assert whats == ["S01", "contact", "welcome"]
    assert "0123" not in json.dumps(data)


TOLD_OF = {
    *("mfa.Authenticator", "organisations.Membership", "comparing.Seat"),
    *("organisations.AuditEntry", "comparing.CollaborationEntry"),
    *("assessment.Assessment", "assessment.OwnPartChange", "assessment.AssessmentChange"),
    "comparing.Share",
}
TOLD_BY_ANOTHER = {
    "account.EmailAddress",  # the account's own
    *("organisations.Invitation", "comparing.CollaborationInvitation"),  # made: the log has it
    *("assessment.StandardRating", "assessment.FactCheck", "assessment.PyramidLayer"),  # changes
}


def test_every_table_that_names_an_account_is_told_of():
    found = set()
    for model in apps.get_models():
        if any(field.related_model is User for field in model._meta.fields):
            found.add(model._meta.label)
    assert found == TOLD_OF | TOLD_BY_ANOTHER


def test_an_address_that_nobody_has(capsys):
    with pytest.raises(SystemExit):
        call_command("account_data", "nobody@nowhere.example")
    assert "no account has the address nobody@nowhere.example" in capsys.readouterr().err
