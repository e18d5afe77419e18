"""The resume code: the only key of a draft, tolerant to type, slow to guess."""

import re

import pytest

from assessment import drafts
from assessment.ballots import Draft
from assessment.steps import answering
from tests.assessment.answered import link_of, open_assessment
from tests.cast import make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return open_assessment(make_cast())


@pytest.fixture
def link(assessment):
    return link_of(assessment, "receiving")


def test_a_code_is_four_words_of_a_long_list():
    assert len(set(drafts.code_words())) == len(drafts.code_words()) >= 2048
    codes = {drafts.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(set(code.split("-")) <= set(drafts.code_words()) for code in codes)
    assert all(drafts.looks_like_a_code(code) for code in codes)


def test_the_database_holds_no_code(link):
    code = answering.begin(link=link)
    row = str(list(Draft.objects.values()))
    assert re.search(r"[0-9a-f]{64}", row)
    assert not [word for word in code.split("-") if word in row]


@pytest.mark.parametrize(
    "typed", ["{}", " {} ", "{upper}", "{spaced}", "{commas}", "{dots}", "{lines}"]
)
def test_a_code_may_be_typed_in_many_ways(link, typed):
    code = answering.begin(link=link)
    words = code.split("-")
    ways = {
        "upper": code.upper(),
        "spaced": "  ".join(words),
        "commas": ", ".join(words),
        "dots": ". ".join(words).title() + ".",
        "lines": "\n".join(words),
    }
    assert drafts.resume_draft(link, typed.format(code, **ways)) is not None


def test_a_code_opens_one_link_only(assessment, link):
    code = answering.begin(link=link)
    other = link_of(assessment, "giving")
    assert drafts.find_draft(link.code, code)
    assert drafts.find_draft(other.code, code) is None
    assert drafts.find_draft(link.code, drafts.new_code()) is None


def test_another_installations_key_finds_no_draft(link, settings):
    code = answering.begin(link=link)
    settings.SECRET_KEY = "another key"
    assert drafts.find_draft(link.code, code) is None


def test_thirty_wrong_codes_a_minute_then_wait(assessment, link, still_clock):
    code = answering.begin(link=link)
    for _ in range(30):
        assert drafts.resume_draft(link, "one two three four") is None
    for tried in ("one two three five", code):
        with pytest.raises(drafts.TooManyTries):
            drafts.resume_draft(link, tried)
    other = link_of(assessment, "giving")
    assert drafts.resume_draft(other, "one two three four") is None
    still_clock.shift(60)
    assert drafts.resume_draft(link, code)


def test_right_codes_are_not_counted(link):
    code = answering.begin(link=link)
    for _ in range(40):
        assert drafts.resume_draft(link, code)
