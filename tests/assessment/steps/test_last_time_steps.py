"""Starting from last time: what is taken over, and what waits without counting."""

from datetime import UTC, date, datetime

import pytest

from assessment.method import mark, to_json
from assessment.models import Assessment
from assessment.own_part import EarlierEntry, OwnPartChange, StandardRating
from assessment.steps import bringing_in, closing, last_time, own_part, own_part_file, setting_up
from organisations.models import Membership, Programme
from organisations.refusal import Refusal
from questions.reading import DEFAULT_VERSION
from reports.kept import marked_of
from tests.assessment.answered import open_assessment, open_with_slips, respond, set_up
from tests.reports.builder import sample

pytestmark = pytest.mark.django_db


def rate(assessment, who, code="S01", rating="3", evidence="Minutes of May"):
    own_part.rate_standard(
        assessment=assessment,
        code=code,
        rating=rating,
        evidence=evidence,
        agreed_by="steering group",
        version=0,
        who=who,
    )


def check(assessment, who, on=date(2026, 4, 1)):
    own_part.check_fact(
        assessment=assessment,
        code="F02",
        answer="no",
        on=on,
        evidence="Asked the ward",
        agreed_by="",
        version=0,
        who=who,
    )


def closed(assessment, who):
    closing.close(assessment=assessment, who=who)
    return Assessment.objects.get(pk=assessment.pk)


@pytest.fixture
def last(cast):
    """Closed, with a standard of last year, a fact and a layer."""
    found = open_with_slips(cast, giving=12, staff=30)
    Assessment.objects.filter(pk=found.pk).update(contact="Ada", welcome="Come in.", k=7)
    rate(found, cast.owner)
    StandardRating.objects.update(changed_at=datetime(2025, 11, 3, 12, tzinfo=UTC))
    check(found, cast.owner)
    own_part.rate_layer(assessment=found, code="L1", rating="2", version=0, who=cast.owner)
    return closed(found, cast.owner)


def again(cast, earlier):
    made = last_time.start_from(earlier=earlier, name="The next", who=cast.editor)
    return Assessment.objects.get(pk=made.pk)


def test_it_is_set_up_like_last_time_without_a_day(cast, last):
    made = again(cast, last)
    assert (made.state, made.name, made.started_from) == ("draft", "The next", last)
    same = ("instrument", "length", "mutual", "k", "keeper", "contact", "welcome")
    assert [getattr(made, name) for name in same] == [getattr(last, name) for name in same]
    assert (made.closes_on, made.public_key) == (None, "")
    columns = ("code", "mode", "door", "size", "printed")
    asked = list(made.perspectives.order_by("code").values_list(*columns))
    assert asked == [
        ("giving", "individual", "each", 12, 0),
        ("staff", "individual", "each", 30, 0),
    ]


def test_our_own_notice_is_made_anew_and_other_words_stay(cast, last):
    assert last.privacy_notice
    assert again(cast, last).privacy_notice == ""
    Assessment.objects.filter(pk=last.pk).update(privacy_notice="Ours.", our_notice=False)
    last.refresh_from_db()
    assert again(cast, last).privacy_notice == "Ours."


def test_a_keeper_who_has_left_or_owns_it_now_is_not_taken_over(cast, last):
    Membership.objects.filter(user=cast.keeper).update(role="owner")
    assert again(cast, last).keeper is None


def test_questions_that_cannot_be_asked_any_more_are_asked_by_the_newest(cast, last, monkeypatch):
    newest = last_time.to_choose_from()[0]
    monkeypatch.setattr(last_time, "to_choose_from", lambda: [newest])
    assert again(cast, last).instrument == newest.version == DEFAULT_VERSION
    Assessment.objects.filter(pk=last.pk).update(mutual=True)
    last.refresh_from_db()
    assert [one.code for one in again(cast, last).perspectives.all()] == ["staff"]


def test_only_from_one_that_is_closed(cast):
    with pytest.raises(Refusal, match="open for answers"):
        again(cast, open_assessment(cast))


def test_what_was_said_waits_with_its_age_and_counts_nowhere(cast, last):
    made = again(cast, last)
    waiting = {row.code: row for row in made.earlier_entries.all()}
    assert set(waiting) == {"S01", "F02", "L1"}
    assert waiting["S01"].said_on == date(2025, 11, 3)
    assert waiting["S01"].said["evidence"] == "Minutes of May"
    assert waiting["F02"].said["date"] == "2026-04-01"
    assert own_part.how_far(made) == own_part.HowFar(frozenset(), frozenset(), frozenset())
    own = closing.own_part_of(made)
    assert not any((own.standards, own.facts, own.pyramid))


def test_what_waits_is_in_no_report(cast, last):
    made = again(cast, last)
    setting_up.choose_perspectives(
        assessment=made, chosen={"panel": last_time.HowAsked(last_time.Mode.GROUP)}
    )
    setting_up.open_for_answers(assessment=made, who=cast.owner)
    respond(made, "panel", [3] * 36)
    report = marked_of(closed(made, cast.owner).report)
    assert not any(one.evidence for one in report.results.own_part.standards.values())
    assert made.earlier_entries.count() == 3


def test_confirmed_it_is_said_now_by_whoever_confirms(cast, last):
    made = again(cast, last)
    for code in ("S01", "F02", "L1", "L1"):
        last_time.confirm(assessment=made, code=code, who=cast.editor)
    assert not made.earlier_entries.exists()
    standard, fact = made.standard_ratings.get(), made.fact_checks.get()
    assert (standard.rating, standard.evidence, standard.changed_by) == (
        "3",
        "Minutes of May",
        cast.editor,
    )
    assert (fact.answer, fact.date, fact.version) == ("no", date(2026, 4, 1), 1)
    assert made.pyramid_layers.get().rating == "2"
    changes = OwnPartChange.objects.filter(assessment=made)
    assert [(one.before["rating"], one.after["rating"]) for one in changes.filter(code="S01")] == [
        ("", "3")
    ]


