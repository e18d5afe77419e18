"""What method 1 made is read as its file has it, and nothing of it is worked out again."""

import json

import pytest

from assessment.method import from_json
from assessment.method.confidence import Confidence
from assessment.method.document_reading import DocumentError
from assessment.method.levels import Level
from assessment.method.mechanisms import Status
from assessment.method.readers import marked_from_json
from assessment.method.results import EarlierCell, Mode, Truth, Withheld
from assessment.method.scores import Score
from assessment.method.structure import Mark, Profile
from assessment.method.views import Views
from tests.instruments import METHOD_1


@pytest.fixture
def results(first_instrument):
    return from_json(METHOD_1, first_instrument)


def told(instrument, *path, value):
    """The file with something else at a place, read."""
    table = json.loads(METHOD_1)
    place = table
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return marked_from_json(json.dumps(table), instrument)


def test_its_perspectives_are_as_they_were_asked(results):
    modes = {code: one.mode for code, one in results.perspectives.items()}
    assert modes == {
        "giving": Mode.GROUP, "receiving": Mode.INDIVIDUAL, "staff": Mode.INDIVIDUAL,
    }  # fmt: skip
    receiving, staff = (results.perspectives[code].individuals for code in ("receiving", "staff"))
    assert (receiving.k, receiving.size) == (5, 60)
    assert (staff.k, staff.size) == (5, None)
    assert results.perspectives["giving"].individuals is None
    assert results.perspectives["giving"].groups[0].people == 4


def test_its_cells_are_exact_and_stay_so(results):
    """Method 2 releases no exact cell of people who answered alone."""
    assert results.cell("receiving", "mutuality-1") == EarlierCell(7, 35.71, "36")
    assert results.cell("receiving", "stigma-1") is None
    assert results.perspectives["staff"].cells["mutuality-1"] == Withheld("fewer than 5")


def test_its_own_part_is_read(results):
    own = results.own_part
    assert (own.standards["S01"].rating, own.standards["S03"].rating) == (3, "NA")
    assert own.facts["F01"].answer is Truth.YES
    assert (own.pyramid["L1"], own.pyramid["L5"]) == (4, None)


def test_its_levels_and_scores_are_told_as_it_has_them(first_instrument):
    mutuality = marked_from_json(METHOD_1, first_instrument).principles["mutuality"]
    assert mutuality.level is Level.UNDER_PRESSURE
    assert mutuality.views == Views(55.36, 48.22, None, None, 55.36)
    assert mutuality.scores["receiving"] == Score(35.71, 71.43, 7, None, None, not_known=False)


def test_nothing_is_worked_out_again(first_instrument):
    """Levels, statuses and sentences that the rules of today would not give."""
    changed = told(first_instrument, "principles", "mutuality", "level", value="Holding")
    assert changed.principles["mutuality"].level is Level.HOLDING
    changed = told(first_instrument, "principles", "mutuality", "reasons", value=["Said then."])
    assert changed.principles["mutuality"].reasons == ("Said then.",)
    changed = told(first_instrument, "mechanisms", "M1", "status", value="Not evident")
    assert changed.mechanisms["M1"].status is Status.NOT_EVIDENT
    assert changed.mechanisms["M1"].facts["F01"].answer is Truth.YES


def test_its_structure_and_confidence_are_told(first_instrument):
    changed = told(first_instrument, "structure", "marks", value=["Top-heavy"])
    structure = changed.structure
    assert (structure.essence, structure.formal) == (55.36, None)
    assert (structure.domains["A"], structure.domains["B"]) == (37.5, None)
    assert structure.profile is Profile.NOT_ENOUGH
    assert structure.marks == (Mark("Top-heavy"),)
    assert changed.confidence is Confidence.FAIR


def test_a_gap_may_be_below_zero(first_instrument):
    changed = told(first_instrument, "principles", "mutuality", "gap", value=-12.5)
    assert changed.principles["mutuality"].views.gap == -12.5


def test_reasons_are_texts(first_instrument):
    with pytest.raises(DocumentError, match="mutuality, reasons: a list of texts is expected"):
        told(first_instrument, "principles", "mutuality", "reasons", value="Said then.")
