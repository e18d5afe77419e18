"""How hard a text is to read: the Flesch-Kincaid grade, counted without a dictionary.

The grade is 0.39 words a sentence + 11.8 syllables a word - 15.59. It knows nothing of meaning, and
one long word in a short sentence moves it by a grade or two: it finds texts to look at again, and
says nothing about whether anybody understands them. The same text always has the same grade.
"""

import re

WORD = re.compile(r"[A-Za-zÀ-ÿ']+|\d+")  # the parts of a token, whose syllables are counted
TOKEN = re.compile(r"[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9'-]*")  # "peer-led" is one word
# A stop before a blank, or before the end of what is quoted: not the one in "B10.2".
SENTENCE_END = re.compile(r"[.!?]+(?=['\"\u2019\u201d)]*(?:\s|$))")
VOWELS = re.compile(r"[aeiouy]+")  # a group of them is one syllable, but for the rules below

# Counted by ear, where the rules below come out wrong.
EXCEPTIONS = {
    "anyone": 3, "area": 3, "areas": 3, "beforehand": 3, "beyond": 2, "business": 2,
    "caretaker": 3, "colleague": 2, "colleagues": 2, "create": 2, "created": 3, "creates": 2,
    "creative": 3, "element": 3, "elsewhere": 2, "every": 2, "everybody": 4, "everyday": 3,
    "everything": 3, "everywhere": 3, "hundred": 2, "idea": 3, "ideas": 3, "league": 1,
    "naked": 2, "notebook": 2, "nsun": 2, "poem": 2, "poet": 2, "poetry": 3, "recipe": 3,
    "rely": 2, "science": 2, "somebody": 3, "something": 2, "sometimes": 2, "somewhere": 2,
    "therefore": 2, "video": 3, "whoever": 3,
}  # fmt: skip

# Letters that make one syllable more than their group of vowels, or one fewer.
ONE_MORE = tuple(
    re.compile(pattern)
    for pattern in (
        r"[aeiouy]ing(s|ly)?$",  # see-ing, try-ing
        r"(?<![ctsg])ia(?!ge)",  # di-al, not so-cial
        r"(?<![ctsgnlx])io",  # pe-ri-od, not na-tion
        r"(?<![ct])ien(?!d)",  # ex-pe-ri-ence, not pa-tient
        r"iet",  # so-ci-e-ty
        r"(?<![gq])ua",  # mu-tu-al, not e-qual
        r"(?<![gq])uen",  # in-flu-ence
        r"[aeo]yer",  # em-ploy-er
        r"sms?$",  # cri-ti-cism
        r"[sdv]n't$",  # does-n't
    )
)
ONE_FEWER = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![bdfgkptz]l)(?<=[^aeiouytd])ed$",  # asked, not needed or settled
        r"[^aeiouyl]e$",  # time
        r"[aeiouy]le$",  # whole, not people
        r"(?<![scgzx])(?<!sh)(?<!ch)(?<![^aeiouy]l)(?<![aeiouy])es$",  # times, not places, tables
        r"[^aeiouy]e(ly|ment|ments|ful|fully|less|ness|ty|work)$",  # safe-ty
    )
)


def syllables(word: str) -> int:
    """How many syllables one word has, at least 1: letters and apostrophes, or a number."""
    if word.isdigit() or (word.isupper() and 1 < len(word) < 6 and word != "NSUN"):
        return len(word)  # spoken letter by letter: N-H-S
    lower = word.lower().removesuffix("'s").strip("'")
    if lower in EXCEPTIONS:
        return EXCEPTIONS[lower]
    groups = len(VOWELS.findall(lower))
    more = sum(len(pattern.findall(lower)) for pattern in ONE_MORE)
    fewer = sum(1 for pattern in ONE_FEWER if pattern.search(lower))
    return max(1, groups + more - fewer)


def words(text: str) -> list[str]:
    """The words of a text; one with a hyphen, such as 'user-led', is one word."""
    return TOKEN.findall(text)


def sentences(text: str) -> int:
    """How many sentences a text has, at least 1; a colon or semicolon ends none."""
    return max(1, len(SENTENCE_END.findall(text)))


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text, 0.0 where it has no words."""
    found = words(text)
    if not found:
        return 0.0
    spoken = sum(syllables(part) for word in found for part in WORD.findall(word))
    return 0.39 * len(found) / sentences(text) + 11.8 * spoken / len(found) - 15.59
