"""The templates as files."""

from django.conf import settings
from django.template.loader import get_template

TEMPLATES = settings.BASE_DIR / "templates"
LONGEST = 160  # the formatter fills to 100, and leaves alone what it cannot break


def every_template():
    return sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*"))


def test_each_can_be_read():
    """Also those that only a rare answer shows: a filter that is not loaded is found here."""
    for name in every_template():
        get_template(name)


def test_no_line_is_too_long():
    long = [
        f"{name}:{number}"
        for name in every_template()
        for number, line in enumerate((TEMPLATES / name).read_text().splitlines(), start=1)
        if len(line) > LONGEST
    ]
    assert not long
