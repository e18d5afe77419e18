"""Every word of a page's own is a phrase for gettext (docs/decisions.md, 48)."""

import re
from html.parser import HTMLParser

import pytest
from django.template.base import Lexer, TokenType

from tests.test_words import COMMENT, TEMPLATES

SPOKEN = {"alt", "aria-label", "placeholder", "title"}
NAMES = {"Essence", "PNG", "SVG"}  # the same in every language


class Words(HTMLParser):
    """What is left of a page, in text or in an attribute that is read out."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_data(self, data):
        self.found |= set(re.findall(r"[^\W\d_]{2,}", data))

    def handle_starttag(self, _tag, attrs):
        for name, value in attrs:
            if name in SPOKEN:
                self.handle_data(value or "")


def bare_words(source):
    left, until = "", ""
    for token in Lexer(COMMENT.sub("", source)).tokenize():
        if token.token_type is TokenType.BLOCK:
            tag, *rest = token.split_contents()
            until = "" if tag == until else until or ends_where(tag, rest)
        elif token.token_type is TokenType.VAR:
            left += "h1"  # may be the name of a tag, and is no word
        elif token.token_type is TokenType.TEXT and not until:
            left += token.contents
    words = Words()
    words.feed(left)
    return words.found - NAMES


def ends_where(tag, rest):
    """The tag that ends what is a phrase, or the class of an element."""
    if tag == "block" and rest[0].endswith("_class"):
        return "endblock"
    return "endblocktranslate" if tag == "blocktranslate" else ""


def test_no_page_has_a_word_that_cannot_be_translated():
    read = {path: bare_words(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert len(read) > 150
    assert not {path.name: words for path, words in read.items() if words}


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("<p>{% translate 'One' %} {{ two }} &nbsp;{# three #} 116&nbsp;123</p>", set()),
        ("{% blocktranslate count n=n %}One{% plural %}{{ n }}{% endblocktranslate %}", set()),
        ("{% block main_class %}wide{% endblock %}<{{ tag }} class='wide'></{{ tag }}>", set()),
        ("<p class='wide'>Left <b>out</b></p>", {"Left", "out"}),
        ("<img alt='Left' src='logo.svg'>", {"Left"}),
        ("<img alt='{% translate 'Said' %}'>{% if said %}Left{% endif %}", {"Left"}),
    ],
)
def test_what_counts_as_bare(source, left):
    assert bare_words(source) == left
