"""The chance steps: how often each comes, and those worked out from a key (section 3).

That each step has the chances of docs/method.md is in test_page, with its table.
"""

import hmac
from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.method import blur
from assessment.method.blur import from_key, from_system
from assessment.method.doors import Door
from assessment.method.responses import ALL, Responses
from tests.assessment.method.build import PERSPECTIVES, PRINCIPLES, items
from tests.naive.steps import steps_from_key

EACH = Door.EACH


def test_the_systems_steps_have_the_chances_of_their_door(monkeypatch):
    """Every place that may be drawn, once."""
    for door in Door:
        drawn = iter(range(32))
        monkeypatch.setattr(blur.secrets, "randbelow", lambda of, drawn=drawn: of and next(drawn))
        found = Counter(from_system("receiving", "sharing-1", door) for _ in range(32))
        assert tuple(found[step] for step in sorted(found)) == blur.CHANCES[door]


def test_the_systems_steps_are_drawn_each_anew(monkeypatch):
    """The same sum twice, and another: three draws of one in 32, from nothing kept."""
    asked = []
    monkeypatch.setattr(blur.secrets, "randbelow", lambda of: asked.append(of) or len(asked))
    for code in ("sharing-1", "sharing-1", "sharing-2"):
        from_system("receiving", code, EACH)
    assert asked == [32, 32, 32]


# printf 'receiving\n0.\n0.\n1D\nsharing-1' | openssl dgst -sha256 -hmac KEY, the first digits
WORKED = [
    ("a", "e4ad", 1), ("b", "2372", -1), ("c", "7f5c", 0), ("j", "0456", -2), ("key29", "ff3f", 2),
    ("clé", "512a", 0),
]  # fmt: skip


@pytest.mark.parametrize(("key", "digits", "step"), WORKED)
def test_a_step_worked_out_from_the_key(key, digits, step):
    lines = b"receiving\n0.\n0.\n1D\nsharing-1"
    assert hmac.new(key.encode(), lines, sha256).hexdigest().startswith(digits)
    steps = from_key(key, {"receiving": ["1D", "0.", "0."]})
    assert steps("receiving", "sharing-1", EACH) == step


def test_every_line_counts():
    """Perspective, each answer string, how often it stands there, item, and a principle's own."""
    strings = {"receiving": ["1D", "0.", "0."], "staff": ["1D", "0.", "0."]}
    codes = [*items(), *PRINCIPLES]

    def all_of(perspective, strings, key="key"):
        steps = from_key(key, strings)
        return [steps(perspective, code, EACH) for code in codes]

    found = all_of("receiving", strings)
    assert found == all_of("receiving", strings)
    assert found == all_of("receiving", {"receiving": ["0.", "1D", "0."]})
    assert found != all_of("receiving", {"receiving": ["1D", "0."]})
    assert found != all_of("receiving", {"receiving": ["1D", "0.", "0D"]})
    assert found != all_of("staff", strings)
    assert found != all_of("receiving", strings, key="another")
    assert len(set(found)) > 2


STRINGS = st.lists(st.text(ALL.decode(), min_size=3, max_size=3), max_size=6)


@settings(max_examples=60, deadline=None)
@given(
    key=st.text(min_size=1, max_size=12).filter(lambda key: key.isprintable()),
    perspective=st.sampled_from(PERSPECTIVES),
    code=st.sampled_from([*items(), *PRINCIPLES]),
    strings=STRINGS,
)
def test_the_naive_method_works_out_the_same(key, perspective, code, strings):
    said = steps_from_key(key, {perspective: {"answers": strings}})
    answered = Responses(3, "".join(strings).encode()).strings()
    assert from_key(key, {perspective: answered})(perspective, code, EACH) == said(
        perspective, code
    )
