"""Somebody who asks sees what is held of them, and nothing of anybody else."""

import json

import pytest
from django.core.management import call_command

from organisations.parties.log import record

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


def test_an_address_that_nobody_has(capsys):
    with pytest.raises(SystemExit):
        call_command("account_data", "nobody@nowhere.example")
    assert "no account has the address nobody@nowhere.example" in capsys.readouterr().err