def test_a_fact_without_a_date_stays_without(cast):
    found = open_assessment(cast)
    check(found, cast.owner, on=None)
    made = again(cast, closed(found, cast.owner))
    last_time.confirm(assessment=made, code="F02", who=cast.editor)
    assert made.fact_checks.get().date is None


def test_cleared_nothing_is_said_instead(cast, last):
    made = again(cast, last)
    for _twice in range(2):
        last_time.clear(assessment=made, code="S01")
    assert {row.code for row in made.earlier_entries.all()} == {"F02", "L1"}
    assert not made.standard_ratings.exists()


def test_said_anew_it_waits_no_more(cast, last):
    made = again(cast, last)
    rate(made, cast.editor, rating="1", evidence="")
    assert {row.code for row in made.earlier_entries.all()} == {"F02", "L1"}
    assert made.standard_ratings.get().rating == "1"


def test_nothing_is_decided_after_closing(cast, last):
    made = again(cast, last)
    Assessment.objects.filter(pk=made.pk).update(state="closed", closed_at=last.closed_at)
    for decide in (
        lambda: last_time.confirm(assessment=made, code="S01", who=cast.owner),
        lambda: last_time.clear(assessment=made, code="S01"),
    ):
        with pytest.raises(Refusal, match="closed"):
            decide()


def test_what_was_left_undecided_is_asked_about_again(cast, last):
    made = again(cast, last)
    last_time.confirm(assessment=made, code="F02", who=cast.editor)
    Assessment.objects.filter(pk=made.pk).update(state="closed", closed_at=last.closed_at)
    made.refresh_from_db()
    third = again(cast, made)
    waiting = {row.code: row.said_on for row in third.earlier_entries.all()}
    assert set(waiting) == {"S01", "F02", "L1"}
    assert waiting["S01"] == date(2025, 11, 3)
    assert waiting["F02"] > waiting["S01"]


def test_an_entry_that_was_emptied_does_not_come_back(cast):
    found = open_assessment(cast)
    rate(found, cast.owner)
    own_part.rate_standard(
        assessment=found,
        code="S01",
        rating="",
        evidence="",
        agreed_by="",
        version=1,
        who=cast.owner,
    )
    assert not again(cast, closed(found, cast.owner)).earlier_entries.exists()


@pytest.fixture
def second(cast):
    """A draft of another programme of the organisation."""
    programme = Programme.objects.create(organisation=cast.organisation, name="Crisis house")
    return setting_up.create(
        programme=programme, who=cast.owner, name="First", instrument=DEFAULT_VERSION
    )


def bring_in(cast, second, programme=None):
    return last_time.bring_in_standards(
        assessment=second, programme=programme or cast.programme, who=cast.editor
    )


def test_what_a_report_that_was_brought_in_says_of_itself_waits(cast, second):
    given = to_json(mark(sample()))
    brought = bringing_in.bring_in(
        programme=second.programme, text=given, name="2024", who=cast.owner
    )
    said = own_part_file.filled(sample().own_part)
    codes = {code for _kind, code, _given in said}
    for number in (len(codes), 0):
        assert take_in(cast, second, brought) == number
    waiting = {row.code: row for row in second.earlier_entries.all()}
    assert set(waiting) == codes
    assert {row.said_on for row in waiting.values()} == {sample().about.closed}
    assert {row.said_in for row in waiting.values()} == {"2024"}
    assert cast.organisation.log.filter(what__contains="entries of 2024 to look at").count() == 1
    for code in codes:
        last_time.confirm(assessment=second, code=code, who=cast.owner)
    own = closing.own_part_of(second)
    assert (own.standards, own.facts, own.pyramid) == (
        sample().own_part.standards,
        sample().own_part.facts,
        sample().own_part.pyramid,
    )


def take_in(cast, second, brought):
    return last_time.bring_in_own_part(assessment=second, earlier=brought, who=cast.editor)


def test_nothing_is_taken_from_what_was_asked_here_or_brought_in_elsewhere(cast, second):
    asked_here = closed(open_assessment(cast), cast.owner)
    given = to_json(mark(sample()))
    programme = cast.organisation.programmes.create(name="Another")
    elsewhere = bringing_in.bring_in(programme=programme, text=given, name="2024", who=cast.owner)
    for one in (asked_here, elsewhere):
        with pytest.raises(Refusal, match="not brought into this programme"):
            take_in(cast, second, one)


def test_standards_of_another_programme_wait_too(cast, second):
    first = set_up(cast)
    for code in ("S01", "S02"):
        rate(first, cast.owner, code)
    check(first, cast.owner)
    rate(second, cast.owner, "S02", "1")
    assert bring_in(cast, second) == 1
    row = second.earlier_entries.get()
    assert (row.code, row.said["rating"], row.said_in) == ("S01", "3", "Community peers")
    assert bring_in(cast, second) == 0
    entries = cast.organisation.log.filter(what__startswith="took over")
    assert [one.what for one in entries] == [
        "took over 1 standards of Community peers to look at in First"
    ]


def test_never_of_another_organisation_or_of_one_that_said_nothing(cast, second):
    other = Programme.objects.create(organisation=cast.other, name="Elsewhere")
    with pytest.raises(Refusal, match="no programme of this"):
        bring_in(cast, second, other)
    with pytest.raises(Refusal, match="said nothing"):
        bring_in(cast, second)
    assert not EarlierEntry.objects.exists()
