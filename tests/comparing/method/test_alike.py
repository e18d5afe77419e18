"""Which versions can be compared: the same statements in the same revision, of one method."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from comparing.method.alike import alike
from questions import load
from questions.reading import DEFAULT_VERSION

BUNDLED = load(DEFAULT_VERSION)
STATEMENTS = [item.code for one in BUNDLED.principles for item in one.items]


def with_statement(code, **other):
    """The bundled instrument, but for something of one statement."""
    principles = tuple(
        replace(one, items=tuple(changed(item, code, other) for item in one.items))
        for one in BUNDLED.principles
    )
    return replace(BUNDLED, version="ours-1", principles=principles)


def changed(item, code, other):
    return replace(item, **other) if item.code == code else item


def test_other_words_do_not_matter(own_instrument, tmp_path):
    own = load(own_instrument, tmp_path)
    assert own.principles[0].name != BUNDLED.principles[0].name
    assert alike(own, BUNDLED)
    assert alike(BUNDLED, own)


@pytest.mark.parametrize("code", STATEMENTS)
def test_one_statement_in_another_revision_is_enough(code):
    other = with_statement(code, revision=7)
    assert not alike(BUNDLED, other)
    assert not alike(other, BUNDLED)
    assert alike(other, with_statement(code, revision=7))
    assert alike(BUNDLED, with_statement(code, text="In other words"))


def test_another_method_is_never_alike(older_instrument):
    assert not alike(older_instrument, BUNDLED)
    assert not alike(BUNDLED, older_instrument)
    # Not even where it asks the same: its figures are made otherwise.
    same = SimpleNamespace(method="0", principles=BUNDLED.principles)
    assert not alike(same, BUNDLED)
    assert alike(same, same)
