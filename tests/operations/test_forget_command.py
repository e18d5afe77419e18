"""``forget``: what goes, what stays, and what it refuses."""

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command

from assessment.ballots import Ballots, Draft
from assessment.models import Assessment
from assessment.own_part import StandardRating
from assessment.steps import own_part
from comparing.method.members import Way
from comparing.models import Published, Share, UsedAssessment
from comparing.party import Collaboration, CollaborationEntry, Member, Seat
from operations.forgetting import SOMEBODY
from organisations.models import AuditEntry, Invitation, Membership, Organisation, User
from organisations.parties import invitations, seats
from organisations.parties.log import record
from tests.assessment.answered import draft_with, link_of, open_assessment, respond
from tests.comparing.collaboration import make_together
from tests.on_disk import disk

pytestmark = pytest.mark.django_db
EDITOR, OWNER = "editor@northfield.example", "owner@northfield.example"


@pytest.fixture
def typed(monkeypatch):
    """What somebody at the terminal types when asked."""

    def types(words):
        monkeypatch.setattr("builtins.input", lambda *_: words)

    return types


def forget(*asked):
    call_command("forget", *(str(one) for one in asked))


def rate(assessment, who, evidence="Minutes of May"):
    own_part.rate_standard(
        assessment=assessment,
        code="S01",
        rating="3",
        evidence=evidence,
        agreed_by="",
        version=0,
        who=who,
    )


# ---- Asking again -----------------------------------------------------------------------------


def test_it_says_what_goes_and_asks_for_the_name(cast, typed, capsys):
    assessment = open_assessment(cast)
    rate(assessment, cast.editor)
    typed("Autum")
    with pytest.raises(CommandError, match="Nothing was deleted"):
        forget("--assessment", assessment.pk)
    said = capsys.readouterr().out
    assert "This deletes Autumn, and with it:" in said
    assert "- perspective: 2" in said
    assert "- standard rating: 1" in said
    assert "fact check" not in said
    assert "answers that people have given go unread" in said
    assert "Type Autumn to delete it:" in said
    assert Assessment.objects.exists()
    typed("Autumn")
    forget("--assessment", assessment.pk)
    assert not Assessment.objects.exists()


def test_where_nobody_can_type_nothing_is_deleted(cast, monkeypatch):
    def nobody(*_):
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    with pytest.raises(CommandError, match="Nothing was deleted"):
        forget("--account", EDITOR)
    assert User.objects.filter(pk=cast.editor.pk).exists()


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        (["--account", "nobody@nowhere.example"], "none that is called nobody@nowhere.example"),
        (["--assessment", "Autumn"], "none that is called Autumn"),
        (["--assessment", "5b0ff1d2-3e31-4d0c-a2e5-6a8bd1e77a0e"], "none that is called 5b0ff1d2"),
        (["--organisation", "Northfield"], "none that is called Northfield"),
        ([], "one of the arguments --account --assessment --organisation is required"),
        (["--account", EDITOR, "--organisation", "Elsewhere"], "not allowed with"),
    ],
)
@pytest.mark.usefixtures("cast")
def test_what_is_not_there_is_refused(asked, refused):
    with pytest.raises(CommandError, match=refused):
        forget(*asked, "--yes")
    assert User.objects.count() == 6
    assert Organisation.objects.count() == 2


# ---- An account -------------------------------------------------------------------------------


def test_an_account_goes_and_what_it_wrote_stays(cast):
    assessment = open_assessment(cast)
    rate(assessment, cast.editor)
    forget("--account", EDITOR.upper(), "--yes")
    assert not User.objects.filter(email=EDITOR).exists()
    assert Membership.objects.filter(party=cast.organisation).count() == 3
    kept = StandardRating.objects.get()
    assert (kept.evidence, kept.changed_by) == ("Minutes of May", None)


def test_its_address_is_taken_out_of_what_was_noted(cast):
    seats.change_role(seat=cast.editor.memberships.get(), role="viewer", who=cast.owner)
    other = f"joint-{EDITOR}"
    invitations.invite(email=other, role="viewer", party=cast.organisation, who=cast.owner)
    invitations.invite(email=EDITOR, role="viewer", party=cast.other)
    collaboration = Collaboration.objects.create(name="The Lantern")
    record(party=collaboration, who=None, what=f"invited {EDITOR}")
    forget("--account", EDITOR, "--yes")
    noted = set(AuditEntry.objects.values_list("what", flat=True))
    assert {f"made {SOMEBODY} viewer", f"removed {SOMEBODY}", f"invited {other} as viewer"} < noted
    assert CollaborationEntry.objects.get().what == f"invited {SOMEBODY}"
    assert list(Invitation.objects.values_list("email", flat=True)) == [other]


