"""The organisation's own part: nobody's words are ever lost."""

import datetime

import pytest

from assessment.models import ClosedReport
from assessment.own_part import OwnPartChange, StandardRating
from assessment.steps import closing, own_part
from organisations.refusal import Conflict, Refusal
from reports.kept import marked_of
from tests.assessment.answered import open_assessment, respond
from tests.cast import make_cast

pytestmark = pytest.mark.django_db


def rate(assessment, who, rating="3", evidence="", version=0):
    return own_part.rate_standard(
        assessment=assessment,
        code="S01",
        rating=rating,
        evidence=evidence,
        agreed_by="",
        version=version,
        who=who,
    )


def test_each_save_counts_and_is_remembered():
    cast = make_cast()
    assessment = open_assessment(cast)
    assert rate(assessment, cast.owner).version == 1
    assert rate(assessment, cast.editor, "4", "minutes", version=1).version == 2
    change = OwnPartChange.objects.latest("pk")
    assert (change.who, change.before["rating"], change.after["rating"]) == (
        cast.editor,
        "3",
        "4",
    )


def test_a_second_persons_save_is_told_what_stands_there():
    cast = make_cast()
    assessment = open_assessment(cast)
    rate(assessment, cast.owner, "3", "the owner's words")
    with pytest.raises(Conflict) as caught:
        rate(assessment, cast.editor, "1", "the editor's words", version=0)
    assert caught.value.theirs.evidence == "the owner's words"
    assert StandardRating.objects.get().evidence == "the owner's words"


def test_saving_the_same_again_is_no_change_and_no_conflict():
    cast = make_cast()
    assessment = open_assessment(cast)
    rate(assessment, cast.owner, "3", "words")
    assert rate(assessment, cast.editor, "3", "words", version=0).version == 1
    assert OwnPartChange.objects.count() == 1


def test_a_fact_keeps_its_date_and_a_layer_its_rating():
    cast = make_cast()
    assessment = open_assessment(cast)
    day = datetime.date(2026, 10, 3)
    own_part.check_fact(
        assessment=assessment,
        code="F02",
        answer="yes",
        on=day,
        evidence="training matrix",
        agreed_by="the panel",
        version=0,
        who=cast.owner,
    )
    own_part.rate_layer(assessment=assessment, code="L1", rating="2", version=0, who=cast.owner)
    closing.close(assessment=assessment, who=cast.owner)
    found = closing.own_part_of(assessment)
    assert found.facts["F02"].date == day
    assert found.pyramid == {"L1": 2}


def test_a_closed_assessment_is_never_changed():
    cast = make_cast()
    assessment = open_assessment(cast)
    closing.close(assessment=assessment, who=cast.owner)
    with pytest.raises(Refusal, match="it is closed"):
        rate(assessment, cast.owner)


def test_how_far_it_is_counts_every_answer_and_no_empty_one():
    cast = make_cast()
    assessment = open_assessment(cast)
    rate(assessment, cast.owner, "NA")
    assessment.standard_ratings.create(code="S02", rating="", evidence="Words alone")
    assessment.fact_checks.create(code="F01", answer="DK")
    assessment.pyramid_layers.create(code="L1", rating="0")
    found = own_part.how_far(assessment)
    assert (found.standards, found.facts, found.layers) == ({"S01"}, {"F01"}, {"L1"})


def closed(cast, **modes):
    found = open_assessment(cast, **modes)
    for code, mode in modes.items():
        for _each in range(1 if mode == "group" else 5):
            respond(found, code, [3] * 36)
    closing.close(assessment=found, who=cast.owner)
    return found


def test_where_only_groups_rated_it_can_be_said_after_the_report_was_read(cast):
    found = closed(cast, receiving="group")
    before = ClosedReport.objects.get(assessment=found)
    cells = marked_of(before).results.perspectives
    for number in range(1, 26):
        own_part.rate_standard(
            assessment=found,
            code=f"S{number:02}",
            rating="4",
            evidence="",
            agreed_by="",
            version=0,
            who=cast.editor,
        )
    after = ClosedReport.objects.get(assessment=found)
    marked = marked_of(after)
    assert marked.results.perspectives == cells
    assert marked.structure.formal == 100
    assert marked_of(before).structure.formal is None
    assert after.created > before.created
    assert after.enough is before.enough is True


def test_where_anybody_answered_alone_it_is_closed_for_good(cast):
    found = closed(cast, receiving="individual", panel="group")
    with pytest.raises(Refusal, match="closed"):
        rate(found, cast.owner)


def test_a_report_with_few_levels_has_not_enough_to_be_compared(cast):
    found = open_assessment(cast, receiving="group")
    respond(found, "receiving", [3] * 21 + [None] * 15)  # seven principles
    closing.close(assessment=found, who=cast.owner)
    assert not ClosedReport.objects.get().enough
