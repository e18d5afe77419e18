"""``check_site`` finds each thing that is unsafe or not set, and nothing on a site set up well."""

import pytest
from django.core.management import call_command

from operations.site_check import findings

pytestmark = pytest.mark.django_db


@pytest.fixture
def well(settings, tmp_path):
    """Everything as docs/deploy.md has it."""
    tmp_path.chmod(0o700)
    settings.PRODUCTION = settings.REQUIRE_2FA = True
    settings.SECRET_KEY = "x" * 50
    settings.SITE_URL = "https://essence.example"
    settings.EMAIL_HOST, settings.DEFAULT_FROM_EMAIL = "mail.example", "essence@essence.example"
    settings.HOST_NAME, settings.HOST_CONTACT = "The Lantern", "hello@lantern.example"
    settings.SECURITY_CONTACT = "mailto:security@lantern.example"
    settings.VAR_DIR = tmp_path
    return settings


def said():
    return {one.sentence: one.unsafe for one in findings()}


def test_nothing_is_found_on_a_site_set_up_well(well, capsys):
    assert well
    assert said() == {}
    with pytest.raises(SystemExit) as left:
        call_command("check_site")
    assert left.value.code == 0
    assert "Nothing found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "value", "word", "unsafe"),
    [
        ("PRODUCTION", False, "PRODUCTION is off", True),
        ("SECRET_KEY", "x" * 49, "SECRET_KEY is short", True),
        ("SITE_URL", "http://essence.example", "https://", True),
        ("REQUIRE_2FA", False, "REQUIRE_2FA", True),
        ("EMAIL_HOST", "", "EMAIL_HOST", True),
        ("SITE_URL", "", "SITE_URL is not set", False),
        ("HOST_NAME", "the people who run this site", "HOST_NAME", False),
        ("HOST_CONTACT", "", "HOST_CONTACT", False),
        ("SECURITY_CONTACT", "", "SECURITY_CONTACT", False),
        ("DEFAULT_FROM_EMAIL", "essence@localhost", "DEFAULT_FROM_EMAIL", False),
    ],
)
def test_each_thing_is_found_alone(well, capsys, name, value, word, unsafe):
    setattr(well, name, value)
    ((sentence, found_unsafe),) = said().items()
    assert word in sentence
    assert found_unsafe is unsafe
    with pytest.raises(SystemExit) as left:
        call_command("check_site")
    assert left.value.code == int(unsafe)
    assert sentence in capsys.readouterr().out


def test_a_folder_that_others_can_open(well):
    well.VAR_DIR.chmod(0o750)
    ((sentence, unsafe),) = said().items()
    assert "chmod 700" in sentence
    assert unsafe
