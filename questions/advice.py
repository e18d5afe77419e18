"""What is worth a second look in an instrument that can be used: texts that are hard to read, a
warning sign that turns a statement round, sources that nothing rests on.

``check_instrument`` says it to hosts, and a test asks it of the bundled file, where there is none.
"""

import re
from collections.abc import Iterator

from questions.checks import cited_in
from questions.contents import Contents
from questions.entries import Item, Kind
from questions.grades import grade

# The hardest that each kind of text may be, as a reading grade: statements 8, shorter words 5,
# explanations 9, what a rating looks like 10.
STATEMENT, SHORTER, EXPLANATION, ANCHOR = 8, 5, 9, 10
NEGATIONS = {"no", "not", "never", "nobody", "none", "nothing", "without", "cannot", "n't"}
ALIKE = 0.8  # of all words of both: so many in common, and one is the other turned round

Text = tuple[str, str, int]  # where it stands, what it says, how hard it may be


def advice(contents: Contents) -> Iterator[str]:
    """One sentence each."""
    yield from hard_to_read(contents)
    yield from negated_twins(contents)
    yield from uncited(contents)


def hard_to_read(contents: Contents) -> Iterator[str]:
    for where, text, limit in texts(contents):
        found = grade(text)
        if found > limit:
            yield f"{where}: reading grade {found:.1f}, and {limit} or less is wanted: '{text}'"


def texts(contents: Contents) -> Iterator[Text]:
    """Whatever a respondent or an organisation reads while answering, and how hard it may be."""
    for item in contents.all_items:
        yield from item_texts(item)
    for standard in contents.standards:
        yield f"{standard.code}, text", standard.text, STATEMENT
        yield f"{standard.code}, plain", standard.plain, EXPLANATION
        for rating, anchor in enumerate(standard.anchors):
            yield f"{standard.code}, anchor {rating}", anchor, ANCHOR
    for fact in contents.facts:
        yield f"{fact.code}, text", fact.text, STATEMENT
        yield f"{fact.code}, plain", fact.plain, EXPLANATION
        yield f"{fact.code}, why", fact.why, EXPLANATION
    for layer in contents.layers:
        yield f"{layer.code}, plain", layer.plain, EXPLANATION
    for word in (*contents.levels, *contents.profiles, *contents.marks, *contents.confidences):
        yield f"{word.name}, meaning", word.meaning, EXPLANATION


def item_texts(item: Item) -> Iterator[Text]:
    given = (
        ("text", item.text, STATEMENT),
        ("shorter", item.shorter, SHORTER),
        ("plain", item.plain, EXPLANATION),
        ("mutual", item.mutual, STATEMENT),
        ("mutual_shorter", item.mutual_shorter, SHORTER),
        ("mutual_explanation", item.mutual_explanation, EXPLANATION),
    )
    for name, text, limit in given:
        if text:
            yield f"{item.code}, {name}", text, limit


def negated_twins(contents: Contents) -> Iterator[str]:
    """Warning signs and facts that say a practice statement once more, with or without a 'not'."""
    practice = [item for item in contents.all_items if item.kind is Kind.PRACTICE]
    others = {i.code: i.text for i in contents.all_items if i.kind is Kind.WARNING}
    others |= {fact.code: fact.text for fact in contents.facts}
    for code, text in others.items():
        for item in practice:
            if alike(item.text, text):
                yield f"{code}: it turns {item.code} round: '{text}'"


def alike(one: str, other: str) -> bool:
    first, second = meaning_words(one), meaning_words(other)
    return len(first & second) >= ALIKE * len(first | second)


def meaning_words(text: str) -> set[str]:
    words = text.lower().replace("n't", " n't")
    # With apostrophes, so that "n't" stays whole and can be left out.
    return set(re.findall(r"[a-z']+", words)) - NEGATIONS


def uncited(contents: Contents) -> Iterator[str]:
    cited = cited_in(contents)
    for source in contents.sources:
        if source.code not in cited:
            yield f"sources, {source.code}: nothing rests on it"
