"""The templates as files."""

from django.conf import settings

TEMPLATES = settings.BASE_DIR / "templates"
LONGEST = 160  # the formatter fills to 100, and leaves alone what it cannot break


def test_no_line_is_too_long_to_read():
    long = [
        f"{path.relative_to(TEMPLATES)}:{number}"
        for path in sorted(TEMPLATES.rglob("*.*"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > LONGEST
    ]
    assert not long
