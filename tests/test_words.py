"""The code and the pages keep to docs/words.md."""

import ast
import io
import keyword
import re
import tokenize
import tomllib
from collections import defaultdict
from functools import cache

import pytest

from tests.test_house import HOUSE, PACKAGES

GLOSSARY = (HOUSE / "docs" / "words.md").read_text(encoding="utf-8")
MODULES = [
    path
    for package in PACKAGES
    for path in sorted((HOUSE / package).rglob("*.py"))
    if "migrations" not in path.parts
]
TOMLS = [path for package in PACKAGES for path in sorted((HOUSE / package).rglob("*.toml"))]
TEMPLATES = [path for path in sorted((HOUSE / "templates").rglob("*")) if path.is_file()]
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
PARTS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")  # of round_page, RoundPage and ROUND_PAGE
CITED = {"citation", "sources"}  # keys of an instrument under which others speak

# "round" as a noun; "round one screen", "way round" and "all-round" are other words.
A_ROUND = re.compile(
    r"\b(?:an?|the|each|every|both|either|this|that|two|all|one|no|of|earlier|later|last|first)"
    r" rounds?\b(?! of a collaboration)|\brounds\b",
    re.IGNORECASE,
)
A_FORM = re.compile(r"(?:\b(?:full|short|same|either|other|longer)|length\}) form\b", re.IGNORECASE)
OWN_STATEMENT = re.compile(r"\b(?:own|signed|organisation.s) statement\b", re.IGNORECASE)
AMERICAN = re.compile(
    r"\b(?:organiz|recogniz|summariz|analyz|apologiz|emphasiz)\w*|\b(?:behavior|favor|neighbor|labor)"
    r"\w*|\b(?:canceled|labeled|modeled|traveled|fulfill|enrollment)\b",
    re.IGNORECASE,
)


def table(heading):
    """The rows of the table below a heading, as cells."""
    section = GLOSSARY.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


@cache
def tokens(path):
    source = io.StringIO(path.read_text(encoding="utf-8"))
    return list(tokenize.generate_tokens(source.readline))


@cache
def names(path):
    """Every name that a module uses, with its line."""
    return [
        (one.start[0], one.string)
        for one in tokens(path)
        if one.type == tokenize.NAME and not keyword.iskeyword(one.string)
    ]


def texts_of_toml(value, key=""):
    if isinstance(value, str) and key not in CITED:
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts_of_toml(one, key)
    elif isinstance(value, dict):
        for inner, one in value.items():
            yield from texts_of_toml(one, inner)


@cache
def said(path):
    """What a person may read of a file: a page's text, a text of a TOML file, a string of code."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        return list(texts_of_toml(tomllib.loads(source)))
    if path.suffix == ".py":
        return [one.string for one in tokens(path) if one.type == tokenize.STRING]
    return [" ".join(COMMENT.sub("", source).split())]


def written(path):
    """The same with a module's comments."""
    comments = [one.string for one in tokens(path) if one.type == tokenize.COMMENT]
    return [*said(path), *comments]


def inside(path, *folders):
    place = path.relative_to(HOUSE).as_posix()
    return any(place == folder or place.startswith(f"{folder}/") for folder in folders)


def parts_of(name):
    return {part.lower() for part in PARTS.findall(name)}


def named(part, *folders, but=()):
    """Names with a word in them, in modules of these folders."""
    return [
        f"{path.relative_to(HOUSE)}:{line}: {name}"
        for path in MODULES
        if inside(path, *folders)
        for line, name in names(path)
        if part in parts_of(name) and name not in but
    ]


def found(pattern, paths, words_of=said):
    return [
        f"{path.relative_to(HOUSE)}: {match[0]}"
        for path in paths
        for text in words_of(path)
        for match in pattern.finditer(text)
    ]


def avoided():
    words = [word for row in table("Words that no page has") for word in row[0].split(", ")]
    assert len(words) > 15
    return words


