"""The templates as files: each can be read and is drawn, each class is styled and used."""

import ast
import re
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import allauth
import crispy_forms
import pytest
from django.conf import settings
from django.template.loader import get_template

HOUSE = settings.BASE_DIR
TEMPLATES = HOUSE / "templates"
PACKAGES = ("assessment", "comparing", "config", "operations", "organisations", "papers", "reports")
LONGEST = 160  # the formatter fills to 100, and leaves alone what it cannot break

# Django draws these by their names, and allauth the one of too many tries.
ERROR_PAGES = {f"{code}.html" for code in ("400", "403", "403_csrf", "404", "429", "500")}
NAMED = re.compile(r"[\w./*-]+\.(?:html|txt|svg)\b")
TAGS = re.compile(r"{[%#].*?[%#]}", re.DOTALL)
VALUES = re.compile(r"{{.*?}}", re.DOTALL)
CLASSES = re.compile(r"""\bclass=\"((?:{{.*?}}|{%.*?%}|[^"{])*)\"""")
CLASS_BLOCKS = re.compile(r"{% block \w+_class %}(.*?){% endblock %}")
COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
IN_SHEET = re.compile(r"\.([a-z][\w-]*)")


def every_template():
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*"))


def test_each_can_be_read():
    """Also those that only a rare answer shows: a filter that is not loaded is found here."""
    for name in every_template():
        get_template(name)


def test_no_line_is_too_long():
    """But in mails, where a line is a paragraph and the reader's program folds it."""
    long = [
        f"{name}:{number}"
        for name in every_template()
        if not name.endswith(".txt")
        for number, line in enumerate((TEMPLATES / name).read_text().splitlines(), start=1)
        if len(line) > LONGEST
    ]
    assert not long


@cache
def texts_of(folder):
    """Every string in the Python of a folder; what is filled in is a star."""
    return list(each_text(folder))


def each_text(folder):
    for path in Path(folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    getattr(part, "value", "*") if isinstance(part, ast.Constant) else "*"
                    for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def named_in(texts):
    return {name for text in texts for name in NAMED.findall(text)}


@cache
def asked_for(package):
    """The templates that the package's code names, often without its folder."""
    return named_in(texts_of(HOUSE / package))


@cache
def taken_in():
    """The templates that another template extends or includes."""
    return named_in(path.read_text() for path in TEMPLATES.rglob("*.html"))


@cache
def crispy_names():
    """What crispy draws of a template pack, without the pack's name."""
    return {text.removeprefix("%s/") for text in texts_of(Path(crispy_forms.__file__).parent)}


def is_ours(name):
    folder, _, rest = name.partition("/")
    everybodys = taken_in().union(*map(asked_for, PACKAGES))
    own = asked_for(folder) if folder in PACKAGES else set()
    return any(fnmatch(name, one) for one in everybodys) or any(
        fnmatch(f"/{rest}", f"*/{one}") for one in own
    )


def is_mail(name):
    """allauth is given the name of a mail, and adds what each of its two templates ends with."""
    stem = re.sub(r"_(message|subject)\.txt$", "", name)
    return any(stem == text for package in PACKAGES for text in texts_of(HOUSE / package))


def is_of_others(name):
    """Drawn by Django when something fails, by crispy, or by allauth instead of its own."""
    allauths = Path(allauth.__file__).parent / "templates" / name
    return (
        name in ERROR_PAGES
        or allauths.exists()
        or (name.startswith("essence/") and name.removeprefix("essence/") in crispy_names())
    )


@pytest.mark.parametrize("name", every_template())
def test_each_is_drawn_by_something(name):
    assert is_ours(name) or is_mail(name) or is_of_others(name)


def classes_in_templates():
    """With a star for what is filled in: 'level-*'."""
    text = " ".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    named = [*CLASSES.findall(text), *CLASS_BLOCKS.findall(text)]
    words = (VALUES.sub("*", TAGS.sub(" ", one)).split() for one in named)
    return {word for found in words for word in found} - {"*"}


def classes_in_sheet():
    return set(IN_SHEET.findall(COMMENTS.sub("", (HOUSE / "static" / "essence.css").read_text())))


def test_every_class_of_a_template_is_styled():
    """One that is not says nothing to anybody."""
    sheet = classes_in_sheet()
    assert len(sheet) > 100
    plain = {one for one in classes_in_templates() if not fnmatch_all(one, sheet)}
    assert not plain


def test_every_class_of_the_stylesheet_is_used():
    """In a template, or named by a form's layout."""
    named = classes_in_templates()
    in_code = {word for one in PACKAGES for text in texts_of(HOUSE / one) for word in text.split()}
    unused = {
        one for one in classes_in_sheet() - in_code if not any(fnmatch(one, n) for n in named)
    }
    assert not unused


def fnmatch_all(pattern, names):
    return any(fnmatch(name, pattern) for name in names)