def test_the_last_owner_stays_until_there_is_another(cast):
    with pytest.raises(CommandError, match=r"needs an owner.*Nothing was deleted"):
        forget("--account", OWNER, "--yes")
    assert Membership.objects.filter(user=cast.owner, role="owner").exists()
    seats.change_role(seat=cast.editor.memberships.get(), role="owner", who=cast.owner)
    forget("--account", OWNER, "--yes")
    assert not User.objects.filter(email=OWNER).exists()


def test_the_last_admin_of_a_collaboration_stays(cast):
    collaboration = Collaboration.objects.create(name="The Lantern")
    Seat.objects.create(user=cast.editor, party=collaboration, role="admin")
    with pytest.raises(CommandError, match="needs an admin"):
        forget("--account", EDITOR, "--yes")
    assert Membership.objects.filter(user=cast.editor).exists()


# ---- An assessment ----------------------------------------------------------------------------


def test_an_assessment_goes_with_its_answers_and_nothing_else_does(cast):
    gone, stays = open_assessment(cast), open_assessment(cast)
    for assessment in (gone, stays):
        respond(assessment, "receiving", [3])
        draft_with(link_of(assessment, "giving"), [3])
    cache.set("chart:drawn", "of it")
    forget("--assessment", gone.pk, "--yes")
    assert list(Assessment.objects.all()) == [stays]
    assert Ballots.objects.get().perspective.assessment == stays
    assert Draft.objects.count() == 2
    assert cache.get("chart:drawn") is None
    entry = AuditEntry.objects.get(what="Autumn was deleted by the host")
    assert (entry.party, entry.who) == (cast.organisation, None)


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite  # reads the SQLite files
def test_nothing_of_it_is_left_in_the_database_files(cast, capsys):
    assessment = open_assessment(cast)
    respond(assessment, "receiving", [3])
    rate(assessment, cast.editor, evidence="canary in the evidence")
    assert b"canary" in disk()
    forget("--assessment", assessment.pk, "--yes")
    assert b"canary" not in disk()
    assert "run scrub" not in capsys.readouterr().out


def test_files_that_are_being_read_are_cleared_later(cast, monkeypatch, capsys):
    monkeypatch.setattr("operations.management.commands.forget.clean_files", lambda: False)
    forget("--assessment", open_assessment(cast).pk, "--yes")
    assert "run scrub" in capsys.readouterr().out


@pytest.mark.parametrize("way", list(Way))
def test_what_was_shared_is_taken_back_first(way):
    together = make_together(6, way=way)
    share = Share.objects.filter(withdrawn_at=None).first()
    forget("--assessment", share.assessment_id, "--yes")
    assert Share.objects.filter(round=together.round).count() == 5
    assert AuditEntry.objects.filter(what="took back what was shared with Spring").count() == 1


def test_what_has_counted_is_remembered_and_what_was_published_stays():
    make_together(6, closed=True)
    forget("--assessment", Share.objects.first().assessment_id, "--yes")
    assert Published.objects.get().document["members"] == 6
    assert UsedAssessment.objects.count() == 6


# ---- An organisation --------------------------------------------------------------------------


def test_an_organisation_goes_with_all_it_has_and_the_accounts_stay(cast, typed):
    open_assessment(cast)
    typed("Northfield Trust")
    forget("--organisation", "Northfield Trust")
    assert list(Organisation.objects.all()) == [cast.other]
    assert not Assessment.objects.exists()
    assert User.objects.count() == 6
    assert list(Membership.objects.values_list("user", flat=True)) == [cast.stranger.pk]


def test_of_two_with_one_name_it_asks_for_the_number(cast):
    other = Organisation.objects.create(name="Northfield Trust", kind="other")
    with pytest.raises(CommandError, match=f"2 are called Northfield Trust(.|\n)*{other.pk}"):
        forget("--organisation", "Northfield Trust", "--yes")
    forget("--organisation", other.pk, "--yes")
    assert set(Organisation.objects.all()) == {cast.organisation, cast.other}


def test_a_member_leaves_its_collaboration_first():
    together = make_together(6, closed=True)
    gone = together.organisations[0]
    forget("--organisation", gone.pk, "--yes")
    assert UsedAssessment.objects.count() == 6
    assert Member.objects.count() == 5
    assert CollaborationEntry.objects.filter(what=f"{gone} left").exists()