def test_every_word_has_one_line():
    headings = ("What is asked", "Who answers", "What becomes of it", "Comparing")
    words = [word for heading in headings for row in table(heading) for word in row[0].split(", ")]
    assert len(words) > 50
    assert len(set(words)) == len(words)
    assert all(len(row) == 2 and row[1] for heading in headings for row in table(heading))


def test_a_word_names_one_type():
    """A type that is called Panel is the panel; a longer name says what else it is of.

    A perspective is asked by an instrument and kept of an assessment: one thing, in two places.
    A view that a guard is set before is Django's.
    """
    headings = ("What is asked", "Who answers", "What becomes of it")
    words = [word for heading in headings for row in table(heading) for word in row[0].split(", ")]
    glossary = {"".join(part.capitalize() for part in word.split()) for word in words}
    places = defaultdict(list)
    for path in MODULES:
        for name in types_of(path):
            if name in glossary and not inside(path, "comparing"):
                places[name].append(path.name)
    assert len(places) > 25
    assert {name for name, found in places.items() if len(found) > 1} == {"Perspective", "View"}


def types_of(path):
    """Classes, and other names that a module gives to types."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))


@pytest.mark.parametrize("word", avoided())
def test_no_page_has_a_word_that_hurts(word):
    """ "No league table" says what this is not."""
    plural = "" if word.endswith("ing") else "s?"
    pattern = re.compile(rf"(?<!no )(?<!rank or a )\b{re.escape(word)}{plural}\b", re.IGNORECASE)
    code_words = HOUSE / "assessment" / "words.txt"
    assert not found(pattern, [*TEMPLATES, *TOMLS, *MODULES])
    assert not pattern.search(code_words.read_text(encoding="utf-8"))


def test_a_programme_has_assessments_and_a_collaboration_rounds():
    houses = ("questions", "organisations", "assessment", "reports")
    assert not named("round", *houses, but={"round", "all_round"})
    assert not named("rounds", *houses)
    pages = [path for path in TEMPLATES if not inside(path, "templates/comparing")]
    assert not found(A_ROUND, pages)
    assert not found(A_ROUND, [path for path in MODULES if inside(path, *houses)], written)
    assert not found(A_ROUND, [path for path in TOMLS if inside(path, *houses)])


def test_sharing_has_a_way():
    sharing = ("models.py", "agreement.py", "forms", "steps")
    places = [f"comparing/{name}" for name in sharing]
    assert not named("level", *places)
    assert not named("levels", *places)


def test_an_organisation_has_its_own_part():
    """On the sheet of facts a statement is what a fact says."""
    pages = ("assessment/forms/own_part.py", "assessment/pages/own_part.py")
    assert not named(
        "statement", "assessment/models.py", "assessment/own_part.py", "assessment/steps", *pages
    )
    assert not found(OWN_STATEMENT, [*TEMPLATES, *TOMLS])
    assert not found(OWN_STATEMENT, MODULES, written)


def test_a_questionnaire_has_a_length():
    """``short_form`` is a key of instrument files, ``form`` one of results.json, and "form" a label
    of the answers workbook.
    """
    science = ("questions", "assessment/method", "comparing/method", "reports/wording")
    keys = "assessment/method/document_types.py"
    assert all(one.startswith(keys) for one in named("form", *science, but={"short_form"}))
    workbook = "assessment/intake/answers_workbook"
    assert not found(A_FORM, [*TEMPLATES, *TOMLS])
    assert not found(A_FORM, [path for path in MODULES if not inside(path, workbook)], written)
    assert not found(re.compile(r"\b(?:assessment|about|length)\.form\b"), TEMPLATES)


def test_spelling_is_british():
    pages = [*(HOUSE / "docs").glob("*.md"), HOUSE / "README.md", HOUSE / "CHANGELOG.md"]
    assert not found(AMERICAN, [*pages, *TEMPLATES, *TOMLS])
    assert not found(AMERICAN, MODULES, written)
