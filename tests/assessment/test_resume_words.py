"""The four words: kind to read, tolerant to type, named where they are wrong, slow to try."""

import re

import pytest

from assessment import resume_words
from assessment.resume_words import code_words, new_code, tidy_code, typed_words, unknown_words

# What a word must not be, or begin with: a sample of each kind, so that nobody adds one by mistake.
NEVER = {
    "slurs and insults": "idiot moron cripple dork geek bastard slut dumb lame spastic retard mad",
    "faiths": "allah bible bishop christ church easter god holy imam jesus jew koran mosque pagan "
    "pope prayer priest psalm rabbi sabbath saint sikh hindu temple vicar angel heaven sin soul",
    "politics": "brexit communis democrat election fascis liberal marxis nazi police politic tory "
    "labour republic senator vote govern protest racis",
    "frights": "abduct assault attack blood bomb bury cage corpse cut dead death demon die drown "
    "evil fear fire ghost gun hang harm hell hurt jail kill knife monster murder needle nightmare "
    "pain panic poison prison rape restrain scare scream shot slaughter suicide terror tomb trap "
    "trauma victim violen war weapon wound",
    "illness and medicine": "abortion asylum cancer clinic cure disease doctor dose drug hospital "
    "ill insan mad medic nurse pill psych sedat sick stigma surgeon syringe ulcer virus vomit ward",
    "American spellings": "aluminum armor behavior catalog center color cozy donut favor fiber "
    "flavor gray harbor honor jewelry labor mold mom neighbor odor pajama plow program rumor "
    "savior skeptic sulfur theater traveler vapor",
}  # fmt: skip
HARMLESS = {  # they only begin like one of those
    "rabbit", "harmonica", "harmony", "wardrobe", "nursery", "pillow", "cutlery", "medley",
    "warmth", "firefly", "fireside", "paintbox", "paintbrush",
}  # fmt: skip


def test_a_code_is_four_words_of_a_long_list():
    assert len(set(code_words())) == len(code_words()) >= 1500
    assert list(code_words()) == sorted(code_words())
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(len(typed_words(code)) == 4 and not unknown_words(code) for code in codes)


def test_no_two_words_are_one_letter_apart():
    """Not by a letter more, less or other: what is mistyped is no other word."""
    words = set(code_words())
    shortened = [word[:at] + word[at + 1 :] for word in words for at in range(len(word))]
    assert not words & set(shortened)
    others = [
        pattern
        for word in words
        for pattern in {f"{word[:at]}?{word[at + 1 :]}" for at in range(len(word))}
    ]
    assert len(others) == len(set(others))


@pytest.mark.parametrize("kind", NEVER)
def test_no_word_hurts_preaches_takes_sides_or_frightens(kind):
    stems = NEVER[kind].split()
    found = [
        word
        for word in code_words()
        if word not in HARMLESS and any(word.startswith(stem) for stem in stems)
    ]
    assert not found


@pytest.mark.parametrize(
    "typed",
    [
        "amber-bridge-lemon-quilt",
        " AMBER Bridge lemon quilt ",
        "amber, bridge,lemon;quilt",
        "amber\nbridge\tlemon  quilt.",
        "Amber\N{EN DASH}Bridge\N{EM DASH}Lemon_quilt",
        "1 amber 2 bridge 3 lemon 4 quilt",
    ],
)
def test_capitals_commas_and_hyphens_do_not_matter(typed):
    assert tidy_code(typed) == "amber-bridge-lemon-quilt"


def test_words_that_are_not_ours_are_named():
    one, two = code_words()[:2]
    assert unknown_words(f"{one} {two}x {two} Qwerty") == [f"{two}x", "qwerty"]


def test_nobody_waits_for_more_than_two_at_once(monkeypatch):
    """Each takes 64 MB: a crowd that begins at once waits instead of filling the memory."""
    seen = []

    def kdf(*_args, **_options):
        seen.append(resume_words.AT_ONCE._value)
        return b"x" * 64

    monkeypatch.setattr(resume_words.argon2id, "kdf", kdf)
    resume_words.make_of_words("link", "amber")
    assert seen == [1]
    assert resume_words.AT_ONCE._value == 2


def test_the_same_words_make_something_else_elsewhere(settings):
    made = resume_words.make_of_words("one", "amber-bridge-lemon-quilt")
    assert made == resume_words.make_of_words("one", "Amber bridge, lemon quilt")
    assert re.fullmatch("[0-9a-f]{64}", made.tag)
    assert made.tag != made.key.hex()
    other = [resume_words.make_of_words("two", "amber-bridge-lemon-quilt")]
    settings.SECRET_KEY = "another installation's"
    other.append(resume_words.make_of_words("one", "amber-bridge-lemon-quilt"))
    assert not {made.tag, made.key} & {value for one in other for value in one}
