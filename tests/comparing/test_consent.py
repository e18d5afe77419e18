"""Sharing and taking back: what is kept, what is refused, and two at once."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from assessment.method import from_json
from assessment.models import ClosedReport
from assessment.steps import planning
from comparing.agreement import Agreement
from comparing.method.members import figures_of, to_row
from comparing.method.sharing import leaving
from comparing.models import CollaborationEntry, Member, Round, RoundFigures, Share
from comparing.steps import consent, figures
from organisations.models import AuditEntry, Organisation
from organisations.refusal import Refusal
from questions import load
from tests.comparing.collaboration import (
    DAY,
    make_members,
    make_round,
    make_together,
    share_row,
    today,
    with_report,
)

OWN_WORDS = "Meet on Tuesdays in the kitchen"


@pytest.fixture
def together(db):  # noqa: ARG001 - allows the database
    """Five share with the round, and one, at the end, does nothing yet."""
    return make_together(5, named=(0,), silent=1)


@pytest.fixture
def closed(together):
    """An assessment of the one that does nothing yet."""
    return with_report(together.organisations[-1])


def agreement(assessment, way="anonymous", until=None):
    return Agreement(assessment=assessment, way=way, until=until or today() + 400 * DAY)


def agree(together, given, *, round_=None, place=-1, **more):
    return consent.share(
        round_=round_ or together.round,
        organisation=together.organisations[place],
        agreement=given,
        who=together.owner(place),
        **more,
    )


def suggestion(name="M2:0"):
    action = planning.suggestions(load())[name]
    return planning.GivenAction(kind=str(action.kind), text=action.text, about=name.split(":")[0])


def test_what_is_shared_is_what_the_preview_showed(together, closed):
    planning.plan_action(assessment=closed, planned=suggestion(), who=together.owner(-1))
    offered = consent.offer(round_=together.round, agreement=agreement(closed))
    made = agree(together, agreement(closed), previewed=offered.digest)
    assert (made.text, made.results, made.figures) == (
        offered.text,
        offered.results,
        offered.figures,
    )
    assert made.chosen == ["M2:0"]
    assert (made.agreed_by, made.until) == (together.owner(-1), today() + 400 * DAY)


def test_figures_are_those_of_the_cells_that_leave(together, closed):
    report = ClosedReport.objects.get(assessment=closed)
    leaves = leaving(from_json(report.results, load("2026.2")))
    made = Share.objects.get(pk=agree(together, agreement(closed)).pk)
    assert made.figures == to_row(figures_of(leaves))
    assert report.results != made.results


def test_the_words_say_who_what_how_and_until_when(together, closed):
    text = agree(together, agreement(closed, "named", datetime.date(2028, 3, 1))).text
    for said in ("member number 5", "Winter", "Spring", "1 March 2028", "By name:"):
        assert said in text
    assert "Anonymously:" in consent.agreement_words(
        round_=together.round, agreement=agreement(closed, "anonymous")
    )


def test_own_words_of_the_plan_never_leave(together, closed):
    own = planning.GivenAction(kind="build", text=OWN_WORDS, about="M2", notes="Secret notes")
    planning.plan_action(assessment=closed, planned=own, who=together.owner(-1))
    dropped = planning.plan_action(
        assessment=closed, planned=suggestion("M3:1"), who=together.owner(-1)
    )
    planning.change_action(
        action=dropped,
        planned=planning.GivenAction(**{**vars_of(dropped), "status": "dropped"}),
        who=together.owner(-1),
    )
    made = agree(together, agreement(closed))
    assert made.chosen == []
    assert not any(OWN_WORDS in said for said in (made.text, made.results, str(made.figures)))


def vars_of(action):
    names = ("kind", "text", "about", "owner", "due", "status", "notes")
    return {name: getattr(action, name) for name in names}


def plan_something(together, closed):
    planning.plan_action(assessment=closed, planned=suggestion(), who=together.owner(-1))


def rename_round(together, _closed):
    Round.objects.filter(pk=together.round.pk).update(name="Renamed")


def share_meanwhile(together, closed):
    agree(together, agreement(closed, "named"))


@pytest.mark.parametrize("change", [plan_something, rename_round, share_meanwhile])
def test_what_changed_since_the_preview_is_not_agreed_to(together, closed, change):
    seen = consent.offer(round_=together.round, agreement=agreement(closed)).digest
    change(together, closed)
    before = list(Share.objects.values_list())
    with pytest.raises(consent.ChangedSince):
        agree(together, agreement(closed), previewed=seen)
    assert list(Share.objects.values_list()) == before


def test_a_form_that_lost_its_preview_shares_nothing(together, closed):
    with pytest.raises(consent.ChangedSince):
        agree(together, agreement(closed), previewed="")


def test_a_second_click_changes_nothing(together, closed):
    seen = consent.offer(round_=together.round, agreement=agreement(closed)).digest
    first = agree(together, agreement(closed), previewed=seen)
    again = agree(together, agreement(closed), previewed=seen)
    assert first == again
    assert together.round.shares.filter(organisation=together.organisations[-1]).count() == 1


def test_sharing_otherwise_takes_the_place_of_what_was_shared(together, closed):
    first = agree(together, agreement(closed))
    second = agree(together, agreement(closed, "named"))
    first.refresh_from_db()
    assert (first.results, first.figures, first.chosen) == ("", {}, [])
    assert first.withdrawn_by == together.owner(-1)
    assert together.share_of(-1) == second


class Refused:
    """Cases: a way to agree that is refused, and a word of the sentence."""

    @staticmethod
    def stranger(together, closed):
        other = Organisation.objects.create(name="Elsewhere", kind="other")
        Member.objects.filter(organisation=together.organisations[-1]).delete()
        together.organisations.append(other)
        closed.programme.organisation = other
        closed.programme.save()
        return agreement(closed), "not a member"

    @staticmethod
    def anothers(together, _closed):
        return agreement(together.share_of(0).assessment), "of your own"

    @staticmethod
    def not_closed(_together, closed):
        type(closed).objects.filter(pk=closed.pk).update(state="open", closed_at=None)
        return agreement(closed), "closed self-assessment"

    @staticmethod
    def other_instrument(_together, closed):
        type(closed).objects.filter(pk=closed.pk).update(instrument="2030.1")
        return agreement(closed), "fits this round"

    @staticmethod
    def yesterday(_together, closed):
        return agreement(closed, until=today() - DAY), "passed"

    @staticmethod
    def too_early(together, closed):
        Round.objects.filter(pk=together.round.pk).update(opens=today() + DAY)
        return agreement(closed), "not open yet"

    @staticmethod
    def too_late(together, closed):
        figures.close_round(round_=together.round, who=together.admin)
        return agreement(closed), "figures are made"


@pytest.mark.parametrize("case", [name for name in vars(Refused) if not name.startswith("_")])
def test_what_may_not_be_shared(together, closed, case):
    given, words = getattr(Refused, case)(together, closed)
    before = list(Share.objects.values_list())
    with pytest.raises(Refusal, match=words):
        agree(together, given)
    assert list(Share.objects.values_list()) == before


def test_the_last_day_may_be_today(together, closed):
    assert agree(together, agreement(closed, until=today())).until == today()


class TestTheSameAssessmentGoesOneWay:
    """By name and anonymously, its figures could be subtracted from the others'."""

    def test_until_figures_are_made_an_owner_may_think_again(self, together, closed):
        for way in ("anonymous", "named", "anonymous"):
            assert agree(together, agreement(closed, way)).way == way

    def test_by_name_after_figures_were_made_with_it_anonymously(self, together, closed):
        agree(together, agreement(closed))
        figures.close_round(round_=together.round, who=together.admin)
        consent.withdraw(share=together.share_of(1), who=together.owner(1))
        with pytest.raises(Refusal, match="subtracted"):
            agree(together, agreement(closed, "named"))
        later = make_round(together.collaboration, "Later")
        with pytest.raises(Refusal, match="subtracted"):
            agree(together, agreement(closed, "named"), round_=later)
        assert agree(together, agreement(closed), round_=later)

    def test_anonymously_after_figures_were_made_with_it_by_name(self, together, closed):
        agree(together, agreement(closed, "named"))
        figures.close_round(round_=together.round, who=together.admin)
        consent.withdraw(share=together.share_of(1), who=together.owner(1))
        with pytest.raises(Refusal, match="are known"):
            agree(together, agreement(closed))

    def test_by_name_though_it_was_taken_back_since(self, together, closed):
        made = agree(together, agreement(closed))
        figures.close_round(round_=together.round, who=together.admin)
        consent.withdraw(share=made, who=together.owner(-1))
        with pytest.raises(Refusal, match="subtracted"):
            agree(together, agreement(closed, "named"))

    def test_anonymously_though_it_was_counted_by_name(self, together, closed):
        made = agree(together, agreement(closed, "named"))
        figures.close_round(round_=together.round, who=together.admin)
        consent.withdraw(share=made, who=together.owner(-1))
        with pytest.raises(Refusal, match="its figures are known"):
            agree(together, agreement(closed))
        assert agree(together, agreement(closed, "named")).way == "named"

    @pytest.mark.parametrize(("there", "here"), [("anonymous", "named"), ("named", "anonymous")])
    def test_two_open_rounds(self, together, closed, there, here):
        other = make_round(together.collaboration, "Other")
        agree(together, agreement(closed, there), round_=other)
        with pytest.raises(Refusal, match="subtracted"):
            agree(together, agreement(closed, here))

    def test_another_assessment_may(self, together, closed):
        other = make_round(together.collaboration, "Other")
        agree(together, agreement(closed), round_=other)
        second = with_report(together.organisations[-1], name="Second", seed=2)
        assert agree(together, agreement(second, "named")).way == "named"


