"""A report of an older shape is shared with rounds of its own instrument, and read by its own."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from assessment.method import mark, to_json
from comparing.models import Share
from tests.cast import signed_in
from tests.comparing.collaboration import DAY, make_round, make_together, today, with_report
from tests.instruments import LATER
from tests.reports.builder import sample
from tests.walking import walked

UNTIL = today() + 400 * DAY


@pytest.fixture
def together(db):  # noqa: ARG001 - allows the database
    return make_together(5, silent=1)


@pytest.fixture
def reports(together, older_instrument):
    """Of one organisation: by an older instrument, and by the newest."""
    own = together.organisations[-1]
    older = with_report(own, name="Long ago", instrument=older_instrument)
    return older, with_report(own, name="Now")


def share_page(together, round_):
    return reverse("share_round", args=[together.organisations[-1].pk, round_.pk])


def test_a_round_takes_what_was_asked_by_its_own_instrument(together, reports):
    older, newest = reports
    earlier = make_round(together.collaboration, "Earlier", instrument=older.instrument)
    owner = signed_in(together.owner(-1))
    for round_, fitting in ((together.round, newest), (earlier, older)):
        form = owner.get(share_page(together, round_)).context["form"]
        assert list(dict(form.fields["assessment"].choices)) == [str(fitting.pk)]


def test_it_is_previewed_and_shared_by_its_own_shape(together, reports):
    older, _newest = reports
    earlier = make_round(together.collaboration, "Earlier", instrument=older.instrument)
    owner, page = signed_in(together.owner(-1)), share_page(together, earlier)
    choice = {"assessment": str(older.pk), "way": "named", "until": UNTIL.isoformat()}
    seen = owner.get(page, choice).context["seen"]
    owner.post(page, {**choice, "seen": seen, "sure": "on"})
    shared = json.loads(Share.objects.get(round=earlier).results)
    assert (shared["method"], shared["instrument"]) == ("0", older.instrument)
    assert not LATER["facts"] & set(shared["facts"])
    assert page in walked(owner, reverse("collaborations", args=[together.organisations[-1].pk]))


def test_share_reads_which_instrument_a_file_rests_on(tmp_path, older_instrument, capsys):
    home, out = tmp_path / "results.json", tmp_path / "member.json"
    home.write_text(to_json(mark(sample(instrument=older_instrument))))
    call_command("share", str(home), out=out)
    assert json.loads(out.read_text())["instrument"] == older_instrument.version
    assert "holds what leaves and nothing else" in capsys.readouterr().out
