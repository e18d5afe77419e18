"""No sentence stands twice, or nearly twice: what is said in two places is mended in one of them.

Instruments and the explanations of the method are not read: their versions live side by side.
"""

import ast
import re
from difflib import SequenceMatcher
from typing import NamedTuple

import pytest
from django.template.base import Lexer, TokenType

from tests.test_house import HOUSE
from tests.test_words import COMMENT, MODULES, TEMPLATES

SHORTEST = 8  # words; what is shorter is a label, a heading or a button
ALIKE = 0.9

INLINE = re.compile(r"</?(?:a|b|bdi|em|span|strong)\b[^>]*>")
BLOCK = re.compile(r"<[^>]*>")
FILLED = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
END = re.compile(r"(?<=[.!?])\s+|\n\n")
WORD = re.compile(r"\{\}|\w+")
BREAK = "\n\n"


class Sentence(NamedTuple):
    """Its words in small letters; ``{}`` is filled in when it is said."""

    place: str
    words: tuple[str, ...]


def sentences(place, text):
    for part in END.split(FILLED.sub("{}", text)):
        words = tuple(WORD.findall(part.lower()))
        if len(words) - words.count("{}") >= SHORTEST:
            yield Sentence(place, words)


def text_of_template(source):
    """What a page says: a branch ends a sentence, and a plural stands for its singular."""
    said, begun = "", 0
    for token in Lexer(COMMENT.sub("", source)).tokenize():
        if token.token_type is TokenType.VAR:
            said += "{}"
        elif token.token_type is TokenType.TEXT:
            said += re.sub(r"\s+", " ", token.contents)
        else:
            tag, *rest = token.split_contents()
            if tag == "plural":
                said = said[:begun]
            said += rest[0][1:-1] if tag == "translate" else BREAK
            begun = len(said) if tag == "blocktranslate" else begun
    return BLOCK.sub(BREAK, INLINE.sub("", said))


def texts_of_module(source):
    """Its strings but for docstrings; a plural stands for its singular."""
    passed_over = set()
    for node in ast.walk(ast.parse(source)):  # from the outside in
        if isinstance(node, ast.Expr):
            passed_over.add(node.value)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ngettext":
            passed_over.add(node.args[0])
        elif isinstance(node, ast.JoinedStr):
            passed_over.update(node.values)
            yield "".join(
                getattr(part, "value", "") if is_text(part) else "{}" for part in node.values
            )
        elif is_text(node) and node not in passed_over:
            yield node.value


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def everything_said():
    for path in MODULES:
        for text in texts_of_module(path.read_text(encoding="utf-8")):
            yield from sentences(path.relative_to(HOUSE).as_posix(), text)
    for path in TEMPLATES:
        text = text_of_template(path.read_text(encoding="utf-8"))
        yield from sentences(path.relative_to(HOUSE).as_posix(), text)


def twins(said):
    """Pairs. By far the most are told apart by their lengths, or by the words they have at all."""
    ranked = sorted(said, key=lambda one: len(one.words))
    known = [frozenset(one.words) for one in ranked]
    for first, one in enumerate(ranked):
        for second in range(first + 1, len(ranked)):
            other = ranked[second]
            if ALIKE * len(other.words) > (2 - ALIKE) * len(one.words):
                break
            if 2 * len(known[first] & known[second]) < len(known[first]):
                continue
            if SequenceMatcher(None, one.words, other.words).ratio() >= ALIKE:
                yield one, other


def test_no_sentence_stands_twice():
    said = list(everything_said())
    assert len(said) > 500
    assert not [(one.place, other.place, " ".join(one.words)) for one, other in twins(said)]


A_SENTENCE = "Ten words are here of which only one is other."


@pytest.mark.parametrize(
    ("other", "twice"),
    [
        (A_SENTENCE, True),
        ("And before all of it: ten words are here of which only one is other!", False),
        ("Ten words are here of which only one is changed.", True),
        ("Ten words are there of which only two are changed.", False),
        ("One other is which only of here are words ten.", False),
        ("Ten words are here. Of which only one is other.", False),
    ],
)
def test_what_counts_as_twice(other, twice):
    assert bool([*twins([*sentences("a", A_SENTENCE), *sentences("b", other)])]) is twice


def test_what_is_filled_in_counts_alike_whatever_fills_it():
    said = ["We guess about {} minutes, and nobody has timed it.", "", "%(n)d", "%d", "{number}"]
    words = {one.words for fill in said[1:] for one in sentences("", said[0].format(fill or "{}"))}
    assert words == {
        ("we", "guess", "about", "{}", "minutes", "and", "nobody", "has", "timed", "it")
    }


def test_a_page_and_a_module_are_read_as_they_are_said():
    page = (
        "{# no #}<p>{% translate 'One' %} {{ two }}\n  <b>three</b>{% if x %}<li>four\n five</li>"
        "{% endif %}{% blocktranslate count n=n %}a six{% plural %}sixes{% endblocktranslate %}</p>"
    )
    said = [part for part in text_of_template(page).split(BREAK) if part]
    assert said == ["One {} three", "four five", "sixes"]
    module = '"No."\nx = f"one {two} three"\ny = ngettext("a four", "fours", n)'
    assert sorted(texts_of_module(module)) == ["fours", "one {} three"]