class TestWithdrawing:
    def test_who_when_and_the_words_stay_and_nothing_else(self, together, closed):
        made = agree(together, agreement(closed))
        consent.withdraw(share=made, who=together.owner(-1))
        made.refresh_from_db()
        assert (made.results, made.figures, made.chosen) == ("", {}, [])
        assert made.withdrawn_by == made.agreed_by == together.owner(-1)
        assert timezone.now() - made.withdrawn_at < datetime.timedelta(minutes=1)
        assert "Winter" in made.text

    def test_the_rounds_figures_go_at_once(self, together):
        figures.close_round(round_=together.round, who=together.admin)
        consent.withdraw(share=together.share_of(1), who=together.owner(1))
        assert figures.figures_shown(together.round) is None
        assert RoundFigures.objects.get().members == []

    def test_twice_is_once(self, together):
        share = together.share_of(1)
        consent.withdraw(share=share, who=together.owner(1))
        entries = AuditEntry.objects.count()
        when = Share.objects.get(pk=share.pk).withdrawn_at
        consent.withdraw(share=share, who=together.owner(2))
        assert AuditEntry.objects.count() == entries
        assert Share.objects.get(pk=share.pk).withdrawn_at == when

    def test_only_its_own_organisation_reads_of_it(self, together, closed):
        CollaborationEntry.objects.all().delete()
        made = agree(together, agreement(closed))
        consent.withdraw(share=made, who=together.owner(-1))
        assert not CollaborationEntry.objects.exists()
        assert {one.party for one in AuditEntry.objects.all()} == {together.organisations[-1]}

    def test_figures_made_without_it_stay(self, together):
        """Its day passed, the figures were made again of the others, and then it was cleared."""
        Share.objects.filter(pk=together.share_of(1).pk).update(until=today() - DAY)
        figures.close_round(round_=together.round, who=together.admin)
        assert consent.end_expired() == 1
        assert figures.figures_shown(together.round) is not None


class TestExpiry:
    def test_on_its_last_day_it_holds(self, together):
        Share.objects.update(until=today())
        figures.close_round(round_=together.round, who=together.admin)
        assert consent.end_expired() == 0
        assert figures.figures_shown(together.round) is not None

    def test_the_day_after_nothing_is_left_even_before_it_is_cleared(self, together):
        figures.close_round(round_=together.round, who=together.admin)
        Share.objects.filter(pk=together.share_of(1).pk).update(until=today() - DAY)
        RoundFigures.objects.update(until=today() - DAY)
        assert figures.figures_shown(together.round) is None
        assert consent.end_expired() == 1
        gone = Share.objects.get(organisation=together.organisations[1])
        assert (gone.withdrawn_by, gone.figures) == (None, {})
        assert RoundFigures.objects.get().members == []


class TestLeaving:
    def test_all_that_was_shared_there_goes(self, together):
        other = make_round(together.collaboration, "Other")
        assessment = together.share_of(0).assessment
        share_row(other, assessment, 0, named=True).save()
        member = Member.objects.get(organisation=together.organisations[0])
        consent.leave_collaboration(member=member, who=together.owner(0))
        assert not Share.objects.filter(
            organisation=together.organisations[0], withdrawn_at=None
        ).exists()
        assert Share.objects.filter(organisation=together.organisations[1]).exists()
        assert not Member.objects.filter(pk=member.pk).exists()

    def test_twice_is_once(self, together):
        member = Member.objects.get(organisation=together.organisations[0])
        consent.leave_collaboration(member=member, who=together.owner(0))
        entries = CollaborationEntry.objects.count()
        consent.leave_collaboration(member=Member(pk=member.pk), who=together.owner(0))
        assert CollaborationEntry.objects.count() == entries

    def test_what_is_shared_elsewhere_stays(self, together):
        elsewhere = make_together(1, name="Other")
        ours = together.organisations[0]
        make_members(elsewhere.collaboration, 0)
        Member.objects.create(collaboration=elsewhere.collaboration, organisation=ours)
        share_row(elsewhere.round, together.share_of(0).assessment, 0).save()
        member = Member.objects.get(organisation=ours, collaboration=together.collaboration)
        consent.leave_collaboration(member=member, who=together.owner(0))
        assert elsewhere.round.shares.get(organisation=ours).withdrawn_at is None


@pytest.mark.parametrize(
    "row",
    [
        {"withdrawn_at": timezone.now()},
        {"way": "loudly"},
        {},  # a second one of the same organisation and round
    ],
)
def test_the_database_keeps_the_promises(together, row):
    made = share_row(together.round, together.share_of(0).assessment, 9)
    for name, value in row.items():
        setattr(made, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def at_once(*steps):
    """Each in a thread of its own; what each came to, a refusal or what it returned."""

    def run(step):
        try:
            return step()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(steps)) as people:
        return list(people.map(run, steps))


@pytest.mark.django_db(transaction=True)
def test_two_owners_agree_at_once():
    together = make_together(1, silent=1)
    closed = with_report(together.organisations[-1])
    ways = [agreement(closed, way) for way in ("anonymous", "named")]
    seen = [consent.offer(round_=together.round, agreement=way).digest for way in ways]
    together.owner(-1)
    came = at_once(
        *(
            lambda way=way, one=one: agree(together, way, previewed=one)
            for way, one in zip(ways, seen, strict=True)
        )
    )
    assert sum(isinstance(one, Share) for one in came) == 1
    assert sum(isinstance(one, consent.ChangedSince) for one in came) == 1
    assert together.round.shares.filter(organisation=together.organisations[-1]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_closing_while_somebody_takes_it_back():
    """Before it, the figures are made without; after it, they are taken down. Never with it."""
    together = make_together(6)
    share, who = together.share_of(1), together.owner(1)
    at_once(
        lambda: figures.close_round(round_=together.round, who=together.admin),
        lambda: consent.withdraw(share=share, who=who),
    )
    version = figures.figures_shown(Round.objects.get(pk=together.round.pk))
    held = RoundFigures.objects.get().members
    assert str(together.organisations[1].pk) not in {row["who"] for row in held}
    assert len(held) == (5 if version else 0)


@pytest.mark.django_db(transaction=True)
def test_closing_twice_at_once_makes_one_version():
    together = make_together(5)
    at_once(*[lambda: figures.close_round(round_=together.round, who=together.admin)] * 3)
    assert RoundFigures.objects.count() == 1
    entries = CollaborationEntry.objects.filter(what__startswith="closed")
    assert entries.count() == 1


@pytest.mark.django_db(transaction=True)
def test_leaving_while_sharing_leaves_nothing_behind():
    together = make_together(1, silent=1)
    closed = with_report(together.organisations[-1])
    member = Member.objects.get(organisation=together.organisations[-1])
    who = together.owner(-1)
    at_once(
        lambda: agree(together, agreement(closed)),
        lambda: consent.leave_collaboration(member=member, who=who),
    )
    ours = Share.objects.filter(organisation=together.organisations[-1], withdrawn_at=None)
    assert not ours.exists()
